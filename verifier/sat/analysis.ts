import { type Clauses, headerWords } from "./clauses.ts";
import { grown, IntList } from "./int-list.ts";
import type { Order } from "./order.ts";
import { type Literal, noClause, type Trail } from "./trail.ts";

/** What a conflict teaches: a clause that follows, its first literal false at the present level alone. */
export class Analysis {
  /** The last one learned. */
  readonly learned = new IntList(64);
  /** The level to which one goes back, where the first literal follows. */
  level = 0;
  /** How many levels it joins. */
  joined = 0;
  /** By variable; all 0 between calls. */
  private seen = new Uint8Array(32);
  private readonly toClear = new IntList(64);
  private readonly open = new IntList(64);
  /** By level: the last count in which it was met. */
  private met = new Int32Array(32);
  private counts = 0;

  constructor(private readonly trail: Trail, private readonly clauses: Clauses, private readonly order: Order) {}

  addVariable(variable: number): void {
    this.seen = grown(this.seen, variable + 1);
  }

  /** Resolves back to the first literal through which the present level leads to the conflict. */
  learn(conflict: number): void {
    const { trail, seen, learned, toClear, clauses: { arena } } = this;
    const { levels, literals } = trail;
    learned.size = 0;
    learned.push(0);
    let clause = conflict;
    let literal = -1;
    let pending = 0;
    let at = trail.size;
    do {
      const end = clause + headerWords + arena[clause];
      for (let i = clause + headerWords; i < end; i++) {
        const variable = arena[i] >> 1;
        if (arena[i] === literal || seen[variable] || levels[variable] === 0) continue;
        seen[variable] = 1;
        toClear.push(variable);
        this.order.bump(variable);
        if (levels[variable] === trail.level) pending++;
        else learned.push(arena[i]);
      }
      do literal = literals[--at]; while (!seen[literal >> 1]);
      clause = trail.reasons[literal >> 1];
    } while (--pending > 0);
    learned.data[0] = literal ^ 1;
    this.minimise();
    while (toClear.size > 0) seen[toClear.pop()] = 0;
    this.measure();
  }

  /** Leaves out literals that follow from the others. */
  private minimise(): void {
    const { learned, trail: { levels } } = this;
    let mask = 0;
    for (let i = 1; i < learned.size; i++) mask |= 1 << (levels[learned.data[i] >> 1] & 31);
    let kept = 1;
    for (let i = 1; i < learned.size; i++) {
      const literal = learned.data[i];
      if (!this.follows(literal, mask)) learned.data[kept++] = literal;
    }
    learned.size = kept;
  }

  /** @param mask levels, modulo 32, of which the reasons may be */
  private follows(literal: Literal, mask: number): boolean {
    const { open, seen, toClear, trail: { levels, reasons }, clauses: { arena } } = this;
    if (reasons[literal >> 1] === noClause) return false;
    const before = toClear.size;
    open.size = 0;
    open.push(literal >> 1);
    while (open.size > 0) {
      const clause = reasons[open.pop()];
      const end = clause + headerWords + arena[clause];
      // The first literal is the one implied.
      for (let i = clause + headerWords + 1; i < end; i++) {
        const variable = arena[i] >> 1;
        if (seen[variable] || levels[variable] === 0) continue;
        if (reasons[variable] === noClause || (mask & (1 << (levels[variable] & 31))) === 0) {
          while (toClear.size > before) seen[toClear.pop()] = 0;
          return false;
        }
        seen[variable] = 1;
        toClear.push(variable);
        open.push(variable);
      }
    }
    return true;
  }

  /** Puts a literal of the highest level second, so that it is watched, and counts the levels. */
  private measure(): void {
    this.met = grown(this.met, this.trail.level + 1);
    const { learned: { data, size }, met, trail: { levels } } = this;
    this.counts++;
    this.joined = 0;
    this.level = 0;
    for (let i = 0; i < size; i++) {
      const level = levels[data[i] >> 1];
      if (met[level] !== this.counts) {
        met[level] = this.counts;
        this.joined++;
      }
      if (i === 0 || level <= this.level) continue;
      this.level = level;
      const second = data[1];
      data[1] = data[i];
      data[i] = second;
    }
  }

  /** The assumptions, all of the first level, with which `literal`, a further one, cannot hold; and itself. */
  core(literal: Literal): Literal[] {
    this.seen[literal >> 1] = 1;
    const core = [literal, ...this.assumptions()];
    // False from the start, it is not among what was assumed.
    this.seen[literal >> 1] = 0;
    return core;
  }

  /** The assumptions, all of the first level, that lead to a conflict there. */
  coreOf(conflict: number): Literal[] {
    this.see(conflict, headerWords);
    return this.assumptions();
  }

  /** Those from which what was seen follows. */
  private assumptions(): Literal[] {
    const { seen, trail } = this;
    const found: Literal[] = [];
    for (let at = trail.size - 1; at >= trail.start(1); at--) {
      const variable = trail.literals[at] >> 1;
      if (!seen[variable]) continue;
      seen[variable] = 0;
      const clause = trail.reasons[variable];
      if (clause === noClause) found.push(trail.literals[at]);
      else this.see(clause, headerWords + 1);
    }
    return found;
  }

  /** What is not known from the start. */
  private see(clause: number, from: number): void {
    const { seen, trail: { levels }, clauses: { arena } } = this;
    const end = clause + headerWords + arena[clause];
    for (let i = clause + from; i < end; i++) if (levels[arena[i] >> 1] > 0) seen[arena[i] >> 1] = 1;
  }
}
