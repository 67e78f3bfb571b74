/** A thread that takes part in the blocks of a search. Everything that it says, it says in the shared memory. */
import { workerData } from "node:worker_threads";
import { type Hand, handOf, type HandData, phaseNames } from "./hand.ts";

const data = workerData as HandData;
const cells = new Int32Array(data.memory.buffer);
const { go, phase, done } = data.cells;

const hand: Hand = handOf(data);
let seen = 0;
Atomics.add(cells, done >>> 2, 1);
Atomics.notify(cells, done >>> 2);
for (;;) {
  Atomics.wait(cells, go >>> 2, seen);
  seen = Atomics.load(cells, go >>> 2);
  const name = phaseNames[Atomics.load(cells, phase >>> 2)];
  if (name === "end") break;
  // What goes wrong here ends the thread, which whoever waits for it hears of.
  hand[name]();
  Atomics.add(cells, done >>> 2, 1);
  Atomics.notify(cells, done >>> 2);
}
