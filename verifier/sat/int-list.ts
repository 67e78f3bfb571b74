/** A list of integers that grows; its array is for loops that cannot afford calls. */
export class IntList {
  data: Int32Array;
  size = 0;

  constructor(capacity = 4) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.size === this.data.length) this.data = grown(this.data, this.size + 1);
    this.data[this.size++] = value;
  }

  pop(): number {
    return this.data[--this.size];
  }
}

/** The array itself, or a longer copy that has room for `length`. */
export function grown<A extends Int8Array | Uint8Array | Int32Array | Float64Array>(array: A, length: number): A {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => A)(Math.max(length, 2 * array.length));
  longer.set(array);
  return longer;
}
