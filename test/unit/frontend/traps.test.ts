import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { imports, withFiles } from "./spec-text.ts";

/** Codes and marked names of the warnings about a class with these members. */
const warnings = (members: string, before = ""): string[] =>
  withFiles({ "spec.ts": `${imports}${before}export class P { ${members} }` }, (folder) => compileSpec(folder).warnings.map((d) => `${d.code} ${d.message.split(" ")[0]}`));

const on = "on = false; @action go() { this.on = !this.on; } @reachable isOn() { return this.on; }";

describe("warnings", () => {
  test("a sound spec has none", () => {
    expect(warnings(on)).toEqual([]);
  });

  test.each([
    ["an update alone is no reading", `${on} n: Int = 0; @action up() { this.n += 1; }`, ["T5003 n"]],
    ["nor is one through a key", `${on} s = new Set<boolean>(); @action up(b: boolean) { this.s.add(b); }`, ["T5003 s"]],
    ["a key is read", `${on} k = false; m: Record<"a", boolean> = fill(true); @action up(x: "a") { this.m[x] = this.k; this.k = !this.k; } @reachable r() { return this.m.a; }`, []],
    ["an initial value reads", `${on} readonly c!: boolean; d: boolean = this.c; @action up() { this.d = !this.d; } @reachable r() { return this.d; }`, []],
    ["an unread constant", `${on} readonly c: boolean = true;`, ["T5003 c"]],
    ["an unread option", `constructor(readonly mode: boolean) {} ${on}`, ["T5003 mode"]],
    ["an init writes", `${on} v = false; @init start(b: boolean) { this.v = b; } @reachable r() { return this.v; }`, []],
    ["a guard that an early end may avoid", `${on} @action up() { if (this.on) return; require(1 > 2); this.on = true; }`, []],
    ["a guard in a helper", `${on} no() { require(1 > 2); } @action up() { this.no(); this.on = true; }`, ["T5001 up"]],
    ["a guard beyond the bounds of a type", `${on} n: Int<0, 3> = 0; @action up() { require(this.n >= 4); this.n = 0; } @reachable r() { return this.n === 1; }`, ["T5001 up"]],
    ["a guard that some value satisfies", `${on} n: Int<0, 3> = 0; @action up() { require(this.n >= 3); this.n = 0; } @reachable r() { return this.n === 1; }`, []],
    ["a terminal that is always false says that nothing ends", `${on} @terminal never() { return false; }`, []],
    ["a step that looks only ahead", `${on} @step s(next: this) { return next.on; }`, []],
  ])("%s", (_what, members, expected) => {
    expect(warnings(members)).toEqual(expected);
  });

  test("what a held spec brings along is not judged", () => {
    const part = "class Part { unused = false; @action nothing(b: boolean) {} @invariant empty() { return true; } }\n";
    expect(warnings(`${on} part = new Part();`, part)).toEqual([]);
  });

  test("a sort that only a helper mentions is not unused, one that nothing mentions is", () => {
    expect(warnings(`${on} @reachable r() { return exists((n: Node) => n === n) && this.on; }`, 'type Node = Sort<"Node">; type Term = Order<"Term">;\n')).toEqual(["T5008 no"]);
  });
});
