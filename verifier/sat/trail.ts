import { grown, IntList } from "./int-list.ts";

/** Twice the number of a variable, plus one for its negation. */
export type Literal = number;

/** Reason of what was decided, and conflict where there is none. */
export const noClause = -1;

/** What is assigned at present, in the order in which it was, by levels of decision. */
export class Trail {
  /** By literal: 1 true, -1 false, 0 open. */
  values = new Int8Array(64);
  /** By variable, of those assigned: the level, and the clause that implied it. */
  levels = new Int32Array(32);
  reasons = new Int32Array(32);
  literals = new Int32Array(32);
  size = 0;
  /** Literals before this have been propagated. */
  head = 0;
  variables = 0;
  private readonly starts = new IntList();

  addVariable(): number {
    const variable = this.variables++;
    this.values = grown(this.values, 2 * this.variables);
    this.levels = grown(this.levels, this.variables);
    this.reasons = grown(this.reasons, this.variables);
    this.literals = grown(this.literals, this.variables);
    return variable;
  }

  get level(): number {
    return this.starts.size;
  }

  /** Where the literals of a level start, from level 1. */
  start(level: number): number {
    return level > this.level ? this.size : this.starts.data[level - 1];
  }

  openLevel(): void {
    this.starts.push(this.size);
  }

  assign(literal: Literal, reason: number): void {
    this.values[literal] = 1;
    this.values[literal ^ 1] = -1;
    this.levels[literal >> 1] = this.level;
    this.reasons[literal >> 1] = reason;
    this.literals[this.size++] = literal;
  }

  /** Takes back all levels above `level`; `onOpen` sees each literal that was true. */
  backtrack(level: number, onOpen: (literal: Literal) => void): void {
    if (level >= this.level) return;
    const from = this.start(level + 1);
    for (let i = this.size - 1; i >= from; i--) {
      const literal = this.literals[i];
      this.values[literal] = 0;
      this.values[literal ^ 1] = 0;
      onOpen(literal);
    }
    this.size = from;
    this.head = from;
    this.starts.size = level;
  }
}
