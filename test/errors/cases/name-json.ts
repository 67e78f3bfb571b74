import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = JSON.stringify(this.busy) === "true"; // error TS2304 `JSON`: Cannot find name 'JSON'
  }
}
