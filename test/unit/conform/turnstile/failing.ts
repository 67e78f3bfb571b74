import { action, invariant, require, type Int } from "tenet";

/** Its guard reads what is never there. */
export class Failing {
  limit: Int<0, 3> | undefined = undefined;
  count: Int<0, 3> = 3;

  @action enter() {
    const limit = this.limit!;
    require(limit > 0 && this.count < 3);
    this.count += 1;
  }

  @action forget() {
    this.limit = undefined;
  }

  @invariant counts() {
    return this.count >= 0;
  }
}
