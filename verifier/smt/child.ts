/** A child process that is talked with line by line, and that does not outlive its question. */
import { type ChildProcess, spawn } from "node:child_process";

/** No answer is as long: what goes on writing is ended. */
const mostBytes = 2 ** 24;
/** How long the output of a process that is gone is waited for. */
const drainMs = 500;

/** How a process ended: by itself with a code, or without one. */
export interface ChildEnd { readonly code: number | null; readonly why: "itself" | "time" | "output" | "stopped" | "no-start"; readonly detail: string }

export class Child {
  private readonly process: ChildProcess;
  private text = "";
  private bytes = 0;
  private readonly waiting = new Set<() => void>();
  private why: ChildEnd["why"] = "itself";
  private ended = false;
  /** Settles, never rejects, when the process is gone and all that it wrote was read. */
  readonly end: Promise<ChildEnd>;

  /** @param milliseconds after which it is ended, whatever it does */
  constructor(program: string, args: readonly string[], milliseconds: number) {
    // A group of its own, so that its own children go with it. Of the environment it gets what a program needs to start.
    this.process = spawn(program, args, {
      detached: true, windowsHide: true, stdio: ["pipe", "pipe", "ignore"],
      env: { PATH: process.env.PATH ?? "", LANG: "C", ...(process.env.SystemRoot !== undefined && { SystemRoot: process.env.SystemRoot }) },
    });
    const watchdog = setTimeout(() => this.kill("time"), milliseconds);
    this.end = new Promise((resolve) => {
      const over = (code: number | null, detail: string): void => {
        if (this.ended) return;
        this.ended = true;
        clearTimeout(watchdog);
        this.wake();
        resolve({ code, why: this.why, detail });
      };
      this.process.once("error", (error) => {
        if (this.process.pid === undefined) this.why = "no-start";
        over(null, error.message);
      });
      this.process.once("exit", (code, signal) => {
        const detail = signal ?? `exit code ${code}`;
        // Its output is held open by something that it has started and left behind.
        const late = setTimeout(() => {
          this.signal();
          over(code, detail);
        }, drainMs);
        this.process.once("close", () => {
          clearTimeout(late);
          over(code, detail);
        });
      });
    });
    this.process.stdout!.setEncoding("utf8").on("data", (more: string) => {
      this.bytes += more.length;
      if (this.bytes > mostBytes) return this.kill("output");
      this.text += more;
      this.wake();
    });
    // Who stops reading has not read the question; that shows in what it answers.
    this.process.stdin!.on("error", () => undefined);
  }

  write(text: string): void {
    this.process.stdin!.write(text);
  }

  /** Nothing more will be written. */
  finish(text: string): void {
    this.process.stdin!.end(text);
  }

  /** The next line of its output, without what ends it; undefined where it ended before the line did. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.text.indexOf("\n");
      if (end >= 0) {
        const line = this.text.slice(0, end);
        this.text = this.text.slice(end + 1);
        return line.trimEnd();
      }
      if (this.ended) return undefined;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** All that it wrote and nobody has read; call it after `end`. */
  rest(): string {
    const rest = this.text;
    this.text = "";
    return rest;
  }

  kill(why: "time" | "output" | "stopped"): void {
    if (this.ended) return;
    if (this.why === "itself") this.why = why;
    this.signal();
  }

  private signal(): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // There is no such group any more, or there are no groups here.
      this.process.kill("SIGKILL");
    }
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }
}
