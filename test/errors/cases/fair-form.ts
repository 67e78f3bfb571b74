import { action, fair } from "tenet";

export class Fair {
  @fair up = true; // error T3004 `@fair`: not a method

  @fair("often") @action often() { // error T3020 `@fair("often")`: weak or strong
    this.up = !this.up;
  }

  @fair() @action again() { // error T3020 `@fair()`: weak or strong
    this.up = !this.up;
  }
}
