import { action } from "tenet";

export class Example {
  busy = false;
  other: Example = new Example(); // error T3008 `new Example()`: Example would hold itself without end

  @action toggle() {
    this.busy = !this.busy;
  }
}
