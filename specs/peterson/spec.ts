import { action, fair, fill, forall, implies, invariant, leadsTo, reachable, require, step, terminal } from "tenet";

type Process = "left" | "right";

/** Where a process stands: the line that it executes next. */
type Line = "rest" | "raise" | "yield" | "wait" | "critical" | "lower";

const other = (process: Process): Process => (process === "left" ? "right" : "left");

/** Mutual exclusion for two processes (Peterson, "Myths about the Mutual Exclusion Problem", 1981). */
export class Peterson {
  at: Record<Process, Line> = fill("rest");
  /** Who wants to enter. */
  flag: Record<Process, boolean> = fill(false);
  /** Who goes first if both want to. */
  turn: Process = "left";

  @action rest(me: Process) {
    require(this.at[me] === "rest");
    this.at[me] = "raise";
  }

  @fair @action raise(me: Process) {
    require(this.at[me] === "raise");
    this.flag[me] = true;
    this.at[me] = "yield";
  }

  @fair @action yield(me: Process) {
    require(this.at[me] === "yield");
    this.turn = other(me);
    this.at[me] = "wait";
  }

  @fair @action enter(me: Process) {
    require(this.at[me] === "wait");
    require(!this.flag[other(me)] || this.turn === me);
    this.at[me] = "critical";
  }

  @fair @action leave(me: Process) {
    require(this.at[me] === "critical");
    this.at[me] = "lower";
  }

  @fair @action lower(me: Process) {
    require(this.at[me] === "lower");
    this.flag[me] = false;
    this.at[me] = "rest";
  }

  /** Past the gate. */
  inside(process: Process) {
    return this.at[process] === "critical" || this.at[process] === "lower";
  }

  @invariant mutualExclusion() {
    return !(this.inside("left") && this.inside("right"));
  }

  @invariant flagsTellWhoCompetes() {
    return forall((me: Process) => this.flag[me] === (this.at[me] !== "rest" && this.at[me] !== "raise"));
  }

  /** Whoever is inside has the turn, or the other has not reached the gate. */
  @invariant insideByRight() {
    return forall((me: Process) => implies(this.inside(me), this.turn === me || this.at[other(me)] !== "wait"));
  }

  /** No one overtakes: while one waits at the gate, the other enters only when it is not that one's turn. */
  @step noOvertaking(next: this) {
    return forall((me: Process) =>
      implies(this.at[me] === "wait" && this.turn === me && !this.inside(other(me)), !next.inside(other(me))),
    );
  }

  /** Nobody starves: whoever has raised the flag, or is about to, enters. That both have a turn is what fairness is needed for. */
  @leadsTo whoeverWantsEnters(me: Process) {
    return { from: this.at[me] === "raise", to: this.at[me] === "critical" };
  }

  @reachable bothCanWait() {
    return this.at.left === "wait" && this.at.right === "wait";
  }

  @reachable bothCanEnter() {
    return this.at.left === "critical" && this.at.right === "wait";
  }

  @terminal never() {
    return false;
  }
}
