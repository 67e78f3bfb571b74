/** The protocol does not notice its ghosts: without them, the states, steps and findings are those that it has by itself. 400 seeds agree. */
import { expect, test } from "vitest";
import { explore, type Exploration } from "../../src/interp/explore.ts";
import { successors } from "../../src/interp/step.ts";
import { type State, stateKey, valueKey } from "../../src/interp/value.ts";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { type Ghosted, withGhosts } from "./arbitrary-ghosts.ts";

const most = 40;

/** What is seen of an exploration without the fields after the first `width`. */
function seen(protocol: Protocol, { states, findings }: Exploration, width: number): object {
  const key = (state: State): string => stateKey(state.slice(0, width));
  const steps = states.flatMap((s) => [...successors(protocol, s)].map((x) => `${key(s)} ${x.action.name} ${x.args.map(valueKey).join()} ${"next" in x ? key(x.next) : x.failure.reason}`));
  return {
    states: [...new Set(states.map(key))].toSorted(), steps: [...new Set(steps)].toSorted(),
    findings: findings.map((f) => `${JSON.stringify(f.claim)} ${f.failure?.reason} ${f.states.length} ${f.states.at(-1) && key(f.states.at(-1)!)}`).toSorted(),
  };
}

/** Undefined where there are too many states to compare. */
function compared({ protocol, ghosted, choice }: Ghosted): { readonly own: object; readonly without: object; readonly states: number } | undefined {
  try {
    const [plain, with_] = [protocol, ghosted].map((p) => instantiate(p, choice));
    const own = explore(plain, { maxStates: most }), all = explore(with_, { maxStates: 4 * most });
    if (own.end !== "complete" || all.end !== "complete") return undefined;
    return { own: seen(plain, own, plain.state.length), without: seen(with_, all, plain.state.length), states: all.distinctStates - own.distinctStates };
  } catch (error) {
    // Too many values of a type.
    if (error instanceof DiagnosticsError || error instanceof RangeError) return undefined;
    throw error;
  }
}

test("of random protocols", () => {
  let taken = 0, refused = 0, alike = 0, remembered = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const made = withGhosts(seed);
    expect(problemsOf(made.ghosted), `seed ${seed}`).toEqual([]);
    taken += made.taken;
    refused += made.refused;
    const both = made.taken > 0 ? compared(made) : undefined;
    if (!both) continue;
    expect(both.without, `seed ${seed}`).toEqual(both.own);
    alike++;
    if (both.states > 0) remembered++;
  }
  expect(taken).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(60);
  expect(alike).toBeGreaterThan(15);
  expect(remembered).toBeGreaterThan(8);
});

test("is found out, that a ghost is noticed", () => {
  let different = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const both = compared(withGhosts(seed, true));
    if (both && JSON.stringify(both.own) !== JSON.stringify(both.without)) different++;
  }
  expect(different).toBeGreaterThan(3);
});
