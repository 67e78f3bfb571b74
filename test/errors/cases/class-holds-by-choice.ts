import { action } from "tenet";

class Part {
  on = false;
}

export class Example {
  busy = false;
  part = this.busy ? new Part() : new Part(); // error T2002 `part`: the class Part is not a type of values

  @action toggle() {
    this.busy = !this.busy;
  }
}
