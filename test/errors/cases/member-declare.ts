import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  declare late: boolean; // error T3003 `declare`: a field cannot only be declared
}
