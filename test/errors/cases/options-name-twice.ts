import { action } from "tenet";

export class Example {
  loss = false; // error T3007 `loss`: loss is an option already

  constructor(readonly options: { loss?: 1 | 2 | "any" } = {}) {}

  @action lose() {
    this.loss = this.options.loss === "any";
  }

  @action both() {
    const all = this.options; // error T4020 `this.options`
    this.loss = all.loss === 1;
  }
}
