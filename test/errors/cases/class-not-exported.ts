import { action } from "tenet";

class Example { // error T3001 `Example`: Example is not exported
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
