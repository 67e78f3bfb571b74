import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant idle() {
    return this.busy || 3n > 2n; // error T1006 `3n`: a bigint // error T1006 `2n`: a bigint
  }
}
