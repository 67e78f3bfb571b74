/** No room for what a search needs next: its limit is reached, or the machine refuses. The search ends with `memory`. */
export class OutOfMemory extends Error {
  override readonly name = "OutOfMemory";
}

/** Counts the bytes of the large structures of one search, and refuses those beyond its limit. */
export class MemoryBudget {
  used = 0;

  constructor(private readonly limit: number) {}

  /** Whether that many bytes more would still be within the limit. */
  allows(bytes: number): boolean {
    return this.used + bytes <= this.limit;
  }

  /** @throws OutOfMemory */
  words(length: number): Uint32Array {
    return this.take(length * Uint32Array.BYTES_PER_ELEMENT, () => new Uint32Array(length));
  }

  /** @throws OutOfMemory */
  signedWords(length: number): Int32Array {
    return this.take(length * Int32Array.BYTES_PER_ELEMENT, () => new Int32Array(length));
  }

  /** The array is not used any more. */
  release(array: Uint32Array | Int32Array): void {
    this.used -= array.byteLength;
  }

  /** @throws OutOfMemory */
  take<A>(bytes: number, allocate: () => A): A {
    if (!this.allows(bytes)) throw new OutOfMemory("memory limit");
    const taken = refusable(allocate);
    this.used += bytes;
    return taken;
  }
}

/** @throws OutOfMemory where the machine refuses */
export function refusable<A>(allocate: () => A): A {
  try {
    return allocate();
  } catch (error) {
    if (error instanceof RangeError) throw new OutOfMemory("allocation refused");
    throw error;
  }
}
