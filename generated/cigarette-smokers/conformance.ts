/** What an adapter of CigaretteSmokers is held to. Generated; do not edit. */

export type Ingredient = `ingredient${number}`;

/** The cigarette smokers problem (Patil, "Limitations and Capabilities of Dijkstra's Semaphore Primitives", 1971). */
export interface CigaretteSmokersModel {
  actions: {
    /** The smoker who owns what is missing takes the rest. */
    startSmoking: { smoker: Ingredient };
    /** The smoker finishes, and the dealer lays out again. */
    stopSmoking: { smoker: Ingredient; missing: Ingredient };
  };
  faults: never;
  state: {
    smokes: Readonly<Record<Ingredient, boolean>>;
    table: ReadonlySet<Ingredient>;
  };
}
