import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = Math.random() > 3; // error TS2339 `random`: Property 'random' does not exist
  }
}
