/** What is built: the client is a file of its own, which works, and which nobody else loads. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { endpoint, formula, good, key, request, says } from "./server.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "tenet-loaded-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** With the files of dist that it loads. */
async function node(name: string, args: readonly string[]): Promise<{ output: string; loaded: string[] }> {
  const coverage = join(folder, name);
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_V8_COVERAGE: coverage } });
  let output = "";
  child.stdout.on("data", (text: Buffer) => { output += text.toString(); });
  child.stderr.on("data", (text: Buffer) => { output += text.toString(); });
  await new Promise((done) => { child.on("close", done); });
  const scripts = readdirSync(coverage).flatMap((f) => (JSON.parse(readFileSync(join(coverage, f), "utf8")) as { result: { url: string }[] }).result);
  return { output, loaded: scripts.flatMap(({ url }) => /\/dist\/([\w.-]+)$/.exec(url)?.[1] ?? []) };
}

test("a check does not load it", async () => {
  const { output, loaded } = await node("check", ["dist/cli.js", "check", "specs/lock-server"]);
  expect(output).toContain("exclusive");
  expect(loaded).toContain("cli.js");
  expect(loaded).not.toContain("model.js");
});

test("it is loaded where a model is opened, and its errors are those of the API", async () => {
  const at = await endpoint(says(good));
  const script = `
    const { ModelUnavailable, openModel, replayModel } = await import("./dist/index.js");
    const model = await openModel(${JSON.stringify({ model: "m", apiKey: key, baseURL: at.url })});
    console.log((await model.propose(${JSON.stringify(request)})).proposals[0].text);
    console.log(await replayModel("nowhere.jsonl").catch((e) => e instanceof ModelUnavailable && e.message));`;
  const { output, loaded } = await node("open", ["--input-type=module", "-e", script]);
  expect(output.split("\n").slice(0, 2)).toEqual([formula, expect.stringContaining("nowhere.jsonl cannot be read")]);
  expect(loaded).toEqual(expect.arrayContaining(["index.js", "model.js"]));
});
