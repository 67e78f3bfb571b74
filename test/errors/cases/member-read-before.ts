import { action, reachable } from "tenet";

export class Example {
  late: boolean = this.isBusy(); // error T3009 `this.busy`: busy has no value yet where late gets its own
  busy = false;

  isBusy() {
    return this.busy; // the read that is meant stands here
  }

  @action toggle() {
    this.busy = !this.busy;
    this.late = false;
  }

  @reachable late_() {
    return this.late;
  }
}
