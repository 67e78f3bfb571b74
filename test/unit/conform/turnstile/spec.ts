import { action, fault, fill, invariant, require, type Int, type Sort } from "tenet";

export type Guest = Sort<"Guest">;

/** At most three come in; nobody twice. */
export class Turnstile {
  static scope = { Guest: 3 };
  inside: Record<Guest, boolean> = fill(false);
  count: Int<0, 3> = 0;
  /** Always the same as `count`, though nothing says so. */
  shown: Int<0, 3> = 0;
  closed = false;

  @action enter(guest: Guest) {
    require(!this.inside[guest] && this.count < 3);
    this.inside[guest] = true;
    this.count += 1;
    this.shown = this.count;
  }

  @action leave(guest: Guest) {
    if (this.closed) return;
    require(this.inside[guest]);
    this.inside[guest] = false;
  }

  @fault close() {
    require(!this.closed);
    this.closed = true;
  }

  @invariant counts() {
    return this.count >= 0 && (this.closed || this.shown <= 3);
  }
}
