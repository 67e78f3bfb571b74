/** What has to be done for one spec, by what it depends on; and what is wrong before anything is done. */
import { printable } from "../base/printable.ts";
import { readExpectations, compareExpectations, expectationFile, type Expectations, instanceOf } from "./expectations.ts";
import { contentsId } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { type Asked, type Instance, instanceKey, levelOf } from "./policy/specs.ts";
import { type Closure, closureOf } from "./repository/closure.ts";
import { globMatcher } from "./repository/glob.ts";
import type { Tree } from "./repository/tree.ts";
import type { Rule } from "./rules.ts";
import type { Task } from "./work/facts.ts";

export interface PlannedTask {
  readonly task: Task;
  /** All that its result depends on. */
  readonly key: string;
}

export interface Plan {
  readonly asked: Asked;
  readonly tasks: readonly PlannedTask[];
  /** Files of the spec, in the change and in the base. */
  readonly files: { readonly head: readonly string[]; readonly base: readonly string[] };
  /** Files that the globs stand for, in the change. */
  readonly guarded: readonly string[];
  readonly touched: readonly string[];
  readonly expected: Expectations | null;
  readonly found: readonly Finding[];
  readonly notAsked: readonly string[];
  /** What the findings are about, as it is now. */
  readonly content: string;
}

/** @param inBase whether the base's policy asks for it */
export function planSpec(asked: Asked, base: Tree, head: Tree, inBase: boolean): Plan {
  const found: Finding[] = [];
  const tell = (rule: Rule, subject: string, message: string): void =>
    void found.push({ rule, level: "error", about: asked.spec, subject, message: printable(message), details: [], span: null });
  const proof = asked.file.endsWith("/spec.ts") || asked.file === "spec.ts" ? asked.file.replace(/spec\.ts$/, "proof.ts") : asked.file.replace(/\.ts$/, ".proof.ts");
  const expectFile = expectationFile(asked.spec);
  const spec = { head: closureOf(head, [asked.file, proof]), base: closureOf(base, [asked.file]) };
  confine(asked.file, [asked.file, proof, expectFile], spec.head, head, tell);

  const guarded = guardedFiles(asked, base, head, tell);
  const bound = [...asked.adapters, ...asked.transitions.map(withoutName)];
  const code = closureOf(head, [...bound, ...guarded.head]);
  confine(null, bound, code, head, tell);
  const present = (files: readonly string[], what: string): string[] => files.filter((file) => {
    const kind = head.kindOf(withoutName(file));
    if (kind === undefined) tell("binding-stale", file, `There is no ${file}, the ${what} of ${asked.spec}.`);
    return kind === "file";
  });
  const adapters = present(asked.adapters, "adapter"), transitions = present(asked.transitions, "functions");
  for (const file of unreadable(head, [...spec.head.files, ...code.files])) tell("undecided", file, `${file} is too large or cannot be read.`);

  const expected = readExpectations(base, asked.spec), changed = readExpectations(head, asked.spec);
  if (expected && "problem" in expected) tell("undecided", expectFile, `In the base, ${expected.problem}`);
  if (changed && "problem" in changed) tell("expectation-changed", "expect.json", changed.problem);
  const binding = expected && !("problem" in expected) ? expected : null, own = changed && !("problem" in changed) ? changed : null;
  if (binding && !(changed && "problem" in changed)) found.push(...compareExpectations(asked.spec, binding, own));

  const ready = head.kindOf(asked.file) === "file" && !found.some((f) => f.rule === "outside-repository");
  if (head.kindOf(asked.file) === undefined) tell(base.kindOf(asked.file) === "file" ? "spec-removed" : "gate-failed", asked.spec, base.kindOf(asked.file) === "file" ? `${asked.spec} is gone, and with it what it guarded.` : `There is no spec ${asked.file}.`);
  const comparable = spec.base.files.includes(asked.file);
  const headId = contentsId(head, spec.head.files), baseId = contentsId(base, spec.base.files);
  const codeId = contentsId(head, [...code.files, ...guarded.head, ...aroundCode(head, code.open)]);
  const withKeys = (task: Task, ...about: unknown[]): PlannedTask => ({ task, key: JSON.stringify([asked.spec, asked.protocol, task, headId, ...about]) });
  const expects = together(binding, own);
  const instances = [...asked.check, ...(expects?.runs.map(instanceOf) ?? []).filter((i) => !asked.check.some((c) => instanceKey(c) === instanceKey(i)))];
  const wantsProof = asked.level === "proved" || Object.keys(asked.levels).some((name) => levelOf(asked, name) === "proved");
  const tasks = [
    withKeys({ kind: "compile" }),
    ...(comparable ? [withKeys({ kind: "compare" }, baseId)] : []),
    ...instances.map((instance) => withKeys({ kind: "check", instance })),
    ...(wantsProof ? proofsOf(asked.check).map((instance) => withKeys({ kind: "prove", instance })) : []),
    ...adapters.map((file) => withKeys({ kind: "drift", file, instance: asked.check[0] }, codeId, asked.guards)),
    ...transitions.map((file) => withKeys({ kind: "transition", file, instance: asked.check[0] }, codeId)),
    ...adapters.map((file) => withKeys({ kind: "conform", file, instance: asked.check[0] }, codeId, asked.budget.conform)),
  ];
  const depends = new Set([...spec.head.files, ...spec.base.files, expectFile, ...code.files, ...guarded.head, ...guarded.base, ...bound]);
  return {
    asked, tasks: ready ? tasks : [], files: { head: spec.head.files, base: comparable ? spec.base.files : [] },
    guarded: guarded.head,
    touched: [...depends].filter((p) => base.idOf(p) !== head.idOf(p)).toSorted(),
    expected: expects, found, content: JSON.stringify([headId, codeId, contentsId(head, [expectFile])]),
    notAsked: [
      ...(wantsProof ? [] : ["any size: only the instances above were explored"]),
      ...(asked.guards.length > 0 && bound.length === 0 ? ["the guarded code: no adapter binds it to the spec, so the two were not compared"] : []),
      ...(asked.guards.length === 0 && bound.length === 0 ? ["code: the policy names none for this spec"] : []),
      ...(comparable ? [] : [inBase ? "the difference to the base, where there is no such file" : "the difference to the base: the spec is new"]),
    ],
  };
}

