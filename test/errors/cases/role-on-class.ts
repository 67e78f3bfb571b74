import { action } from "tenet";

@action // error T3004 `@action`: @action stands on what is not a method
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}
