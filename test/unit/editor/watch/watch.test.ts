/** Real files, a real compiler, real verdicts; what is not awaited is not relied on. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WatchEvent } from "../../../../src/editor/watch/events.ts";
import type { Happening } from "../../../../src/editor/watch/happening.ts";
import { JsonFace } from "../../../../src/editor/watch/json-face.ts";
import { LineFace } from "../../../../src/editor/watch/line-face.ts";
import { Sources } from "../../../../src/editor/watch/sources.ts";
import { TextFace } from "../../../../src/editor/watch/text-face.ts";
import { watchSpec } from "../../../../src/editor/watch/watch.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";

const counter = (limit: string, more = ""): string => `import { action, invariant, require, type Int } from "tenet";
${more}
export class Counter {
  count: Int<0, 3> = 0;
  @action increment() {
    require(this.count < 3);
    this.count += 1;
  }
  @invariant small() {
    return this.count <= ${limit};
  }
}
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenet-watch-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => writeFileSync(file(name), text);
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Watches, and does what the steps say: each is called with the first event that `until` accepts after the one before. */
async function session(steps: readonly { readonly until: (event: WatchEvent) => boolean; readonly then?: () => void }[], more: { prove?: boolean } = {}): Promise<{ events: WatchEvent[]; happenings: Happening[] }> {
  const controller = new AbortController();
  const events: WatchEvent[] = [], happenings: Happening[] = [];
  const face = new JsonFace(folder, () => undefined);
  let at = 0;
  await watchSpec(folder, { ...more, keepGoing: true, signal: controller.signal }, (happening) => {
    happenings.push(happening);
    for (const event of face.events(happening)) {
      events.push(event);
      if (!steps[at]?.until(event)) continue;
      steps[at].then?.();
      if (++at === steps.length) controller.abort();
    }
  });
  for (const event of events) {
    validate(JSON.parse(JSON.stringify(event)));
    expect(validate.errors).toBeNull();
  }
  return { events, happenings };
}

const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/watch-event.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const done = (event: WatchEvent): boolean => event.event === "done" && !event.interrupted;
const verdictsOf = (events: readonly WatchEvent[]) => events.filter((e) => e.event === "verdicts");

