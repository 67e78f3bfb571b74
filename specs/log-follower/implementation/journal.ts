/** What a follower must not forget, as a list of changes: one line for those that are made together. */
import type { Entry } from "./follower.ts";

export type JournalRecord =
  | { readonly kind: "term"; readonly term: number }
  | { readonly kind: "vote"; readonly candidate: string }
  | { readonly kind: "truncate"; readonly length: number }
  | { readonly kind: "entries"; readonly entries: readonly Entry[] }
  | { readonly kind: "commit"; readonly committed: number };

export interface LineFile {
  readLines(): Promise<readonly string[]>;
  /** Done when the line would survive a loss of power. */
  appendLine(line: string): Promise<void>;
}

export class Journal {
  constructor(private readonly file: LineFile) {}

  async read(): Promise<readonly JournalRecord[]> {
    const lines = await this.file.readLines();
    return lines.flatMap((line) => JSON.parse(line) as JournalRecord[]);
  }

  async write(records: readonly JournalRecord[]): Promise<void> {
    await this.file.appendLine(JSON.stringify(records));
  }
}
