/** Which atoms hold together: one row for each state under each assignment of values to the variables, all rows different. */
import { MemoryBudget } from "../explicit/memory.ts";
import { ExactSpace } from "../explicit/space.ts";
import type { Clause } from "./clause.ts";

const batch = 1024;

export class Rows {
  /** Of a row: a bit for each literal. */
  private readonly words: number;
  private readonly space: ExactSpace;
  private readonly pending: Uint32Array;
  private waiting = 0;
  /** By literal: the rows on which it holds, a bit each. Made when first needed. */
  private columns: Uint32Array[] | undefined;

  constructor(readonly atoms: number) {
    this.words = Math.max(1, Math.ceil(atoms / 16));
    this.space = new ExactSpace(this.words, batch, new MemoryBudget(Infinity));
    this.pending = new Uint32Array(batch * this.words);
  }

  /** @param holds by atom: 0 or 1; undefined where nothing is said of it, so that it falsifies no clause */
  add(holds: (atom: number) => number | undefined): void {
    const at = this.waiting * this.words;
    this.pending.fill(0, at, at + this.words);
    for (let a = 0; a < this.atoms; a++) {
      const value = holds(a);
      if (value !== undefined) this.pending[at + (a >>> 4)] |= (value ? 1 : 2) << (2 * (a & 15));
    }
    if (++this.waiting === batch) this.flush();
  }

  get count(): number {
    this.flush();
    return this.space.visited.count;
  }

  private flush(): void {
    if (this.waiting === 0) return;
    this.space.add(this.pending, this.waiting, Infinity);
    this.waiting = 0;
    this.columns = undefined;
  }

  /** The rows on which a literal holds. */
  column(literal: number): Uint32Array {
    return this.allColumns()[literal];
  }

  /** Whether the literal holds on some row, and does not on some. */
  varies(literal: number): boolean {
    return [literal, literal ^ 1].every((l) => this.column(l).some((w) => w !== 0));
  }

  /** Atoms from `first` on that vary, each one different on some row from all before it, and from their negations. */
  distinct(first: number): number[] {
    const text = (literal: number): string => `${this.column(literal).join()} ${this.column(literal ^ 1).join()}`;
    const known = new Set<string>();
    const found: number[] = [];
    for (let a = 0; a < this.atoms; a++) {
      const key = text(2 * a);
      if (a >= first && this.varies(2 * a) && !known.has(key)) found.push(a);
      known.add(key).add(text(2 * a + 1));
    }
    return found;
  }

  /** Whether every row satisfies the clause. */
  satisfies(clause: Clause): boolean {
    const columns = clause.map((l) => this.column(l ^ 1));
    const length = columns[0]?.length ?? 0;
    for (let w = 0; w < length; w++) {
      let falsified = columns[0][w];
      for (let i = 1; i < columns.length && falsified !== 0; i++) falsified &= columns[i][w];
      if (falsified !== 0) return false;
    }
    return true;
  }

  private allColumns(): Uint32Array[] {
    const n = this.count;
    if (this.columns) return this.columns;
    const columns = Array.from({ length: 2 * this.atoms }, () => new Uint32Array(Math.ceil(n / 32)));
    for (let r = 0; r < n; r++) {
      const row = this.space.states.read(r);
      for (let l = 0; l < 2 * this.atoms; l++) if ((row[l >>> 5] >>> (l & 31)) & 1) columns[l][r >>> 5] |= 1 << (r & 31);
    }
    return (this.columns = columns);
  }
}
