import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    const Other = class {}; // error T1006 `class {}`: a class inside an expression
    this.busy = Other === Other;
  }
}
