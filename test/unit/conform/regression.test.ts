/** Divergences as tests of their own. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { regressionTest } from "../../../src/conform/regression.ts";
import type { ConformReport, Divergence } from "../../../src/conform/report.ts";
import { noSpan } from "../../../src/base/span.ts";
import { compile, staleFiles } from "../../../src/index.ts";
import { mapValue, setValue } from "../../../src/interp/value.ts";
import { bool, mapOf, setOf } from "../../../src/ir/type.ts";
import { action, field, Node, param, protocol } from "../interp/helpers.ts";

const instance = protocol({
  name: "Toy", state: [field("up", setOf(Node)), field("known", mapOf(Node, bool, false)), field("net.hidden", bool)], actions: [action("go", [param("who", Node)], [])],
});
const state = [setValue([0]), mapValue([{ key: 1, value: true }]), false];
const go = { action: "go", args: [{ name: "who", type: Node, value: 0 }], span: noSpan };
const reported = (divergence: Partial<Divergence>): ConformReport => ({
  protocol: "Toy", spec: "toy.ts", adapter: "adapter.ts", scope: {}, options: {}, verdict: "diverges", because: [], seed: 7, actions: [], isolation: [], instance,
  fields: { shown: ["up", "known"], partly: [], hidden: ["net.hidden"] },
  covered: { transitions: { taken: 0, total: 0 }, refusals: { taken: 0, total: 0 }, runs: 0, steps: 0, histories: 0 },
  divergence: { kind: "refused", message: "go was\nrefused \u001b[31m*/", initial: state, steps: [], last: go, fields: [], again: 3, replays: 3, ...divergence },
});

/** Runs it beside an implementation. */
async function played(text: string, adapter: object): Promise<string> {
  const body = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;
  const tests: (() => Promise<void>)[] = [];
  const imported = (name: string): object => (name === "vitest" ? { expect, test: (_: string, run: () => Promise<void>) => void tests.push(run) } : { __esModule: true, default: adapter });
  new Function("require", "exports", body)(imported, {});
  try {
    await tests[0]();
    return "passes";
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
}

describe("a regression test", () => {
  const text = regressionTest(reported({ steps: [{ ...go, guards: [], state, refused: true }] }), "./toy.ts")!;
  const adapter = (answers: unknown[], up = ["node1"]): object => ({
    create: (initial: unknown) => ({ initial, answers }),
    actions: { go: { request: (system: { answers: unknown[] }) => system.answers.shift() } },
    observe: () => ({ up: new Set(up), known: new Map([["node2", true]]) }),
  });

  test("asks what was asked, and expects what the spec has", () => {
    expect(text).toContain("// Toy (toy.ts), by tenet conform --seed 7: go was refused \\u{1b}[31m*/\n");
    expect(text).toContain('import given from "./toy.ts";');
    expect(text).toContain('create({ up: new Set(["node1"]), known: new Map([["node2", true]]), "net.hidden": false })');
    expect(text).toContain('done("go", { who: "node1" })).toBe(false);\n  await shows({ up: new Set(["node1"]), known: new Map([["node2", true]]) });');
  });

  test("fails where the implementation is wrong, and passes where it is not", async () => {
    expect(await played(text, adapter(["refused", true]))).toBe("passes");
    expect(await played(text, adapter([false, undefined]))).toBe("passes");
    expect(await played(text, adapter([false, false]))).toMatch(/expected false to be true/);
    expect(await played(text, adapter([true, true]))).toMatch(/expected true to be false/);
    expect(await played(text, adapter([false, true], ["node2"]))).toMatch(/to match object/);
  });

  test("there is none of what no order of calls shows", () => {
    expect(regressionTest(reported({ together: [] }), "./toy.ts")).toBeUndefined();
    expect(regressionTest({ ...reported({}), divergence: undefined }, "./toy.ts")).toBeUndefined();
  });
});

test("the types of the implementation for the transcripts are fresh", () => {
  const { files } = compile("test/cli/specs/tickets");
  expect(staleFiles(new Map([["conformance.ts", files.get("tickets/conformance.ts")!]]), "test/cli/specs/tickets/implementation")).toEqual([]);
});
