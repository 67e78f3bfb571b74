import { action, fair, fault, init, invariant, repair, require } from "tenet";

export class Fair {
  up = true;

  @fair @init start() { // error T3020 `@fair`: an @init method
    this.up = true;
  }

  @fair @action stop() {
    this.up = false;
  }

  @fair @fair("strong") @action again() { // error T3020 `@fair("strong")`: one fairness
    this.up = true;
  }

  @fair @fault crash() { // error T3020 `@fair`: need never happen
    require(this.up);
    this.up = false;
  }

  @fair("strong") @repair restart() {
    this.up = true;
  }

  @fair @invariant fine() { // error T3020 `@fair`: a property
    return this.up || !this.up;
  }

  @fair helper() { // error T3020 `@fair`: no step
    this.up = true;
  }
}
