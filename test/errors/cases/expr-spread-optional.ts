import { action, type Int } from "tenet";

interface Limits { low: Int<0, 3>; high: Int<0, 3> }

export class SpreadOptional {
  limits: Limits = { low: 0, high: 3 };

  @action change(patch: Partial<Limits>) {
    this.limits = { ...this.limits, ...patch }; // error T4026 `...patch`: so the spread may or may not replace the one before it
  }
}