/** What the base expects, and what the change expects of other instances. */
function together(base: Expectations | null, head: Expectations | null): Expectations | null {
  if (!base || !head) return base ?? head;
  const bound = new Set(base.runs.map((r) => instanceKey(instanceOf(r))));
  return { ...base, runs: [...base.runs, ...head.runs.filter((r) => !bound.has(instanceKey(instanceOf(r))))] };
}

/** A transition is `file` or `file#function`. */
const withoutName = (binding: string): string => binding.split("#")[0];

type Tell = (rule: Rule, subject: string, message: string) => void;

/** @param main which has its own message where it is not there */
function confine(main: string | null, roots: readonly string[], { outside }: Closure, tree: Tree, tell: Tell): void {
  for (const path of roots) {
    const kind = firstOdd(tree, path);
    if (kind !== undefined) tell("outside-repository", path, `${path} is not a file of the repository, but ${kind}.`);
  }
  for (const { path, from } of outside) if (path !== main && !roots.includes(path)) tell("outside-repository", path, `${from} imports ${path}, which is not a file of the repository.`);
}

/** What is in place of a path or of a folder above it. */
function firstOdd(tree: Tree, path: string): string | undefined {
  const words = { link: "a symbolic link", submodule: "another repository", other: "something else", file: undefined };
  const parts = path.split("/");
  for (let i = 1; i <= parts.length; i++) {
    const kind = tree.kindOf(parts.slice(0, i).join("/"));
    if (kind !== undefined && kind !== "file") return `${words[kind]}${i < parts.length ? ` (${parts.slice(0, i).join("/")})` : ""}`;
  }
  return undefined;
}

function guardedFiles({ guards, spec }: Asked, base: Tree, head: Tree, tell: Tell): { head: string[]; base: string[] } {
  const found = { head: new Set<string>(), base: new Set<string>() };
  for (const glob of guards) {
    const matches = globMatcher(glob);
    if (!matches) {
      tell("undecided", glob, `The glob ${glob} stands for too many others.`);
      continue;
    }
    const inHead = head.paths.filter(matches), inBase = base.paths.filter(matches);
    if (inHead.length === 0) tell("binding-stale", glob, inBase.length > 0 ? `${spec} guards ${glob}, and all of it is gone.` : `${spec} guards ${glob}, and there is no such file.`);
    // What a submodule or link holds is not listed, so that nothing in it matches.
    for (const path of head.paths) if (head.kindOf(path) !== "file" && (matches(path) || matches(`${path}/x`))) tell("outside-repository", path, `${path} is guarded and is no file of the repository, but a link or another repository.`);
    for (const path of inHead) found.head.add(path);
    for (const path of inBase) found.base.add(path);
  }
  return { head: [...found.head].filter((p) => head.kindOf(p) === "file"), base: [...found.base] };
}

const unreadable = (tree: Tree, files: readonly string[]): string[] => [...new Set(files)].filter((f) => tree.read(f) === undefined);

const manifest = /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|tsconfig[^/]*\.json)$/;
const anyCode = /\.(?:[cm]?[jt]sx?|json)$/;

/** What decides which code an import means. Where that is not known, all code. */
const aroundCode = (tree: Tree, open: boolean): string[] => tree.paths.filter((p) => manifest.test(p) || (open && anyCode.test(p)));

/** One proof for each choice of options. */
function proofsOf(check: readonly Instance[]): Pick<Instance, "options" | "design">[] {
  const found = new Map(check.map(({ options, design }) => [instanceKey({ scope: {}, options, design }), { options, design }]));
  return [...found.values()];
}
