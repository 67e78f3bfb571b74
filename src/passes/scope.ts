/** Settles the sizes of sorts and the bounds of sequences and bags. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { walkType } from "../ir/visit-type.ts";
import type { TypeUse } from "./type-uses.ts";

export type Sizes = Readonly<Record<string, number>>;

export interface Scope {
  /** By name of the sort or bound. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The sorts that some type mentions. */
  readonly usedSorts: ReadonlySet<string>;
}

const most = 2 ** 20;

/** The spec's own scope, overridden by `given`. What is wrong goes to `report`. */
export function resolveScope(protocol: Protocol, given: Sizes, uses: readonly TypeUse[], report: (d: Diagnostic) => void): Scope {
  const sizes = new Map([...Object.entries(protocol.scope), ...Object.entries(given)]);
  const usedSorts = new Set<string>();
  const bounds = new Map<string, TypeUse>();
  for (const use of uses) {
    walkType(use.type, (t) => {
      if (t.kind === "sort") usedSorts.add(t.name);
      const bound = boundName(t);
      if (bound !== undefined && !bounds.has(bound)) bounds.set(bound, use);
    });
  }

  const declared = new Set(protocol.sorts.map((s) => s.name));
  const known = [...new Set([...declared, ...bounds.keys()])];
  for (const [name, size] of sizes) {
    const source = Object.hasOwn(given, name) ? {} : { span: protocol.span };
    if (!known.includes(name)) {
      const help = known.length > 0 ? `The names with a size are ${known.join(", ")}.` : "Nothing in this protocol takes a size.";
      report({ code: "T6002", severity: "error", message: `"${name}" is neither a sort nor a bounded collection of ${protocol.name}`, help, ...source });
      continue;
    }
    const least = declared.has(name) ? 1 : 0;
    if (!Number.isInteger(size) || size < least || size > most) {
      const help = `Give a whole number from ${least} to ${most}.`;
      report({ code: "T6005", severity: "error", message: `${size} is not a size for ${name}`, help, ...source });
    }
  }

  for (const s of protocol.sorts) {
    if (s.size !== null && !sizes.has(s.name)) sizes.set(s.name, s.size);
    if (sizes.has(s.name) || !usedSorts.has(s.name)) continue;
    report({ code: "T6003", severity: "error", message: `Sort ${s.name} has no size`, span: s.span, help: howToGive(s.name) });
  }
  for (const [name, use] of bounds) {
    if (sizes.has(name)) continue;
    const message = `${use.what} holds a sequence or bag without a bound`;
    report({ code: "T6004", severity: "error", message, span: use.span, help: `${howToGive(name)} Or write the bound in the type: Seq<T, 3>.` });
  }
  return { sizes, usedSorts };
}

const howToGive = (name: string): string => `Add --scope ${name}=3, or write \`static scope = { ${name}: 3 }\` in the class.`;

function boundName(type: Type): string | undefined {
  return (type.kind === "seq" || type.kind === "bag") && typeof type.max === "string" ? type.max : undefined;
}
