/**
 * Transcripts: Markdown files whose ```console blocks are sessions that a reader can follow and a test repeats.
 * `$ ` begins a command, `> ` continues it, what follows is everything it prints; `$ echo $?` shows its exit code.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli.js");

export interface Command { readonly input: string; readonly output: string }
export interface Session {
  /** The nearest heading above. */
  readonly heading: string;
  /** Of the first line inside the block, from 1. */
  readonly line: number;
  readonly commands: readonly Command[];
}

export function sessions(markdown: string): Session[] {
  const found: Session[] = [];
  let heading = "";
  const lines = markdown.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const title = /^#+ (.*)$/.exec(lines[i]);
    if (title) heading = title[1];
    const fence = /^(`{3,})(\w*)$/.exec(lines[i]);
    if (!fence) continue;
    const end = lines.indexOf(fence[1], i + 1);
    if (end < 0) throw new Error(`line ${i + 1}: a code block without an end`);
    if (fence[2] === "console") found.push({ heading, line: i + 2, commands: commands(lines.slice(i + 1, end)) });
    i = end;
  }
  return found;
}

function commands(lines: readonly string[]): Command[] {
  const found: { input: string; output: string[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (line.startsWith("$ ")) found.push({ input: line.slice(2), output: [] });
    else if (!last) throw new Error(`a session begins with a command, not with: ${line}`);
    else if (line.startsWith("> ") && last.output.length === 0) last.input += `\n${line.slice(2)}`;
    else last.output.push(line);
  }
  return found.map((c) => ({ input: c.input, output: c.output.map((line) => `${line}\n`).join("") }));
}

export const print = (commands: readonly Command[]): string =>
  commands.map((c) => `$ ${c.input.replaceAll("\n", "\n> ")}\n${c.output}`).join("");

/** A folder like a checkout, with `tenet` on its path: the specs of the repository and those of the CLI tests. */
export function sandbox(): string {
  if (!existsSync(cli)) throw new Error("dist/cli.js is missing: run npm run build");
  const folder = mkdtempSync(join(tmpdir(), "tenet-cli-"));
  for (const specs of ["specs", "test/cli/specs"]) cpSync(join(root, specs), join(folder, specs), { recursive: true });
  mkdirSync(join(folder, ".bin"));
  const shim = join(folder, ".bin/tenet");
  writeFileSync(shim, `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(cli)} "$@"\n`);
  chmodSync(shim, 0o755);
  return folder;
}

/** Separates the outputs; no command prints it. */
const mark = "\u001e";

/** Runs the commands of a session in one shell, so that `cd` and `$?` mean what they say. */
export function play(session: Session, folder: string): Command[] {
  const script = session.commands.map((c) => `${c.input}\ntenet_status=$?; printf '${mark}'; (exit $tenet_status)`).join("\n");
  const done = spawnSync("bash", ["-c", `exec 2>&1\n${script}`], {
    cwd: folder,
    env: { PATH: `${join(folder, ".bin")}:${process.env.PATH}`, HOME: folder, LANG: "C.UTF-8" },
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 2 ** 26,
  });
  if (done.error) throw done.error;
  const outputs = done.stdout.split(mark);
  return session.commands.map((c, i) => ({ input: c.input, output: outputs[i] ?? "(the shell has ended)\n" }));
}

/** What differs from run to run: durations, amounts of memory, rates. And the lines of the library, which no page should follow. */
export function masked(text: string): string {
  return text
    // Only searches of some length have a rate.
    .replaceAll(/ · \d[\d,.]*( [kM])? (states|events|walks|steps)\/s\b/g, "")
    .replaceAll(/\b\d+(\.\d+)? (kB|MB|GB)\b/g, "# MB")
    .replaceAll(/\b(\d+ min )?\d+(\.\d+)? s\b/g, "# s")
    // What a machine has to keep an implementation in its place.
    .replaceAll(/^  contained: .*$/gm, "  contained: #")
    // What an earlier session has searched need not be searched again.
    .replaceAll(/(\d search(?:es)?), [\d,]+ from the cache/g, "$1")
    // Commits have times.
    .replaceAll(/\b[0-9a-f]{12}\b/g, "#")
    .replaceAll(/\btenet\/faults:\d+/g, "tenet/faults:#")
    .replaceAll(/"(seconds|peakMemoryBytes|memoryBytes)": \d[\d.e+-]*/g, '"$1": 0');
}

/** Runs `tenet` once. */
export function tenet(folder: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH } });
  return { status, stdout, stderr };
}

export const run = (program: string, args: readonly string[], cwd: string): string => execFileSync(program, args, { cwd, encoding: "utf8" });
export { cli };
