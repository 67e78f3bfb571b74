import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @init start() { // error TS2304 `init`: Cannot find name 'init'
    this.busy = true;
  }
}
