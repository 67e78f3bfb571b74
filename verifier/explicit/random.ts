/** Numbers that a seed gives, the same on every machine: integer arithmetic only (mulberry32). */
export class Random {
  private state = 0;

  /** @param seed a whole number below 2^53 */
  constructor(seed: number) {
    this.restart(seed);
  }

  /** Seeds beside each other give sequences that have nothing in common. */
  restart(seed: number): void {
    this.state = mix(mix(seed | 0) ^ Math.floor(seed / 2 ** 32));
  }

  /** 32 bits. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** From 0 to below `n`, which is at most 2^21. */
  below(n: number): number {
    return Math.floor((this.next() * n) / 2 ** 32);
  }
}

/** The finaliser of MurmurHash3. */
function mix(x: number): number {
  let h = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
