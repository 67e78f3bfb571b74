import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    import("./other.ts"); // error T1006 `import("./other.ts")`: import() is not part of the language
  }
}
