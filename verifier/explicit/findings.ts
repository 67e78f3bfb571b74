import type { Finding } from "../contract/search.ts";

/** No state: what an initial state was found from. */
export const noState = 0xffff_ffff;

type What = Finding["what"];

/** A finding whose path is still to be rebuilt. */
export interface Sighting {
  readonly what: What;
  /** From the initial state to the end of the path. */
  readonly steps: number;
  /** Number of the last kept state of the path, or `noState`. */
  readonly state: number;
  /** A state after that one, itself not kept. */
  readonly row: Uint32Array | undefined;
}

/** What was seen, the shortest of each property; of two as short the one seen first. */
export class Findings {
  private readonly shortest = new Map<string, Sighting>();

  /** @returns whether it is news: the first of its property, or shorter than what was known */
  note(sighting: Sighting): boolean {
    const key = keyOf(sighting.what);
    const known = this.shortest.get(key);
    if (known && known.steps <= sighting.steps) return false;
    this.shortest.delete(key);
    this.shortest.set(key, sighting);
    return true;
  }

  /** Shortest first; of the violations only the first unless `all`. */
  list(all: boolean): Sighting[] {
    const sorted = [...this.shortest.values()].toSorted((a, b) => a.steps - b.steps);
    const first = sorted.find(({ what }) => what.kind !== "reachable");
    return sorted.filter((s) => all || s === first || s.what.kind === "reachable");
  }
}

/** Equal for those of which one finding is enough. */
export function keyOf(what: What): string {
  switch (what.kind) {
    case "deadlock": return what.kind;
    case "failure": return `failure ${what.site} ${what.action}`;
    default: return `${what.kind} ${what.index}`;
  }
}
