/** The real client against endpoints that fail, hang, flood, send elsewhere and are in the way. */
import { describe, expect, test } from "vitest";
import { endpointFrom, ModelUnavailable, openModel } from "../../../../src/propose/model/proposer.ts";
import { mostBytes } from "../../../../src/propose/model/wire.ts";
import { type Answer, endpoint, good, json, key, only, proposer, raw, request, says } from "./server.ts";

const busy = (headers: Record<string, string> = {}): Answer => json(429, { error: { message: "slow down", code: "rate_limit_exceeded" } }, headers);
/** Sends the beginning, and then closes the connection. */
const cutOff: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"output": [', () => response.destroy());
};
const hang: Answer = () => {};
const hangInTheMiddle: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"output": [');
};
const flood = (status: number): Answer => (response) => {
  const part = "x".repeat(64 * 1024);
  const more = (): void => { if (!response.destroyed) response.write(part, () => setImmediate(more)); };
  response.writeHead(status, { "content-type": "application/json" });
  more();
};

describe("what passes", () => {
  test("429, 500 and cut-off answers are asked for again, later each time", async () => {
    const at = await endpoint(busy(), json(503, {}), cutOff, says(good));
    const answer = await proposer(at).propose(request);
    expect(answer.proposals).toHaveLength(1);
    expect(at.waits).toEqual([1000, 2000, 4000]);
    expect(answer.usage).toMatchObject({ requests: 4, estimated: true });
    expect(answer.usage.seconds).toBeGreaterThanOrEqual(7);
  });

  test("the endpoint says how long", async () => {
    const at = await endpoint(busy({ "retry-after": "3" }), busy({ "retry-after": new Date(Date.now() + 20_000).toUTCString() }), busy({ "retry-after": "soon" }), says(good));
    expect((await proposer(at).propose(request)).proposals).toHaveLength(1);
    expect(at.waits).toEqual([3000, expect.any(Number), 4000]);
    // Dates have whole seconds, and some time passes until it is read.
    expect(at.waits[1]).toBeGreaterThan(10_000);
    expect(at.waits[1]).toBeLessThanOrEqual(20_000);
  });

  test("but not for ever", async () => {
    const at = await endpoint(busy({ "retry-after": "3600" }));
    const answer = await proposer(at).propose(request);
    expect(answer.ended).toContain("it wants 3600 s of patience");
    expect(at.waits).toEqual([]);
  });

  test("a storm of them ends the round, and three such rounds the proposer", async () => {
    const at = await endpoint(busy());
    const model = proposer(at);
    const first = await model.propose(request);
    expect(first.notes.at(-1)).toBe("the endpoint has too many requests (429: slow down); asked 5 times");
    expect(first.usage).toMatchObject({ requests: 5, promptTokens: 0, estimated: false });
    await model.propose(request);
    expect((await model.propose(request)).ended).toContain("nothing came of 3 rounds");
    expect(at.asked).toHaveLength(15);
  });

  test("nobody listens", async () => {
    const at = { url: "http://127.0.0.1:1/v1", asked: [], waits: [] };
    const answer = await proposer(at).propose(request);
    expect(answer.notes.at(-1)).toMatch(/^the endpoint cannot be reached: .*; asked 5 times$/);
  });
});

