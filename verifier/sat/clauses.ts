import { grown, IntList } from "./int-list.ts";
import { type Literal, noClause, type Trail } from "./trail.ts";

/** Before the literals of a clause: how many they are, and how many levels it joined when learned (0: it was given). */
export const headerWords = 2;

/**
 * Clauses of two literals or more, one after the other in one array; a clause is named by its place.
 * The first two literals are watched: both are open, or one is true, or the clause was seen to imply or to conflict.
 * Of a clause that implied a literal, this is the first.
 */
export class Clauses {
  arena = new Int32Array(1024);
  /** How many of them were learned. */
  learned = 0;
  private used = 0;
  /** By literal: the clauses that watch it, each followed by another of its literals. */
  private readonly watches: IntList[] = [];

  constructor(private readonly trail: Trail) {}

  addVariable(): void {
    this.watches.push(new IntList(), new IntList());
  }

  /** @param joined 0 for a given clause */
  add(literals: ArrayLike<Literal>, size: number, joined: number): number {
    const clause = this.used;
    this.used += headerWords + size;
    this.arena = grown(this.arena, this.used);
    this.arena[clause] = size;
    this.arena[clause + 1] = joined;
    for (let i = 0; i < size; i++) this.arena[clause + headerWords + i] = literals[i];
    if (joined > 0) this.learned++;
    this.watch(clause);
    return clause;
  }

  private watch(clause: number): void {
    const first = this.arena[clause + headerWords];
    const second = this.arena[clause + headerWords + 1];
    this.watches[first].push(clause);
    this.watches[first].push(second);
    this.watches[second].push(clause);
    this.watches[second].push(first);
  }

  /** Assigns all that follows. @returns a clause whose literals are all false, or `noClause` */
  propagate(): number {
    const { trail, arena, watches } = this;
    const { values, literals } = trail;
    while (trail.head < trail.size) {
      const falsified = literals[trail.head++] ^ 1;
      const list = watches[falsified];
      const { data, size } = list;
      let kept = 0;
      next: for (let i = 0; i < size; i += 2) {
        const clause = data[i];
        const blocker = data[i + 1];
        data[kept] = clause;
        data[kept + 1] = blocker;
        kept += 2;
        if (values[blocker] > 0) continue;
        const start = clause + headerWords;
        let first = arena[start];
        if (first === falsified) {
          first = arena[start + 1];
          arena[start] = first;
          arena[start + 1] = falsified;
        }
        data[kept - 1] = first;
        if (values[first] > 0) continue;
        const end = start + arena[clause];
        for (let k = start + 2; k < end; k++) {
          const other = arena[k];
          if (values[other] < 0) continue;
          arena[start + 1] = other;
          arena[k] = falsified;
          watches[other].push(clause);
          watches[other].push(first);
          kept -= 2;
          continue next;
        }
        if (values[first] < 0) {
          data.copyWithin(kept, i + 2, size);
          list.size = kept + size - i - 2;
          return clause;
        }
        trail.assign(first, clause);
      }
      list.size = kept;
    }
    return noClause;
  }

  /** Drops the worse half of the learned clauses: those that joined many levels, and of these the older. */
  reduce(): void {
    const { arena } = this;
    const candidates: number[] = [];
    for (let clause = 0; clause < this.used; clause += headerWords + arena[clause]) {
      if (arena[clause + 1] > 2 && !this.implies(clause)) candidates.push(clause);
    }
    candidates.sort((a, b) => arena[b + 1] - arena[a + 1] || a - b);
    const dropped = new Set(candidates.slice(0, candidates.length >> 1));
    this.keep((clause) => !dropped.has(clause), false);
  }

  /** Drops what is true at level 0, the present one, where all is propagated, and literals false there. */
  simplify(): void {
    const { arena, trail: { values } } = this;
    this.keep((clause) => {
      const start = clause + headerWords;
      for (let i = start; i < start + arena[clause]; i++) if (values[arena[i]] > 0) return false;
      return true;
    }, true);
  }

  private implies(clause: number): boolean {
    const first = this.arena[clause + headerWords];
    return this.trail.values[first] > 0 && this.trail.reasons[first >> 1] === clause;
  }

  /** Moves the clauses that stay together. Nobody asks for reasons at level 0. */
  private keep(stays: (clause: number) => boolean, withoutFalse: boolean): void {
    const { arena, trail } = this;
    for (let i = 0; i < trail.start(1); i++) trail.reasons[trail.literals[i] >> 1] = noClause;
    for (const list of this.watches) list.size = 0;
    const end = this.used;
    this.used = 0;
    this.learned = 0;
    for (let clause = 0, next = 0; clause < end; clause = next) {
      const start = clause + headerWords;
      next = start + arena[clause];
      if (!stays(clause)) continue;
      const to = this.used;
      const joined = arena[clause + 1];
      if (this.implies(clause)) trail.reasons[arena[start] >> 1] = to;
      this.used += headerWords;
      for (let i = start; i < next; i++) {
        if (withoutFalse && trail.values[arena[i]] < 0) continue;
        arena[this.used++] = arena[i];
      }
      arena[to] = this.used - to - headerWords;
      arena[to + 1] = joined;
      if (joined > 0) this.learned++;
      this.watch(to);
    }
  }
}
