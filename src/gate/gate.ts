/** Judges a change: what it does to the guarantees of the protocols, and whether it passes. Never a pass unless all that was asked is done. */
import { InternalError } from "../base/assert-never.ts";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { printable } from "../base/printable.ts";
import { tenetVersion } from "../base/package.ts";
import { evidenceFolder, openEvidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { decide, expired, judgeFindings } from "./judge/decide.ts";
import { type Judged, judgeSpec } from "./judge/spec.ts";
import { comparePolicies } from "./policy/compare.ts";
import { findPolicy } from "./policy/find.ts";
import type { PolicyFile } from "./policy/read.ts";
import { askedBy, type Asked, defaultLimits, keyOf, stricter } from "./policy/specs.ts";
import { type Plan, planSpec } from "./plan.ts";
import { type Base, findBase } from "./repository/base.ts";
import { Git } from "./repository/git.ts";
import { newScratch, type Scratch } from "./repository/snapshot.ts";
import { commitTree, type Tree, workingTree } from "./repository/tree.ts";
import type { GateReport, Stop } from "./report.ts";
import { stopped } from "./stopped.ts";
import { type Progress, verifyAll } from "./verify-all.ts";

export interface GateOptions {
  /** Any folder of the repository; the working directory by default. */
  readonly folder?: string;
  /** What the change is compared with; the policy says it where this does not. */
  readonly base?: string;
  /** The change, where it is a commit and not the files that lie there. */
  readonly head?: string;
  /** The file, from the root of the repository. */
  readonly policy?: string;
  /** Findings that somebody with the right to do so accepts, by `acceptAs`. */
  readonly accept?: readonly string[];
  /** The folder that keeps what was found out; `.tenet/gate` by default, none where this is null. */
  readonly evidence?: string | null;
  /** For everything together; the policy says it where this does not. */
  readonly timeoutMs?: number;
  /** Specs that are worked for at a time. */
  readonly jobs?: number;
  /** Against which expiries are judged. */
  readonly now?: Date;
  readonly signal?: AbortSignal;
  readonly listener?: { progress?(progress: Progress): void };
}

/** Everything that can go wrong is in the report; nothing is thrown. */
export async function gate(options: GateOptions = {}): Promise<GateReport> {
  const start = performance.now();
  const known = new Known();
  try {
    await run(options, known);
  } catch (error) {
    known.stop = stopOf(error);
  } finally {
    known.scratch?.remove();
  }
  const interrupted = options.signal?.aborted ?? false;
  const findings = judgeFindings(known.findings, {
    suppressions: known.suppressions, given: options.accept ?? [], now: options.now ?? new Date(),
    contentOf: (about) => known.contents.get(about) ?? "",
  });
  const specs = known.specs.map((s) => s.outcome);
  const internal = known.specs.flatMap((s) => s.internal);
  const stop = known.stop ?? (internal.length > 0 ? { kind: "internal" as const, diagnostics: internal } : interrupted ? interruption : null);
  return {
    ...decide({ findings, specs, stopped: stop, interrupted }), stopped: stop,
    root: known.root, base: known.base ? { ref: known.base.ref, commit: known.base.commit } : null, head: known.head, policy: known.policy, specs, findings,
    interrupted, seconds: (performance.now() - start) / 1000, time: (options.now ?? new Date()).toISOString(), version: tenetVersion(),
  };
}

/** What is known so far, whatever happens next. */
class Known {
  root: string | null = null;
  base: Base | null = null;
  head: GateReport["head"] = { commit: null, workingTree: true };
  policy: GateReport["policy"] = null;
  suppressions: NonNullable<PolicyFile["policy"]["suppressions"]> = [];
  findings: Finding[] = [];
  specs: Judged[] = [];
  readonly contents = new Map<string, string>();
  scratch: Scratch | null = null;
  stop: Stop | null = null;
}

const interruption: Stop = { kind: "interrupted", diagnostics: [{ code: "T8006", severity: "error", message: "the gate was interrupted", help: "Run it again." }] };

async function run(options: GateOptions, known: Known): Promise<void> {
  const git = Git.open(options.folder ?? process.cwd());
  known.root = git.root;
  const commit = git.commit(options.head ?? "HEAD");
  if (commit === undefined) throw stopped("T8004", options.head === undefined ? "the repository has no commit" : `there is no commit ${options.head} here`, "Commit something, or fetch it.");
  known.head = { commit, workingTree: options.head === undefined };
  const head = options.head === undefined ? workingTree(git, commit.length === 64 ? 32 : 20) : commitTree(git, commit);
  const headPolicy = findPolicy(head, options.policy);
  const ref = options.base ?? baseOfPolicy(git, headPolicy, commit, options.policy);
  known.base = findBase(git, ref, commit);
  const base = commitTree(git, known.base.commit);
  const basePolicy = findPolicy(base, options.policy);
  const policy = basePolicy ?? headPolicy;
  if (!policy) throw stopped("T8001", `there is no policy${options.policy === undefined ? "" : ` ${options.policy}`}`, "Write tenet.config.ts in the root of the repository: docs/commands/gate.md has one to start with.");
  known.policy = { file: policy.file, from: basePolicy ? "base" : "head" };
  known.suppressions = basePolicy?.policy.suppressions ?? [];

  const asked = { base: basePolicy ? askedBy(basePolicy.policy, base) : [], head: headPolicy ? askedBy(headPolicy.policy, head) : [] };
  const all = together(asked.base, asked.head, basePolicy ? askedBy(basePolicy.policy, head) : []);
  const empty = nothingMeant(policy, [base, head]);
  if (empty !== undefined) throw stopped("T8003", `${policy.file} names ${empty}, and there is no such spec`, "Without a spec the gate has nothing to say.");
  known.findings.push(
    ...aboutPolicies(basePolicy, headPolicy, asked, policy),
    ...movedOn(git, known.base, basePolicy, options.policy),
    ...expired(policy.file, known.suppressions, options.now ?? new Date()),
  );
  known.contents.set(policy.file, headPolicy ? JSON.stringify(headPolicy.policy) : "");

  const plans = all.map((a) => planSpec(a, base, head, asked.base.some((b) => keyOf(b) === keyOf(a))));
  for (const plan of plans) known.contents.set(plan.asked.spec, plan.content);
  known.scratch = newScratch();
  const limits = { ...defaultLimits, ...policy.policy.budget };
  await verifyAll(plans, {
    base, head, scratch: known.scratch, evidence: evidenceOf(options, git.root), code: () => codeFolder(known.scratch!, git, head, options.head !== undefined),
    deadline: performance.now() + (options.timeoutMs ?? limits.totalSeconds * 1000), jobs: options.jobs, signal: options.signal ?? new AbortController().signal,
    progress: (p) => options.listener?.progress?.(p),
    judged: (plan: Plan, done, seconds) => void (known.specs[plans.indexOf(plan)] = judgeSpec({ ...plan, done, seconds })),
  });
  known.findings.push(...known.specs.flatMap((s) => s.findings));
}

/** The base that the policy names counts as the base has it; that of the change only says where to look for it. */
function baseOfPolicy(git: Git, headPolicy: PolicyFile | undefined, commit: string, name: string | undefined): string {
  const named = headPolicy?.policy.base;
  if (named === undefined) throw stopped("T8004", "nothing says what the change is compared with", "Name it: --base main, or base in the policy.");
  const policy = findPolicy(commitTree(git, findBase(git, named, commit).commit), name);
  return policy?.policy.base ?? named;
}

/** What names no spec at all. */
function nothingMeant({ policy }: PolicyFile, trees: readonly Tree[]): string | undefined {
  if (policy.specs.length === 0) return "nothing";
  return policy.specs.find((s) => trees.every((tree) => askedBy({ ...policy, specs: [s] }, tree).length === 0))?.spec;
}

/** Of each spec, what either side asks, together. Globs of the base hold for what the change adds, too. */
function together(base: readonly Asked[], head: readonly Asked[], baseOnHead: readonly Asked[]): Asked[] {
  const found = new Map<string, Asked>();
  for (const asked of [...base, ...baseOnHead.filter((a) => !base.some((b) => keyOf(b) === keyOf(a))), ...head]) {
    const before = found.get(keyOf(asked));
    found.set(keyOf(asked), before ? stricter(before, asked) : asked);
  }
  return [...found.values()];
}

function aboutPolicies(base: PolicyFile | undefined, head: PolicyFile | undefined, asked: { readonly base: readonly Asked[]; readonly head: readonly Asked[] }, policy: PolicyFile): Finding[] {
  const own = { rule: "policy-changed" as const, level: "error" as const, about: policy.file, details: [] };
  if (!base) return [{ ...own, subject: "first policy", span: policy.place([]), message: "There is no policy in the base: that of the change counts this once, and somebody must accept it." }];
  if (!head) return [{ ...own, subject: "no policy", span: null, message: "The change takes the policy away. That of the base counts." }];
  return comparePolicies({ file: base, asked: asked.base }, { file: head, asked: asked.head });
}

/** Who branched off earlier is not judged by an earlier bar unnoticed. */
function movedOn(git: Git, { commit, tip, ref }: Base, before: PolicyFile | undefined, name: string | undefined): Finding[] {
  if (commit === tip) return [];
  const now = findPolicy(commitTree(git, tip), name);
  if (JSON.stringify(now?.policy) === JSON.stringify(before?.policy)) return [];
  return [{
    rule: "policy-changed", level: "error", about: (now ?? before)?.file ?? "", subject: "base moved on", span: null, details: [],
    message: `The policy of ${ref} has changed since this change branched off. Merge or rebase, so that it is judged by that.`,
  }];
}

function codeFolder(scratch: Scratch, git: Git, head: Tree, isCommit: boolean): string {
  return isCommit ? scratch.copy("code", head, head.paths) : git.root;
}

function evidenceOf({ evidence }: GateOptions, root: string): ReturnType<typeof openEvidence> {
  const folder = evidence === undefined ? evidenceFolder(root) : evidence;
  return folder === null || folder === undefined ? undefined : openEvidence(folder);
}

function stopOf(error: unknown): Stop {
  // What they quote was written by whoever made the change.
  if (error instanceof DiagnosticsError) return { kind: "wrong", diagnostics: error.diagnostics.map((d) => ({ ...d, message: printable(d.message) })) };
  const message = printable(error instanceof Error ? error.message : String(error));
  const internal: Diagnostic = { code: "T8006", severity: "error", message, help: error instanceof InternalError ? "This is a defect of Tenet. Please report it." : "The gate could not do its work." };
  return { kind: "internal", diagnostics: [internal] };
}
