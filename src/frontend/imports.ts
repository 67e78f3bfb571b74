/** What a file imports, by its text alone: no types, no resolution on disk. */
import ts from "typescript";

export interface Imports {
  /** As they are written, each once. */
  readonly specifiers: readonly string[];
  /** Something is imported whose name only running the code would tell. */
  readonly computed: boolean;
}

/** @param text of a TypeScript or JavaScript file; anything else imports whatever looks like it */
export function importsOf(text: string): Imports {
  const { importedFiles, referencedFiles } = ts.preProcessFile(text, true, true);
  return {
    specifiers: [...new Set([...importedFiles.map((f) => f.fileName), ...referencedFiles.map((f) => (/^\.\.?\//.test(f.fileName) ? f.fileName : `./${f.fileName}`))])],
    // Also where the call is in a comment: what looks like it is taken for it.
    computed: /\b(?:import|require)\s*\(\s*(?!["'`)])|\b(?:import|require)\s*\(\s*`[^`]*\$\{|\bcreateRequire\b|\bnew\s+(?:Worker|URL)\b/.test(text),
  };
}
