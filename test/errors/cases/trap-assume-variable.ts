import { action, assume } from "tenet";
export class Example {
  busy = false;

  @assume idle() { // error T5009 `idle`: an assumption is about constants, and busy changes
    return !this.busy;
  }

  @action toggle() {
    this.busy = !this.busy;
  }
}
