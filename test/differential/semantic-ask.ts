/** A random change of a random protocol, and what is said of it. */
import { compareProtocols, type CompareOptions } from "../../src/gate/semantic/compare.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { Choices } from "../property/choices.ts";
import { mutated } from "../property/mutate-protocol.ts";
import { compareSilence, type SemanticCounts } from "./semantic-compare.ts";
import { sampled } from "./prove-sample.ts";

/** @throws Error with the seed, where something was not found */
export async function compareChanges(first: number, runs: number, options: Omit<CompareOptions, "about">): Promise<SemanticCounts> {
  const counts: SemanticCounts = { changes: 0, silent: 0, errors: 0, unknown: 0, states: 0, steps: 0 };
  for (let seed = first; seed < first + runs; seed++) {
    try {
      await compareChange(seed, options, counts);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
  return counts;
}

/** @param options the solver, and how long it may think */
async function compareChange(seed: number, options: Omit<CompareOptions, "about">, counts: SemanticCounts): Promise<void> {
  const random = sampled(seed), base = random.protocol;
  // Numbers that look random, the same for the same seed.
  let state = seed;
  const choices = new Choices(() => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) & 0xffff);
  const head = mutated(base, choices);
  if (problemsOf(head).length > 0) return;
  const findings = await compareProtocols({ protocol: base, warnings: [] }, { protocol: head, warnings: [] }, { about: "random", maxStates: 200, ...options });
  counts.changes++;
  const errors = findings.filter((f) => f.level === "error");
  counts[errors.length === 0 ? "silent" : "errors"]++;
  if (errors.some((f) => f.message.includes("not known"))) counts.unknown++;
  compareSilence(random, base, head, findings, counts);
}
