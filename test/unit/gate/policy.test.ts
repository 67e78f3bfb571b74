/** Policies: what is read, what is wrong with them and where, and what a change lowers. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { comparePolicies } from "../../../src/gate/policy/compare.ts";
import { readPolicy } from "../../../src/gate/policy/read.ts";
import { policyJsonSchema } from "../../../src/gate/policy/schema.ts";
import { askedBy } from "../../../src/gate/policy/specs.ts";
import { globMatcher } from "../../../src/gate/repository/glob.ts";
import type { Tree } from "../../../src/gate/repository/tree.ts";
import { root } from "../../cli/transcript.ts";

function problems(text: string, file = "tenet.config.ts"): string[] {
  try {
    readPolicy(file, text);
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    return error.diagnostics.map((d) => `${d.span ? `${d.span.line}:${d.span.column} ` : ""}${d.code} ${d.message} (${d.help})`);
  }
}

describe("a policy", () => {
  const value = { base: "main", specs: [{ spec: "specs/a", levels: { p: "proved" }, check: [{ scope: { N: 2 }, options: { mode: "sync", on: true, n: -1 } }] }] };

  test("says the same in TypeScript and in JSON", () => {
    const written = `import type { Policy } from "tenet/policy";\n/* why */ export default (${JSON.stringify(value)} as const) satisfies Policy;`;
    expect(readPolicy("tenet.config.ts", written).policy).toEqual(value);
    expect(readPolicy("tenet.config.json", JSON.stringify(value)).policy).toEqual(value);
  });

  test.each([
    ["export default { specs: [...all] };", "1:26 T8002 this is not a literal"],
    ["export default { specs: process.exit() };", "1:25 T8002 this is not a literal"],
    ["export default { specs: [], level: `${x}` };", "1:36 T8002 this is not a literal"],
    ["export default { specs };", "1:18 T8002 this is not a name with a literal"],
    ["export default { ['specs']: [] };", "1:18 T8002 this is not a name with a literal"],
    ["export default { get specs() { return []; } };", "1:18 T8002 this is not a name with a literal"],
    ["export default { __proto__: {}, specs: [] };", "1:18 T8002 nothing has that name"],
    ["export default { specs: [], specs: [] };", "1:29 T8002 specs is given twice"],
    ["const policy = { specs: [] };\nexport default policy;", "1:1 T8002 this would have to be run"],
    ["export = { specs: [] };", "1:1 T8002 this would have to be run"],
    ["", "T8002 nothing is exported"],
    ["export default { specs: [ };", "T8001 "],
    ["export default { specs: [{ spec: 'a', gaurds: [] }] };", "1:47 T8003 specs.0 has no \"gaurds\" (did you mean guards?)"],
    ["export default { specs: [{ spec: 'a', levels: { p: 'prove' } }] };", "1:52 T8003 specs.0.levels.p: "],
    ["export default { specs: [{ spec: 'a', budget: { conform: { run: 1 } } }] };", "did you mean runs?"],
    ["export default { specs: [{ spec: 'a' }], base: '--output=x' };", "1:48 T8003 base: this is not the name of a branch, tag or commit"],
    ["export default { specs: [{ spec: 'a' }, { spec: 'a' }] };", "1:49 T8003 a is listed twice"],
    ["export default { specs: [{ spec: 'a', budget: { seconds: -1 } }] };", "1:58 T8003 specs.0.budget.seconds: "],
    ["export default { specs: [{ spec: 'a' }], suppressions: [{ rule: 'violatd', about: 'a', reason: 'x', expires: '2027-01-31' }] };", "1:65 T8003 suppressions.0.rule: "],
    ["export default { specs: [{ spec: 'a' }], suppressions: [{ rule: 'violated', about: 'a', reason: 'x', expires: '31.1.2027' }] };", "T8003 suppressions.0.expires: "],
  ])("%s", (text, message) => {
    expect(problems(text).join("\n")).toContain(message);
  });

  test("is told in JSON, too", () => {
    expect(problems('{\n  "specs": [{ "spec": "a", "guard": [] }]\n}', "tenet.config.json")).toEqual(['2:37 T8003 specs.0 has no "guard" (did you mean guards?)']);
    expect(problems("{", "tenet.config.json")[0]).toMatch(/T8001/);
  });

  test("has a schema for editors that is what is read", () => {
    const file = join(root, "docs/policy.schema.json"), fresh = `${JSON.stringify(policyJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(file, fresh);
    expect(readFileSync(file, "utf8")).toBe(fresh);
  });
});

