/** What a proof file says of where its parts come from. */
import type { Proposer } from "./proposal.ts";

const proposers = { embedded: "Found by the embedded proposer", model: "Proposed by a language model", person: "Proposed by a person" } as const;

export const saysWho = ({ proposer, round }: Proposer): string => `${proposers[proposer]}, round ${round}`;

const longestReason = 200;

/** One line that cannot end a comment, nor mean anything in it. */
export function sentence(reason: string): string {
  const plain = reason.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").replaceAll("*/", "* /").replaceAll("@", "").trim();
  const short = plain.length > longestReason ? `${plain.slice(0, longestReason - 1).trimEnd()}…` : plain;
  return short === "" || /[.!?…]$/.test(short) ? short : `${short}.`;
}
