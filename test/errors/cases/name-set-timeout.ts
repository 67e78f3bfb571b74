import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = setTimeout(() => true, 3); // error TS2304 `setTimeout`: Cannot find name 'setTimeout'
  }
}
