/** Verdicts on whole logs: what is explained, what is not and why, and what nobody knows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { explainLogOf, type LogOptions } from "../../../src/conform/log/explain-log.ts";
import type { LogReport } from "../../../src/conform/log/report.ts";
import { logJson } from "../../../src/report/log-json.ts";
import { logText } from "../../../src/report/log-text.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-explain-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync("docs/log-result.schema.json", "utf8")));

const lock = prepareSpec("specs/fencing-lock", {}).instance;

/** Whatever the verdict, its JSON is as the schema says, and its text has no line for nothing. */
async function explain(lines: readonly object[], options: LogOptions = {}, instance = lock): Promise<LogReport> {
  const log = join(folder, "log.ndjson");
  writeFileSync(log, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const report = await explainLogOf(instance, log, options);
  validate(JSON.parse(logJson(report)));
  expect(validate.errors).toBeNull();
  expect(logText(report, { color: false })).not.toMatch(/undefined\)|\n\n\n|NaN/);
  return report;
}

const acquire = (client: string, token: number, more: object = {}): object => ({ action: "acquire", args: { client, token }, ...more });
const expire = { action: "expire" };

const room = join(folder, "room.ts");
writeFileSync(room, `import { action, type Int } from "tenet";
export class Room {
  static scope = { guests: 2 };
  guests: boolean[] = [];
  doors: Int<0, 3> = 0;
  @action enter() { this.guests.push(true); }
  @action open() { this.doors = this.doors + 1; }
}
`);
const roomFor = (guests: number): typeof lock => prepareSpec(room, { scope: { guests } }).instance;

describe("a log", () => {
  test("is explained where a run has its events, in order", async () => {
    expect(await explain([acquire("client1", 0), expire, acquire("client2", 1, { state: { issued: 1 } })])).toMatchObject({ verdict: "explained", events: 3, steps: 3, order: "file", widest: 1 });
  });

  test("is not where it goes on in another way, and reading stops there", async () => {
    const report = await explain([acquire("client1", 0), acquire("client2", 1), { broken: true }]);
    expect(report).toMatchObject({ verdict: "unexplained", events: 2, explained: 1, frontier: [{ event: { line: 2 }, hindrance: { kind: "blocked", blame: { text: "this.lease === undefined" } } }] });
  });

  test("says how what it saw differs", async () => {
    const { frontier } = await explain([acquire("client1", 0), { action: "receiveGrant", args: { client: "client1" }, state: { held: { client1: 0, client2: 1 }, issued: 2 } }]);
    expect(frontier).toMatchObject([{ hindrance: { kind: "after", differences: [{ keys: [{ value: 1 }], seen: 1, expected: null }, { seen: 2, expected: 0 }] } }]);
  });

  test("may have looks, refusals and steps that nobody knows the name of", async () => {
    expect(await explain([acquire("client1", 0), acquire("client2", 1, { refused: true }), { action: null, state: { lease: null } }, { state: { issued: 0, lease: null } }])).toMatchObject({ verdict: "explained", steps: 2 });
    expect(await explain([acquire("client1", 0, { refused: true })])).toMatchObject({ verdict: "unexplained", frontier: [{ hindrance: { kind: "allowed" } }] });
    expect(await explain([{ state: { issued: 1 } }])).toMatchObject({ verdict: "unexplained", frontier: [{ hindrance: { kind: "before", differences: [{ seen: 1, expected: null }] } }] });
  });

  test("may leave out what it is allowed to, so many in a row", async () => {
    const twice = [acquire("client1", 0), acquire("client2", 1), { action: "accept", args: { client: "client2" } }];
    expect(await explain(twice, { unlogged: ["expire"] })).toMatchObject({ verdict: "unexplained", explained: 2 });
    expect(await explain(twice, { unlogged: "all" })).toMatchObject({ verdict: "unexplained", explained: 2 });
    expect(await explain(twice, { unlogged: "all", inARow: 2 })).toMatchObject({ verdict: "explained", events: 3, steps: 6 });
    await expect(explain(twice, { unlogged: ["lose"] })).rejects.toThrow('--unlogged: FencingLock has no action "lose"');
  });

  test("with intervals has the order that they leave open", async () => {
    const at = (event: object, start: number, end?: number): object => ({ ...event, start, ...(end !== undefined && { end }) });
    const mixed = [at(acquire("client2", 1), 1, 9), at(expire, 2, 8), at(acquire("client1", 0), 3, 7)];
    expect(await explain(mixed)).toMatchObject({ verdict: "explained", order: "interval", lanes: 3, steps: 3 });
    expect(await explain([at(acquire("client2", 1), 1, 2), ...mixed.slice(1)])).toMatchObject({ verdict: "unexplained", explained: 2 });
    expect(await explain([at(expire, 1), at(acquire("client1", 0), 2, 9), at(acquire("client2", 1), 10, 11), at(acquire("client2", 0), 12, 13)]))
      .toMatchObject({ verdict: "unexplained", explained: 2, frontier: [{ event: { line: 4 }, hindrance: { kind: "blocked" } }] });
    // What never ended may have happened, or not.
    expect(await explain([at(acquire("client2", 1), 1), at(acquire("client1", 2), 2, 3)])).toMatchObject({ verdict: "explained", steps: 1 });
    expect(await explain([at(acquire("client2", 1), 1), at({ state: { issued: 1 } }, 2, 3)])).toMatchObject({ verdict: "explained", steps: 1 });
  });

  test("of several processes has the order of each", async () => {
    const of = (process: string, event: object): object => ({ process, ...event });
    const lines = [of("b", expire), of("a", acquire("client1", 0)), of("a", acquire("client1", 1))];
    expect(await explain(lines, { order: "process" })).toMatchObject({ verdict: "explained", lanes: 2 });
    expect(await explain([...lines, of("b", expire), of("b", expire)], { order: "process" })).toMatchObject({ verdict: "unexplained", explained: 4 });
    await expect(explain([expire], { order: "process" })).rejects.toThrow("log.ndjson:1:1: the event has no process");
  });

  test("without an event says nothing", async () => {
    expect(await explain([])).toMatchObject({ verdict: "unknown", because: ["the log has no event"] });
  });

  test("is not judged where a limit was reached", async () => {
    const many = [acquire("client1", 0), { action: "accept" }];
    expect(await explain(many, { unlogged: "all", inARow: 9, maxStates: 20 })).toMatchObject({ verdict: "unknown", because: ["the limit on states was reached"], explained: 0 });
    expect(await explain(many, { unlogged: "all", inARow: 9, timeoutMs: 1 })).toMatchObject({ verdict: "unknown", because: ["the limit on time was reached"] });
    expect(await explain(Array.from({ length: 20_000 }, () => ({ state: { lease: null } })), { signal: AbortSignal.abort() })).toMatchObject({ verdict: "unknown", because: ["it was interrupted"] });
  });

  test("is not judged by a spec that fails, as where the scope is too small for it", async () => {
    const enter = { action: "enter" };
    expect(await explain([enter, enter], {}, roomFor(2))).toMatchObject({ verdict: "explained" });
    expect(await explain([enter, enter, enter], {}, roomFor(2))).toMatchObject({ verdict: "unknown", because: [expect.stringContaining("enter fails in the spec, at this scope")] });
    expect(await explain([enter, enter, enter], {}, roomFor(3))).toMatchObject({ verdict: "explained" });
    expect(await explain([enter, enter, { action: null, state: { doors: 2 } }], {}, roomFor(2))).toMatchObject({ verdict: "unknown" });
  });
});
