import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action async late() { // error T1006 `async`: async is not part of the language
    await this.busy;
  }
}
