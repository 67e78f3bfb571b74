/** Ghosts that somebody proposes: fields that remember, so that lemmas can speak of what the state forgets. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { GhostText } from "../frontend/ghost-text.ts";
import { saysWho, sentence } from "./comment.ts";
import type { Proposer } from "./proposal.ts";

export interface Ghost extends Omit<GhostText, "doc"> {
  /** Only shown. */
  readonly reason?: string;
  readonly by: Proposer;
}

export interface JudgedGhost { readonly ghost: Ghost; readonly outcome: GhostOutcome }

export type GhostOutcome =
  /** A lemma that is accepted speaks of it, or a ghost that one does needs it. */
  | { readonly kind: "needed" }
  | { readonly kind: "not-needed" }
  /** The protocol would notice it, or it is no ghost at all. */
  | { readonly kind: "ill-formed"; readonly diagnostics: readonly Diagnostic[] };

export const ghostText = ({ name, type, initial, updates, reason, by }: Ghost): GhostText =>
  ({ name, type, initial, updates, doc: [sentence(reason ?? ""), `${saysWho(by)}.`].filter((line) => line !== "") });

/** In one line, to be read. */
export const ghostLine = ({ name, type, initial, updates }: Ghost): string =>
  `ghost ${name}: ${type} = ${initial}${updates.map((u) => `; ${u.action}: ${u.value}`).join("")}`;

/** Those of which some text speaks, and those of which these speak. */
export function ghostsIn(ghosts: readonly Ghost[], texts: readonly string[]): Set<Ghost> {
  const found = new Set<Ghost>();
  const look = (text: string): void => {
    for (const ghost of ghosts) {
      if (found.has(ghost) || !new RegExp(`(?<![\\w$])${ghost.name.replaceAll("$", "\\$")}(?![\\w$])`).test(text)) continue;
      found.add(ghost);
      look(ghostLine(ghost));
    }
  };
  texts.forEach(look);
  return found;
}