describe("a watch", () => {
  test("of a spec that is broken, removed, created again by another way, and given an import", async () => {
    const good = counter("3"), bad = counter("2"), wrong = counter("nothing"), imports = counter("most", `import { most } from "./limits.ts";\n`);
    write("spec.ts", good);
    const { events, happenings } = await session([
      { until: done, then: () => write("spec.ts", bad) },
      { until: done, then: () => write("spec.ts", wrong) },
      { until: done, then: () => unlinkSync(file("spec.ts")) },
      {
        until: done,
        then: () => {
          write("spec.ts~", imports);
          renameSync(file("spec.ts~"), file("spec.ts"));
        },
      },
      { until: (e) => done(e) && e.files[file("limits.ts")] === null, then: () => write("limits.ts", "export const most = 2;\n") },
      { until: done, then: () => write("limits.ts", "export const most = 3;\n") },
      { until: done },
    ]);
    const small = verdictsOf(events).map((v) => v.properties.find((p) => p.name === "small")!);
    expect(small.map((p) => [p.was, p.verdict])).toEqual([
      [undefined, "exhaustive"], ["exhaustive", "violated"], [undefined, "violated"], ["violated", "exhaustive"],
    ]);
    expect(verdictsOf(events).map((v) => v.files[file("spec.ts")])).toEqual([good, bad, imports, imports].map(sha));
    expect(verdictsOf(events)[1].conclusion).toBe("Violated: small.");
    const failures = events.flatMap((e) => (e.event === "diagnostics" && e.failure ? [e.items[0]] : []));
    expect(failures.map((i) => i.code)).toEqual(["TS2304", "T1001", "T1001"]);
    expect(failures[0].location).toMatchObject({ file: file("spec.ts"), line: 10, column: 26 });
    // Every run begins and ends, and what it says is about the texts that it began with or read itself.
    const order = events.filter((e) => e.event === "started" || e.event === "done").map((e) => e.event);
    expect(order).toEqual(order.map((_, i) => (i % 2 === 0 ? "started" : "done")));

    const text: string[] = [], lines: string[] = [];
    const faces = [new TextFace("spec", (t) => void text.push(t), { color: false, now: () => new Date(0) }), new LineFace("spec", (t) => void lines.push(t))];
    for (const h of happenings) for (const face of faces) face.tell(h);
    const printed = text.join("");
    expect(printed).toContain("✗ small       invariant  exhaustive → violated after 3 steps");
    expect(printed).toContain("✗ small       invariant  violated after 3 steps, as before");
    expect(printed.match(/invariant small is violated/g)).toHaveLength(1);
    expect(printed).toContain("No verdict until this is put right.");
    const begins = lines.filter((l) => l.startsWith("tenet watch: checking")), ends = lines.filter((l) => l.startsWith("tenet watch: done"));
    expect(begins.length).toBe(ends.length);
    expect(lines.join("")).toMatch(/tenet watch: checking "spec"\n.*spec\.ts:9:14-9:19: error: small: violated after 3 steps \[violated\]\n[^]*Counter: Violated: small\.\ntenet watch: done\n/);
  });

  test("a change ends a search that would take long, and nothing is said about the old text", async () => {
    const many = counter("3").replace("count: Int<0, 3> = 0;", "count: Int<0, 3> = 0;\n  all: Record<Int<0, 40>, boolean> = fill(false);").replace("@invariant", "@action flip(i: Int<0, 40>) {\n    this.all[i] = !this.all[i];\n  }\n  @invariant");
    write("spec.ts", many.replace("import { action,", "import { action, fill,"));
    const { events } = await session([{ until: (e) => e.event === "outline", then: () => write("spec.ts", counter("3")) }, { until: done }]);
    expect(events.map((e) => `${e.run} ${e.event}`)).toEqual(["1 started", "1 outline", "1 done", "2 started", "2 outline", "2 verdicts", "2 diagnostics", "2 done"]);
    expect(verdictsOf(events)[0]).toMatchObject({ verdict: "exhaustive", files: { [file("spec.ts")]: sha(counter("3")) } });
  });

  test("shows runs as tables in which what changed is marked", async () => {
    write("spec.ts", counter("0"));
    const { events } = await session([{ until: done }]);
    const { table } = verdictsOf(events)[0].properties[0];
    expect(table).toEqual({
      fields: ["count"],
      rows: [
        { label: "initial state", location: null, cells: ["0"], changed: [], guards: [] },
        {
          label: "increment()", location: expect.objectContaining({ line: 5 }), cells: ["1"], changed: [0],
          guards: [{ text: "require(this.count < 3)", location: expect.objectContaining({ line: 6, column: 5 }) }],
        },
      ],
      end: { lines: expect.arrayContaining([expect.stringContaining("invariant small is violated")]), location: expect.objectContaining({ line: 10 }) },
    });
    expect(events.find((e) => e.event === "outline")).toMatchObject({
      protocol: "Counter", actions: [{ name: "increment", location: { line: 5, column: 11 } }], properties: [{ name: "small", kind: "invariant", location: { line: 9 } }],
    });
  });

  test("proves, and sees a proof that comes into being", async () => {
    const free = counter("1").replace("Int<0, 3>", "Int").replace("this.count < 3", "this.count < 0");
    write("spec.ts", free);
    const { events } = await session([
      {
        until: (e) => done(e),
        then: () => write("proof.ts", `import { lemma } from "tenet";\nimport { Counter } from "./spec.ts";\nexport class CounterProof extends Counter {\n  @lemma none() { return this.count === 0; }\n}\n`),
      },
      { until: done },
    ], { prove: true });
    const proofs = verdictsOf(events).filter((v) => v.method === "prove");
    expect(proofs.map((v) => [v.verdict, v.properties.map((p) => p.name).toSorted()])).toEqual([["proved", ["no failure", "small"]], ["proved", ["no failure", "none", "small"]]]);
    expect(Object.keys(proofs[1].files)).toContain(file("proof.ts"));
  });
});

describe("the texts of a run", () => {
  test("are parsed again only where they have changed, and what is asked for is watched, there or not", () => {
    mkdirSync(file("lib"));
    write("lib/limits.ts", "export const most = 3;\n");
    write("spec.ts", counter("most", `import { most } from "./lib/limits.ts";`));
    const sources = new Sources(folder, false);
    sources.renew();
    expect(sources.paths()).toContain(file("spec.ts"));
    compileSpec(folder, { snapshot: sources.snapshot });
    expect(Object.keys(sources.files()).toSorted()).toEqual([file("lib/limits.ts"), file("spec.ts")]);
    const before = sources.snapshot.get(file("lib/limits.ts"));
    expect(sources.changed()).toBe(false);
    write("spec.ts", counter("most + 1", `import { most } from "./lib/limits.ts";`));
    expect([sources.changed(), sources.lost()]).toEqual([true, false]);
    sources.renew();
    expect(sources.snapshot.get(file("spec.ts"))).toBeUndefined();
    expect(sources.snapshot.get(file("lib/limits.ts"))).toBe(before);
    compileSpec(folder, { snapshot: sources.snapshot });
    expect(sources.changed()).toBe(false);
    write("lib/limits.ts", "");
    expect([sources.changed(), sources.lost()]).toEqual([true, true]);
    rmSync(file("spec.ts"));
    expect(sources.changed()).toBe(true);
    sources.renew();
    expect(() => compileSpec(folder, { snapshot: sources.snapshot })).toThrow("there is no file");
    expect(sources.files()[file("spec.ts")]).toBeNull();
  });
});
