import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  label(name: "a" | "b"): "x-a" | "x-b" {
    return `x-${name}`; // error T1006: a template string is not part of the language
  }
}
