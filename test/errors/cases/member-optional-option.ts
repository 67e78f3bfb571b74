import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  constructor(readonly limit?: boolean) {} // error T3007 `readonly limit?: boolean`: an option has one name and always a value
}
