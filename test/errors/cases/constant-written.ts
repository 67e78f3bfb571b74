import { action } from "tenet";
export class Example {
  readonly members = new Set<boolean>();
  busy = false;

  @action join() {
    this.busy = this.members.has(true);
    this.members.add(true); // error T4035
  }
}
