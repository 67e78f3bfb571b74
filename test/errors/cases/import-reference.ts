/// <reference types="node" /> // error T1003 `node`: a spec cannot refer to files by comment
import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
