import { action, require } from "tenet";
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action wait() { // warning T5010 `wait`: wait changes nothing
    require(this.busy);
  }
}
