/** Specs that are meant to break the compiler: they end, with a diagnostic and without a stack trace. */
import { expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { diagnosticsOf, imports, withFiles } from "./spec-text.ts";

const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
const spec = (body: string, members = "", before = ""): string => `${imports}${before}export class P { on = false; ${members} @action go() { ${body} } }`;

test.each([
  ["a deep expression", spec(`this.on = ${"(".repeat(100_000)}true${")".repeat(100_000)};`), "T1002"],
  ["a long chain", spec(`this.on = ${"this.on && ".repeat(10_000)}true;`), "T1002"],
  ["a chain of some length", spec(`this.on = ${"this.on && ".repeat(600)}true;`), "T1002"],
  ["deep statements", spec(`${"if (this.on) {".repeat(3000)}${"}".repeat(3000)}`), "T1002"],
  ["a deep type", spec("this.on = true;", "", `type T = ${"{ a: ".repeat(3000)}boolean${" }".repeat(3000)};`), "T1002"],
  ["helpers that call the next one twice", spec("this.on = this.f40();", `f0() { return this.on; } ${numbers.map((i) => `f${i}(): boolean { return this.f${i - 1}() && this.f${i - 1}(); }`).join(" ")}`), "T1002"],
  ["types that hold the next one twice", spec("this.on = true;", "x!: T40;", `type T0 = boolean; ${numbers.map((i) => `type T${i} = { a: T${i - 1}; b: T${i - 1} };`).join(" ")}`), "T2009"],
  ["a generic type that grows", spec("this.on = true;", "x!: Grow<boolean>;", "interface Grow<T> { next: Grow<T[]> | undefined; it: T }"), "T2007"],
  ["a type computed without end", spec("this.on = true;", "x!: Up<0>;", "type Up<N> = { [K in keyof N]: Up<N[K]> } & Up<[N]>;"), "TS"],
  ["names of JavaScript's own objects", spec('require(this.__proto__ === "constructor"); this.toString = "hasOwnProperty";', '__proto__: "constructor" = "constructor"; toString: "hasOwnProperty" | "valueOf" = "valueOf";'), ""],
])("%s", (_what, text, code) => {
  withFiles({ "spec.ts": text }, (folder) => {
    const found = diagnosticsOf(() => compileSpec(folder));
    expect(found.filter((d) => d.severity === "error" && !d.code.startsWith(code || "none")).map((d) => `${d.code} ${d.message}`)).toEqual([]);
    if (code) expect(found.length).toBeGreaterThan(0);
  });
});
