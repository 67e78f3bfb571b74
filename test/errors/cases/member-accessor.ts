import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  accessor late = false; // error T3003 `accessor`: accessor is not part of the language
}
