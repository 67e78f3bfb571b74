import { Analysis } from "./analysis.ts";
import { Clauses } from "./clauses.ts";
import { grown } from "./int-list.ts";
import { Order } from "./order.ts";
import { type Literal, noClause, Trail } from "./trail.ts";

/** Conflicts of the shortest run between restarts. */
const restartUnit = 100;
/** Learned clauses kept at least, and how many more after each reduction, up to the last. */
const keptAtFirst = 1000;
const keptMore = 500;
const keptAtMost = 30_000;
/** Conflicts between two looks at the clock. */
const clockInterval = 256;

/**
 * Whether clauses can hold together, for many questions with assumptions: conflict-driven clause learning.
 * What was learned, and where the search stood, is kept from one question to the next. Nothing is left to chance
 * but when the deadline strikes.
 */
export class SatSolver {
  private readonly trail = new Trail();
  private readonly order = new Order();
  private readonly clauses = new Clauses(this.trail);
  private readonly analysis = new Analysis(this.trail, this.clauses, this.order);
  /** By variable: the sign it had last, 1 for false. */
  private phases = new Uint8Array(32);
  private model = new Int8Array(0);
  private lastCore: Literal[] = [];
  /** Those of the last question: the first level, if there are any. */
  private assumed: readonly Literal[] = [];
  private consistent = true;
  private kept = keptAtFirst;
  /** Literals true at level 0 when the clauses were last simplified. */
  private simplified = 0;

  newVariable(): number {
    const variable = this.trail.addVariable();
    this.clauses.addVariable();
    this.order.addVariable(variable);
    this.analysis.addVariable(variable);
    this.phases = grown(this.phases, variable + 1);
    this.phases[variable] = 1;
    return variable;
  }

  /** One of these holds, from now on. */
  addClause(literals: readonly Literal[]): void {
    if (!this.consistent) return;
    this.backtrack(0);
    const { values } = this.trail;
    const sorted = [...new Set(literals)].toSorted((a, b) => a - b);
    if (sorted.some((literal, i) => values[literal] > 0 || (literal ^ 1) === sorted[i + 1])) return;
    const open = sorted.filter((literal) => values[literal] === 0);
    if (open.length > 1) this.clauses.add(open, open.length, 0);
    else if (open.length === 0) this.consistent = false;
    else {
      this.trail.assign(open[0], noClause);
      this.consistent = this.clauses.propagate() === noClause;
    }
  }

  /** @param deadline after which it gives up, as `performance.now()` tells the time */
  solve(assumptions: readonly Literal[], deadline: number): "sat" | "unsat" | "unknown" {
    this.lastCore = [];
    if (!this.consistent) return "unsat";
    this.resume(assumptions);
    if (!this.consistent) return "unsat";
    const { trail, clauses } = this;
    // All on one level: there may be thousands of them, and what is learned goes back over few levels.
    const assumedLevel = assumptions.length > 0 ? 1 : 0;
    let conflicts = 0;
    let runs = 1;
    let restart = restartUnit;
    for (;;) {
      const conflict = clauses.propagate();
      if (conflict !== noClause) {
        if (trail.level === 0) {
          this.consistent = false;
          return "unsat";
        }
        if (trail.level === assumedLevel) {
          this.lastCore = this.analysis.coreOf(conflict);
          this.backtrack(0);
          return "unsat";
        }
        this.learn(conflict);
        if (++conflicts % clockInterval === 0 && performance.now() > deadline) return "unknown";
        continue;
      }
      if (conflicts >= restart) {
        restart += restartUnit * luby(++runs);
        this.backtrack(assumedLevel);
      }
      if (clauses.learned > this.kept) {
        clauses.reduce();
        this.kept = Math.max(Math.min(this.kept + keptMore, keptAtMost), clauses.learned + keptMore);
      }
      if (trail.level < assumedLevel) {
        trail.openLevel();
        for (const literal of assumptions) {
          if (trail.values[literal] < 0) {
            this.lastCore = this.analysis.core(literal);
            // What follows from the others was not looked for.
            this.backtrack(0);
            return "unsat";
          }
          if (trail.values[literal] === 0) trail.assign(literal, noClause);
        }
        continue;
      }
      const literal = this.pick();
      if (literal < 0) {
        this.model = trail.values.slice(0, 2 * trail.variables);
        return "sat";
      }
      trail.openLevel();
      trail.assign(literal, noClause);
    }
  }

  /** After `sat`: whether the literal holds in the model. */
  value(literal: Literal): boolean {
    return this.model[literal] > 0;
  }

  /** After `unsat`: assumptions that cannot hold together with the clauses. */
  core(): Literal[] {
    return this.lastCore;
  }

  /** Goes back to the assumptions if the last question had the same ones, or to the start if there is something to simplify. */
  private resume(assumptions: readonly Literal[]): void {
    const { trail } = this;
    const same = assumptions.length === this.assumed.length && assumptions.every((l, i) => l === this.assumed[i]);
    this.assumed = [...assumptions];
    this.backtrack(same && assumptions.length > 0 && trail.start(1) === this.simplified ? 1 : 0);
    if (trail.level > 0 || trail.size === this.simplified) return;
    this.consistent = this.clauses.propagate() === noClause;
    if (!this.consistent) return;
    this.clauses.simplify();
    this.simplified = trail.size;
  }

  private learn(conflict: number): void {
    const { trail, analysis, clauses, order } = this;
    analysis.learn(conflict);
    this.backtrack(analysis.level);
    const { data, size } = analysis.learned;
    trail.assign(data[0], size === 1 ? noClause : clauses.add(data, size, analysis.joined));
    order.decay();
  }

  private backtrack(level: number): void {
    this.trail.backtrack(level, this.onOpen);
  }

  private readonly onOpen = (literal: Literal): void => {
    this.phases[literal >> 1] = literal & 1;
    this.order.insert(literal >> 1);
  };

  /** An open literal to decide, or -1. */
  private pick(): Literal {
    for (;;) {
      const variable = this.order.take();
      if (variable < 0) return -1;
      if (this.trail.values[2 * variable] === 0) return 2 * variable + this.phases[variable];
    }
  }
}

/** 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 …, from index 1. */
function luby(index: number): number {
  let size = 1;
  let rest = index;
  while (size < rest) size = 2 * size + 1;
  while (size !== rest) {
    size = (size - 1) / 2;
    if (rest > size) rest -= size;
  }
  return (size + 1) / 2;
}
