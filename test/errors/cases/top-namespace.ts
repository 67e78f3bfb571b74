import { action } from "tenet";

namespace Limits { // error T1005: this cannot stand at the top of a spec
  export const most = 3;
}

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
