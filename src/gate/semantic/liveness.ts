/**
 * What fair runs no longer have to do, and what is now assumed of them. No solver compares such claims: one that is not the same text is
 * told as one that may promise less.
 */
import type { Action, Fairness, Liveness } from "../../ir/protocol.ts";
import { canonicalAction, canonicalLiveness } from "./canonical.ts";
import { type Found, found, inBase, inHead, type Pair } from "./subject.ts";

export const changedLiveness = ({ base, head }: Pick<Pair, "base" | "head">): Found[] => [
  ...base.liveness.flatMap((l) => lostLiveness(l, head.liveness)),
  // Without a claim about fair runs, nothing was promised that more fairness could take away.
  ...(base.liveness.length > 0 ? head.actions.flatMap((a) => fairerAction(a, base.actions)) : []),
];

const says = (l: Liveness): string => `${l.kind} ${canonicalLiveness(l)}`;

function lostLiveness(old: Liveness, now: readonly Liveness[]): Found[] {
  const same = now.find((l) => l.name === old.name && l.kind === old.kind);
  if (same && says(same) === says(old)) return [];
  const twin = now.find((l) => says(l) === says(old));
  if (twin) return [found("renamed", "note", old.name, same ? `what ${old.name} said is now said by ${twin.name}` : `${old.name} is now called ${twin.name}`, inHead(twin))];
  if (same) return [found("property-changed", "error", old.name, `${old.name} has changed, and it is not known whether fair runs have to do as much as before`, inHead(same))];
  const article = old.kind === "eventually" ? "an @eventually property" : "a @leadsTo property";
  return [found("invariant-removed", "error", old.name, `${old.name} is gone, or is no longer ${article}`, inBase(old))];
}

const strength = (fair: Fairness | undefined): number => (fair === "strong" ? 2 : fair === "weak" ? 1 : 0);

/** Runs that were looked at, and put the action off for ever, are not looked at any more. */
function fairerAction(action: Action, before: readonly Action[]): Found[] {
  const old = before.find((a) => a.name === action.name) ?? before.find((a) => canonicalAction(a) === canonicalAction(action));
  if (strength(action.fair) <= strength(old?.fair)) return [];
  const text = action.fair === "strong" ? "strongly fair" : "fair";
  return [found("assumption-added", "error", action.name, `${action.name} is ${text} now: runs that put it off for ever do not count any more`, inHead(action))];
}
