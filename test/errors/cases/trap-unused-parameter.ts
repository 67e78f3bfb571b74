import { action, reachable } from "tenet";
export class Example {
  busy = false;

  @action toggle(on: boolean, _off: boolean) { // warning T5005 `on: boolean`: on is never used
    this.busy = !this.busy;
  }

  @reachable working() {
    return this.busy;
  }
}
