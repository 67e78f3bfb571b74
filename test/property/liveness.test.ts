/** Liveness of random protocols: what the check says, against every set of the interpreter's states tried. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { envOf, sortsOf } from "../../src/interp/env.ts";
import { holds } from "../../src/interp/eval.ts";
import { explore } from "../../src/interp/explore.ts";
import { Failure } from "../../src/interp/failure.ts";
import { argumentsOf, initialStates, runAction } from "../../src/interp/step.ts";
import { sameState, type State, stateKey } from "../../src/interp/value.ts";
import { parse } from "../../src/ir/parse.ts";
import type { Liveness, Protocol } from "../../src/ir/protocol.ts";
import type { Choice } from "../../src/passes/instantiate.ts";
import { livenessOf } from "../../src/pipeline/liveness.ts";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import { protocolsOf, randomProtocol } from "./arbitrary-protocol.ts";
import { isViolated, type Small, type Step } from "./naive-liveness.ts";

/** More of them: LIVENESS_RUNS=10000 npx vitest run test/property/liveness.test.ts */
const runs = Number(process.env.LIVENESS_RUNS ?? 160);

/** As after a search that saw every state. */
const complete = { end: "complete", completeDepth: 0, visited: "exact", constrained: false, findings: [] } as const;

const arbitrary = protocolsOf((c) => {
  const random = randomProtocol(c);
  // Nothing is said of runs within a constraint.
  return { ...random, protocol: { ...random.protocol, properties: random.protocol.properties.filter((p) => p.kind !== "constraint") } };
});

/** The states and steps that the interpreter sees. */
function smallOf(instance: Protocol, states: readonly State[]): Small {
  const numbers = new Map(states.map((s, i) => [stateKey(s), i]));
  const steps = states.flatMap((state, from) => instance.actions.flatMap((action, a) => [...argumentsOf(action, sortsOf(instance))].flatMap((args, instanceNumber): Step[] => {
    const outcome = runAction(instance, state, action, args);
    return outcome.kind === "step" && !sameState(outcome.next, state) ? [{ from, to: numbers.get(stateKey(outcome.next))!, action: a, instance: instanceNumber }] : [];
  })));
  const initial = [...initialStates(instance)].flatMap((i) => ("state" in i ? [numbers.get(stateKey(i.state))!] : []));
  return { count: states.length, initial: [...new Set(initial)], steps, fair: instance.actions.map((a) => a.fair ?? null) };
}

/** For some choice; `fails` where a predicate does, `large` where it is too much to try. */
function naively(instance: Protocol, states: readonly State[], small: Small, { params, from, to }: Liveness): boolean | "fails" | "large" {
  let large = false;
  for (const args of argumentsOf({ params }, sortsOf(instance))) {
    const environments = states.map((s) => {
      const env = envOf(instance, s);
      params.forEach((p, i) => env.locals.set(p.name, args[i]));
      return env;
    });
    try {
      const violated = isViolated(small, from === null ? undefined : environments.map((e) => holds(from, e)), environments.map((e) => holds(to, e)));
      if (violated) return true;
      large ||= violated === undefined;
    } catch (error) {
      if (error instanceof Failure) return "fails";
      throw error;
    }
  }
  return large ? "large" : false;
}

const counts = { violated: 0, rests: 0, loops: 0, strong: 0, args: 0, holds: 0, fails: 0 };

/** @param protocol at these sizes, with few states */
async function compare(protocol: Protocol, { sizes, options }: Choice): Promise<void> {
  const prepared = prepareCompiled({ protocol, warnings: [] }, { scope: sizes, options });
  const { instance } = prepared;
  const explored = explore({ ...instance, properties: [] }, { maxStates: 40, deadlock: "ignore" });
  if (explored.end !== "complete" || explored.distinctStates < 2 || explored.findings.length > 0) return;
  const { reports, failures } = await livenessOf(prepared, { maxStates: 40 }, complete, {});
  const small = smallOf(instance, explored.states);
  const expected = instance.liveness.map((l) => naively(instance, explored.states, small, l));
  for (const [i, { verdict, trace }] of reports.entries()) {
    const violated = expected[i];
    if (violated === "large") continue;
    // What fails in one property leaves those after it undecided.
    if (violated === "fails" || (verdict === "unknown" && expected.slice(0, i).includes("fails"))) {
      expect(verdict === "unknown" ? failures.length : verdict).toBe(verdict === "unknown" ? 1 : "violated");
      counts.fails++;
      continue;
    }
    expect(verdict).toBe(violated ? "violated" : "exhaustive");
    counts[violated ? "violated" : "holds"]++;
    if (!trace || !("loop" in trace.end)) continue;
    counts[trace.end.loop < trace.steps.length ? "loops" : "rests"]++;
    if (trace.end.args.length > 0) counts.args++;
    if (trace.end.fair.some((f) => f.fairness === "strong")) counts.strong++;
  }
}

test("agrees with every set of states tried, on random protocols with all of the language", async () => {
  await fc.assert(fc.asyncProperty(arbitrary, async ({ protocol, choice }) => {
    if (protocol.liveness.length > 0) await compare(protocol, choice);
  }), { numRuns: runs / 5, seed: 7 });
});

/** A switch with few positions, and two nodes with one bit each; what actions do is drawn. */
const machine = (draw: <T>(...of: readonly T[]) => T): Protocol => {
  let bound = 0;
  const condition = (n: string): string => draw(
    `(eq .place ${draw(0, 1, 2)})`, `(not (eq .place ${draw(0, 1, 2)}))`, `(at .bit ${n})`, `(not (at .bit ${n}))`, `(fold exists m${bound++} (type (sort Node)) (at .bit m${bound - 1}))`, "true",
  );
  const assign = (): string => draw(`(assign [state place] (cast ${draw(0, 1, 2)} (int 0 2)))`, "(assign [state place] (cast (arith mod (arith add .place 1) 3) (int 0 2)))", `(assign [state bit (at n)] ${draw("true", "false", "(not (at .bit n))")})`);
  const action = (i: number): string => {
    const body = [`(require ${condition("n")})`, assign(), ...draw([], [assign()])];
    return `(action act${i} "" [(n (sort Node))] {${body.join(" ")}}${draw("", " weak", " weak", " strong")})`;
  };
  const live = draw(`(eventually live "" [(k (sort Node))] ${condition("k")})`, `(leadsTo live "" [(k (sort Node))] ${condition("k")} ${condition("k")})`);
  return parse(`(protocol Machine "" (scope (Node 2)) (sort Node unordered _) (variable place (int 0 2) (cast 0 (int 0 2)))
    (variable bit (map total (sort Node) bool) (fill false (map total (sort Node) bool))) ${Array.from({ length: draw(2, 3, 4) }, (_, i) => action(i)).join(" ")} ${live})`);
};

test("agrees with every set of states tried, on random switches", async () => {
  await fc.assert(fc.asyncProperty(fc.infiniteStream(fc.nat(719)), (numbers) => {
    const protocol = machine((...of) => of[numbers.next().value! % of.length]);
    return compare(protocol, { sizes: {}, options: {} });
  }), { numRuns: runs, seed: 7 });
  if (process.env.LIVENESS_RUNS) console.log(counts);
  const { fails: _, ...told } = counts;
  expect(Math.min(...Object.values(told)), JSON.stringify(counts)).toBeGreaterThan(2);
});
