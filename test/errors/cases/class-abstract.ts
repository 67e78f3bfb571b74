import { action } from "tenet";

export abstract class Example { // error T3001 `Example`: Example is abstract
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
