/** A thread that searches for clauses on one instance. */
import { parentPort } from "node:worker_threads";
import type { GroundSolver } from "../contract/ground.ts";
import { openGround } from "../sat/ground-solver.ts";
import { NotGround } from "../sat/tokens.ts";
import { loadZ3 } from "../smt/z3.ts";
import type { FiniteTask } from "./finite-problem.ts";
import { FiniteSearch } from "./finite.ts";
import type { FiniteReply, FiniteRequest } from "./thread-messages.ts";

const megabytes = 1500;
/** Of an integer of the state. What needs greater ones to be refuted is refuted by the proof for any size. */
const integerBits = 8;
const progressMs = 200;

const post = (reply: FiniteReply): void => parentPort!.postMessage(reply, []);
let search: FiniteSearch | undefined;

/** One solver for each text; texts with products or quotients need the general one, which takes longer to start and to answer. */
async function solversOf({ problem }: FiniteTask): Promise<(text: string) => GroundSolver> {
  const made = new Map<string, GroundSolver>();
  for (const { text } of problem.steps) made.set(text, propositional(text) ?? (await loadZ3(megabytes)).open(text, 0));
  return (text) => made.get(text)!;
}

function propositional(text: string): GroundSolver | undefined {
  try {
    return openGround(text, integerBits);
  } catch (error) {
    if (error instanceof NotGround) return undefined;
    throw error;
  }
}

async function answer(request: FiniteRequest): Promise<FiniteReply> {
  if (request.kind === "run") search = new FiniteSearch(request.task, await solversOf(request.task));
  let last = 0;
  const progress = (needed: number): void => {
    const now = performance.now();
    if (now - last < progressMs) return;
    last = now;
    post({ kind: "progress", needed });
  };
  if (!search) throw new Error("nothing to revise");
  const result = request.kind === "run" ? search.run(progress) : search.revise(request.revision, progress);
  return { kind: "found", result, queries: search.queries };
}

// What goes wrong here ends the thread, which whoever waits for it hears of.
parentPort!.on("message", (request: FiniteRequest) => void answer(request).then(post, (error: unknown) => setImmediate(() => { throw error; })));
