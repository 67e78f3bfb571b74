import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  #secret = false; // error T3003 `#secret`: #secret is not a name that traces can show

  @action whisper() {
    this.#secret = !this.#secret;
  }
}
