import { action, invariant } from "tenet";

class Base {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant fine() {
    return this.busy || !this.busy;
  }
}

export class Example extends Base {
  @invariant fine() { // error TS4114 `fine`: must have an 'override' modifier
    return this.busy || !this.busy;
  }
}
