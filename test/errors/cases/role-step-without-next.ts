import { action, step } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @step stays() { // error T3010 `stays`: a @step property looks at the state after the step
    return !this.busy;
  }
}
