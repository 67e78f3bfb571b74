import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  constructor(limit: boolean) {} // error T3007 `limit: boolean`: a parameter of the constructor is an option
}
