import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProofReport } from "../../src/index.ts";

/** Of each published protocol that has proofs, what `expect.json` says of its properties. */
export const expected = readdirSync("specs").toSorted().flatMap((name): [string, Readonly<Record<string, string>>][] => {
  const file = join("specs", name, "expect.json");
  const proofs = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).proofs : undefined;
  return proofs ? [[name, proofs]] : [];
});

export const verdictsOf = (report: ProofReport): Record<string, string> => Object.fromEntries(report.properties.map((p) => [p.name, p.verdict]));
