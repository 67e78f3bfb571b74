/** Which spec a document belongs to. Its text is looked at, never run. */
import { basename, dirname, join } from "node:path";

const importsTenet = /\bfrom\s*["']tenet["']/;
/** A protocol has actions; the files it imports, and adapters of implementations, need not. */
const hasActions = /@action\b/;

/** The spec, or undefined for any other file. @param path of a TypeScript file */
export function specOf(path: string, text: string): string | undefined {
  if (!importsTenet.test(text)) return undefined;
  return ofProof(path) ?? (hasActions.test(text) ? path : undefined);
}

/** Lemmas stand in proof.ts beside spec.ts, in foo.proof.ts beside foo.ts. */
function ofProof(path: string): string | undefined {
  const name = basename(path);
  if (name === "proof.ts") return join(dirname(path), "spec.ts");
  return name.endsWith(".proof.ts") ? join(dirname(path), name.replace(/\.proof\.ts$/, ".ts")) : undefined;
}
