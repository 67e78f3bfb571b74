import { action } from "tenet";

class Base {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

export class Example extends Base {
  override toggle() { // error T3005 `toggle`: toggle overrides an @action but has no role
    this.busy = true;
  }

  @action rest() {
    this.busy = false;
  }
}
