import { action, type Int } from "tenet";

export class IntBounds {
  small: Int<0, 3> = 0;
  large: Int<0, 9> = 0;

  @action widen(value: Int<0, 3>) {
    this.small = value;
    this.large = value as Int<0, 9>;
    this.large = this.small; // error TS2322 `this.large`: Type 'Int<0, 3>' is not assignable to type 'Int<0, 9>'
  }
}
