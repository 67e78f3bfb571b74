import type { StepViolation } from "../contract/model.ts";
import type { ExplorerRequest, Watcher } from "./explorer.ts";
import type { Sighting } from "./findings.ts";

/** Tells a watcher what a model says of states and steps, whatever the inner loop. */
export class Teller {
  readonly skip: Uint8Array;
  readonly pending: Uint8Array;
  private readonly unreached: Set<number>;
  /** Whether evaluation of a property has failed since this was last set to false. */
  private undecided = false;

  /**
   * @param skip by invariant, whether it need not be looked at any more; zero at first
   * @param pending by reachable, whether it is still to be reached
   */
  constructor(private readonly watcher: Watcher, private readonly deadlocks: ExplorerRequest["deadlock"], skip: Uint8Array, pending: Uint8Array) {
    this.skip = skip;
    this.pending = pending.fill(1);
    this.unreached = new Set(pending.keys());
  }

  /** Nothing of what was told before is of interest. */
  resume(told: readonly Sighting[]): void {
    for (const { what } of told) {
      if (what.kind === "invariant") this.skip[what.index] = 1;
      if (what.kind === "reachable") {
        this.pending[what.index] = 0;
        this.unreached.delete(what.index);
      }
    }
  }

  /** An invariant does not hold in a state found. */
  broken(index: number, state: number): void {
    this.skip[index] = 1;
    this.watcher.note({ kind: "invariant", index }, state, undefined, true);
  }

  /** Some of what is pending may have been reached in a state found. */
  reached(state: number): void {
    for (const index of this.unreached) {
      if (this.pending[index] !== 0) continue;
      this.unreached.delete(index);
      this.watcher.note({ kind: "reachable", index }, state, undefined, true);
    }
  }

  /**
   * A state has no step.
   * @param mayEnd what the model says, of which `violation` is told
   */
  deadlock(state: number, mayEnd: () => boolean): void {
    if (this.deadlocks === "terminal") {
      this.undecided = false;
      if (mayEnd() || this.undecided) return;
    }
    this.watcher.note({ kind: "deadlock" }, state, undefined, false);
  }

  /**
   * What a sink is told.
   * @param looking whether the model looks at the state itself, not at a step from it
   * @param row the row under construction
   */
  violation(kind: StepViolation, index: number, action: number, state: number, looking: boolean, row: () => Uint32Array): void {
    switch (kind) {
      case "step": return this.watcher.note({ kind: "step", index }, state, row(), looking);
      case "beyond": return this.watcher.note({ kind: "invariant", index }, state, row(), looking);
      case "failure": return this.watcher.note({ kind: "failure", site: index, action }, state, undefined, looking);
      case "check-failure":
        this.undecided = true;
        return this.watcher.note({ kind: "failure", site: index, action: -1 }, state, looking ? undefined : row(), looking);
    }
  }
}
