import { solverThread } from "../../src/pipeline/solver-thread.ts";
import { encode } from "../../src/backends/smt/goals.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { asking } from "./prove-ask.ts";
import { compareGoals } from "./prove-compare.ts";
import { newCounts, showCounts } from "./prove-counts.ts";
import { sampled } from "./prove-sample.ts";
import { compareVerdicts } from "./prove-verdicts.ts";
import { print } from "../../src/ir/print.ts";
const [a, b, p] = process.argv.slice(2).map(Number);
const solver = new ThreadSolver(solverThread());
let solverMs = 0, asks = 0;
const timed = { name: "x", ask: async (q: any, b: any) => { const t = performance.now(); const r = await solver.ask(q, b); solverMs += performance.now() - t; asks++; return r; }, close: async () => {} };
for (let seed = a; seed <= b; seed++) {
  const t0 = performance.now();
  const random = sampled(seed);
  if (p) console.log(print(random.protocol));
  const t1 = performance.now();
  encode(random.protocol);
  const t2 = performance.now();
  const counts = newCounts();
  solverMs = 0; asks = 0;
  let e1 = "";
  const ask = asking(timed as any);
  try { await compareGoals(random, ask, counts); } catch (e) { e1 += (e as Error).message.slice(0, 300); }
  const t3 = performance.now(); const s1 = solverMs;
  try { await compareVerdicts(random, ask, counts, { mostStates: 5000, statesInAll: 20_000 }); } catch (e) { e1 += (e as Error).stack!.slice(0, 1500); }
  const t4 = performance.now();
  const f = (x: number) => x.toFixed(0);
  console.log(`${seed}: gen ${f(t1 - t0)} encode ${f(t2 - t1)} goals ${f(t3 - t2)} (solver ${f(s1)}) verdicts ${f(t4 - t3)} (solver ${f(solverMs - s1)}) asks ${asks} | goals ${counts.goals} unsat ${counts.unsat} sat ${counts.sat} unk ${counts.unknown} unsup ${counts.unsupported} proved ${counts.proved} scopes ${counts.completeScopes}/${counts.scopes} states ${counts.states} ${e1}`);
}
process.exit(0);
