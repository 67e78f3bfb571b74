/** A thread with a solver in it: gets questions, posts answers. */
import { parentPort, workerData } from "node:worker_threads";
import { SolverTextError } from "../contract/solver.ts";
import type { Reply, Request, Start } from "./worker-messages.ts";
import { loadZ3 } from "./z3.ts";

const z3 = await loadZ3((workerData as Start).memoryMegabytes);
const post = (reply: Reply): void => parentPort!.postMessage(reply, []);

parentPort!.on("message", ({ id, query, budget }: Request) => {
  try {
    post({ id, answer: z3.ask(query, budget) });
  } catch (error) {
    if (error instanceof SolverTextError) post({ id, rejected: error.message });
    // Whatever state the solver is in after an abort, it is not to be trusted with another question.
    else throw error;
  }
});
post({ ready: z3.version });
