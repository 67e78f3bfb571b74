/** Tells findings apart by what they are about, not by their lines or words. */
import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/** Short enough to be given on a command line. */
export const fingerprintOf = ({ rule, about, subject }: Pick<Finding, "rule" | "about" | "subject">): string =>
  createHash("sha256").update(JSON.stringify([rule, about, subject])).digest("hex").slice(0, 16);
