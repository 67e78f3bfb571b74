import { action } from "tenet";

declare const limit: 3; // error T1005 `declare`: a spec cannot declare what is defined elsewhere

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
