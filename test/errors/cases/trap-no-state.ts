import { action, forall, invariant, reachable } from "tenet";
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant fine() { // warning T5004 `fine`: fine says nothing about the state
    return forall((a: boolean) => a || !a);
  }

  @reachable working() {
    return this.busy;
  }
}
