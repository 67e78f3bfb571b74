/**
 * Asks git, so that nothing in a repository or its configuration can make it run anything: plumbing only, no checkout, no hooks, no
 * filters, no external diff, no file system monitor, no network. The only file that starts git.
 */
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stopped } from "../stopped.ts";

const timeoutMs = 60_000;
const mostBytes = 2 ** 30;

/** What configuration could start a program, and the commands below could come by. */
const settings = [
  "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.attributesFile=/dev/null", "core.sshCommand=false", "core.askPass=false",
  "core.alternateRefsCommand=false", "core.gitProxy=false", "core.quotePath=false", "core.untrackedCache=false", "diff.external=false", "gpg.program=false",
  "submodule.recurse=false", "credential.helper=", "maintenance.auto=false", "gc.auto=0",
].flatMap((s) => ["-c", s]);

/** Nothing that git or a program it starts would take as an order; no lazy fetch of what a partial clone leaves out. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|SSH_ASKPASS|PAGER|EDITOR|VISUAL|LC_|LANG)/.test(name));
  return {
    ...Object.fromEntries(kept), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_ALLOW_PROTOCOL: "", GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1", GIT_LITERAL_PATHSPECS: "1", GIT_EXTERNAL_DIFF: "false", GIT_PAGER: "cat", GIT_ATTR_NOSYSTEM: "1",
  };
}

export type Answer = { readonly ok: true; readonly out: Buffer } | { readonly ok: false; readonly code: number | null; readonly message: string };

export class Git {
  private constructor(
    /** Where the repository is, without links. */
    readonly root: string,
  ) {}

  /** @throws DiagnosticsError where there is no git, or no repository with files around the folder */
  static open(folder: string): Git {
    const start = realpathSync(resolve(folder));
    const root = around(start);
    if (root === undefined) throw stopped("T8004", `there is no repository around ${folder}`, "Run the gate inside a git repository.");
    const git = new Git(root);
    const answer = git.ask(["rev-parse", "--show-toplevel"]);
    if (!answer.ok) throw stopped("T8004", `git cannot read the repository: ${answer.message}`, "Run `git status` there to see why.");
    // core.worktree could name any folder.
    if (realpathSync(text(answer.out)) !== root) throw stopped("T8005", "the repository says that its files are in another folder", "Take core.worktree out of its configuration.");
    return git;
  }

  /** @param input for its standard input */
  ask(args: readonly string[], input?: string): Answer {
    const done = spawnSync("git", ["--no-pager", "--no-replace-objects", "--literal-pathspecs", ...settings, ...args], {
      cwd: this.root, env: environment(), timeout: timeoutMs, maxBuffer: mostBytes, killSignal: "SIGKILL", windowsHide: true, ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input }),
    });
    const { error } = done as { error?: NodeJS.ErrnoException };
    if (error?.code === "ENOENT") throw stopped("T8004", "there is no git", "Install git: the gate reads the base of a change from it.");
    if (error) return { ok: false, code: null, message: error.code === "ETIMEDOUT" ? `git gave no answer within ${timeoutMs / 1000} s` : error.message };
    return done.status === 0 ? { ok: true, out: done.stdout } : { ok: false, code: done.status, message: firstLine(done.stderr) };
  }

  /** @throws DiagnosticsError where git refuses */
  need(args: readonly string[], input?: string): Buffer {
    const answer = this.ask(args, input);
    if (!answer.ok) throw stopped("T8004", `git ${args[0]} failed: ${answer.message}`, "Nothing can be compared then.");
    return answer.out;
  }

  /** The commit that a name stands for. */
  commit(ref: string): string | undefined {
    const answer = this.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
    return answer.ok ? text(answer.out) : undefined;
  }

  get isShallow(): boolean {
    return text(this.need(["rev-parse", "--is-shallow-repository"])) === "true";
  }
}

/** The nearest folder with a `.git`. */
function around(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

const text = (out: Buffer): string => out.toString("utf8").trim();
// eslint-disable-next-line no-control-regex
const firstLine = (err: Buffer): string => err.toString("utf8").split("\n")[0].replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 300) || "no reason given";
