import { action, invariant, reachable } from "tenet";

class Base {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @reachable working() {
    return this.busy;
  }
}

export class Example extends Base {
  @invariant override working() { // error T3005 `working`: working overrides a @reachable but is an @invariant
    return this.busy;
  }
}
