/** Where something happened, in the sources that a script was made of. */
import { SourceMap } from "node:module";
import type { SystemFailure } from "../system.ts";

export class Places {
  private readonly map: SourceMap;
  private readonly frame: RegExp;

  /** @param script the name of the file as it is in stacks */
  constructor(map: string, script: string) {
    this.map = new SourceMap(JSON.parse(map));
    this.frame = new RegExp(`${script.replaceAll(".", "\\.")}:(\\d{1,9}):(\\d{1,9})`, "g");
  }

  /** The innermost frame that is in a source file. */
  of(stack: string): SystemFailure["at"] {
    for (const [, line, column] of stack.matchAll(this.frame)) {
      const entry = this.map.findEntry(Number(line) - 1, Number(column) - 1);
      if ("originalSource" in entry && entry.originalSource) return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
    }
    return undefined;
  }
}