describe("what does not pass", () => {
  test.each([
    ["a wrong key", json(401, { error: { message: `Incorrect API key: ${key}` } }), "does not accept the key (401: Incorrect API key: [key])"],
    ["forbidden", raw(403, "no"), "does not accept the key (403: no)"],
    ["no money", json(429, { error: { message: "quota", code: "insufficient_quota" } }), "wants to be paid (429: quota)"],
    ["no such model", json(404, { error: { message: "nope", code: "model_not_found" } }), "has no model a-model"],
    ["too long", json(400, { error: { message: "8192 tokens at most", code: "context_length_exceeded" } }), "too long for the model"],
    ["redirects to others", raw(307, "", { location: "http://elsewhere.example/v1?token=secret" }), "sends elsewhere, to elsewhere.example, which is not followed"],
    ["neither API", raw(404, "Not Found"), "does not understand what it is asked, in any form (404: Not Found)"],
    ["a strict server that says details", json(422, { detail: "extra fields" }), "in any form (422: extra fields)"],
  ])("%s ends it at once", async (_, answer, why) => {
    const at = await endpoint(answer);
    const model = proposer(at);
    const result = await model.propose(request);
    expect(result.ended).toContain(why);
    expect(result.ended).not.toContain("secret");
    expect(at.asked.length).toBeLessThanOrEqual(6);
    expect((await model.propose(request)).ended).toContain(why);
  });

  test.each([["before it answers", hang], ["in the middle", hangInTheMiddle]])("a hung endpoint: %s", async (_, answer) => {
    const at = await endpoint(answer);
    const result = await proposer(at, { requestSeconds: 0.1 }).propose(request);
    expect(result.notes.at(-1)).toBe("the endpoint gave no complete answer within 0.1 s");
    // Nobody knows what it has cost, so that it is counted as all that it might have.
    expect(result.usage).toMatchObject({ requests: 1, completionTokens: 16_384, estimated: true });
    expect(at.asked).toHaveLength(1);
  });

  test("a flood is not read to its end", async () => {
    const result = await proposer(await endpoint(flood(200))).propose(request);
    expect(result.notes.at(-1)).toBe(`the endpoint's answer was not read to the end: more than ${mostBytes} bytes`);
  });

  test("a flood of an error", async () => {
    expect((await proposer(await endpoint(flood(400))).propose(request)).notes.at(-1)).toContain("not read to the end");
  });

  test.each([["before it answers", hang], ["in the middle", hangInTheMiddle]])("is interrupted %s", async (_, answer) => {
    const stop = new AbortController();
    const at = await endpoint((response, asked) => {
      answer(response, asked);
      setTimeout(() => stop.abort(), 20);
    });
    const model = proposer(at);
    expect((await model.propose(request, stop.signal)).notes.at(-1)).toBe("interrupted");
    expect((await model.propose(request, stop.signal)).usage.requests).toBe(0);
    expect(at.asked).toHaveLength(1);
  });

  test("is interrupted while it waits, and by being closed", async () => {
    const at = await endpoint(busy());
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const waiting = await openModel({ model: "a-model", apiKey: key, baseURL: at.url });
    expect((await waiting.propose(request, stop.signal)).notes.at(-1)).toBe("interrupted");
    expect(at.asked).toHaveLength(1);

    const hung = proposer(await endpoint(hang));
    setTimeout(() => hung.close(), 50);
    expect(await hung.propose(request)).toMatchObject({ proposals: [], ended: expect.stringContaining("it is closed") });
  });
});

describe("settings", () => {
  test.each([
    ["no key and no address", { model: "m" }, "there is no key for the model"],
    ["no model", { model: " ", apiKey: key }, "no model is named"],
    ["an address that is none", { model: "m", apiKey: key, baseURL: "secret:x" }, "the address of the endpoint cannot be read"],
    ["a password in it", { model: "m", apiKey: key, baseURL: "https://u:p@host/v1" }, "has a user or a password in it"],
    ["a query in it", { model: "m", apiKey: key, baseURL: "https://host/v1?k=v" }, "has a query"],
    ["a key with line breaks", { model: "m", apiKey: "a\nb" }, "the key has characters that no key has"],
    ["a budget that is none", { model: "m", apiKey: key, budget: { rounds: 0 } }, "the budget for the model cannot be: rounds: "],
    ["prices that are none", { model: "m", apiKey: key, prices: { m: 3 } }, "the price table cannot be read: m: "],
    ["a limit on money, and no price", { model: "toString", apiKey: key, prices: { m: { input: 1, output: 1 } }, budget: { money: 1 } }, "the price of toString is not known, so that no limit on money can be kept"],
  ])("%s", async (_, options, why) => {
    const error = await openModel(options).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ModelUnavailable);
    expect((error as ModelUnavailable).message).toContain(why);
    expect((error as ModelUnavailable).help).not.toBe("");
  });

  test("an endpoint on the own machine needs no key", async () => {
    const at = await endpoint(says(good));
    const model = await openModel({ model: "m", baseURL: at.url });
    expect((await model.propose(request)).proposals).toHaveLength(1);
  });

  test("a key that goes over the network in the clear is worth a note", async () => {
    const model = await openModel({ model: "m", apiKey: key, baseURL: "http://192.0.2.1/v1" });
    expect((await model.propose(request, AbortSignal.abort())).notes).toContainEqual(expect.stringContaining("192.0.2.1 is asked without encryption"));
  });

  test("headers of the environment that cannot be are no crash", async () => {
    process.env.OPENAI_CUSTOM_HEADERS = `bad ${key}: x`;
    try {
      const at = await endpoint(says(good));
      const { ended } = await proposer(at).propose(request);
      expect(ended).toContain("no request can be made");
      expect(ended).toContain("[key]");
      expect(ended).not.toContain(key);
      expect(at.asked).toEqual([]);
    } finally {
      delete process.env.OPENAI_CUSTOM_HEADERS;
    }
  });

  test("the environment", () => {
    expect(endpointFrom({ OPENAI_API_KEY: " k ", OPENAI_BASE_URL: "" })).toEqual({ apiKey: "k" });
    expect(endpointFrom({ OPENAI_BASE_URL: "http://x" })).toEqual({ baseURL: "http://x" });
  });
});

