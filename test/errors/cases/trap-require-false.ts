import { action, reachable, require } from "tenet";
export class Example {
  busy = false;

  @action toggle() {
    require(!this.busy && false); // warning T5001 `!this.busy && false`: toggle can never happen
    this.busy = true;
  }

  @reachable working() {
    return this.busy;
  }
}
