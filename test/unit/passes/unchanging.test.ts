import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { prepareCompiled } from "../../../src/pipeline/prepare.ts";
import { imports, withFiles } from "../frontend/spec-text.ts";

/** What is left of a class with `on`, which changes, and these members. */
const left = (members: string): Protocol => withFiles({
  "spec.ts": `${imports.replace("action,", "action, fault,")}type Node = "a" | "b";\nexport class P { on = false; @action go() { this.on = !this.on; }\n${members}\n}`,
}, (folder) => prepareCompiled(compileSpec(folder), {}).model);
const fields = (p: Protocol): string[] => p.state.map((f) => f.name);
const actions = (p: Protocol): string[] => p.actions.map((a) => a.name);

describe("what never changes", () => {
  test.each([
    ["a field that nothing writes", "n: Int<0, 3> = 0; @invariant i() { return this.n === 0 || this.on; }"],
    ["one that only a step writes that never happens", "n: Int<0, 3> = 0; @action up() { require(this.n > 0); this.n += 1; }"],
    ["two that each wait for the other", "a = false; b = false; @action x() { require(this.b); this.a = true; } @action y() { require(this.a); this.b = true; }"],
    ["a set that stays empty", "s = new Set<Node>(); @action put(n: Node) { require(this.s.has(n)); this.s.add(n); }"],
    ["a record that is the same everywhere", "r: Record<Node, boolean> = fill(false); @action put(n: Node) { require(this.r[n]); this.r[n] = false; }"],
    ["a map and a bag that stay empty", "m = new Map<Node, Node>(); @action put(n: Node) { require(this.m.get(n) !== undefined || this.m.size > 0); this.m.set(n, n); }"],
    ["one that is given its own value", "n: Int<0, 3> = 0; @action go2() { this.n = this.n; this.on = true; } @action up() { require(this.n > 0); this.n += 1; }"],
  ])("%s leaves the state", (_name, members) => {
    const model = left(members);
    expect(fields(model)).toEqual(["on"]);
    expect(actions(model).filter((a) => !a.startsWith("go"))).toEqual([]);
  });

  test.each([
    ["a field that is read after it was written in the same step", "n: Int<0, 3> = 0; @action up() { this.n = 1 - this.n; require(this.n === 1); }", ["on", "n"], ["go", "up"]],
    ["a step that may fail before its guard", "n: Int<0, 3> = 0; @action up() { require(Math.floor(1 / (this.on ? 0 : 1)) === 1); require(this.n > 0); this.n += 1; }", ["on", "n"], ["go", "up"]],
    ["a field that an initial choice writes", "n: Int<0, 3> = 0; @init choose(m: Int<0, 1>) { this.n = m; } @action up() { require(this.n > 0); this.n = 0; }", ["on", "n"], ["go", "up"]],
    ["a part that is written", "r: Record<Node, boolean> = fill(false); @action put(n: Node) { this.r[n] = true; }", ["on", "r"], ["go", "put"]],
  ])("%s stays", (_name, members, state, steps) => {
    const model = left(members);
    expect(fields(model)).toEqual(state);
    expect(actions(model)).toEqual(steps);
  });
});
