import { action, cost, milestone, type Int } from "tenet";

export class Example {
  sent: Int<0, 9> = 0;

  @action go() {
    this.sent += 1;
  }

  @milestone halfDone() { // error TS1241 `milestone`: the method does not fit its role
    return this.sent;
  }

  @cost isCheap() { // error TS1241 `cost`: the method does not fit its role
    return this.sent < 3;
  }
}
