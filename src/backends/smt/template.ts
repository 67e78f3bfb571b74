/** Formulas about a state and the one after it, to be said again of every step of a run. */
import type { Term } from "./term.ts";

/** A step of a run by its number, or what comes before the first state. */
export type At = number | "start";

/** How the symbols of a formula are called at a step; undefined for those that are the same everywhere. */
export type Naming = (symbol: string, at: At) => string | undefined;

export class Template {
  private readonly parts: readonly string[];
  private readonly known = new Map<At, Term>();

  constructor(readonly text: Term, private readonly naming: Naming) {
    this.parts = text.split(/(\|[^|]*\||[^\s()|]+)/);
  }

  at(step: At): Term {
    let made = this.known.get(step);
    if (made === undefined) {
      // Symbols are at odd places.
      made = this.parts.map((part, i) => (i % 2 === 1 ? (this.naming(part, step) ?? part) : part)).join("");
      this.known.set(step, made);
    }
    return made;
  }
}
