/** Why there is no proof, from what was tried. */
import { sameSpan } from "../base/span.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Obstacle, ProvedProperty } from "../pipeline/prove-report.ts";
import type { Judgement } from "./judgement.ts";
import type { Hindrance } from "./report.ts";

export interface Tried {
  /** Rungs of the ladder of shapes that were begun, and how many there are. */
  readonly begun: number;
  readonly rungs: number;
  readonly outOfTime: boolean;
}

interface InTheWay { readonly property: string; readonly obstacle: Obstacle }

/** @param tried nothing where no lemma could have helped */
export function hindrancesOf(protocol: Protocol, judgement: Pick<Judgement, "properties">, tried: Tried | undefined): Hindrance[] {
  const all = judgement.properties.filter((p) => p.kind !== "lemma").flatMap((p) => p.obstacles.map((obstacle): InTheWay => ({ property: p.name, obstacle })));
  const { begun = 0, rungs = 1, outOfTime = false } = tried ?? {};
  const ended: Hindrance[] = outOfTime ? [{ kind: "time", rung: begun, rungs }] : begun >= rungs ? [{ kind: "shapes", rungs }] : [];
  const gaveUp = all.flatMap(({ obstacle: { goal, span, why } }): Hindrance[] =>
    (why.kind === "gave-up" && why.reason !== "stopped" ? [{ kind: "gave-up", goal, span, reason: why.reason, fragment: why.fragment }] : []));
  return [...unsupported(protocol, all), ...ended, ...gaveUp];
}

/** Each thing that cannot be said once, whatever number of goals it is in. */
function unsupported(protocol: Protocol, all: readonly InTheWay[]): Hindrance[] {
  const told: Hindrance[] = [];
  for (const { property, obstacle: { why } } of all) {
    if (why.kind !== "unsupported" || told.some((t) => t.kind === "unsupported" && t.reason === why.reason && sameSpan(t.span, why.span))) continue;
    const alike = all.filter(({ obstacle: { why: other } }) => other.kind === "unsupported" && other.reason === why.reason && sameSpan(other.span, why.span));
    const actions = new Set(alike.map(({ obstacle: o }) => o.action));
    // What an action does keeps its own goals from being said, and no others.
    const [action] = actions.size === 1 && protocol.actions.length > 1 ? actions : [];
    told.push({ kind: "unsupported", about: action ?? property, reason: why.reason, span: why.span });
  }
  return told;
}

/** Whether a goal of it cannot be said in logic: then no lemma proves it. */
export const unsayable = ({ obstacles }: ProvedProperty): boolean => obstacles.some(({ why }) => why.kind === "unsupported");
