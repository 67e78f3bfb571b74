/** Runs passes in an order that their needs allow, and checks what each one made. */
import { InternalError } from "../base/assert-never.ts";
import type { Protocol } from "../ir/protocol.ts";
import { assertWellFormed } from "../ir/well-formed.ts";

/** What is known of a protocol. */
export type Fact =
  /** Sorts have sizes, bounds are numbers, the state is finite. */
  | "sized"
  /** What literals decide is decided. */
  | "simplified"
  /** Each implication among the invariants has its `antecedent of …`. */
  | "antecedents";

export interface Pass {
  readonly name: string;
  readonly needs: readonly Fact[];
  readonly gives: readonly Fact[];
  /** Facts that no longer hold afterwards. */
  readonly breaks?: readonly Fact[];
  run(protocol: Protocol): Protocol;
}

/**
 * @throws InternalError where a pass lacks what it needs, or makes an ill-formed protocol; and whatever a pass throws
 */
export function runPasses(protocol: Protocol, passes: readonly Pass[]): Protocol {
  const facts = new Set<Fact>();
  assertWellFormed(protocol, "the front end");
  let result = protocol;
  for (const pass of passes) {
    const missing = pass.needs.filter((f) => !facts.has(f));
    if (missing.length > 0) throw new InternalError(`pass ${pass.name} needs ${missing.join(", ")}`);
    result = pass.run(result);
    assertWellFormed(result, `pass ${pass.name}`);
    for (const f of pass.breaks ?? []) facts.delete(f);
    for (const f of pass.gives) facts.add(f);
  }
  return result;
}
