import { action } from "tenet";
import { Message } from "./nowhere.ts"; // error T1001 `"./nowhere.ts"`: there is no file
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  other = false;
}
