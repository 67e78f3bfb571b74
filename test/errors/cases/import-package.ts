import { action } from "tenet";
import { readFileSync } from "node:fs"; // error T1003 `"node:fs"`: a spec cannot import "node:fs"
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  other = false;
}
