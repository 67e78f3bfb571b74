/** What matters of a state, as expressions of the spec, and the lemma that would exclude it. */
import { type Sorts, sortsOf } from "../interp/env.ts";
import type { Part, Relevant } from "../interp/relevant.ts";
import { showValue } from "../interp/show-value.ts";
import type { Value } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Counterexample } from "../pipeline/prove-report.ts";
import type { Type } from "../ir/type.ts";

/** What is longer is no help to a reader. */
const mostParts = 8, mostVariables = 4;

/** `this.rm[rm1] === "working"`, each. */
export function partTexts({ parts }: Relevant, instance: Protocol): string[] {
  const sorts = named(instance);
  return parts.map((p) => partText(p, sorts));
}

/** Undefined where it would be too long. */
export function mattersText(relevant: Relevant, instance: Protocol): string | undefined {
  const texts = partTexts(relevant, instance).map((t) => t.replace(/^(!?)this\./, "$1"));
  return texts.length === 0 || texts.length > mostParts ? undefined : texts.join(" && ");
}

/**
 * That no state has all of what matters, whatever the members of sorts are called. Only a hint: in larger instances it may be
 * too strong. Undefined where there is nothing to say, or too much; and where the step has a majority, of which the small one at
 * hand says nothing.
 */
export function lemmaText({ matters, instance, step }: Pick<Counterexample, "matters" | "instance" | "step">): string | undefined {
  if (!matters || step?.args.some((a) => a.type.kind === "majority")) return undefined;
  const texts = partTexts(matters, instance);
  if (texts.length === 0 || texts.length > mostParts) return undefined;
  const members = new Map<string, Map<string, number>>();
  const note = (value: Value, type: Type): void => {
    if (value === null) return;
    if (type.kind === "option") return note(value, type.of);
    if (type.kind === "sort" && typeof value === "number") members.set(type.name, (members.get(type.name) ?? new Map<string, number>()).set(showValue(value, type, named(instance)), value));
    if (typeof value !== "object") return;
    if (value.kind === "record" || value.kind === "variant") {
      const fields = type.kind === "record" ? type.fields : type.kind === "union" ? type.variants.find((v) => v.tag === (value.kind === "variant" ? value.tag : ""))?.fields : undefined;
      for (const f of value.fields) note(f.value, fields!.find((t) => t.name === f.name)!.type);
    } else if (value.kind === "set" && (type.kind === "set" || type.kind === "majority")) for (const item of value.items) note(item, type.of);
  };
  for (const { path, is, type } of matters.parts) {
    for (const step of path) if (step.kind === "key") note(step.key, step.type);
    note(is.kind === "value" ? is.value : is.element, type);
  }
  const variables = [...members].flatMap(([sort, names]) => [...names].toSorted((a, b) => a[1] - b[1]).map(([name]) => `${name}: ${sort}`));
  if (variables.length > mostVariables) return undefined;
  const order = [...members].flatMap(([sort, names]) => {
    const inOrder = [...names].toSorted((a, b) => a[1] - b[1]).map(([name]) => name);
    const ordered = instance.sorts.find((s) => s.name === sort)?.ordered ?? false;
    return ordered ? inOrder.slice(1).map((b, i) => `${inOrder[i]} < ${b}`) : inOrder.flatMap((a, i) => inOrder.slice(i + 1).map((b) => `${a} !== ${b}`));
  });
  const never = `!(${[...order, ...texts].join(" && ")})`;
  return variables.length === 0 ? never : `forall((${variables.join(", ")}) => ${never})`;
}

/** Members of ordered sorts get names, too: numbers mean nothing in a spec. */
const named = (instance: Protocol): Sorts => new Map([...sortsOf(instance)].map(([name, s]) => [name, { ...s, ordered: false }]));

function partText({ field, path, type, is }: Part, sorts: Sorts): string {
  const place = path.reduce((text, step) => {
    if (step.kind === "field") return `${text}.${step.name}`;
    const key = showValue(step.key, step.type, sorts);
    return step.total ? `${text}[${key}]` : `${text}.get(${key})`;
  }, `this.${field}`);
  if (is.kind === "element") return `${is.present ? "" : "!"}${place}.has(${showValue(is.element, type, sorts)})`;
  if (typeof is.value === "boolean" && type.kind === "bool") return `${is.value ? "" : "!"}${place}`;
  return `${place} === ${showValue(is.value, type, sorts)}`;
}
