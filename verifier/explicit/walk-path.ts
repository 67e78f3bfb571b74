/** The states of a run, one after the other in one array that grows. */
export class Path {
  states: Uint32Array;
  length = 0;

  constructor(readonly words: number) {
    this.states = new Uint32Array(64 * words);
  }

  /** Where the last state begins. */
  get last(): number {
    return (this.length - 1) * this.words;
  }

  /** Adds the state at `rows[from]`. */
  push(rows: Uint32Array, from: number): void {
    const { words } = this, to = this.length * words;
    if (to + words > this.states.length) {
      const larger = new Uint32Array(2 * this.states.length);
      larger.set(this.states);
      this.states = larger;
    }
    const { states } = this;
    for (let word = 0; word < words; word++) states[to + word] = rows[from + word];
    this.length++;
  }

  /** Copies of the states, and of one after them. */
  copy(next: Uint32Array | undefined): Uint32Array[] {
    const kept = Array.from({ length: this.length }, (_, i) => this.states.slice(i * this.words, (i + 1) * this.words));
    return next ? [...kept, next] : kept;
  }
}
