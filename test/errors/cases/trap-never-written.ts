import { action, reachable, type Int } from "tenet";
export class Example {
  busy = false;
  limit: Int<0, 3> = 2; // warning T5002 `limit`: no action writes limit

  @action toggle() {
    this.busy = this.limit > 1;
  }

  @reachable working() {
    return this.busy;
  }
}
