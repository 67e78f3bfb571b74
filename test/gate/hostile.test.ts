/** Changes that are made to deceive the gate, to stop it, or to make it run something. None may pass, and nothing may happen. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { GateReport } from "../../src/gate/report.ts";
import { gateAnnotations } from "../../src/report/gate-annotations.ts";
import { gateText } from "../../src/report/gate-text.ts";
import { findingOf, lock, newFolder, plain, policyOf, removeScratch, Repository, stopping } from "./repository.ts";

const wrong = (report: GateReport): unknown => [report.verdict, report.exit, report.stopped?.kind, report.stopped?.diagnostics[0]?.code];
const text = (report: GateReport): string => gateText(report, { color: false, sources: () => undefined });

afterAll(removeScratch);

describe("a repository that is set up to run something", () => {
  const marker = join(newFolder(), "ran");
  const script = join(newFolder(), "run.sh");
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${marker}\ncat\n`);
  chmodSync(script, 0o755);

  test("by its configuration, hooks, filters and attributes", async () => {
    const repository = new Repository().write({ ".gitattributes": "* filter=evil diff=evil merge=evil text=auto\n", "README.md": "x" }).commit("attributes");
    const hooks = join(repository.folder, ".git/hooks");
    mkdirSync(hooks, { recursive: true });
    for (const hook of ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman", "query-watchman", "post-merge"]) cpSync(script, join(hooks, hook));
    for (const [name, value] of Object.entries({
      "core.fsmonitor": script, "core.hooksPath": hooks, "core.pager": script, "pager.ls-tree": script, "diff.external": script, "diff.evil.textconv": script, "diff.evil.command": script,
      "filter.evil.clean": script, "filter.evil.smudge": script, "filter.evil.process": script, "filter.evil.required": "true", "core.sshCommand": script, "core.gitProxy": script,
      "core.alternateRefsCommand": script, "credential.helper": script, "gpg.program": script, "core.askPass": script, "uploadpack.packObjectsHook": script, "core.editor": script,
      "alias.ls-tree": `!${script}`, "extensions.partialClone": "origin", "remote.origin.promisor": "true", "remote.origin.url": `ext::${script}`, "remote.origin.uploadpack": script, "protocol.ext.allow": "always",
    })) execFileSync("git", ["config", name, value], { cwd: repository.folder });
    const report = await repository.judge();
    expect([report.verdict, existsSync(marker)]).toEqual(["pass", false]);
    // A commit that is not there would be fetched from that remote.
    expect(wrong(await repository.judge({ base: "0123456789012345678901234567890123456789" }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(existsSync(marker)).toBe(false);
  });

  test("by a ref that is an option", async () => {
    const repository = new Repository();
    for (const base of [`--upload-pack=${script}`, "--output=x", "-c", "main:specs", "main..change", "main\nchange", ""]) expect(wrong(await repository.judge({ base }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(wrong(await repository.judge({ head: "--all" }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(existsSync(marker)).toBe(false);
  });

  test("by its working tree, and by what stands for its commits", async () => {
    const repository = new Repository();
    repository.write({ "specs/lock/spec.ts": lock.replace(/ {2}@invariant[\s\S]*?\n {2}}\n\n/, "") }).commit("weaker");
    repository.git("replace", "-f", repository.git("rev-parse", "main"), repository.git("rev-parse", "change"));
    expect(stopping(await repository.judge())).toContain("invariant-removed exclusive");
    execFileSync("git", ["config", "core.worktree", newFolder()], { cwd: repository.folder });
    expect(wrong(await repository.judge())).toEqual(["undecided", 2, "wrong", "T8005"]);
  });
});

describe("an environment that leads elsewhere", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("by variables of git", async () => {
    const other = new Repository().write({ "specs/lock/spec.ts": "nothing" }).commit("other");
    Object.assign(process.env, { GIT_DIR: join(other.folder, ".git"), GIT_WORK_TREE: other.folder, GIT_INDEX_FILE: "/nowhere", GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.worktree", GIT_CONFIG_VALUE_0: other.folder });
    const plainGit = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
    const repository = (() => {
      const given = process.env;
      process.env = plainGit;
      try {
        return new Repository();
      } finally {
        process.env = given;
      }
    })();
    expect((await repository.judge()).verdict).toBe("pass");
  });

  test("by having no git", async () => {
    const repository = new Repository();
    process.env.PATH = newFolder();
    expect(wrong(await repository.judge())).toEqual(["undecided", 2, "wrong", "T8004"]);
  });
});

describe("a base that is not there", () => {
  test("no repository, no such branch, nothing in common, a shallow clone", async () => {
    const repository = new Repository();
    expect(wrong(await repository.judge({ folder: newFolder() }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(wrong(await repository.judge({ base: "nowhere" }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(wrong(await repository.judge({ base: undefined }))).toEqual(["undecided", 2, "wrong", "T8004"]);
    repository.git("checkout", "-q", "--orphan", "alone");
    repository.commit("alone");
    expect((await repository.judge()).stopped?.diagnostics[0].message).toMatch(/no commit in common/);

    const origin = new Repository().write({ "README.md": "x" }).commit("one");
    origin.git("checkout", "-q", "main");
    origin.write({ "README.md": "y" }).commit("two");
    const clone = new Repository();
    clone.git("fetch", "-q", "--depth=1", `file://${origin.folder}`, "main:refs/remotes/origin/main", "change:refs/remotes/origin/change");
    const report = await clone.judge({ base: "origin/main", head: "origin/change" });
    expect(wrong(report)).toEqual(["undecided", 2, "wrong", "T8004"]);
    expect(report.stopped?.diagnostics[0]).toMatchObject({ message: expect.stringMatching(/shallow/), help: expect.stringMatching(/fetch --unshallow.*fetch-depth: 0/) });
  });

  test("one that has moved on to a firmer policy", async () => {
    const repository = new Repository();
    repository.git("checkout", "-q", "main");
    repository.write({ "tenet.config.ts": policyOf({ level: "proved" }) }).commit("firmer");
    repository.git("checkout", "-q", "change");
    expect(stopping(await repository.judge())).toEqual(["policy-changed base moved on"]);
  });
});

describe("paths that lead out", () => {
  const secret = newFolder();
  writeFileSync(join(secret, "spec.ts"), lock);
  writeFileSync(join(secret, "tenet.config.ts"), policyOf());

  test("a policy", async () => {
    for (const spec of [{ spec: "../lock" }, { spec: "/etc" }, { spec: "specs/../../lock" }, { guards: ["../**"] }, { adapter: "a/../../b.ts" }]) {
      expect(wrong(await new Repository().write({ "tenet.config.ts": policyOf(spec) }).judge())).toEqual(["undecided", 2, "wrong", "T8003"]);
    }
    const linked = new Repository().write({ "tenet.config.ts": null });
    symlinkSync(join(secret, "tenet.config.ts"), join(linked.folder, "tenet.config.ts"));
    expect(wrong(await linked.judge())).toEqual(["undecided", 2, "wrong", "T8005"]);
    expect(wrong(await linked.judge({ policy: "../tenet.config.ts" }))).toEqual(["undecided", 2, "wrong", "T8001"]);
  });

  test("a spec, its folder, what it imports, what it guards", async () => {
    const file = new Repository().write({ "specs/lock/spec.ts": null });
    symlinkSync(join(secret, "spec.ts"), join(file.folder, "specs/lock/spec.ts"));
    expect(stopping(await file.judge())).toContain("outside-repository specs/lock/spec.ts");
    const folder = new Repository().write({ "specs/lock": null });
    symlinkSync(secret, join(folder.folder, "specs/lock"));
    expect(stopping(await folder.judge())).toContain("outside-repository specs/lock/spec.ts");

    const importing = new Repository().write({ "specs/lock/spec.ts": `import type { X } from "./linked.ts";\nimport type { Y } from "../../../other.ts";\n${lock}` });
    symlinkSync(join(secret, "spec.ts"), join(importing.folder, "specs/lock/linked.ts"));
    expect(stopping(await importing.judge()).toSorted()).toEqual(["outside-repository ../other.ts", "outside-repository specs/lock/linked.ts"]);

    const guarding = new Repository({ ...plain, "tenet.config.ts": policyOf({ guards: ["src/**"] }), "src/a.ts": "export {};" });
    symlinkSync(secret, join(guarding.folder, "src/linked"));
    guarding.git("update-index", "--add", "--cacheinfo", `160000,${guarding.git("rev-parse", "main")},src/module`);
    mkdirSync(join(guarding.folder, "src/module"));
    const report = await guarding.judge();
    expect(stopping(report)).toEqual(["outside-repository src/linked", "outside-repository src/module"]);
    expect((await guarding.judge({ accept: report.findings.map((f) => f.acceptAs) })).verdict).toBe("fail");
  });

  test("the folder of evidence", async () => {
    const repository = new Repository(), elsewhere = newFolder();
    symlinkSync(elsewhere, join(repository.folder, ".tenet"));
    expect((await repository.judge({ evidence: undefined })).verdict).toBe("pass");
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("what is no file, too large, or not text", async () => {
    const pipe = new Repository().write({ "specs/lock/spec.ts": null });
    execFileSync("mkfifo", [join(pipe.folder, "specs/lock/spec.ts")]);
    expect(stopping(await pipe.judge())).toContain("outside-repository specs/lock/spec.ts");
    const guarding = new Repository({ ...plain, "tenet.config.ts": policyOf({ guards: ["src/**"] }), "src/a.ts": "export {};" }).write({ "src/large.bin": "x" });
    truncateSync(join(guarding.folder, "src/large.bin"), 17 * 2 ** 20);
    expect(await guarding.judge()).toMatchObject({ verdict: "undecided", exit: 3 });
    expect(wrong(await new Repository().write({ "tenet.config.ts": Buffer.from([0xff, 0xfe, 0, 1]) }).judge())).toEqual(["undecided", 2, "wrong", "T8001"]);
    expect(stopping(await new Repository().write({ "specs/lock/spec.ts": Buffer.from([0xff, 0xfe, 0, 1]) }).judge())).toEqual(["spec-invalid compiling it"]);
  });
});

describe("work without an end", () => {
  test("a policy that is deep, or long", async () => {
    for (const policy of [`export default ${"[".repeat(100_000)}`, `export default ${"(".repeat(20_000)}1`, `export default { specs: [${'{"spec":"a"},'.repeat(50_000)}] };`]) {
      expect(wrong(await new Repository().write({ "tenet.config.ts": policy }).judge())).toEqual(["undecided", 2, "wrong", "T8001"]);
    }
    const globs = ["{a,b}".repeat(20), `${"*a".repeat(200)}b`, "**/".repeat(100)];
    expect((await new Repository().write({ "tenet.config.ts": policyOf({ guards: globs }), [`src/${"a".repeat(200)}.ts`]: "" }).judge()).verdict).not.toBe("pass");
  });

  test("a spec that takes too long, or too much", async () => {
    const slow = await new Repository({ ...plain, "tenet.config.ts": policyOf({ budget: { seconds: 0.2 } }) }).judge({ evidence: null });
    expect([slow.verdict, slow.exit, stopping(slow)[0]]).toEqual(["undecided", 3, "undecided compiling it"]);
    expect(slow.specs[0].notDone[0]).toMatch(/it took more than 0.2 s/);
    const large = await new Repository({ ...plain, "tenet.config.ts": policyOf({ budget: { memoryMiB: 64 } }) }).judge({ evidence: null });
    expect([large.verdict, large.exit, large.specs[0].notDone[0]]).toEqual(["undecided", 3, expect.stringMatching(/^compiling it: it took more than .*64 MiB/)]);
    const total = await new Repository().judge({ evidence: null, timeoutMs: 1 });
    expect([total.verdict, total.exit]).toEqual(["undecided", 3]);
  });

  test("somebody who stops it", async () => {
    expect(await new Repository().judge({ evidence: null, signal: AbortSignal.abort() })).toMatchObject({ verdict: "undecided", exit: 3, interrupted: true });
  });
});

