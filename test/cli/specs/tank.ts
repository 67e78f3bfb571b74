import { action, constraint, type Int, invariant, reachable, require } from "tenet";

/** A tank that is filled and emptied; the constraint bounds how often. */
export class Tank {
  level: Int<0, 4> = 0;
  steps: Int = 0;

  constructor(readonly valve: "safe" | "stuck" = "safe") {}

  @action fill() {
    require(this.valve === "stuck" || this.level < 3);
    this.level += 1;
    this.steps += 1;
  }

  @action empty() {
    require(this.level > 0);
    this.level -= 1;
    this.steps += 1;
  }

  @constraint fewSteps() {
    return this.steps < 6;
  }

  @invariant notFull() {
    return this.level < 4;
  }

  @reachable filled() {
    return this.level === 3;
  }
}
