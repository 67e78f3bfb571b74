import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  *all() { // error T1006 `*`: a generator is not part of the language
    yield this.busy;
  }
}
