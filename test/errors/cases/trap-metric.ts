import { action, cost, milestone, type Int } from "tenet";

export class Example {
  sent: Int<0, 9> = 0;

  @action go() {
    this.sent += 1;
  }

  @milestone done() { // warning T5004 `done`: done says nothing about the state
    return 1 < 2;
  }

  @cost messages(_next: this) { // warning T5007 `messages`: messages never looks at the state after the step
    return this.sent;
  }

  @cost replicas() { // warning T5004 `replicas`: replicas says nothing about the state
    return 3;
  }
}
