import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = Object.keys({ a: true }).length > 0; // error TS2693 `Object`: only refers to a type
  }
}
