/** Programs that pretend to be solvers, so that tests of what is said to solvers run where none is installed. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface FakeSolvers {
  readonly folder: string;
  /** @param body a shell script. @returns its path */
  write(name: string, body: string): string;
  remove(): void;
}

export function fakeSolvers(): FakeSolvers {
  const folder = mkdtempSync(join(tmpdir(), "tenet-solvers-"));
  return {
    folder,
    write: (name, body) => {
      const file = join(folder, name);
      writeFileSync(file, `#!/bin/sh\n${body}\n`);
      chmodSync(file, 0o755);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Says its version, or reads up to the question and answers as a real one would, first with what it was to echo. */
export const answering = (answer: string): string => `
[ "$1" = --version ] && { echo "Z3 version 9.9.9 - 64 bit"; exit 0; }
while read -r line; do
  case "$line" in
    '(echo "'*) mark="\${line#(echo ?}"; echo "\${mark%??}" ;;
    "(check-sat"*) ${answer} ;;
    "(exit)") exit 0 ;;
  esac
done`;
