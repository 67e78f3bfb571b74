/** The texts that a run is about: whether they are still what is on the disk, and which parts of them need not be parsed again. */
import { sha256 } from "../../base/sha256.ts";
import { sourcePath } from "../../base/source-file.ts";
import { displayName, proofPath, specFile } from "../../frontend/program.ts";
import { readSource } from "../../frontend/read-source.ts";
import { Snapshot } from "../../frontend/snapshot.ts";

/** SHA-256 of the text by file; null where there is none that can be read. */
export type Files = Readonly<Record<string, string | null>>;

/** What a loop over runs needs of them. */
export interface WatchedTexts {
  /** What is on the disk now is what the next run is about. */
  renew(): void;
  /** Whether something on the disk is no longer what this run is about. */
  changed(): boolean;
  /** Whether something has gone, or is empty: perhaps an editor is about to write it. */
  lost(): boolean;
  files(): Files;
  /** Where the texts are. */
  paths(): string[];
}

export class Sources implements WatchedTexts {
  readonly snapshot = new Snapshot();
  #main = "";
  /** As they were when this run began: what was known to matter. */
  #begun = new Map<string, string | undefined>();

  /** @param spec a file, or a folder with a spec.ts @param prove whether its lemmas matter, too */
  constructor(private readonly spec: string, private readonly prove: boolean) {}

  renew(): void {
    this.#main = displayName(specFile(this.spec));
    const names = this.#begun.size === 0 ? [this.#main] : [...this.snapshot.texts().keys()];
    const proof = this.prove ? [this.#proof()] : [];
    this.#begun = new Map([this.#main, ...names, ...proof].map((name) => [name, read(name)]));
    this.snapshot.renew((name) => (this.#begun.has(name) ? this.#begun.get(name) : read(name)));
  }

  changed(): boolean {
    return displayName(specFile(this.spec)) !== this.#main || [...this.#texts()].some(([name, text]) => read(name) !== text);
  }

  lost(): boolean {
    return [...this.#texts()].some(([name, text]) => text && !read(name));
  }

  files(): Files {
    return Object.fromEntries([...this.#texts()].map(([name, text]) => [name, text === undefined ? null : sha256(text)]));
  }

  paths(): string[] {
    return [this.#main, ...this.#texts().keys()].map(sourcePath);
  }

  /** Those that the compiler was given; as long as it was given none, those that it was given the last time. */
  #texts(): Map<string, string | undefined> {
    const used = this.snapshot.texts();
    if (used.size === 0) return this.#begun;
    return this.prove && !used.has(this.#proof()) ? used.set(this.#proof(), this.#begun.get(this.#proof())) : used;
  }

  #proof(): string {
    return displayName(proofPath(this.spec));
  }
}

function read(name: string): string | undefined {
  const source = readSource(sourcePath(name));
  return "text" in source ? source.text : undefined;
}
