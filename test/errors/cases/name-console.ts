import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = console.log(this.busy); // error TS2584 `console`: Cannot find name 'console'
  }
}
