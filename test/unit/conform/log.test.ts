/** Logs that are not what they should be are refused at the place where they are not; all else is taken for what it says. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { brokenAt, offsetOf } from "../../../src/conform/log/json-places.ts";
import { lanesIn, type PlacedEvent } from "../../../src/conform/log/lanes.ts";
import { linesOf, longestLine } from "../../../src/conform/log/lines.ts";
import { LogError } from "../../../src/conform/log/log-error.ts";
import { noMapping, readMapping } from "../../../src/conform/log/mapping.ts";
import { readLine } from "../../../src/conform/log/read-line.ts";
import { type LogEvent, LogReader } from "../../../src/conform/log/reader.ts";
import { sortsOf } from "../../../src/interp/env.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-log-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { instance } = prepareSpec("specs/fencing-lock", {});

let files = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `${files++}.ndjson`);
  writeFileSync(path, content);
  return path;
}

async function read(path: string, mapping = noMapping): Promise<{ events: LogEvent[]; places: PlacedEvent[]; reader: LogReader }> {
  const reader = new LogReader(instance, sortsOf(instance), mapping), events: LogEvent[] = [], places: PlacedEvent[] = [];
  for await (const line of linesOf(path)) {
    readLine("log", line, (record) => {
      const event = reader.event(record, line);
      if (!event) return;
      events.push(event);
      places.push({ event, place: record });
    });
  }
  return { events, places, reader };
}

async function refusal(path: string, mapping?: string): Promise<string> {
  try {
    await read(path, mapping === undefined ? undefined : await readMapping(mapping, instance));
    return "nothing wrong";
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return error.message.replace(`${folder}/`, "");
  }
}

const acquire = '{"action": "acquire", "args": {"client": "client1", "token": 0}}';
const attribute = (key: string, value: object): string => JSON.stringify({ key, value });
const span = (inside: string): string => `{"resourceSpans": [{"scopeSpans": [{"spans": [{"name": "acquire", ${inside}}]}]}]}`;

describe("a log that is refused", () => {
  test.each<[string, string]>([
    ["[1, 2", "log:2:6: the line is not JSON"],
    ['{"action": "acquire",}', "log:2:22: the line is not JSON"],
    ['{"action": tru}', "log:2:12: the line is not JSON"],
    ['{"action": "a\tb"}', "log:2:14: the line is not JSON"],
    ['{"action": "a"} x', "log:2:17: the line is not JSON"],
    ["7", "log:2:1: expected an object, got 7"],
    ["[]", "log:2:1: expected an object, got []"],
    ["{}", "log:2:1: neither an action nor a state"],
    ['{"action": 7}', 'log:2:12: action: expected the name of an action, or null, got 7'],
    ['{"action": "release"}', 'log:2:12: action: the spec has no action "release": name it, or null'],
    ['{"action": "__proto__"}', 'log:2:12: action: the spec has no action "__proto__"'],
    ['{"action": "constructor", "args": {}}', 'log:2:12: action: the spec has no action "constructor"'],
    ['{"action": "acquire", "args": {"client": "client1", "tokn": 0}}', "log:2:61: args.tokn: acquire has no such argument"],
    ['{"action": "acquire", "args": {"__proto__": {"token": 0}}}', "log:2:45: args.__proto__: acquire has no such argument"],
    ['{"action": "acquire", "args": {"token": 1e999}}', "log:2:41: args.token: expected a number, for Token, got Infinity"],
    ['{"action": "acquire", "args": {"token": 9}}', "log:2:41: args.token: 9 is beyond the 3 values that Token has at this scope"],
    ['{"action": "acquire", "args": [1]}', "log:2:31: args: expected an object, got [1]"],
    ['{"action": "acquire", "state": {"lease": {"client": "client1", "token": "x"}}}', 'log:2:73: state.lease.token: expected a number, for Token, got "x"'],
    ['{"action": "acquire", "state": {"sent": [{"kind": "grant", "client": "client1", "token": 0}, {"kind": "given"}]}}', 'log:2:94: state.sent[1]: expected "grant" or "write", got "given"'],
    ['{"action": "acquire", "state": {"hasOwnProperty": 1}}', "log:2:51: state.hasOwnProperty: the spec has no such field"],
    ['{"state": {"held": {"client1": 0, "a": 0, "b": 0, "c": 0}}}', 'log:2:56: state.held.c: "c" is one Client more than the 3 of this scope'],
    ['{"state": {"held": {"web-9": 0, "client2": 0}}}', 'log:2:44: state.held.client2: "client2" already stands for "web-9": say with --map which is which'],
    ['{"state": {"issued": 0}, "refused": true}', "log:2:37: refused: refused, and no action"],
    ['{"action": null, "args": {"client": "client1"}}', "log:2:26: args: arguments of no action"],
    ['{"action": "expire", "refused": "no"}', 'log:2:33: refused: expected true or false, got "no"'],
    ['{"action": "expire", "end": 3}', "log:2:29: end: an end without a start"],
    ['{"action": "expire", "start": 4, "end": 3}', "log:2:41: end: it ends before it starts"],
    ['{"action": "expire", "start": 1764000000000000001}', "log:2:31: start: more than a number of JSON is read exactly for: write it in quotes"],
    ['{"action": "expire", "start": "1e3"}', 'log:2:31: start: expected a number, or one in quotes, got "1e3"'],
    ['{"action": "expire", "clock": {"p": -1}}', "log:2:37: clock.p: expected a count, got -1"],
    ['{"action": "expire", "process": {}}', "log:2:33: process: expected the name of a process, got {}"],
    [`{"action": "expire", "state": {"lease": ${"[".repeat(100_000)}${"]".repeat(100_000)}}}`, "log:2:41: state.lease: expected an object, got [[[[…]]]]"],
    [`{"action": ${"[".repeat(100_000)}`, "log:2:100012: the line is not JSON"],
    ['{"resourceSpans": {}}', "log:2:19: resourceSpans: expected a list"],
    [span(`"attributes": [${attribute("tenet.args.token", { intValue: "9" })}]`), "log:2:47: resourceSpans[0].scopeSpans[0].spans[0]: args.token: 9 is beyond"],
    [span(`"attributes": [${attribute("tenet.arg.token", { intValue: "1" })}]`), "log:2:81: resourceSpans[0].scopeSpans[0].spans[0].attributes: nobody knows of an attribute tenet.arg.token"],
    [span(`"startTimeUnixNano": 5`), "log:2:88: resourceSpans[0].scopeSpans[0].spans[0].startTimeUnixNano: expected nanoseconds, in quotes"],
    [span(`"attributes": [${attribute("tenet.state", { stringValue: "{" })}]`), "log:2:47: resourceSpans[0].scopeSpans[0].spans[0]: tenet.state: expected an object, as JSON"],
    [span(`"attributes": [7]`), "log:2:82: resourceSpans[0].scopeSpans[0].spans[0].attributes[0]: expected an object"],
  ])("in case %#", async (line, message) => {
    expect(await refusal(file(`${acquire}\n${line}\n${acquire}\n`))).toContain(message);
  });

  test("by its bytes and its kind", async () => {
    expect(await refusal(file(Buffer.from([0x7b, 0xff, 0x7d, 0x0a])))).toBe(`${files - 1}.ndjson:1:1: the line is not UTF-8 text`);
    expect(await refusal(folder)).toContain("it is not a file");
    expect(await refusal("/dev/zero")).toContain("it is not a file");
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(await refusal(join(folder, "pipe"))).toContain("it is not a file");
    symlinkSync("/dev/zero", join(folder, "link"));
    expect(await refusal(join(folder, "link"))).toContain("it is not a file");
    await expect(refusal(join(folder, "none"))).rejects.toThrow("ENOENT");
  });

  test("by a line without an end, of which no more is read than a line may have", async () => {
    const path = join(folder, "long"), handle = openSync(path, "w");
    // A hole, which takes no room on the disk.
    writeSync(handle, "\n", 20e9);
    closeSync(handle);
    expect(await refusal(path)).toBe(`long:1:${longestLine + 1}: the line is longer than 16 MiB`);
  });
});

describe("a log that is read", () => {
  test("as it was when it was opened, though it grows", async () => {
    const path = file(`${acquire}\n`);
    let lines = 0;
    for await (const { text } of linesOf(path)) {
      expect(text).toBe(acquire);
      writeFileSync(path, `${acquire}\n`, { flag: "a" });
      if (++lines > 5) break;
    }
    expect(lines).toBe(1);
  });

  test("without its last line break, with those of Windows, with empty lines and a byte order mark", async () => {
    const { events } = await read(file(`\uFEFF${acquire}\r\n\r\n\n${acquire}`));
    expect(events.map((e) => e.line)).toEqual([1, 4]);
  });

  test("across the pieces in which it is read", async () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `{"action": "expire", "note": "${"é".repeat(i % 97)}"}`);
    const { events, reader } = await read(file(lines.join("\n")));
    expect(events.length).toBe(9000);
    expect(events.at(-1)?.line).toBe(9000);
    expect([...reader.contents.others]).toEqual(["note"]);
  });

  test("with names that are explained, and others that are given out in order", async () => {
    const map = file(JSON.stringify({
      actions: { Lock: "acquire", ping: null }, args: { cid: "client", "Lock.t": "token", at: null }, fields: { last: "issued", load: null }, values: { "10.0.0.9": "client3", "0042": "1" },
    }));
    const { events, reader } = await read(file('{"action":"Lock","args":{"cid":"10.0.0.7","t":"0042","at":7},"state":{"last":1,"load":0.3}}\n{"action":"ping"}\n{"action":"Lock","args":{"cid":"10.0.0.9"}}\n'), await readMapping(map, instance));
    expect(events.map((e) => e.candidates[0].args)).toEqual([[0, 1], [2, undefined]]);
    expect(events[0].after).toEqual([{ index: 0, pattern: { kind: "exact", value: 1 } }]);
    expect(reader.names.given).toEqual([{ sort: "Client", name: "10.0.0.7", member: "client1" }]);
    expect([...reader.contents.skipped]).toEqual([["ping", 1]]);
  });

  test.each<[string, string]>([
    ["{", ":1:2: this is not JSON"],
    ["[]", ":1:1: expected an object"],
    ['{\n "acts": {}}', ":2:10: acts: expected actions, args, fields or values"],
    ['{"actions":\n {"Lock": "aquire"}}', ':2:11: actions.Lock: the spec has no "aquire" among its actions'],
    ['{"fields": {"x": "__proto__"}}', ':1:18: fields.x: the spec has no "__proto__" among its fields'],
    ['{"values": {"x": null}}', ":1:18: values.x: expected a name of the spec"],
  ])("but not with the map %s", async (map, message) => {
    expect(await refusal(file(acquire), file(map))).toContain(message);
  });

  test("from spans, whose attributes are values or JSON", async () => {
    const attributes = [
      attribute("tenet.args", { stringValue: '{"client": "client2"}' }), attribute("tenet.args.token", { intValue: "2" }), attribute("tenet.refused", { boolValue: true }),
      attribute("tenet.state.held", { kvlistValue: { values: [{ key: "client1", value: { intValue: 1 } }] } }), attribute("http.method", { stringValue: "GET" }),
    ];
    const { places } = await read(file(span(`"startTimeUnixNano": "1764000000000000001", "endTimeUnixNano": "1764000000000000002", "attributes": [${attributes.join()}]`)));
    expect(places).toMatchObject([{ event: { kind: "refused", candidates: [{ args: [1, 2] }] }, place: { start: 1764000000000000001n, end: 1764000000000000002n } }]);
  });

  test("unless its clocks contradict each other, or are missing", async () => {
    const clocks = (a: object, b: object): string => file([a, b].map((clock, i) => JSON.stringify({ action: "expire", process: "pq"[i], clock })).join("\n"));
    const lanes = async (path: string): Promise<number> => lanesIn("log", "clock", (await read(path)).places).length;
    expect(await lanes(clocks({ p: 1 }, { q: 1, p: 1 }))).toBe(2);
    await expect(lanes(clocks({ p: 1, q: 1 }, { q: 1, p: 1 }))).rejects.toThrow("log:1:1: the clocks contradict each other: of the events of the lines 1, 2, each comes after another");
    await expect(lanes(clocks({ p: 1 }, { p: 1 }))).rejects.toThrow('log:2:1: the event has no count of "q" in its clock');
    await expect(lanes(file('{"action": "expire", "clock": {}}'))).rejects.toThrow("log:1:1: the event has no process");
  });
});

test("places in JSON are those of the parts", () => {
  const text = '{"a": [1, {"b": "x\\"]"}], "c": {"d e": null}, "a": [2, {"b":  3}]}';
  expect(brokenAt(text)).toBeUndefined();
  expect(text.slice(offsetOf(text, ["c", "d e"]))).toMatch(/^null/);
  expect(text.slice(offsetOf(text, ["a", 1, "b"]))).toBe("3}]}");
  expect(text.slice(offsetOf(text, ["c", "x", "y"]))).toMatch(/^{"d e"/);
});
