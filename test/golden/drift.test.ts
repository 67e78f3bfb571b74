/**
 * Small programs around one lock, each with what should be found on the line that is at fault: `//~ rule part of the message`. In `ways`
 * are ways to change guarded state around the spec, in `fine` programs that only look like it, in `adapters` adapters that do not fit.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type DriftQuestion, findDrift } from "../../src/gate/drift/drift.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";

const root = join(import.meta.dirname, "drift");
const list = (folder: string): string[] => readdirSync(join(root, folder)).map((f) => `${folder}/${f}`);
const ways = list("ways"), fine = list("fine"), adapters = list("adapters");
const { instance, model } = prepareSpec("test/golden/drift/spec.ts", {});

type Drift = ReturnType<typeof findDrift>;

const drift = (over: Partial<DriftQuestion>): Drift => findDrift({ root, about: "spec.ts", instance, model, adapter: "adapter.ts", files: [], ...over });

interface Expected { readonly line: number; readonly rule: string; readonly text: string }

const expected = (file: string): Expected[] => readFileSync(join(root, file), "utf8").split("\n").flatMap((line, i) =>
  [...line.matchAll(/\/\/~ ([\w-]+) (.*?)(?= \/\/~ |$)/g)].map(([, rule, text]) => ({ line: i + 1, rule, text })));

/** Each expectation is met by one finding, and each finding is expected. */
function compare(file: string, { findings }: Drift): void {
  const found = findings.filter((f) => f.span?.file === file);
  const left = [...found];
  const missing = expected(file).filter((e) => {
    const at = left.findIndex((f) => f.span!.line === e.line && f.rule === e.rule && `${f.message} ${f.details.join(" ")} mutation`.includes(e.text));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect({ missing, unexpected: left.map((f) => `${f.span!.line}: ${f.rule} ${f.message}`) }).toEqual({ missing: [], unexpected: [] });
}

describe("changes of guarded state", () => {
  let all: Drift;
  beforeAll(() => {
    all = drift({ files: ["lock.ts", "journal.ts", ...ways, ...fine] });
  }, 60_000);

  test.each(["adapter.ts", "lock.ts", "journal.ts", ...ways, ...fine])("%s", (file) => compare(file, all));

  test("what was looked at is told, and all of it was", () => {
    expect(all.outcome.verdict).toBe("differs");
    expect(all.outcome.covered).toMatch(/^3 of 3 actions bound to \d+ functions; \d+ changes of 11 guarded fields in \d+ files$/);
  });

  test("findings are told apart, and do not move with lines", () => {
    expect(new Set(all.findings.map((f) => `${f.rule} ${f.subject}`)).size).toBe(all.findings.length);
    for (const f of all.findings) expect(f.subject).not.toMatch(/:\d/);
  });

  test("what is not certain does not stop a change", () => {
    expect(all.findings.filter((f) => f.level !== "error").map((f) => f.span!.file).toSorted()).toEqual(["lock.ts", "lock.ts", "ways/given.ts", "ways/unreadable.ts", "ways/unreadable.ts", "ways/untyped.ts"]);
  });
});

describe("adapters", () => {
  test.each(adapters)("%s", (adapter) => compare(adapter, drift({ adapter })));

  test("a generated file that is not of this spec is told, and the adapter is held to what it should be", () => {
    const lost = { ...model.actions[0], name: "lost", role: "fault" as const };
    const { findings } = drift({ instance: { ...instance, actions: [...instance.actions, lost] }, model: { ...model, actions: [...model.actions, lost] } });
    expect(findings.map((f) => [f.rule, f.level, f.subject, f.span!.line]).filter(([rule]) => rule !== "mutation-outside")).toEqual([
      ["binding-stale", "error", "conformance.ts", 2], ["action-unbound", "error", "lost", 9], ["binding-stale", "error", expect.stringContaining("Property 'lost' is missing"), 9],
    ]);
  });

  test("what cannot be read was not looked at", () => {
    const open = (over: Partial<DriftQuestion>): string[] => {
      const { findings, outcome } = drift(over);
      return [outcome.verdict, ...findings.filter((f) => f.rule === "undecided").map((f) => f.message)];
    };
    expect(open({ adapter: "adapters/loose.ts" })).toEqual(["unknown", "adapters/loose.ts:8: the adapter cannot be read: a name that only running it would tell"]);
    expect(open({ adapter: "nowhere.ts" })).toEqual(["unknown", "code could not be compared with the spec: nowhere.ts cannot be read"]);
    expect(open({ files: ["nowhere.ts"] })).toEqual(["unknown", "code could not be compared with the spec: nowhere.ts cannot be read"]);
    expect(open({ files: ["../drift.test.ts"] })[0]).toBe("unknown");
  });
});
