import { action, step } from "tenet";
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @step stays(_next: this) { // warning T5007 `stays`: stays never looks at the state after the step
    return this.busy || !this.busy;
  }
}
