import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(name: "a" | "bc") {
    this.busy = name.length > 1; // error TS2339 `length`: Property 'length' does not exist
  }
}
