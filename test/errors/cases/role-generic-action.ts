import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action put<T>(value: T) { // error T3010 `T`: an @action cannot be generic
    this.busy = value === value;
  }
}
