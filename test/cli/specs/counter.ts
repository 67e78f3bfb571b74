import { action, type Int, invariant } from "tenet";

/** Counts without looking where it goes. */
export class Counter {
  count: Int<0, 3> = 0;

  @action increment() {
    this.count += 1;
  }

  @invariant small() {
    return this.count < 10;
  }
}