describe("claims that the change makes itself", () => {
  test("evidence of somebody else, or for something else", async () => {
    const repository = new Repository(), state = process.env.XDG_STATE_HOME;
    process.env.XDG_STATE_HOME = newFolder();
    expect((await repository.judge({ evidence: undefined })).verdict).toBe("pass");
    process.env.XDG_STATE_HOME = state;
    const report = await repository.judge({ evidence: undefined });
    expect(report.specs[0].properties.map((p) => p.source)).toEqual(["anew", "anew", "anew"]);
    const folder = join(repository.folder, ".tenet/gate"), files = readdirSync(folder).filter((f) => f.endsWith(".json")), texts = files.map((f) => readFileSync(join(folder, f)));
    // Each in the place of another.
    for (const [i, file] of files.entries()) writeFileSync(join(folder, file), texts[(i + 1) % files.length]);
    expect((await repository.judge({ evidence: undefined })).specs[0].properties.map((p) => p.source)).toEqual(["anew", "anew", "anew"]);
  });

  test("a file that git is told to ignore, or not to look at", async () => {
    const weaker = lock.replace(/ {2}@invariant[\s\S]*?\n {2}}\n\n/, "");
    const hidden = new Repository();
    hidden.git("update-index", "--assume-unchanged", "specs/lock/spec.ts");
    hidden.write({ "specs/lock/spec.ts": weaker, ".gitignore": "specs\n" });
    expect(stopping(await hidden.judge())).toContain("invariant-removed exclusive");
    const ignored = new Repository().write({ "specs/lock/spec.ts": `import type { X } from "./helper.ts";\n${lock}`, "specs/lock/helper.ts": "export type X = 1;", ".gitignore": "helper.ts\n" });
    expect(stopping(await ignored.judge())).toEqual(["spec-invalid compiling it"]);
  });

  test("names that draw, or give orders to whoever reads the output", async () => {
    const names = ["src/\n::error::hacked.ts", "src/\u001b[2K\u001b[32mPass.ts", "src/\u202etxt.ts", "src/%0A::set-output name=x::y.ts"];
    const repository = new Repository({ ...plain, "tenet.config.ts": policyOf({ guards: ["src/**"] }), "src/a.ts": "" });
    repository.write(Object.fromEntries(names.map((n) => [n, "import './gone.ts';"])));
    for (const name of names) symlinkSync("/etc", join(repository.folder, `${name}.link`));
    const report = await repository.judge();
    expect(stopping(report)).toHaveLength(names.length);
    for (const shown of [text(report), gateAnnotations(report)]) {
      // eslint-disable-next-line no-control-regex
      expect(shown.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      expect(shown.split("\n").filter((line) => line.startsWith("::error::hacked") || line.startsWith("::set-output"))).toEqual([]);
    }
    expect(findingOf(report, "outside-repository").message).toMatch(/link/);
  });
});
