/** What the extension decides, without an editor. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lensesOf } from "../../../../editors/vscode/src/model/lenses.ts";
import { locate } from "../../../../editors/vscode/src/model/locate.ts";
import { movedLine } from "../../../../editors/vscode/src/model/moved.ts";
import { runPage } from "../../../../editors/vscode/src/model/run-page.ts";
import { eventOf, WatchServer } from "../../../../editors/vscode/src/model/server.ts";
import { specOf } from "../../../../editors/vscode/src/model/specs.ts";
import { hashOf, SpecState } from "../../../../editors/vscode/src/model/state.ts";
import { taskItemOf, taskItems, taskMatcher, taskName, taskWords } from "../../../../editors/vscode/src/model/task-list.ts";
import type { OutlineEvent, PropertyVerdict, VerdictsEvent, WatchEvent } from "../../../../src/editor/watch/events.ts";

const at = (line: number, file = "spec.ts") => ({ file, line, column: 3, endLine: line, endColumn: 9 });
const text = ["import { action } from \"tenet\";", "export class P {", "  @action go() {}", "  @action idle() {}", "  @invariant safe() {}", "  @reachable there() {}", "}"].join("\n");
const path = resolve("/w/spec.ts");

const table = {
  fields: ["x", "constant"],
  rows: [
    { label: "initial state", location: null, cells: ["0", "1"], changed: [], guards: [] },
    { label: "go(n: n1)", location: at(3), cells: ["1", "1"], changed: [0], guards: [{ text: "require(this.x < 3)", location: at(3) }] },
  ],
  end: { lines: ["✗ invariant safe is violated   spec.ts:5", "     false: this.x === 0", "        this.x is 1"], location: at(5) },
};

const common = { run: 1, spec: "spec.ts", files: { "spec.ts": hashOf(text) } };
const outline: OutlineEvent = {
  event: "outline", ...common, protocol: "P",
  actions: [{ name: "go", location: at(3) }, { name: "idle", location: at(4) }, { name: "net.lose", location: at(9, "net.ts") }],
  properties: [{ name: "safe", kind: "invariant", location: at(5) }, { name: "there", kind: "reachable", location: at(6) }],
};
const safe = (more: Partial<PropertyVerdict>): PropertyVerdict => ({ name: "safe", kind: "invariant", verdict: "exhaustive", text: "exhaustive", location: at(5), ...more });
const verdicts = (property: PropertyVerdict, more: Partial<VerdictsEvent> = {}): VerdictsEvent => ({
  event: "verdicts", ...common, method: "check", protocol: "P", instance: "P Node=3", verdict: property.verdict, conclusion: "…", properties: [property], gone: [], seconds: 0, ...more,
});

function stateAfter(...events: readonly WatchEvent[]): SpecState {
  const state = new SpecState(path, resolve("/w"));
  for (const event of events) state.apply(event);
  return state;
}

const titles = (state: SpecState, now = text): string[] => lensesOf(state, { path, text: now, checked: text }).map((l) => `${l.line} ${l.title}`);

describe("lenses", () => {
  test("stand above actions and properties of this file, with the last verdict and what it is about", () => {
    const state = stateAfter(outline, verdicts(safe({ was: "violated" })));
    expect(titles(state)).toEqual([
      "3 check", "3 prove", "3 ✓ 1 property exhaustive · Node=3", "4 check", "4 prove", "4 ✓ 1 property exhaustive · Node=3",
      "5 check", "5 prove", "5 ✓ exhaustive (was violated) · Node=3", "6 check",
    ]);
    const [check, prove] = lensesOf(state, { path, text, checked: text });
    expect([check.run, prove.run]).toEqual([{ command: "tenet.check", arguments: [path] }, { command: "tenet.prove", arguments: [path] }]);
  });

  test("lead to the run of a violation, also from the actions in it", () => {
    const state = stateAfter(outline, verdicts(safe({ verdict: "violated", text: "violated after 1 step", table })));
    const found = lensesOf(state, { path, text, checked: text }).filter((l) => l.title.includes("✗"));
    expect(found.map((l) => `${l.line} ${l.title}`)).toEqual([
      "3 ✗ step 1 of 1 to safe · show the run", "4 ✗ violated, without this action · Node=3", "5 ✗ violated after 1 step · Node=3 · show the run",
    ]);
    expect(found[2].run).toEqual({ command: "tenet.showRun", arguments: [path, "check", "safe"] });
  });

  test("never show a verdict as one about a text that it is not about", () => {
    const state = stateAfter(outline, verdicts(safe({})));
    const edited = text.replace("\n", "\n\n");
    expect(titles(state, edited)).toContain("6 ? edited since it was checked (was exhaustive)");
    expect(titles(state, edited).join()).not.toContain("✓");
    state.apply({ event: "diagnostics", ...common, items: [], failure: "spec" });
    expect(titles(state)).toContain("5 ? no verdict: the spec is in error (was exhaustive)");
    state.lost("it ended with 4");
    expect(titles(state)).toContain("5 ? not watched");
    expect(titles(stateAfter({ event: "started", ...common }, outline))).toContain("5 ? checking…");
    // The file on the disk is another one than that of the editor.
    expect(titles(stateAfter(outline, verdicts(safe({}), { files: { "spec.ts": hashOf("other") } })))).toContain("5 ? edited since it was checked (was exhaustive)");
  });

  test("say what is never enabled, and what is proved besides", () => {
    const state = stateAfter(outline, verdicts(safe({})), verdicts(safe({ verdict: "proved", text: "proved" }), { method: "prove", instance: "P" }));
    state.apply({ event: "diagnostics", ...common, items: [{ severity: "warning", code: "T7002", message: "idle is never enabled", location: at(4) }] });
    expect(titles(state)).toEqual(expect.arrayContaining(["4 ? never enabled · Node=3", "5 ✓ exhaustive · Node=3", "5 ✓ proved · any size"]));
  });
});

test("a line moves with an edit above it, stays with one below, and is gone with its own", () => {
  const before = ["a", "b", "c", "d"];
  expect([1, 2, 3, 4].map((line) => movedLine(before, ["a", "x", "y", "c", "d"], line))).toEqual([1, undefined, 4, 5]);
  expect([1, 2, 3, 4].map((line) => movedLine(before, ["a", "d"], line))).toEqual([1, undefined, undefined, 2]);
  expect([1, 4].map((line) => movedLine(before, [...before, "e"], line))).toEqual([1, 4]);
  expect(movedLine(["a", "a"], ["a", "a", "a"], 2)).toBe(2);
});

describe("the page of a run", () => {
  const hostile = `</style><script>alert(1)</script>"'&\u202e`;
  const page = runPage({
    event: verdicts(safe({}), { instance: `P ${hostile}` }), nonce: "NONCE", link: (index) => `command:tenet.goTo?${encodeURIComponent(JSON.stringify([hostile, index]))}`, stale: hostile,
    property: safe({
      name: hostile, verdict: "violated", text: hostile,
      table: { ...table, fields: [hostile, hostile], rows: table.rows.map((r) => ({ ...r, label: hostile, cells: [hostile, hostile] })), end: { lines: [hostile, hostile], location: at(5, hostile) } },
    }),
  });

  test("has no scripts, and what specs say is text", () => {
    expect(page.html).toContain(`content="default-src 'none'; style-src 'nonce-NONCE'"`);
    expect(page.html).not.toMatch(/<script|\son\w+=|\sstyle="|\u202e/i);
    expect(page.html.match(/<\/style>/g)).toHaveLength(1);
    expect([...page.html.matchAll(/href="([^"]*)"/g)].every(([, href]) => /^command:tenet\.goTo\?[\w%!'()*~.-]+$/.test(href.replaceAll("&#39;", "'")))).toBe(true);
  });

  test("marks what changed, and links steps, guards and the end to their places", () => {
    const { html, locations } = runPage({ event: verdicts(safe({})), property: safe({ verdict: "violated", text: "violated after 1 step", table }), nonce: "N", link: (i) => `#${i}` });
    expect(locations).toEqual([at(3), at(3), at(5)]);
    expect(html).toContain(`<td class="number">1</td><td class="step"><a href="#0" title="spec.ts:3">go(n: n1)</a><div class="guard"><a href="#1" title="spec.ts:3">require(this.x &lt; 3)</a></div></td><td class="changed">1</td></tr>`);
    expect(html).toContain("<h2>Unchanged throughout</h2>\n<table><tr><td>constant</td><td>1</td></tr></table>");
    expect(html).toContain("<pre>false: this.x === 0\n   this.x is 1</pre>");
  });
});

test("specs are told by their text, proofs by their names, and nothing is run", () => {
  const spec = `import { action } from "tenet";\nexport class P { @action a() {} }`;
  expect(specOf("/w/spec.ts", spec)).toBe("/w/spec.ts");
  expect(specOf("/w/foo.ts", spec)).toBe("/w/foo.ts");
  expect(specOf("/w/proof.ts", `import { lemma } from 'tenet';`)).toBe(resolve("/w/spec.ts"));
  expect(specOf("/w/foo.proof.ts", `import { lemma } from 'tenet';`)).toBe(resolve("/w/foo.ts"));
  expect(specOf("/w/util.ts", `import { type Sort } from "tenet";`)).toBeUndefined();
  expect(specOf("/w/spec.ts", `import { action } from "mobx";\nclass S { @action a() {} }`)).toBeUndefined();
});

test("the tasks of a workspace, and those that somebody wrote", () => {
  expect(taskItems(["a/spec.ts", "b/spec.ts"]).map(taskName)).toEqual([
    "check a/spec.ts", "check b/spec.ts", "prove a/spec.ts", "prove b/spec.ts", "propose a/spec.ts", "propose b/spec.ts", "watch a/spec.ts", "watch b/spec.ts", "gate",
  ]);
  expect(taskWords({ command: "check", spec: "-x/spec.ts" })).toEqual(["check", "--format", "line", "--", "-x/spec.ts"]);
  expect([taskMatcher("check"), taskMatcher("watch"), taskMatcher("propose")]).toEqual([["$tenet"], ["$tenet-watch"], []]);
  expect(taskItemOf({ type: "tenet", command: "prove", spec: "a" })).toEqual({ command: "prove", spec: "a" });
  expect([taskItemOf({ command: "rm", spec: "a" }), taskItemOf({ command: "check" }), taskItemOf({ command: "check", spec: 3 })]).toEqual([undefined, undefined, undefined]);
});

describe("with files", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenet-vscode-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const install = (where: string, manifest: object): string => {
    const at = join(folder, where, "node_modules/tenet");
    mkdirSync(join(at, "dist"), { recursive: true });
    writeFileSync(join(at, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(at, "dist/cli.js"), "");
    return join(at, "dist/cli.js");
  };

  test("Tenet is found in the nearest node_modules, never above the workspace", () => {
    const manifest = { name: "tenet", bin: { tenet: "dist/cli.js" } };
    const above = install(".", manifest), own = install("workspace", manifest), deep = install("workspace/a/b", { ...manifest, bin: "dist/cli.js" });
    const workspace = join(folder, "workspace");
    expect(locate(join(workspace, "a/b/c"), workspace, "")).toBe(own);
    expect(locate(join(workspace, "a/b"), workspace, above)).toBe(above);
    expect(locate(workspace, workspace, "dist/cli.js")).toBeUndefined();
    expect(locate(folder, workspace, "")).toBeUndefined();
    rmSync(join(workspace, "node_modules"), { recursive: true });
    expect(locate(join(workspace, "a/b"), workspace, "")).toBeUndefined();
    expect(deep).toContain("a/b");
  });

  test("a watcher is heard, other output is logged, and it ends with its input", async () => {
    const cli = join(folder, "cli.mjs");
    writeFileSync(cli, `console.log("hello"); console.log(JSON.stringify({ event: "started", run: 1, spec: process.argv.at(-1), files: {} }));
process.stdin.on("end", () => process.exit(0)).resume();`);
    const heard: string[] = [];
    const spec = await new Promise<string>((done) => {
      const server = new WatchServer({ node: process.execPath, cli }, { spec: "-s.ts", folder, seconds: 3, prove: true }, {
        event: (event) => {
          server.stop();
          done(event.spec);
        },
        said: (line) => void heard.push(line),
        gone: () => void heard.push("gone"),
      });
    });
    expect([spec, heard]).toEqual(["-s.ts", ["hello"]]);
    const why = await new Promise((done) => new WatchServer({ node: join(folder, "no-node"), cli }, { spec: "s", folder, seconds: 3, prove: false }, { event: () => undefined, said: () => undefined, gone: done }));
    expect(why).toContain("ENOENT");
    expect([eventOf("{}"), eventOf("null"), eventOf("3"), eventOf(`{"event":"started"`)]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
