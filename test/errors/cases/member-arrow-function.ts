import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant idle() {
    return this.isIdle();
  }

  isIdle = () => !this.busy; // error T3003 `isIdle`: a field holds a value, not a function
}
