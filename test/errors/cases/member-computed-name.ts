import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  ["late"] = false; // error T3003 `["late"]`: is not a name that traces can show
}
