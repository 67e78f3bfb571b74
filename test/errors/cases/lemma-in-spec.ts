import { action, lemma } from "tenet";

export class Counter {
  on = false;
  @action flip() {
    this.on = !this.on;
  }
  @lemma onOrOff() { // error T3012 `@lemma`: a lemma belongs to a proof
    return this.on || !this.on;
  }
}