describe("budgets", () => {
  test("of rounds", async () => {
    const at = await endpoint(says(good));
    const model = proposer(at, { budget: { rounds: 1 } });
    expect((await model.propose(request)).ended).toBeUndefined();
    expect(await model.propose(request)).toMatchObject({ proposals: [], ended: "the model is not asked any more: the budget of 1 rounds is used up" });
    expect(at.asked).toHaveLength(1);
  });

  test("of tokens: the answer may not be longer than what is left", async () => {
    const at = await endpoint(says(good, { usage: [3000, 900] }));
    const model = proposer(at, { budget: { tokens: 6500 } });
    expect((await model.propose(request)).proposals).toHaveLength(1);
    expect(at.asked[0].body.max_output_tokens).toBeLessThan(6500 - 2000);
    const second = await model.propose(request);
    expect(second.ended).toContain("the budget of 6500 tokens has no room for another question");
    expect(second.total).toMatchObject({ promptTokens: 3000, completionTokens: 900 });
    expect(at.asked).toHaveLength(1);
  });

  test("tokens that the endpoint does not tell, or tells nonsense about, are estimated", async () => {
    for (const usage of [null, [-5, 3], [Number.MAX_VALUE, 1]] as const) {
      const { total } = await proposer(await endpoint(says(good, { usage }))).propose(request);
      expect(total.estimated).toBe(true);
      expect(total.promptTokens).toBeGreaterThan(1000);
      expect(total.completionTokens).toBeGreaterThan(20);
    }
  });

  test("of money", async () => {
    const at = await endpoint(says(good, { usage: [4000, 1000] }));
    const model = proposer(at, { prices: { "a-model": { input: 1, output: 100 } }, budget: { money: 0.15 } });
    expect((await model.propose(request)).usage.cost).toBeCloseTo(0.104);
    expect(at.asked[0].body.max_output_tokens).toBeLessThan(1500);
    // What is left is the most that the next answer may cost; this endpoint does not keep to it.
    await model.propose(request);
    expect(at.asked[1].body.max_output_tokens).toBeLessThan(460);
    expect((await model.propose(request)).ended).toContain("the budget of 0.15 has no room");
  });

  test("of seconds, waiting included", async () => {
    const at = await endpoint(busy({ "retry-after": "30" }));
    const result = await proposer(at, { budget: { seconds: 40 } }).propose(request);
    expect(result.ended).toContain("the 40 s for the model have no room to ask again");
    expect(at.waits).toEqual([30_000]);
  });

  test("a request ends with the seconds that are left", async () => {
    const model = proposer(await endpoint(hang), { budget: { seconds: 0.1 } });
    await model.propose(request);
    expect((await model.propose(request)).ended).toContain("the 0.1 s for the model are used up");
  });

  test("of a model without a price the cost is not known", async () => {
    const result = await proposer(await endpoint(only("chat", says(good)))).propose(request);
    expect(result.total.cost).toBeUndefined();
    expect(result.notes).toContain("the price of a-model is not known, and so is the cost");
  });
});
