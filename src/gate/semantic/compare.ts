/**
 * What a change does to what a protocol promises. Whatever a protocol promised and no longer does is found: where nothing is said of a
 * property or of an action, it is as it was, or it was shown to promise as much.
 */
import type { Compiled } from "../../frontend/protocol.ts";
import { Session, type SessionOptions } from "../../pipeline/proof-session.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { withKnown } from "../../passes/simplify.ts";
import type { Finding } from "../finding.ts";
import { changedActions } from "./actions.ts";
import { aligned } from "./align.ts";
import { canonicalProtocol } from "./canonical.ts";
import { changedExtent, smallerBudgets } from "./extent.ts";
import { idle } from "./idle.ts";
import { changedLiveness } from "./liveness.ts";
import { grown } from "./grown.ts";
import { Questions } from "./questions.ts";
import { restrictions } from "./restrictions.ts";
import { withRuns } from "./runs.ts";
import { changedStart } from "./start.ts";
import { type Found, found, inBase, inHead, type Pair } from "./subject.ts";
import { weakened } from "./weakened.ts";

export interface CompareOptions extends Pick<SessionOptions, "timeoutMs" | "seed" | "solver" | "parallel" | "makeSolver" | "signal"> {
  /** Folder of the spec, from the root of the repository. */
  readonly about: string;
  /** Where a small instance is searched, so many states of it at most. */
  readonly maxStates?: number;
}

/** For one question. */
const timeoutMs = 5_000;

/**
 * Both compiled without their proofs, which may change freely. Spans are as compiled: where `inBase`, of the base's files.
 * @throws InternalError, SolverMissing: the comparison was not made
 */
export async function compareProtocols(base: Compiled, head: Compiled, options: CompareOptions): Promise<readonly Finding[]> {
  const { about, maxStates, ...session } = options;
  if (canonicalProtocol(base.protocol) === canonicalProtocol(head.protocol)) return [];
  const asking = new Session({ timeoutMs, ...session }, undefined);
  try {
    const named = aligned(base.protocol, head.protocol);
    const pair: Pair = {
      base: simpler(named.base), head: simpler(head.protocol), questions: new Questions(asking),
      ...(options.signal && { signal: options.signal }), ...(maxStates !== undefined && { maxStates }),
    };
    const all = [...(await differences(pair)), ...named.notes, ...(options.signal?.aborted ? [unfinished(pair)] : [])];
    return distinct(all).map((f) => ({ ...f, about }));
  } finally {
    await asking.close();
  }
}

/** Helpers in their places, and without what literals decide. */
const simpler = (protocol: Protocol): Protocol => withKnown(protocol, new Map());

async function differences(pair: Pair): Promise<Found[]> {
  const budgets = smallerBudgets(pair);
  const { lost, notes } = await weakened(pair);
  return [
    ...(await withRuns(pair, lost)), ...notes, ...(await restrictions(pair)), ...(await changedActions(pair)), ...changedLiveness(pair), ...(await atGrownTypes(pair)), ...budgets.findings,
    ...(await changedStart(pair, budgets.options)), ...changedExtent(pair), ...(await idle(pair)),
  ];
}

/** The same questions where types have more values than before. */
async function atGrownTypes(pair: Pair): Promise<Found[]> {
  const larger = grown(pair.base, pair.head);
  if (!larger) return [];
  const again: Pair = { ...pair, base: larger.base };
  const { lost, notes } = await weakened(again);
  const all = [...(await withRuns(again, lost)), ...notes, ...(await restrictions(again)), ...(await changedActions(again))];
  return [...all.filter((f) => f.level !== "note"), ...larger.unreadable.map((p) =>
    found("property-changed", "error", p.name, `${p.name} is about types that are others now, and it is not known what it says of their new values`, inBase(p)))];
}

/** What was interrupted has not found everything. */
const unfinished = ({ head }: Pair): Found => found("undecided", "error", head.name, `what the change does to ${head.name} was not looked at to the end`, inHead(head));

/** The same may be found in more than one way: the first is kept. */
const distinct = (all: readonly Found[]): Found[] => [...new Map(all.toReversed().map((f) => [`${f.rule} ${f.subject}`, f])).values()].toReversed();
