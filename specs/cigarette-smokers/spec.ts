import { action, count, fill, filter, forall, implies, init, invariant, reachable, require, step, terminal, type Sort } from "tenet";

/** What a cigarette is made of. Each smoker owns an endless supply of one, and is named for it. */
type Ingredient = Sort<"Ingredient">;

/** The cigarette smokers problem (Patil, "Limitations and Capabilities of Dijkstra's Semaphore Primitives", 1971). */
export class CigaretteSmokers {
  static scope = { Ingredient: 3 };

  smokes: Record<Ingredient, boolean> = fill(false);
  /** What the dealer has laid out: everything but one ingredient, or nothing while someone smokes. */
  table = new Set<Ingredient>();

  @init deal(missing: Ingredient) {
    this.layOut(missing);
  }

  /** The smoker who owns what is missing takes the rest. */
  @action startSmoking(smoker: Ingredient) {
    require(this.table.size > 0 && !this.table.has(smoker));
    this.smokes[smoker] = true;
    this.table.clear();
  }

  /** The smoker finishes, and the dealer lays out again. */
  @action stopSmoking(smoker: Ingredient, missing: Ingredient) {
    require(this.smokes[smoker]);
    this.smokes[smoker] = false;
    this.layOut(missing);
  }

  layOut(missing: Ingredient) {
    this.table = filter((ingredient: Ingredient) => ingredient !== missing);
  }

  smokers() {
    return count((ingredient: Ingredient) => this.smokes[ingredient]);
  }

  @invariant atMostOneSmokes() {
    return this.smokers() <= 1;
  }

  @invariant tableIsEmptyWhileSomeoneSmokes() {
    return (this.table.size === 0) === (this.smokers() === 1);
  }

  /** Only a smoker who lacks nothing starts. */
  @step ownerOfTheMissingSmokes(next: this) {
    return forall((smoker: Ingredient) => implies(!this.smokes[smoker] && next.smokes[smoker], !this.table.has(smoker)));
  }

  @step takesTurns(next: this) {
    return implies(this.smokers() === 1, next.smokers() === 0);
  }

  @reachable someoneSmokes() {
    return this.smokers() > 0;
  }

  @terminal never() {
    return false;
  }
}
