import { action, reachable } from "tenet";

export class Example {
  late: boolean = this.isBusy(); // error T3009 `this.isBusy()`: busy has no value yet where late gets its own
  busy = false;

  isBusy() {
    return this.busy; // it is read here
  }

  @action toggle() {
    this.busy = !this.busy;
    this.late = false;
  }

  @reachable late_() {
    return this.late;
  }
}
