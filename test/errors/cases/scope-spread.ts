import { action } from "tenet";

const sizes = { Node: 3 };
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static scope = { ...sizes }; // error T6001 `...sizes`: a size is a whole number
}
