import { action, reachable, type Int } from "tenet";
export class Example {
  busy = false;
  count: Int<0, 3> = 0; // warning T5003 `count`: count is never read

  @action toggle() {
    this.busy = !this.busy;
    this.count += 1;
  }

  @reachable working() {
    return this.busy;
  }
}
