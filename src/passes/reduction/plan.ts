/**
 * Partial-order reduction, decided before the search (docs/reduction.md): the actions of which one enabled instance may be taken
 * alone, as everything else is as possible after it and nobody who was asked can tell the difference.
 */
import type { Property, Protocol } from "../../ir/protocol.ts";
import { tagsOf, ways } from "./conflict.ts";
import { type Footprint, footprintOf, mayFail } from "./footprint.ts";
import { dependsOn } from "./independence.ts";
import { terminating } from "./progress.ts";
import { saysNothingOfStuttering } from "./stuttering.ts";

/** Why an action cannot be taken alone. */
export type Obstacle =
  /** It can change what this property says. */
  | { readonly kind: "visible"; readonly property: string }
  /** This action may come to something else if it comes later. */
  | { readonly kind: "dependent"; readonly action: string }
  /** It and others that could be taken alone might go on for ever. */
  | { readonly kind: "endless" };

export interface ReductionPlan {
  /** Indices of the actions that are taken alone, in the order in which they are tried. */
  readonly alone: readonly number[];
  /** By the names of all others. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  /** A step property that may be broken by a step that changes nothing it reads: then there is no reduction. */
  readonly stuttering?: string;
}

export function planReduction(protocol: Protocol): ReductionPlan {
  const stuttering = protocol.properties.find((p) => p.kind === "step" && !saysNothingOfStuttering(p.body));
  const all = protocol.actions.map((a) => ({ first: footprintOf(a, "a"), other: footprintOf(a, "b") }));
  const asked = protocol.properties.filter((p) => p.kind !== "lemma");
  const obstacles = new Map<string, Obstacle>();
  const able = all.filter((sides) => {
    const { name } = sides.first.action;
    const property = asked.find((p) => isVisible(sides.first, p));
    const action = property ? undefined : dependsOn(sides, all);
    if (property) obstacles.set(name, { kind: "visible", property: property.name });
    else if (action !== undefined) obstacles.set(name, { kind: "dependent", action });
    return !property && action === undefined;
  }).map((sides) => sides.first);
  const kept = terminating(able);
  for (const { action } of able) if (!kept.some((k) => k.action === action)) obstacles.set(action.name, { kind: "endless" });
  return {
    alone: stuttering ? [] : kept.map((k) => protocol.actions.indexOf(k.action)),
    obstacles,
    ...(stuttering && { stuttering: stuttering.name }),
  };
}

/**
 * Whether a step can hide something: what a property says of a state without it must be said of the state with it, too. An invariant
 * may become false by it and a `reachable` true, but not the other way round; where evaluation can fail, nothing may change.
 */
function isVisible({ guards, writes }: Footprint, { kind, body }: Property): boolean {
  let seen = false;
  const hidden = kind === "step" || mayFail(body) ? [true, false] : [kind === "reachable" || kind === "constraint"];
  const tags = tagsOf(guards);
  for (const write of writes) {
    for (const truth of hidden) ways(body, truth, { write, guards, tags }, () => (seen = true));
  }
  return seen;
}
