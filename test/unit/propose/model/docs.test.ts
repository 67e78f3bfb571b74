/** The page about models says what is so. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CandidateCompiler } from "../../../../src/frontend/candidates.ts";
import { longestFormula, mostHints, mostLemmas, readAnswer } from "../../../../src/propose/model/answer.ts";
import { defaultBudget } from "../../../../src/propose/model/contract.ts";
import { openModel, replayModel } from "../../../../src/propose/model/proposer.ts";
import { firstWait, mostRetries, mostWait } from "../../../../src/propose/model/retry.ts";
import { mostBytes } from "../../../../src/propose/model/wire.ts";
import { endpoint, formula, good, says } from "./server.ts";

const root = join(import.meta.dirname, "../../../..");
const page = readFileSync(join(root, "docs/propose-model.md"), "utf8");
const block = (info: string): string => new RegExp(`^\`\`\`${info}\n([^]*?)^\`\`\`$`, "m").exec(page)![1];
const folder = mkdtempSync(join(tmpdir(), "tenet-model-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("every block is looked at here", () => {
  expect([...page.matchAll(/^```(.+)$/gm)].map((m) => m[1])).toEqual(["json answer", "json prices", "json transcript", "js"]);
});

test("the answer is read whole, and its formulas compile", () => {
  const read = readAnswer(block("json answer"), 1, [])!;
  expect(read.notes).toEqual([]);
  expect(read.proposals).toHaveLength(4);
  expect(read.hints).toMatchObject([{ use: { kind: "proposed" } }]);
  expect(new CandidateCompiler("specs/lock-server").read(read.proposals.map((p) => p.text)).read.map((r) => r.kind)).toEqual(["lemma", "lemma", "lemma", "lemma"]);
});

test("the price table is one", async () => {
  const model = await openModel({ model: "a-model", baseURL: "http://localhost/v1", prices: JSON.parse(block("json prices")) });
  expect(model.settings.price).toEqual({ input: 1.25, output: 10 });
});

test("the transcript is one", async () => {
  const file = join(folder, "transcript.jsonl");
  writeFileSync(file, block("json transcript"));
  expect((await replayModel(file)).settings).toEqual({ model: "a-model", budget: defaultBudget, requestSeconds: 180 });
});

test("the program runs", async () => {
  const at = await endpoint(says(good));
  const script = block("js").replace('"tenet/api"', '"./dist/index.js"');
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: root, env: { ...process.env, OPENAI_API_KEY: "none", OPENAI_BASE_URL: at.url } });
  let output = "";
  child.stdout.on("data", (text: Buffer) => { output += text.toString(); });
  await new Promise((done) => { child.on("close", done); });
  expect(output).toBe(`${formula}\n`);
});

test("figures are those of the code", () => {
  const figure = (n: number): string => n.toLocaleString("en-US");
  expect(defaultBudget).toEqual({ rounds: 12, tokens: 300_000, seconds: 600 });
  for (const text of [`At most ${mostLemmas} lemmas and ${mostHints} hints`, `at most ${figure(longestFormula)} characters`, "| rounds | 12 |", "| tokens | 300,000 |", "| seconds | 600 |"]) expect(page).toContain(text);
  const waits = Array.from({ length: mostRetries }, (_, i) => (firstWait * 2 ** i) / 1000);
  expect(page).toContain(`after ${waits.slice(0, -1).join(", ")} and ${waits.at(-1)} s, or after as long as it says, up to ${mostWait / 1000} s`);
  expect(page).toContain(`more than ${mostBytes / 1024 / 1024} MiB`);
});
