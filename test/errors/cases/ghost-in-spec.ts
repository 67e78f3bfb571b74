import { action, ghost, invariant } from "tenet";

export class Example {
  busy = false;
  @ghost everBusy = false; // error T3014 `@ghost`: belongs to a proof

  @action toggle() {
    this.busy = !this.busy;
    this.everBusy = true;
  }

  @invariant remembered() {
    return this.everBusy || !this.busy;
  }
}
