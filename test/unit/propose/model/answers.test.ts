/** The real client against an endpoint on this machine: what comes of answers, good and bad. */
import { describe, expect, test } from "vitest";
import { longestFormula, mostLemmas } from "../../../../src/propose/model/answer.ts";
import { mostCharacters } from "../../../../src/frontend/read-candidate.ts";
import { endpoint, formula, good, json, lemmas, only, proposer, raw, request, says } from "./server.ts";

const refused = (message: string) => json(400, { error: { message, type: "invalid_request_error", code: null } });

describe("good answers", () => {
  test("of the Responses API become proposals with their reasons, figures and a cost", async () => {
    const at = await endpoint(says(good));
    const answer = await proposer(at, { prices: { "a-model": { input: 2, output: 10 } } }).propose(request);
    expect(answer).toEqual({
      round: 1, ghosts: [], hints: [], notes: [],
      proposals: [{ name: "linkedIsTaken", text: formula, reason: "a server is taken when it is linked", by: { proposer: "model", round: 1 } }],
      usage: { requests: 1, promptTokens: 1000, completionTokens: 200, estimated: false, seconds: expect.any(Number), cost: 0.004 },
      total: { requests: 1, promptTokens: 1000, completionTokens: 200, estimated: false, seconds: expect.any(Number), cost: 0.004 },
    });
    expect(at.asked).toHaveLength(1);
    expect(at.asked[0]).toMatchObject({ path: "/v1/responses", headers: { authorization: expect.stringMatching(/^Bearer /) }, body: { model: "a-model", store: false, text: { format: { type: "json_schema", strict: true } } } });
  });

  test("of chat completions too, and what works is remembered", async () => {
    const at = await endpoint(only("chat", says(good)));
    const model = proposer(at);
    expect((await model.propose(request)).proposals).toHaveLength(1);
    expect((await model.propose({ ...request, goal: "another" })).proposals).toHaveLength(1);
    expect(at.asked.map((a) => a.path)).toEqual(["/v1/responses", "/v1/chat/completions", "/v1/chat/completions"]);
    expect(at.asked[1].body).toMatchObject({ response_format: { type: "json_schema" }, max_completion_tokens: expect.any(Number) });
  });

  test("an endpoint without schemas is asked for an object, then in words", async () => {
    const at = await endpoint(
      json(404, {}), refused("'response_format' of type json_schema is not supported"), refused("response_format is unknown"), says(`Here it is:\n\`\`\`json\n${good}\n\`\`\`\nBye.`));
    expect((await proposer(at).propose(request)).proposals).toHaveLength(1);
    expect(at.asked.map((a) => a.body.response_format)).toMatchObject([undefined, { type: "json_schema" }, { type: "json_object" }, undefined]);
  });

  test("an endpoint that has the Responses API without schemas", async () => {
    const at = await endpoint(refused("text.format json_schema is not available"), says(good));
    expect((await proposer(at).propose(request)).proposals).toHaveLength(1);
    expect(at.asked.map((a) => a.path)).toEqual(["/v1/responses", "/v1/responses"]);
  });

  test("an older chat endpoint calls the bound of an answer otherwise", async () => {
    const at = await endpoint(json(405, {}), refused("Unrecognized request argument: max_completion_tokens"), says(good));
    expect((await proposer(at).propose(request)).proposals).toHaveLength(1);
    expect(at.asked[2].body).toMatchObject({ max_tokens: expect.any(Number) });
    expect(at.asked[2].body).not.toHaveProperty("max_completion_tokens");
  });

  test.each([
    ["thoughts before", `<think>{"lemmas": maybe}</think>${good}`],
    ["words around", `Sure! ${good} Hope this helps.`],
    ["a whole method", lemmas({ formula: `@lemma linkedIsTaken(): boolean {\n  return ${formula};\n}` })],
    ["a statement", lemmas({ formula: `return ${formula};` })],
  ])("with %s", async (_, text) => {
    const { proposals } = await proposer(await endpoint(says(text))).propose(request);
    expect(proposals.map((p) => p.text)).toEqual([formula]);
  });

  test("hints are data; what the pipeline can judge is proposed, of the rest it is said that it is not used", async () => {
    const hints = [
      { kind: "case-split", claim: "c", cases: ["a", "b"], reason: "r" }, { kind: "claim", formula: "stronger", reason: "r" },
      { kind: "ghost", name: "g", type: "Set<Client>", initial: "new Set()", updates: [{ action: "connect", value: "x" }], reason: "r" },
      { kind: "ranking", property: "p", measure: "m", reason: "r" },
    ];
    const answer = await proposer(await endpoint(says(JSON.stringify({ lemmas: [], hints })))).propose(request);
    expect(answer.hints.map((h) => h.hint)).toEqual(hints);
    expect(answer.hints.map((h) => h.use.kind)).toEqual(["proposed", "proposed", "ghost", "not-used"]);
    expect(answer.ghosts).toEqual([{ name: "g", type: "Set<Client>", initial: "new Set()", updates: [{ action: "connect", value: "x" }], reason: "r", by: { proposer: "model", round: 1 } }]);
    expect(answer.proposals.map((p) => p.text)).toEqual(["implies(a, c)", "implies(b, c)", "(a) || (b)", "c", "stronger"]);
    const terms = { kind: "instantiate", property: "exclusive", terms: [{ variable: "a", value: "c" }], reason: "r" };
    const second = await proposer(await endpoint(says(JSON.stringify({ hints: [terms] })))).propose(request);
    expect(second.hints).toEqual([{ hint: terms, use: { kind: "instance" } }]);
  });
});

