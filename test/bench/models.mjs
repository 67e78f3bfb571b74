/** What `npm run bench` explores: instances of specs, each with a model of the same protocol in Promela. */
import { readFileSync } from "node:fs";
import { leaseLock } from "./spin/lease-lock.mjs";
import { paxos } from "./spin/paxos.mjs";
import { raft } from "./spin/raft.mjs";
import { raftLog } from "./spin/raft-log.mjs";
import { diningPhilosophers, peterson } from "./spin/small.mjs";
import { twoPhaseCommit } from "./spin/two-phase.mjs";

const file = (name) => () => readFileSync(new URL(`spin/${name}`, import.meta.url), "utf8");

/** As a shell would take it: scope, options. */
const instance = (spec, scope, options = {}) => ({ spec: `specs/${spec}`, scope, options });

const twoPhase = (n, states, more) => ({ id: `two-phase-commit-${n}`, name: `two-phase commit, RM=${n}`, ...instance("two-phase-commit", { RM: n }), promela: twoPhaseCommit, states, ...more });
/** As others wrote it. */
const given = (n) => ({ promela: file(`twophase${n}.pml`), hashBits: 27 });

/**
 * `states`: what both must count. `wide`: 200 bits or more. `small`: shown in one row with the others. `plot`: only for the plot.
 * `ways`: the only ones that can. `long`: only with `--long`. `hashBits`: the size of SPIN's table, where the head of its model says one.
 */
export const models = [
  twoPhase(8, 1_745_408, given(8)),
  twoPhase(9, 10_340_352, given(9)),
  twoPhase(10, 61_515_776, { ...given(10), long: true }),
  { id: "paxos-3", name: "Paxos, 3 ballots", ...instance("paxos", { Acceptor: 3, Value: 2, Ballot: 3 }), promela: paxos, states: 185_369 },
  { id: "paxos-4", name: "Paxos, 4 ballots", ...instance("paxos", { Acceptor: 3, Value: 2, Ballot: 4 }), promela: paxos, states: 8_220_065 },
  { id: "raft-log", name: "the log of Raft", ...instance("raft-log", { Server: 3, Term: 5, Index: 2 }), promela: raftLog, states: 413_772 },
  { id: "paxos-wide", name: "Paxos, 5 values", wide: true, ...instance("paxos", { Acceptor: 3, Value: 5, Ballot: 3 }), promela: paxos, states: 947_129 },
  { id: "raft-wide", name: "Raft, 6 servers", wide: true, ...instance("raft", { Server: 6, Term: 2 }, { places: 2 }), promela: raft, states: 1_068_672 },
  { id: "lease-wide", name: "lease with clocks", wide: true, ...instance("lease-lock", { Machine: 4, Token: 7 }), promela: leaseLock, states: 2_608_913 },
  { id: "peterson", name: "Peterson", small: true, ...instance("peterson", {}), promela: peterson, states: 42 },
  { id: "dining", name: "dining philosophers", small: true, ...instance("dining-philosophers", { Seat: 7 }), promela: diningPhilosophers, states: 259 },
  { id: "paxos-tiny", name: "Paxos, 1 acceptor", small: true, ...instance("paxos", { Acceptor: 1, Value: 1, Ballot: 2 }), promela: paxos, states: 25 },
  twoPhase(3, 288, { ...given(3), small: true, hashBits: 20 }),
  twoPhase(6, 50_816, { plot: true }),
  twoPhase(7, 296_448, { plot: true }),
  ...[12, 16, 20, 25, 30].map((n) => twoPhase(n, undefined, { plot: true, ways: ["symmetry"] })),
];

/** The arguments of `tenet check` that choose the instance. */
export function instanceArguments({ spec, scope, options }) {
  const pairs = (values) => Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [spec, ...pairs(scope).flatMap((pair) => ["--scope", pair]), ...pairs(options).flatMap((pair) => ["--option", pair])];
}

export const promelaOf = ({ promela, scope, options }) => promela({ ...scope, ...options });
