/** What is recorded, what never is, and that a replay is the run again. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ModelAnswer } from "../../../../src/propose/model/contract.ts";
import { ModelUnavailable, replayModel } from "../../../../src/propose/model/proposer.ts";
import { endpoint, formula, good, json, key, lemmas, only, proposer, raw, request, says } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-model-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

const rounds = [request, { ...request, rejected: [{ text: formula, outcome: "false in server1 true", final: true }] }, { ...request, goal: "another" }, request];
const prices = { "a-model": { input: 1, output: 2 } };

async function run(model: { propose(r: typeof request): Promise<ModelAnswer> }): Promise<ModelAnswer[]> {
  const answers: ModelAnswer[] = [];
  for (const r of rounds) answers.push(await model.propose(r));
  return answers;
}

test("a replay gives the identical result without network, the second time too", async () => {
  const at = await endpoint(
    json(404, {}), json(429, {}, { "retry-after": "2" }), says(good), says("nonsense"), (r) => void r.destroy(), only("chat", says(lemmas({ formula: "a" }), { usage: null })),
    json(503, {}), raw(401, `bad ${key}`));
  const transcript = file("replayed.jsonl");
  const live = await run(proposer(at, { transcript, prices, budget: { rounds: 5 } }));
  expect(live.map((a) => a.proposals.length)).toEqual([1, 0, 1, 0]);
  const requests = at.asked.length;
  for (let i = 0; i < 2; i++) {
    const again = await replayModel(transcript);
    expect(again.settings).toEqual({ model: "a-model", budget: { rounds: 5, tokens: 300_000, seconds: 600 }, price: { input: 1, output: 2 }, requestSeconds: 180 });
    expect(await run(again)).toEqual(live);
  }
  expect(at.asked).toHaveLength(requests);
  expect(readFileSync(transcript, "utf8").trim().split("\n")).toHaveLength(1 + requests);
});

test("keys and headers are in no transcript, and in no answer, however they come back", async () => {
  const echo = (status: number) => (response: Parameters<ReturnType<typeof json>>[0], asked: Parameters<ReturnType<typeof json>>[1]): void =>
    json(status, { error: { message: `${asked.headers.authorization} ${encodeURIComponent(key)} ${Buffer.from(key).toString("base64")}` } }, { "x-key": key, location: `http://x/${key}` })(response, asked);
  const said = JSON.stringify({ lemmas: [{ name: key, formula: `this.x === "${key}"`, reason: key }], hints: [{ kind: "claim", formula: key, reason: key }] });
  const at = await endpoint(echo(404), echo(500), says(said), says(`no JSON ${key}`), echo(302));
  const transcript = file("secret.jsonl");
  const model = proposer(at, { transcript });
  const all = JSON.stringify([await model.propose({ ...request, goal: `the key is ${key}` }), await model.propose(request), await model.propose(request)]) + readFileSync(transcript, "utf8");
  for (const form of [key, key.slice(0, 12), encodeURIComponent(key), Buffer.from(key).toString("base64").slice(0, 16)]) expect(all).not.toContain(form);
  expect(all).not.toMatch(/authorization|x-key|Bearer sk/i);
  expect(at.asked[0].headers.authorization).toBe(`Bearer ${key}`);
  const again = await replayModel(transcript);
  expect((await again.propose({ ...request, goal: `the key is ${key}` })).proposals.map((p) => p.text)).toEqual(['this.x === "[key]"', "[key]"]);
});

test("a request that was not recorded is an error that says so", async () => {
  const transcript = file("short.jsonl");
  await proposer(await endpoint(says(good)), { transcript }).propose(request);
  const again = await replayModel(transcript);
  await again.propose(request);
  const error = await again.propose(request).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ModelUnavailable);
  expect((error as Error).message).toBe(`request 2 to the model is not in ${transcript}, which has 1`);
  const changed = await replayModel(transcript);
  await expect(changed.propose({ ...request, goal: "changed" })).rejects.toThrow("request 1 to the model is not in");
});

test.each([
  ["missing", undefined, "cannot be read"],
  ["empty", "", "is not a transcript"],
  ["of something else", '{"a": 1}\n', "is not a transcript"],
  ["no JSON", "hello", "is not a transcript"],
])("a transcript that is %s", async (name, text, why) => {
  const path = file(`${name}.jsonl`);
  if (text !== undefined) writeFileSync(path, text);
  await expect(replayModel(path)).rejects.toThrow(ModelUnavailable);
  await expect(replayModel(path)).rejects.toThrow(why);
});

test("a line that somebody damaged", async () => {
  const transcript = file("damaged.jsonl");
  await proposer(await endpoint(says(good)), { transcript }).propose(request);
  appendFileSync(transcript, '{"api": "chat", "rece');
  await expect(replayModel(transcript)).rejects.toThrow(`line 3 of ${transcript} is not an exchange`);
});

test("a transcript that cannot be written is told at once; one that is lost later, in a note", async () => {
  const at = await endpoint(says(good));
  expect(() => proposer(at, { transcript: join(folder, "none", "x.jsonl") })).toThrow(/ENOENT/);
  const transcript = file("lost.jsonl");
  const model = proposer(at, { transcript });
  rmSync(transcript);
  mkdirSync(transcript);
  const answer = await model.propose(request);
  expect(answer.proposals).toHaveLength(1);
  expect(answer.notes).toContainEqual(expect.stringContaining("the transcript is incomplete: EISDIR"));
});
