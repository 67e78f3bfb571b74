/** Several requests at a time: whether each had its effect at one moment between its call and its return. */
import { bindArgs } from "../interp/disabled.ts";
import type { Protocol } from "../ir/protocol.ts";
import { explainTogether } from "./history/together.ts";
import { failed } from "./judge.ts";
import { showPlain } from "./plain.ts";
import { chosen, numbers } from "./random.ts";
import type { ConcurrentCall } from "./report.ts";
import { leaveOut, type Shrunk, startedAgain } from "./shrink.ts";
import type { Call, Place } from "./space.ts";
import { Diverged, type Plan, type Walk } from "./walk.ts";

export interface ConcurrentOptions {
  readonly seed: number;
  readonly histories: number;
}

/** Steps before several requests at a time, at most. */
const longestPrefix = 8;
/** Orders in which a smaller history is tried. */
const schedules = 6;
const replays = 3;

/** It cannot be said whether a history has an order. The message is one line. */
export class Undecided extends Error {
  override readonly name = "Undecided";
}

/** A history without an order, made small. */
export class Unordered extends Error {
  override readonly name = "Unordered";
  constructor(readonly shrunk: Shrunk) {
    super(shrunk.diverged.message);
  }
}

/** @throws Unordered; Diverged on the way to a state; Undecided, Stopped, Misfit */
export async function concurrentRuns(walk: Walk, protocol: Protocol, { seed, histories }: ConcurrentOptions, told: () => void): Promise<void> {
  const random = numbers(seed);
  const next = (): number => random.next().value;
  const { initial } = walk.space;
  for (let i = 0; i < histories; i++) {
    await walk.start(initial[next() % initial.length]);
    for (let n = next() % (longestPrefix + 1); n > 0 && walk.place.moves.length > 0; n--) await walk.move(chosen(walk.place.moves, (m) => m.call, next()));
    const calls = together(walk.place, next);
    const schedule = next();
    if (calls.length < 2) continue;
    const found = await attempt(walk, protocol, calls, schedule);
    if (found) throw new Unordered(await smaller(walk, protocol, found, calls, schedule));
    walk.covered.histories++;
    told();
  }
}

/** Requests of which the spec allows at least one: what they have effects on may be allowed afterwards. */
function together({ moves, refusals }: Place, next: () => number): Call[] {
  const allowed = moves.map((m) => m.call).filter((c) => c.request);
  if (allowed.length === 0) return [];
  const more = Array.from({ length: 1 + (next() % 3) }, () => chosen(refusals.length > 0 && next() % 3 === 0 ? refusals : allowed, (c) => c, next()));
  return [chosen(allowed, (c) => c, next()), ...more];
}

/** Makes the requests where the walk is. */
async function attempt(walk: Walk, protocol: Protocol, calls: readonly Call[], schedule: number): Promise<Diverged | undefined> {
  const { plan, place } = walk;
  const outcome = await walk.together(calls, schedule);
  const wrong = (verdict: ConstructorParameters<typeof Diverged>[1]): Diverged => new Diverged(plan, verdict);
  const names = calls.map((c) => c.action.name).join(", ");
  if (outcome.kind === "failed") {
    const never = calls.map((c): ConcurrentCall => ({ ...instanceOf(c), called: 0, returned: null, refused: false, seen: "" }));
    return wrong({ ...failed(`${names} at the same time`, outcome.failure), together: never });
  }
  const events = outcome.events.map((e, i) => ({ ...e, args: calls[i].args }));
  const explained = explainTogether(protocol, place.state, events, outcome.observed);
  if (explained.kind === "explained") return undefined;
  if (explained.kind === "unknown") throw new Undecided(explained.because);
  const shown = outcome.events.map((e, i): ConcurrentCall => ({
    ...instanceOf(calls[i]), called: e.called, returned: e.returned, refused: e.refused, seen: Object.keys(e.seen).length === 0 ? "" : showPlain(e.seen),
  }));
  const message = explained.kind === "misread"
    ? `what is shown after ${names} at the same time is not of the types of the spec: ${explained.message}`
    : `${names} at the same time: no order of them is possible in the spec`;
  return wrong({ kind: "order", message, fields: [], together: shown });
}

const instanceOf = ({ action, args }: Call): Pick<ConcurrentCall, "action" | "args" | "span"> => ({ action: action.name, args: bindArgs(action, args), span: action.span });

/** Fewer requests, after fewer steps, as long as it happens again. */
async function smaller(walk: Walk, protocol: Protocol, found: Diverged, all: readonly Call[], given: number): Promise<Shrunk> {
  let best = found, calls = all, schedule = given;
  const from = async (plan: Plan, tried: readonly Call[], order: number): Promise<Diverged | undefined> =>
    (await startedAgain(walk, plan)) ? attempt(walk, protocol, tried, order) : undefined;
  const improve = async (plan: Plan, tried: readonly Call[], orders: readonly number[]): Promise<boolean> => {
    for (const order of orders) {
      const again = await from(plan, tried, order);
      if (again?.verdict.kind === found.verdict.kind) {
        [best, calls, schedule] = [again, tried, order];
        return true;
      }
    }
    return false;
  };
  if (found.verdict.failure?.kind !== "hung") {
    const orders = [given, ...Array.from({ length: schedules }, (_, i) => i)];
    for (let at = 0; calls.length > 2 && at < calls.length;) if (!(await improve(best.plan, calls.toSpliced(at, 1), orders))) at++;
    await leaveOut(walk.space, () => best.plan, (plan) => improve(plan, calls, [schedule]));
  }
  let again = 0;
  for (let i = 0; i < replays; i++) if ((await from(best.plan, calls, schedule))?.verdict.kind === found.verdict.kind) again++;
  return { diverged: best, again, replays };
}
