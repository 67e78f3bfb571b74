import { action } from "tenet";

let clock = 0; // error T1005 `let clock = 0;`: a variable outside a class is not part of the state

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
