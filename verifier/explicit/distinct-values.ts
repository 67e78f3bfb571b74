/** How many different values a part of the states takes: exactly, up to a bound beyond which it is only said to be passed. */
import { MemoryBudget } from "./memory.ts";
import { ExactSpace } from "./space.ts";

/** Part of a packed state: the bits of `mask` in each of these words. */
export type PackedBits = readonly { readonly word: number; readonly mask: number }[];

/** Values that are counted, and of how many it is enough to say that there are more. */
export const mostValues = 2 ** 16;
const batch = 64;

export class DistinctValues {
  private readonly pending: Uint32Array;
  private readonly space: ExactSpace;
  private waiting = 0;
  private full = false;

  constructor(private readonly part: PackedBits) {
    this.pending = new Uint32Array(batch * part.length);
    this.space = new ExactSpace(part.length, batch, new MemoryBudget(Infinity));
  }

  add(states: Uint32Array, offset: number): void {
    if (this.full) return;
    const { part, pending } = this;
    let at = this.waiting * part.length;
    for (const { word, mask } of part) pending[at++] = states[offset + word] & mask;
    if (++this.waiting === batch) this.flush();
  }

  /** At most `mostValues`. */
  get count(): number {
    this.flush();
    return this.space.visited.count;
  }

  /** Whether there are no more than `count`. */
  get exact(): boolean {
    this.flush();
    return !this.full;
  }

  private flush(): void {
    const { waiting } = this;
    this.waiting = 0;
    if (waiting > 0 && this.space.add(this.pending, waiting, mostValues)) this.full = true;
  }
}
