/** Terms for the variables of what is known: the instance follows from it, and may be what a solver does not find by itself. */
import type { Span } from "../base/span.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { ReadCandidate } from "../frontend/candidates.ts";
import { showExpr } from "../interp/show-expr.ts";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { freeLocals, substitute } from "../ir/substitute.ts";
import { showType, type Type } from "../ir/type.ts";

export interface Instantiation {
  readonly property: string;
  readonly terms: readonly { readonly variable: string; readonly value: string }[];
}

export type Instance = { readonly kind: "instance"; readonly text: string } | { readonly kind: "wrong"; readonly diagnostics: readonly Diagnostic[] };

/** @param read compiles formulas, see `CandidateCompiler` */
export function instanceOf(protocol: Protocol, known: readonly Property[], { property, terms }: Instantiation, read: (texts: readonly string[]) => readonly ReadCandidate[]): Instance {
  const of = [...protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma"), ...known].find((p) => p.name === property);
  if (!of) return wrong(`there is no invariant or lemma ${property}`, "name one that is there");
  const { variables, body } = quantified(of.body);
  const name = (v: Variable): string => v.local.replace(/\$\d+$/, "");
  const chosen = terms.map((t) => ({ ...t, of: variables.find((v) => name(v) === t.variable) }));
  const missing = chosen.find((t) => !t.of);
  if (missing) return wrong(`${property} has no variable ${missing.variable}`, `its variables are ${variables.map(name).join(", ") || "none"}`);
  const rest = variables.filter((v) => !chosen.some((t) => t.of === v));
  if (chosen.length === 0 || new Set(chosen.map((t) => t.of)).size < chosen.length) return wrong("each variable gets one value", "give some variable a value");
  // The type of a variable is compared with that of its value, and the value may speak of the other variables.
  const typed = (v: Variable): string => `${name(v)}: ${showType(v.type)}`;
  const around = (inner: string): string => (rest.length === 0 ? inner : `forall((${rest.map(typed).join(", ")}) => ${inner})`);
  const texts = chosen.map((t) => around(`exists((${typed(t.of!)}) => ${t.variable} === (${t.value}))`));
  const values = new Map<string, Expr>();
  for (const [i, found] of read(texts).entries()) {
    if (found.kind === "ill-formed") return { kind: "wrong", diagnostics: found.diagnostics };
    const inner = quantified(found.body);
    const equation = inner.body.kind === "fold" ? inner.body.body : undefined;
    const v = chosen[i].of!;
    const value = equation?.kind === "eq" ? equation.right : undefined;
    if (!value || inner.variables.length !== rest.length || !build.castable(value.type, v.type)) return wrong(`${chosen[i].value} is no value of ${showType(v.type)}`, `give one of type ${showType(v.type)}`);
    const own = new Map(inner.variables.map((o, k) => [o.local, build.local(rest[k].local, rest[k].type, value.span)]));
    const free = [...freeLocals(value).keys()].find((l) => !own.has(l));
    if (free !== undefined) return wrong(`the value of ${chosen[i].variable} speaks of ${free}`, `it may speak of ${rest.map(name).join(", ") || "the state alone"}`);
    values.set(v.local, build.coerce(substitute(value, own), v.type));
  }
  const instance = substitute(body, values);
  return { kind: "instance", text: showExpr(rest.reduceRight((e, v) => build.fold("forall", v.local, { kind: "type", type: v.type }, e, v.span), instance)) };
}

/** The variables in front, which range over all values of their types. */
function quantified(e: Expr): { readonly variables: readonly Variable[]; readonly body: Expr } {
  if (e.kind !== "fold" || e.op !== "forall" || e.domain.kind !== "type") return { variables: [], body: e };
  const inner = quantified(e.body);
  return { variables: [{ local: e.local, type: e.domain.type, span: e.span }, ...inner.variables], body: inner.body };
}

interface Variable { readonly local: string; readonly type: Type; readonly span: Span }

function wrong(message: string, help: string): Instance {
  return { kind: "wrong", diagnostics: [{ code: "T1006", severity: "error", message, help, span: { file: "hint", line: 1, column: 1, endLine: 1, endColumn: 1 } }] };
}
