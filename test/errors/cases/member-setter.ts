import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  set idle(value: boolean) { // error T3003 `idle`: a setter is not part of the language
    this.busy = !value;
  }
}
