/** What an adapter of Peterson is held to. Generated; do not edit. */

/** Mutual exclusion for two processes (Peterson, "Myths about the Mutual Exclusion Problem", 1981). */
export interface PetersonModel {
  actions: {
    rest: { me: "left" | "right" };
    raise: { me: "left" | "right" };
    yield: { me: "left" | "right" };
    enter: { me: "left" | "right" };
    leave: { me: "left" | "right" };
    lower: { me: "left" | "right" };
  };
  faults: never;
  state: {
    at: Readonly<Record<"left" | "right", "critical" | "lower" | "raise" | "rest" | "wait" | "yield">>;
    flag: Readonly<Record<"left" | "right", boolean>>;
    turn: "left" | "right";
  };
}
