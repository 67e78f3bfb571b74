/** Applies a scope and options: after this pass every sort has a size, every bound is a number, every state is finite. */
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Sorts } from "../interp/env.ts";
import type { Options, Protocol, SortDecl } from "../ir/protocol.ts";
import { rebuildProtocol } from "../ir/rebuild.ts";
import type { Type } from "../ir/type.ts";
import { mapType } from "../ir/visit-type.ts";
import { checkChoices, checkEnumerable } from "./enumerable.ts";
import { resolveOptions } from "./options.ts";
import type { Pass } from "./runner.ts";
import { resolveScope, type Sizes } from "./scope.ts";
import { typeUses } from "./type-uses.ts";

/** What an explicit instance can hold of an unbounded integer. Leaving it is a failure `bound`. */
const leastInt = -(2 ** 31);
const greatestInt = 2 ** 31 - 1;

export interface Choice {
  /** Sizes of sorts and bounds of sequences and bags, by name; they override the spec's own scope. */
  readonly sizes: Sizes;
  /** Values of options by the name of their field. An option without a value here or in the spec takes every value. */
  readonly options: Options;
}

export const instantiatePass = (choice: Choice): Pass => ({
  name: "instantiate",
  needs: [],
  gives: ["sized"],
  breaks: ["simplified"],
  run: (protocol) => instantiate(protocol, choice),
});

/**
 * The instance of a protocol: sorts have sizes (those that no type mentions are dropped), bounds are numbers, chosen
 * options are initial values, and every unbounded integer in the state is bounded by 32 bits.
 * @throws DiagnosticsError (T6xxx) with everything that is wrong with the choice, or too large to be enumerated
 */
export function instantiate(protocol: Protocol, choice: Choice): Protocol {
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): void => void diagnostics.push(d);
  const settled = (): void => {
    if (diagnostics.length > 0) throw new DiagnosticsError(diagnostics);
  };

  const uses = typeUses(protocol);
  const scope = resolveScope(protocol, choice.sizes, uses, report);
  const chosen = resolveOptions(protocol, choice.options, report);
  settled();

  const sizeOf = (name: string): number => scope.sizes.get(name)!;
  const type = (t: Type): Type =>
    mapType(t, (part) => ((part.kind === "seq" || part.kind === "bag") && typeof part.max === "string" ? { ...part, max: sizeOf(part.max) } : part));
  const declarations = protocol.sorts.filter((s) => scope.usedSorts.has(s.name)).map((s): SortDecl => ({ ...s, size: sizeOf(s.name) }));
  const sorts: Sorts = new Map(declarations.map((s) => [s.name, s]));
  const state = protocol.state.map((f) => ({ ...f, initial: chosen.get(f.name) ?? f.initial }));
  const chosenUses = uses.map((u) => ({ ...u, type: type(u.type) }));
  checkEnumerable(chosenUses, sorts, report);
  settled();

  const instance = rebuildProtocol(
    { ...protocol, sorts: declarations, scope: Object.fromEntries(scope.sizes), state, designs: [] },
    { type, fieldType: (f) => mapType(type(f.type), bounded) },
  );
  checkChoices(instance, sorts, report);
  settled();
  return instance;
}

function bounded(type: Type): Type {
  return type.kind === "int" ? { ...type, lo: type.lo ?? leastInt, hi: type.hi ?? greatestInt } : type;
}
