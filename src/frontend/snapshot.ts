/** Files as they were read first: programs that share them are about the same texts, whatever becomes of the files. */
import type ts from "typescript";

export class Snapshot {
  readonly #sources = new Map<string, ts.SourceFile>();
  readonly #asked = new Set<string>();

  /** @param file as spans name it */
  get(file: string): ts.SourceFile | undefined {
    this.#asked.add(file);
    return this.#sources.get(file);
  }

  set(file: string, source: ts.SourceFile): void {
    this.#sources.set(file, source);
  }

  /** What programs asked for since `renew`, with the text that they were given; undefined where there was none. */
  texts(): Map<string, string | undefined> {
    return new Map([...this.#asked].map((file) => [file, this.#sources.get(file)?.text]));
  }

  /** Forgets what is no longer so. The rest need not be parsed again. @param now the text of a file, or undefined where there is none */
  renew(now: (file: string) => string | undefined): void {
    this.#asked.clear();
    for (const [file, { text }] of this.#sources) if (now(file) !== text) this.#sources.delete(file);
  }
}
