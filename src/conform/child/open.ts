/** Implementations in processes of their own, where they can do no harm. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InternalError } from "../../base/assert-never.ts";
import { threadFile } from "../../pipeline/thread-file.ts";
import type { BoundAction, GivenState, Outcome, System, SystemFailure, SystemLimits, Together } from "../system.ts";
import { AdapterError, type Bundle, bundleAdapter } from "./bundle.ts";
import { containment } from "./containment.ts";
import { Places } from "./places.ts";
import { ContainedProcess, type Launch } from "./process.ts";
import { harmless } from "./text.ts";
import { type Answer, plain, tagged } from "./wire.ts";

export interface OpenOptions {
  /** Nothing outside of this folder is read or loaded, whatever is imported. */
  readonly root: string;
  readonly limits?: Partial<SystemLimits>;
  /** Lets it use the network. */
  readonly network?: boolean;
  /** Gives it a folder to write in, its working directory; otherwise it writes nowhere. */
  readonly files?: boolean;
  /** A new process for every system, for implementations that keep something from one to the next. */
  readonly fresh?: boolean;
}

const defaultLimits: SystemLimits = { stepMs: 5000, memoryBytes: 512 * 2 ** 20 };
/** Loading takes longer than a step. */
const minLoadMs = 20_000;
const maxAnswer = 4 * 2 ** 20;

/** @throws {@link AdapterError} where the adapter cannot be loaded, or imports what it may not */
export async function openSystem(adapterFile: string, options: OpenOptions): Promise<System> {
  const bundle = await bundleAdapter(adapterFile, options.root);
  const system = new ContainedSystem(bundle, options);
  try {
    await system.start();
    return system;
  } catch (error) {
    await system.close();
    throw error;
  }
}

class ContainedSystem implements System {
  actions: readonly BoundAction[] = [];
  readonly isolation: readonly string[];
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-conform-")));
  private readonly launch: Launch;
  private readonly places: Places;
  private process: ContainedProcess | undefined;

  constructor(bundle: Bundle, private readonly options: OpenOptions) {
    folders.add(this.folder);
    const limits = { ...defaultLimits, ...options.limits };
    const network = options.network ?? false;
    const scratch = options.files ? join(this.folder, "files") : undefined;
    if (scratch) mkdirSync(scratch);
    const adapter = join(this.folder, "adapter.mjs");
    const script = join(this.folder, "harness.mjs");
    writeFileSync(adapter, bundle.code);
    cpSync(threadFile("conform-child.js"), script);
    const contained = containment({ folder: this.folder, scratch, network, memoryBytes: limits.memoryBytes });
    this.isolation = contained.isolation;
    this.places = new Places(bundle.map, "adapter.mjs");
    this.launch = { containment: contained, folder: scratch ?? this.folder, script, hello: { adapter: pathToFileURL(adapter).href, network, maxAnswer }, limits };
  }

  /** @throws {@link AdapterError} */
  async start(): Promise<void> {
    const answer = await this.load();
    if (answer.kind !== "ready") throw new AdapterError([this.failure(answer)]);
    this.actions = answer.actions;
  }

  async reset(initial: GivenState): Promise<Outcome> {
    if (this.options.fresh || !this.process?.alive) {
      const answer = await this.load();
      if (answer.kind === "failed") return this.failed(answer);
    }
    return this.outcome(await this.process!.ask({ kind: "reset", initial: tagged(initial) }, this.launch.limits.stepMs));
  }

  async perform(action: string, args: GivenState): Promise<Outcome> {
    return this.outcome(await this.running(action).ask({ kind: "perform", action, args: tagged(args) }, this.launch.limits.stepMs));
  }

  async together(actions: readonly { readonly action: string; readonly args: GivenState }[], schedule: number): Promise<Together> {
    const { stepMs } = this.launch.limits;
    const asked = actions.map(({ action, args }) => ({ action, args: tagged(args) }));
    // Whoever does not return is not the end of the others.
    const answer = await this.running(...actions.map((a) => a.action)).ask({ kind: "together", actions: asked, schedule, patienceMs: stepMs }, 2 * stepMs);
    if (answer.kind !== "together" || answer.events.length !== actions.length) return this.failed(answer);
    const events = answer.events.map(({ called, returned, kind, seen }, i) => ({ action: actions[i].action, args: plain(actions[i].args), called, returned, refused: kind === "refused", seen }));
    return { kind: "done", events, observed: answer.observed };
  }

  async close(): Promise<void> {
    this.process?.kill();
    this.process = undefined;
    removeFolder(this.folder);
  }

  private load(): Promise<Answer> {
    this.process?.kill();
    this.process = new ContainedProcess(this.launch);
    return this.process.ask({ kind: "load" }, Math.max(minLoadMs, this.launch.limits.stepMs));
  }

  private running(...actions: readonly string[]): ContainedProcess {
    const unknown = actions.find((name) => !this.actions.some((a) => a.name === name && a.kind !== "unbound"));
    if (unknown !== undefined) throw new InternalError(`the adapter does not bind ${unknown}`);
    if (!this.process) throw new InternalError("an action without a system");
    return this.process;
  }

  private outcome(answer: Answer): Outcome {
    return answer.kind === "done" || answer.kind === "refused" ? answer : this.failed(answer);
  }

  private failed(answer: Answer): { readonly kind: "failed"; readonly failure: SystemFailure } {
    return { kind: "failed", failure: this.failure(answer) };
  }

  private failure(answer: Answer): SystemFailure {
    const { failure: kind, message, stack } = answer.kind === "failed" ? answer : { failure: "unreadable" as const, message: "an answer to another question", stack: "" };
    const at = this.places.of(stack);
    return { kind, message: harmless(message) || "nothing is said of why", ...(at ? { at } : {}) };
  }
}

/** What is left to remove when this process ends. */
const folders = new Set<string>();
process.on("exit", () => folders.forEach(removeFolder));

function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
}
