import type { Model, ModelModule, StepViolation } from "../contract/model.ts";
import type { Finding, SearchRequest } from "../contract/search.ts";
import { type Rows, Successors } from "./successors.ts";

/** What is wrong or reached. `row` is the state that it is about where that comes after the one at hand. */
export type Note = (what: Finding["what"], row: Uint32Array | undefined) => void;

/** A model, one state at a time: for those who go where they like. */
export class Stepper {
  readonly model: Model;
  readonly words: number;
  /** Rows of the last call. */
  total = 0;
  private readonly sink: Successors;
  private readonly skip: Uint8Array;
  private readonly pending: Uint8Array;
  /** Reachables of interest. */
  private readonly open: Set<number>;
  private readonly detectsDeadlock: boolean;
  /** Whether the model looks at the state at hand itself, not at a step from it. */
  private looking = false;
  /** Whether evaluation of a property has failed since this was last set to false. */
  private undecided = false;

  /** @param once whether an invariant is of no more interest once it was violated, and a reachable once it was reached */
  constructor(module: ModelModule, private readonly deadlock: SearchRequest["deadlock"], private readonly once: boolean, private readonly note: Note) {
    this.words = module.words;
    this.sink = new Successors(module.words, (kind, index, action) => this.told(kind, index, action));
    this.model = module.createModel(this.sink);
    this.skip = new Uint8Array(this.model.invariants.length);
    this.pending = new Uint8Array(this.model.reachables.length).fill(1);
    this.open = new Set(this.model.reachables.keys());
    this.detectsDeadlock = deadlock === "error" || (deadlock === "terminal" && this.model.hasTerminal);
  }

  initial(): Rows {
    this.sink.clear();
    this.model.initial();
    return this.gathered();
  }

  /** The successors; notes what is wrong with the steps to them, and with a state that has none. */
  expand(states: Uint32Array, offset: number): Rows {
    this.sink.clear();
    if (this.model.expand(states, offset) === 0 && this.detectsDeadlock && !this.mayStop(states, offset)) this.note({ kind: "deadlock" }, undefined);
    return this.gathered();
  }

  /** Notes the invariants that do not hold in a state, and the reachables that do. */
  look(states: Uint32Array, offset: number): void {
    const { model, skip, pending } = this;
    this.looking = true;
    if (!this.once) {
      skip.fill(0);
      pending.fill(1);
    }
    for (;;) {
      const broken = model.check(states, offset, skip, pending);
      if (broken < 0) break;
      skip[broken] = 1;
      this.note({ kind: "invariant", index: broken }, undefined);
    }
    this.looking = false;
    for (const index of this.open) {
      if (pending[index] !== 0) continue;
      if (this.once) this.open.delete(index);
      this.note({ kind: "reachable", index }, undefined);
    }
  }

  private gathered(): Rows {
    this.total = this.sink.total;
    return this.sink.gather();
  }

  private mayStop(states: Uint32Array, offset: number): boolean {
    if (this.deadlock === "error") return false;
    this.looking = true;
    this.undecided = false;
    const ends = this.model.terminal(states, offset);
    this.looking = false;
    return ends || this.undecided;
  }

  private told(kind: StepViolation, index: number, action: number): void {
    const row = (): Uint32Array => this.sink.rows.slice(this.sink.count * this.words, (this.sink.count + 1) * this.words);
    switch (kind) {
      case "step": return this.note({ kind: "step", index }, row());
      case "beyond": return this.note({ kind: "invariant", index }, row());
      case "failure": return this.note({ kind: "failure", site: index, action }, undefined);
      case "check-failure":
        this.undecided = true;
        return this.note({ kind: "failure", site: index, action: -1 }, this.looking ? undefined : row());
    }
  }
}
