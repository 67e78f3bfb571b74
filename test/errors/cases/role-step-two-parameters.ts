import { action, step } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @step stays(next: this, really: boolean) { // error T3010 `really: boolean`: a @step property has one parameter
    return next.busy === really;
  }
}
