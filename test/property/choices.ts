/** A source of random choices that remembers what it gave, so that a run can be repeated with less. */
export class Choices {
  /** What was drawn so far. */
  readonly drawn: number[] = [];

  /** @param draw gives a whole number of 0..0xffff; 0 must always lead to the simplest outcome */
  constructor(private readonly draw: (index: number) => number) {}

  /** A number of 0..n-1. */
  below(n: number): number {
    const value = this.draw(this.drawn.length);
    this.drawn.push(value);
    return value % n;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in about `percent` of a hundred cases; false is the simple outcome. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** The first is the simplest. */
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)];
  }

  /** By weight; the first is the simplest. */
  weighted<T>(from: readonly (readonly [number, T])[]): T {
    let left = this.below(from.reduce((n, [weight]) => n + weight, 0));
    for (const [weight, value] of from) {
      if (left < weight) return value;
      left -= weight;
    }
    return from[0][1];
  }

  times<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.between(least, most) }, (_, i) => make(i));
  }
}

/** Shorter and simpler lists of choices, the boldest first. */
export function* simpler(drawn: readonly number[]): Generator<readonly number[], void, undefined> {
  for (const keep of [0, 1 / 4, 1 / 2, 3 / 4, 7 / 8]) yield drawn.slice(0, Math.floor(drawn.length * keep));
  for (let size = Math.floor(drawn.length / 4); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < drawn.length; from += size) {
      yield drawn.toSpliced(from, size);
      const zeroed = drawn.map((n, i) => (i >= from && i < from + size ? 0 : n));
      if (zeroed.some((n, i) => n !== drawn[i])) yield zeroed;
    }
  }
}
