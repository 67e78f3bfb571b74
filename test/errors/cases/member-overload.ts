import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  set(on: boolean): void; // error T3003 `set`: a method has one signature
  set(on: boolean) {
    this.busy = on;
  }
}
