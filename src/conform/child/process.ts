/** One process with an adapter in it, which is asked one question at a time. */
import { type ChildProcess as NodeChild, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Duplex, Readable } from "node:stream";
import { InternalError } from "../../base/assert-never.ts";
import { endGroup, residentBytes } from "../../base/process-group.ts";
import type { SystemFailure, SystemLimits } from "../system.ts";
import type { Containment } from "./containment.ts";
import { type Answer, type Failed, type Hello, type Question, readAnswer } from "./wire.ts";

export interface Launch {
  readonly containment: Containment;
  readonly folder: string;
  /** The harness, and what it is told first. */
  readonly script: string;
  readonly hello: Omit<Hello, "secret">;
  readonly limits: SystemLimits;
}

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, "seq"> : never) : never;

interface Waiting {
  readonly expected: string;
  resolve(answer: Answer): void;
}

/** How often memory is looked at. What grows by 4 GB in a second is over its limit by 100 MB when it is found. */
const memoryIntervalMs = 25;
const maxOutput = 16_384;

/** Those that run, so that none outlives this process. */
const running = new Set<ContainedProcess>();
process.on("exit", () => running.forEach((p) => p.kill()));

export class ContainedProcess {
  private readonly secret = randomBytes(16).toString("hex");
  private readonly child: NodeChild;
  private readonly channel: Duplex;
  private readonly memory: NodeJS.Timeout;
  private readonly newline = "\n".charCodeAt(0);
  private chunks: Buffer[] = [];
  private size = 0;
  private seq = 0;
  private waiting: Waiting | undefined;
  /** The end of what it has printed on both streams. */
  private output = "";
  /** Why it gives no more answers. */
  private ended: Failed | undefined;

  constructor(private readonly launch: Launch) {
    const { containment, folder, script, hello } = launch;
    const [command, ...args] = [...containment.prefix, process.execPath, ...containment.options, script];
    this.child = spawn(command, args, { cwd: folder, env: { TZ: "UTC" }, stdio: ["ignore", "pipe", "pipe", "pipe"], detached: true });
    this.channel = this.child.stdio[3] as Duplex;
    running.add(this);
    this.child.on("error", (error) => this.end(failure("crashed", `its process cannot be started: ${error.message}`)));
    this.child.on("close", (code, signal) => this.end(this.afterExit(code, signal)));
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on("data", (text: Buffer) => this.keep(text));
    this.channel.on("data", (bytes: Buffer) => this.receive(bytes));
    // Writing to a process that is gone; `close` tells.
    this.channel.on("error", () => undefined);
    this.memory = setInterval(() => this.measure(), memoryIntervalMs);
    // It is no reason for this process to go on.
    this.memory.unref();
    this.child.unref();
    for (const stream of [this.child.stdout, this.child.stderr, this.channel] as (Readable & { unref(): void })[]) stream.unref();
    this.channel.write(`${JSON.stringify({ secret: this.secret, ...hello } satisfies Hello)}\n`);
  }

  get alive(): boolean {
    return !this.ended;
  }

  ask(question: Asked, limitMs: number): Promise<Answer> {
    if (this.waiting) throw new InternalError("an implementation is asked two questions at a time");
    if (this.ended) return Promise.resolve(this.ended);
    const seq = ++this.seq;
    return new Promise((resolve) => {
      // An answer that came while this process was busy is read before the immediate.
      const timer = setTimeout(() => setImmediate(() => {
        if (this.seq === seq && this.waiting) this.end(failure("hung", `no answer within ${limitMs} ms`));
      }), limitMs);
      this.waiting = {
        expected: `${this.secret}${seq} `,
        resolve: (answer) => {
          clearTimeout(timer);
          this.waiting = undefined;
          resolve(answer);
        },
      };
      if (this.size > 0) this.end(foreign);
      else this.channel.write(`${JSON.stringify({ seq, ...question } satisfies Question)}\n`);
    });
  }

  kill(): void {
    running.delete(this);
    clearInterval(this.memory);
    endGroup(this.child);
    for (const stream of [this.child.stdout, this.child.stderr, this.channel]) stream?.destroy();
  }

  private end(reason: Failed): void {
    if (this.ended) return;
    this.ended = reason;
    this.kill();
    this.waiting?.resolve(reason);
  }

  private receive(bytes: Buffer): void {
    this.chunks.push(bytes);
    this.size += bytes.length;
    if (bytes.at(-1) !== this.newline) {
      // UTF-8 takes at most three bytes for each unit of a string.
      if (this.size > 3 * this.launch.hello.maxAnswer + 4096) this.end(failure("unreadable", "it wrote too much to the channel of its answers"));
      return;
    }
    const text = Buffer.concat(this.chunks).toString("utf8");
    this.chunks = [];
    this.size = 0;
    const expected = this.waiting?.expected;
    if (expected === undefined || !text.startsWith(expected) || text.indexOf("\n") !== text.length - 1) return this.end(foreign);
    const answer = readAnswer(text.slice(expected.length));
    if (!answer) return this.end(foreign);
    if (answer.kind === "failed" && answer.over) this.end(answer);
    else this.waiting!.resolve(answer);
  }

  private keep(text: Buffer): void {
    this.output = (this.output + text.toString("utf8")).slice(-maxOutput);
  }

  private measure(): void {
    const bytes = residentBytes(this.child.pid);
    if (bytes > this.launch.limits.memoryBytes) this.end(tooMuch(this.launch.limits));
  }

  private afterExit(code: number | null, signal: NodeJS.Signals | null): Failed {
    if (/heap out of memory|Array buffer allocation failed/.test(this.output)) return tooMuch(this.launch.limits);
    // Of Node: nothing is left that could go on, and something is waited for.
    if (code === 13) return failure("hung", "it waits for what never comes");
    const said = this.output.trim() && `; it printed: ${this.output.trim().split("\n").slice(0, 5).join(" ")}`;
    return signal ? failure("crashed", `its process ended by ${signal}${said}`) : failure(code === 0 ? "exited" : "crashed", `its process ended with exit code ${code}${said}`);
  }
}

const failure = (kind: SystemFailure["kind"], message: string): Failed => ({ kind: "failed", failure: kind, message, stack: "", over: true });
const foreign = failure("unreadable", "something that is no answer came through the channel of its answers");
const tooMuch = ({ memoryBytes }: SystemLimits): Failed => failure("memory", `more than ${Math.ceil(memoryBytes / 2 ** 20)} MB`);
