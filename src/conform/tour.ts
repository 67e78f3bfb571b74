/** Takes an implementation through every transition of an instance, and asks it for everything that it has to refuse, with few new starts. */
import type { Call, Move, Place } from "./space.ts";
import type { Walk } from "./walk.ts";

/** After so many steps a new run begins where something new was done in this one, so that what goes wrong is found again soon. */
const longest = 400;

/** Of requests that have to be refused, how many are made in all. Beyond that, of each state some. */
const mostRefusals = 10_000;

/**
 * @param places everything within reach
 * @throws Diverged, Stopped, Misfit
 */
export async function tour(walk: Walk, places: readonly Place[], told: () => void): Promise<void> {
  const tour = new Tour(walk, places);
  while (await tour.next()) told();
}

class Tour {
  /** What is left to do in each place. */
  private readonly moves = new Map<Place, Set<Move>>();
  private readonly refusals = new Map<Place, readonly Call[]>();
  private readonly into = new Map<Place, Place[]>();
  /** Steps to the nearest place where something was left when this was computed: never more than they are. */
  private distance = new Map<Place, number>();
  /** Whether there is a run at all, and whether it has done anything new. */
  private started = false;
  private fresh = false;

  constructor(private readonly walk: Walk, private readonly places: readonly Place[]) {
    const each = Math.max(1, Math.floor(mostRefusals / places.length));
    for (const place of places) {
      this.moves.set(place, new Set(place.moves));
      const asked = some(place.refusals, each, place.id);
      if (asked.length > 0) this.refusals.set(place, asked);
      for (const { to } of place.moves) {
        const from = this.into.get(to);
        if (from) from.push(place);
        else this.into.set(to, [place]);
      }
    }
    this.measure();
  }

  /** @returns whether there may be more to do */
  async next(): Promise<boolean> {
    const { walk } = this;
    if (!this.started || (this.fresh && walk.length >= longest)) return this.restart();
    const { place } = walk;
    const refusals = this.refusals.get(place);
    if (refusals) {
      for (const call of refusals) await walk.refuse(call);
      this.refusals.delete(place);
      this.fresh = true;
    }
    const [open] = this.moves.get(place)!;
    if (open) {
      this.fresh = true;
      return this.take(open);
    }
    if (this.distance.get(place) === 0) this.measure();
    const near = this.distance.get(place) ?? Infinity;
    if (near > 1 + Math.min(...walk.space.initial.map((p) => this.distance.get(p) ?? Infinity))) return this.restart();
    if (near === Infinity) return false;
    return this.take(place.moves.find((m) => (this.distance.get(m.to) ?? Infinity) < near)!);
  }

  private async take(move: Move): Promise<boolean> {
    this.moves.get(this.walk.place)!.delete(move);
    await this.walk.move(move);
    return true;
  }

  private async restart(): Promise<boolean> {
    this.measure();
    const [nearest] = this.walk.space.initial.toSorted((a, b) => (this.distance.get(a) ?? Infinity) - (this.distance.get(b) ?? Infinity));
    if (this.distance.get(nearest) === undefined) return false;
    this.started = true;
    this.fresh = false;
    await this.walk.start(nearest);
    return true;
  }

  private measure(): void {
    const found = this.places.filter((p) => this.moves.get(p)!.size > 0 || this.refusals.has(p));
    this.distance = new Map(found.map((p) => [p, 0]));
    for (const place of found) {
      for (const from of this.into.get(place) ?? []) {
        if (this.distance.has(from)) continue;
        this.distance.set(from, this.distance.get(place)! + 1);
        found.push(from);
      }
    }
  }
}

/** Others in every place, in turn. */
function some(calls: readonly Call[], most: number, turn: number): readonly Call[] {
  if (calls.length <= most) return calls;
  return Array.from({ length: most }, (_, i) => calls[(turn * most + i) % calls.length]);
}
