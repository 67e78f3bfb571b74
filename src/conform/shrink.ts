/** Runs that show a divergence, made short, and how often they show it. */
import type { Call, Place, Space } from "./space.ts";
import { Diverged, type Plan, type Taken, type Walk } from "./walk.ts";

/** Runs that are tried. Each answer that never comes costs its whole limit. */
const mostRuns = 150, mostHanging = 4;
/** Times that the result is replayed. */
const replays = 3;

export interface Shrunk {
  readonly diverged: Diverged;
  /** Of so many replays of the same run, those that diverged in the same way. */
  readonly again: number;
  readonly replays: number;
}

/**
 * @param places what is known of the instance, all of it or nothing
 * @throws Stopped
 */
export async function shrink(walk: Walk, found: Diverged, places: readonly Place[]): Promise<Shrunk> {
  const shrinking = new Shrinking(walk, found);
  await shrinking.byShortestPath(places);
  await shrinking.byLeavingOut();
  let again = 0;
  const most = found.verdict.kind === "failed" && found.verdict.failure?.kind === "hung" ? 1 : replays;
  for (let i = 0; i < most; i++) if (await replay(walk, shrinking.best.plan, found.verdict.kind)) again++;
  return { diverged: shrinking.best, again, replays: most };
}

/** The divergence of the same kind that a run ends with; it may come earlier than it did. */
async function replay(walk: Walk, plan: Plan, kind: string): Promise<Diverged | undefined> {
  try {
    await follow(walk, plan);
    return undefined;
  } catch (error) {
    if (error instanceof Diverged) return error.verdict.kind === kind ? error : undefined;
    throw error;
  }
}

/** @returns whether all went well @throws Stopped, Misfit */
export async function startedAgain(walk: Walk, plan: Plan): Promise<boolean> {
  try {
    await follow(walk, plan);
    return true;
  } catch (error) {
    if (error instanceof Diverged) return false;
    throw error;
  }
}

async function follow(walk: Walk, { initial, calls }: Plan): Promise<void> {
  await walk.start(initial);
  for (const { call, to } of calls) {
    const move = to && walk.place.moves.find((m) => m.call === call);
    if (move) await walk.move(move);
    else await walk.refuse(call);
  }
}

class Shrinking {
  best: Diverged;
  private left: number;

  constructor(private readonly walk: Walk, found: Diverged) {
    this.best = found;
    this.left = found.verdict.failure?.kind === "hung" ? mostHanging : mostRuns;
  }

  async byShortestPath(places: readonly Place[]): Promise<void> {
    const { initial, calls } = this.best.plan;
    const last = calls.at(-1);
    if (!last || places.length === 0) return;
    const before = calls.slice(0, -1).reduce((at, c) => c.to ?? at, initial);
    const shortest = shortestTo(this.walk.space.initial, before);
    if (shortest && shortest.calls.length + 1 < calls.length) await this.improve({ initial: shortest.initial, calls: [...shortest.calls, last] });
  }

  byLeavingOut(): Promise<void> {
    return leaveOut(this.walk.space, () => this.best.plan, (plan) => this.improve(plan));
  }

  private async improve(plan: Plan): Promise<boolean> {
    if (this.left-- <= 0) return false;
    const diverged = await replay(this.walk, plan, this.best.verdict.kind);
    if (diverged) this.best = diverged;
    return diverged !== undefined;
  }
}

/**
 * Leaves out parts of a run, the larger first.
 * @param improve whether the shorter run will do; `best` is that run from then on
 */
export async function leaveOut(space: Space, best: () => Plan, improve: (plan: Plan) => Promise<boolean>): Promise<void> {
  for (let size = Math.max(1, best().calls.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < best().calls.length;) {
      const { initial, calls } = best();
      const shorter = valid(space, initial, calls.toSpliced(at, size).map((c) => c.call));
      if (!shorter || !(await improve(shorter))) at += size;
    }
  }
}

/** The calls as the spec has them from there; undefined where one has no meaning. */
function valid(space: Space, initial: Place, calls: readonly Call[]): Plan | undefined {
  const taken: Taken[] = [];
  let at = initial;
  for (const call of calls) {
    const to = space.after(at, call);
    if (to === undefined) return undefined;
    taken.push({ call, to });
    at = to ?? at;
  }
  return { initial, calls: taken };
}

/** Undefined where there is no way. */
export function shortestTo(initial: readonly Place[], goal: Place): Plan | undefined {
  const cameFrom = new Map<Place, { readonly from: Place; readonly taken: Taken } | null>(initial.map((p) => [p, null]));
  for (const place of cameFrom.keys()) {
    if (place === goal) {
      const calls: Taken[] = [];
      let at = place;
      for (let step = cameFrom.get(at); step; step = cameFrom.get(at)) {
        calls.unshift(step.taken);
        at = step.from;
      }
      return { initial: at, calls };
    }
    for (const { call, to } of place.moves) if (!cameFrom.has(to)) cameFrom.set(to, { from: place, taken: { call, to } });
  }
  return undefined;
}
