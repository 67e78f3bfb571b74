/**
 * What is said of a change against states at hand, reachable or not: where nothing is said of a property or an action, none of them may
 * be one in which less is promised, or less happens. What is found instead is thrown.
 */
import { envOf, sortsOf } from "../../src/interp/env.ts";
import { holds } from "../../src/interp/eval.ts";
import { explore } from "../../src/interp/explore.ts";
import { Failure } from "../../src/interp/failure.ts";
import { argumentsOf, runAction } from "../../src/interp/step.ts";
import { sameState, type State } from "../../src/interp/value.ts";
import type { Property, PropertyKind, Protocol } from "../../src/ir/protocol.ts";
import type { Finding } from "../../src/gate/finding.ts";
import { shared } from "../../src/gate/semantic/weakened.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { choicesOf } from "../../src/pipeline/find-violations.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import { someStates, used } from "./prove-compare.ts";

export interface SemanticCounts { changes: number; silent: number; errors: number; unknown: number; states: number; steps: number }

const mostStates = 40, mostSteps = 60, mostChoices = 10_000;

export function compareSilence({ choice }: RandomProtocol, base: Protocol, head: Protocol, findings: readonly Finding[], counts: SemanticCounts): void {
  const at = (p: Protocol): Protocol => instantiate(p, { sizes: used(choice.sizes, p), options: {} });
  // A size that only one version needs is not given to the other.
  if (JSON.stringify(used(choice.sizes, base)) !== JSON.stringify(used(choice.sizes, head))) return;
  const before = at(base), after = at(head);
  if (choicesOf(before) > mostChoices || choicesOf(after) > mostChoices || before.state.length !== after.state.length) return;
  const spoken = new Set(findings.filter((f) => f.level === "error" || f.rule === "renamed").map((f) => f.subject));
  const silent = (p: { readonly name: string }): boolean => !spoken.has(p.name);
  const known = shared({ base: before, head: after });
  const truth = (p: Protocol, body: Property["body"], s: State, next: State | null = null): boolean | undefined => {
    try {
      return holds(body, envOf(p, s, next));
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  };
  const all = (p: Protocol, kind: PropertyKind): Property[] => p.properties.filter((q) => q.kind === kind);
  const wrong = (what: string, ...states: readonly State[]): never => {
    throw new Error(`nothing is said of it: ${what}\n${states.map((s) => JSON.stringify(s)).join("\n")}`);
  };
  const allowed = (s: State): boolean => known.every((k) => truth(after, k, s) === true) && all(after, "invariant").every((p) => truth(after, p.body, s) === true);

  const states = [before, after].flatMap((p) => explore({ ...p, properties: [] }, { maxStates: mostStates, deadlock: "ignore" }).states).concat(someStates(before));
  for (const [i, s] of states.entries()) {
    if (!known.every((k) => truth(after, k, s) === true)) continue;
    counts.states++;
    if (all(before, "constraint").every((p) => truth(before, p.body, s) === true)) {
      for (const p of all(after, "constraint")) if (silent(p) && truth(after, p.body, s) !== true) wrong(`constraint ${p.name}`, s);
    }
    if (allowed(s)) {
      for (const p of all(before, "invariant")) if (silent(p) && truth(before, p.body, s) !== true) wrong(`invariant ${p.name}`, s);
      for (const p of all(before, "reachable")) {
        const now = all(after, "reachable").find((q) => q.name === p.name);
        if (now && silent(p) && truth(after, now.body, s) === true && truth(before, p.body, s) !== true) wrong(`reachable ${p.name}`, s);
      }
      const next = states[(i * 7 + 3) % states.length];
      if (allowed(next) && all(after, "step").every((p) => truth(after, p.body, s, next) === true)) {
        for (const p of all(before, "step")) if (silent(p) && truth(before, p.body, s, next) !== true) wrong(`step ${p.name}`, s, next);
      }
    }
    for (const action of before.actions) {
      const now = after.actions.find((a) => a.name === action.name);
      const changed = findings.some((f) => f.subject === action.name);
      if (!now || spoken.has(action.name)) continue;
      let tried = 0;
      for (const args of argumentsOf(action, sortsOf(before))) {
        if (++tried > mostSteps) break;
        const was = runAction(before, s, action, args), is = runAction(after, s, now, args);
        if (was.kind !== "step") continue;
        counts.steps++;
        if (is.kind === "blocked") wrong(`${action.name} is possible`, s);
        if (is.kind === "step" && !changed && !sameState(was.next, is.next)) wrong(`${action.name} does something else`, s, was.next, is.next);
      }
    }
  }
}
