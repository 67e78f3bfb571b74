/**
 * Induction over paths: what holds of the first k states of every run, and after every path of k different states in
 * which all claims hold, holds of every reachable state. (A shortest run to a state where a claim is false visits no
 * state twice before its last step, and every claim holds until then.) The claims that remain rest on themselves alone.
 */
import type { Runs, Target } from "../backends/smt/runs.ts";
import type { Trace } from "../interp/trace.ts";
import type { Ask, BoundedSearch } from "./bounded.ts";
import type { Limit } from "./instance-report.ts";
import type { Prepared } from "./prepare.ts";
import { shownBy, titleOf } from "./shown-run.ts";

export interface KInduction {
  /** The k that was enough for it. */
  readonly proved: ReadonlyMap<Target, number>;
  /** Of claims that are not proved: what the last attempt ran into. */
  readonly stuck: ReadonlyMap<Target, Limit>;
}

/** @param search of the same runs; it has seen none of them yet */
export async function kInduction(most: number, runs: Runs, search: BoundedSearch, prepared: Prepared, ask: Ask): Promise<KInduction> {
  const proved = new Map<Target, number>();
  const stuck = new Map<Target, Limit>();
  for (let k = 1; k <= most; k++) {
    await search.search(k - 1);
    const pending = (): Target[] => search.open().filter((t) => (t === "failure" || t.kind !== "reachable") && !proved.has(t));
    let assumed = pending();
    for (let first = true; assumed.length > 0; first = false) {
      const claims = [...proved.keys(), ...assumed];
      const answers = await ask(k, assumed.map((t) => ({ about: `${titleOf(t)}, step case`, query: runs.breaking(k, t, claims) })));
      const holding = assumed.filter((_, i) => answers[i].kind === "unsat");
      for (const [i, t] of assumed.entries()) {
        const answer = answers[i];
        if (answer.kind === "unknown") stuck.set(t, { kind: "gave-up", reason: answer.reason });
        else if (answer.kind === "sat" && first) stuck.set(t, { kind: "not-inductive", path: pathOf(answer.model, k, t, runs, prepared) });
        else if (answer.kind === "sat" && stuck.get(t)?.kind !== "not-inductive") stuck.set(t, { kind: "not-inductive" });
      }
      if (holding.length === assumed.length) {
        for (const t of holding) proved.set(t, k);
        break;
      }
      assumed = holding;
    }
    if (pending().length === 0) break;
  }
  return { proved, stuck };
}

/** A property may be broken by being false, or by failing to evaluate. */
function pathOf(model: string, k: number, target: Target, runs: Runs, prepared: Prepared): Trace {
  const shown = shownBy(runs.read(model, k, 0), prepared, target === "failure" ? [target] : [target, "failure"], false);
  return [...shown.values()][0];
}
