import { action } from "tenet";

export class First {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

export class Second { // error T3002 `Second`: First and Second could each be the protocol
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
