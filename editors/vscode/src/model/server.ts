/** A `tenet watch --json` of one spec, in a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { WatchEvent } from "../../../../src/editor/watch/events.ts";
import type { Program } from "./locate.ts";

export interface ServerOptions {
  readonly spec: string;
  /** Where it runs: files are named from there. */
  readonly folder: string;
  readonly seconds: number;
  readonly prove: boolean;
}

export interface ServerListener {
  event(event: WatchEvent): void;
  /** For the log: what it prints on standard error. */
  said(text: string): void;
  /** It is gone without having been stopped. */
  gone(why: string): void;
}

/** So long it may take to end by itself. */
const patienceMs = 2000;

export const watchArguments = ({ spec, seconds, prove }: Pick<ServerOptions, "spec" | "seconds" | "prove">): string[] =>
  ["watch", "--json", "--with-stdin", "--timeout", `${seconds}s`, ...(prove ? ["--prove"] : []), "--", spec];

export class WatchServer {
  readonly #child: ChildProcessWithoutNullStreams;
  #stopped = false;

  constructor({ node, cli }: Program, options: ServerOptions, listener: ServerListener) {
    this.#child = spawn(node, [cli, ...watchArguments(options)], { cwd: options.folder, stdio: "pipe", windowsHide: true });
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      const event = this.#stopped ? undefined : eventOf(line);
      if (event) listener.event(event);
      else if (!this.#stopped) listener.said(line);
    });
    createInterface({ input: this.#child.stderr }).on("line", (line) => listener.said(line));
    const gone = (why: string): void => {
      if (!this.#stopped) listener.gone(why);
      this.#stopped = true;
    };
    this.#child.on("error", (error) => gone(error.message));
    this.#child.on("close", (code, signal) => gone(`it ended with ${signal ?? code}`));
    // What is written to a process that has ended is no matter.
    this.#child.stdin.on("error", () => undefined);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), patienceMs);
    this.#child.once("close", () => clearTimeout(timer));
  }
}

const kinds: readonly WatchEvent["event"][] = ["started", "outline", "verdicts", "diagnostics", "done"];

/** Undefined for anything else that somebody printed. */
export function eventOf(line: string): WatchEvent | undefined {
  try {
    const value = JSON.parse(line) as WatchEvent | null;
    return value !== null && typeof value === "object" && kinds.includes(value.event) ? value : undefined;
  } catch {
    return undefined;
  }
}
