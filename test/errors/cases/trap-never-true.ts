import { action, reachable, require, type Int } from "tenet";
export class Example {
  level: Int<0, 7> = 0;

  @action rise() {
    require(this.level > 7); // warning T5001 `this.level > 7`: rise can never happen
    this.level = 0;
  }

  @reachable top() {
    return this.level === 7;
  }
}