describe("globs", () => {
  test.each([
    ["src/**", "src/a/b.ts", true], ["src/**", "src", true], ["src/*", "src/a/b.ts", false], ["src/*.ts", "src/a.ts", true], ["**/spec.ts", "spec.ts", true], ["**/spec.ts", "a/b/spec.ts", true],
    ["src/{a,b}/*.t?", "src/b/x.ts", true], ["src/{a,b}/*.t?", "src/c/x.ts", false], ["a*b*c", "aXbXbXc", true], ["a*b*c", "aXcXb", false], ["src/**/x/**/y", "src/x/y", true], ["[a]", "a", false],
  ])("%s %s", (glob, path, expected) => {
    expect(globMatcher(glob)!(path)).toBe(expected);
  });

  test("take no time that grows with what they could mean", () => {
    expect(globMatcher(`${"*a".repeat(2000)}b`)!("a".repeat(4000))).toBe(false);
    expect(globMatcher("**/".repeat(500))!(`${"a/".repeat(500)}b`)).toBe(true);
    expect(globMatcher("{a,b}".repeat(30))).toBeUndefined();
  });
});

describe("a lower bar", () => {
  const tree: Tree = { paths: ["specs/a/spec.ts", "specs/b/spec.ts"], kindOf: () => "file", read: () => undefined, idOf: () => undefined };
  const side = (policy: object) => {
    const file = readPolicy("tenet.config.ts", `export default ${JSON.stringify(policy)};`);
    return { file, asked: askedBy(file.policy, tree) };
  };
  const stops = (before: object, after: object): string[] => comparePolicies(side(before), side(after)).filter((f) => f.level === "error").map((f) => f.subject);
  const all = { base: "main", specs: [{ spec: "specs/*", level: "proved", guards: ["src/**", "lib/**"], adapter: "a.ts", transition: "t.ts#next", check: [{ scope: { N: 2 } }, { scope: { N: 3 }, design: "fast" }], budget: { conform: { runs: 10, steps: 5 } } }] };
  const changed = (change: object): object => ({ ...all, specs: [{ ...all.specs[0], ...change }] });

  test.each<[string, object, string[]]>([
    ["nothing", all, []],
    ["more of everything", changed({ guards: ["src/**", "lib/**", "more/**"], check: [...all.specs[0].check, {}], budget: { conform: { runs: 20, steps: 5 } } }), []],
    ["the level", changed({ level: "exhaustive" }), ["specs/a level", "specs/b level"]],
    ["the level of one property", changed({ levels: { p: "bounded" } }), ["specs/a level of p", "specs/b level of p"]],
    ["what is guarded", changed({ guards: ["src/**"] }), ["specs/a guard lib/**", "specs/b guard lib/**"]],
    ["the adapter", changed({ adapter: "b.ts" }), ["specs/a adapter a.ts", "specs/b adapter a.ts"]],
    ["the function", changed({ transition: "t.ts#other" }), ["specs/a transition t.ts#next", "specs/b transition t.ts#next"]],
    ["an instance", changed({ check: all.specs[0].check.slice(1) }), ['specs/a instance [[["N",2]],[],null]', 'specs/b instance [[["N",2]],[],null]']],
    ["tests", changed({ budget: { conform: { runs: 9, steps: 4 } } }), ["specs/a conform runs", "specs/a conform steps", "specs/b conform runs", "specs/b conform steps"]],
    ["specs", { ...all, specs: [{ ...all.specs[0], spec: "specs/a" }] }, ["specs/b"]],
    ["the base", { ...all, base: "other" }, ["base"]],
    ["defaults", { ...all, level: "bounded", specs: [{ ...all.specs[0], level: undefined }] }, ["specs/a level", "specs/b level"]],
  ])("%s", (_, after, subjects) => {
    expect(stops(all, after)).toEqual(subjects);
  });
});