describe("bad answers", () => {
  test("one wrong part takes no other down", async () => {
    const answer = await proposer(await endpoint(says(lemmas(7, { name: "x" }, null, { formula, name: 3 }, { formula: "" }, { formula, name: "ok" })))).propose(request);
    expect(answer.proposals.map((p) => p.name)).toEqual(["ok"]);
    expect(answer.notes).toContain("the model's answer has 5 of another form than was asked for; left out");
  });

  test("what was proposed before is not proposed again, unless it only lacked others", async () => {
    const known = { ...request, rejected: [{ text: "a  === b", outcome: "false", final: true }, { text: "e", outcome: "lacks d", final: false }], accepted: [{ name: "x", text: "c" }] };
    const answer = await proposer(await endpoint(says(lemmas({ formula: "a === b" }, { formula: "c" }, { formula: "d" }, { formula: "d" }, { formula: "e" })))).propose(known);
    expect(answer.proposals.map((p) => p.text)).toEqual(["d", "e"]);
    expect(answer.notes).toContain("3 of the model's formulas were proposed before; left out");
  });

  test("many and long ones are bounded", async () => {
    expect(longestFormula).toBe(mostCharacters);
    const many = Array.from({ length: 500 }, (_, i) => ({ formula: i === 0 ? "x".repeat(longestFormula + 1) : `f${i}`, reason: "r".repeat(100_000 / 500), name: "n".repeat(900) }));
    const answer = await proposer(await endpoint(says(lemmas(...many)))).propose(request);
    expect(answer.proposals).toHaveLength(mostLemmas - 1);
    expect(answer.proposals.every((p) => p.name!.length <= 60 && p.reason!.length <= 300)).toBe(true);
    expect(answer.notes).toEqual([
      expect.stringContaining("the price of a-model is not known"), expect.stringContaining("gave 492 more"), expect.stringContaining("more than 4000 characters"),
    ]);
  });

  test.each([
    ["no JSON", "I think that the invariant is fine.", "is not of the form that was asked for: I think that"],
    ["half of it", good.slice(0, 60), "is not of the form"],
    ["nothing", "", "it is empty"],
    ["JSON of another form", '{"answer": 42}', "is not of the form"],
    ["an empty one", lemmas(), "the model proposed nothing new"],
  ])("%s ends in a note", async (_, text, note) => {
    const answer = await proposer(await endpoint(says(text))).propose(request);
    expect(answer.proposals).toEqual([]);
    expect(answer.notes.join("\n")).toContain(note);
    expect(answer.ended).toBeUndefined();
  });

  test("an answer that was cut off for its length; the model is told", async () => {
    const at = await endpoint(says(good.slice(0, 50), { length: true }), says(good));
    const model = proposer(at);
    expect((await model.propose(request)).notes).toContain("the model's answer was cut off, as it was too long");
    expect((await model.propose(request)).proposals).toHaveLength(1);
    expect(at.asked[1].body.input).toContain("Your last answer could not be used: it was too long");
  });

  test.each([
    ["Responses", { output: [{ type: "message", content: [{ type: "refusal", refusal: "I cannot\u001b[31m help" }] }] }, "responses" as const],
    ["chat", { choices: [{ message: { content: null, refusal: "I cannot help" }, finish_reason: "stop" }] }, "chat" as const],
    ["chat, by a filter", { choices: [{ message: { content: "" }, finish_reason: "content_filter" }] }, "chat" as const],
  ])("refusals (%s)", async (_, body, api) => {
    const answer = await proposer(await endpoint(only(api, json(200, body)))).propose(request);
    expect(answer.proposals).toEqual([]);
    expect(answer.notes.join("\n")).toMatch(/the model refused: (I cannot (\[31m )?help|a content filter)$/);
  });

  test("three rounds of which nothing came are enough", async () => {
    const at = await endpoint(says("no"));
    const model = proposer(at);
    await model.propose(request);
    expect((await model.propose(request)).ended).toBeUndefined();
    expect((await model.propose(request)).ended).toBe("the model is not asked any more: nothing came of 3 rounds in a row");
    expect((await model.propose(request)).usage.requests).toBe(0);
    expect(at.asked).toHaveLength(3);
  });

  test.each([
    ["a page", raw(200, "<html>hello</html>", { "content-type": "text/html" })],
    ["half a body", raw(200, '{"choices": [', { "content-type": "application/json" })],
    ["null", json(200, null)], ["a number", json(200, 7)], ["no choices", json(200, { choices: [], output: "x" })], ["no body", raw(204, "")],
    ["a status that does not exist", raw(799, "x")],
  ])("%s instead of an answer of either API", async (_, answer) => {
    const at = await endpoint(answer);
    const result = await proposer(at).propose(request);
    expect(result.proposals).toEqual([]);
    expect([result.ended, ...result.notes].join("\n")).toMatch(/does not understand what it is asked|the endpoint failed/);
    expect(at.asked.length).toBeLessThanOrEqual(6);
  });

  test("a garbled answer of an endpoint that understood before costs one round", async () => {
    const at = await endpoint(says(good), raw(200, "oops"), says(good));
    const model = proposer(at);
    await model.propose(request);
    const garbled = await model.propose(request);
    expect(garbled.ended).toBeUndefined();
    expect(garbled.usage).toMatchObject({ completionTokens: 16_384, estimated: true });
    expect((await model.propose(request)).proposals).toHaveLength(1);
  });

  test("what steers a terminal is neither in formulas nor in reasons nor in notes", async () => {
    const evil = "a\u001b]0;x\u0007 \u202e b\u2028c";
    const answer = await proposer(await endpoint(says(lemmas({ formula: evil, name: evil, reason: `${evil}\nsecond line` })))).propose(request);
    expect(JSON.stringify(answer)).not.toMatch(/\\u001b|\\u0007|\u202e|\u2028|\\n/);
    const failing = await proposer(await endpoint(json(401, { error: { message: evil } }))).propose(request);
    expect(JSON.stringify(failing)).not.toMatch(/\\u001b|\\u0007|\u202e|\u2028|\\n/);
  });
});
