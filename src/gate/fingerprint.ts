/** Tells findings apart by what they are about, not by their lines or words. */
import { sha256 } from "../base/sha256.ts";
import type { Finding } from "./finding.ts";

/** Short enough to be given on a command line. */
export const fingerprintOf = ({ rule, about, subject }: Pick<Finding, "rule" | "about" | "subject">): string =>
  sha256(JSON.stringify([rule, about, subject])).slice(0, 16);
