/** What members write: it names what its author goes by, and is named by its hash, so that nobody can change it afterwards. */
import { createHash } from "node:crypto";

export type Hash = string;

export interface Operation {
  /** By seniority: 0 is the founder. */
  readonly author: number;
  /** The member that it revokes, if any. */
  readonly revokes: number | null;
  readonly text: string;
  /** The last operations that the author goes by, in the order of their hashes; what these name, it goes by as well. */
  readonly parents: readonly Hash[];
}

/** One form for each operation, whoever writes it down. */
export const encode = ({ author, revokes, text, parents }: Operation): string => JSON.stringify([author, revokes, text, parents]);

export const hashOf = (operation: Operation): Hash => createHash("sha256").update(encode(operation)).digest("base64url");

/** @returns undefined for what is no operation */
export function decode(bytes: string): Operation | undefined {
  const [author, revokes, text, parents] = JSON.parse(bytes) as [unknown, unknown, unknown, unknown];
  if (typeof author !== "number" || (revokes !== null && typeof revokes !== "number") || typeof text !== "string") return undefined;
  if (!Array.isArray(parents) || !parents.every((p): p is Hash => typeof p === "string")) return undefined;
  return { author, revokes, text, parents: parents.toSorted() };
}
