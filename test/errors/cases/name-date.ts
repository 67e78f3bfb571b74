import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = Date.now() > 3; // error TS2304 `Date`: Cannot find name 'Date'
  }
}
