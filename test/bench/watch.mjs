/**
 * From a changed spec to its verdict in watch mode: `npm run --silent build && node test/bench/watch.mjs [--edits 20] [spec …]`.
 * Each edit replaces the file as editors do, and changes what is checked, so that nothing is known from before.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { figures, machine } from "./measure.mjs";

const { values, positionals } = parseArgs({ options: { edits: { type: "string", default: "20" } }, allowPositionals: true });
const root = fileURLToPath(new URL("../..", import.meta.url));

const hash = (text) => createHash("sha256").update(text).digest("hex");

async function measure(spec) {
  const folder = mkdtempSync(join(tmpdir(), "tenet-watch-"));
  cpSync(join(root, "specs"), join(folder, "specs"), { recursive: true });
  const file = join(folder, spec, "spec.ts"), name = `${spec}/spec.ts`;
  const original = readFileSync(file, "utf8");
  const child = spawn(process.execPath, [join(root, "dist/cli.js"), "watch", spec, "--json", "--with-stdin"], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** The verdicts on a text. */
  const verdicts = async (text) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error("the watcher has ended");
      const event = JSON.parse(value);
      if (event.event === "verdicts" && event.files[name] === hash(text)) return event;
    }
  };
  try {
    const begin = performance.now();
    const first = await verdicts(original);
    const cold = performance.now() - begin;
    const times = [];
    for (let i = 0; i < Number(values.edits); i++) {
      await setTimeout(200);
      const text = original.replace(/\n}\s*$/, `\n\n  @invariant edited${i}() {\n    return ${i} + 1 > ${i};\n  }\n}\n`);
      writeFileSync(`${file}.new`, text);
      const start = performance.now();
      renameSync(`${file}.new`, file);
      await verdicts(text);
      times.push(performance.now() - start);
    }
    return { spec, instance: first.instance, cold, ...figures(times) };
  } finally {
    child.stdin.end();
    rmSync(folder, { recursive: true });
  }
}

console.log(JSON.stringify(machine()));
for (const spec of positionals.length > 0 ? positionals : ["specs/two-phase-commit", "specs/paxos"]) {
  const { instance, cold, median, min, max } = await measure(spec);
  const ms = (value) => `${Math.round(value)} ms`;
  console.log(`${instance}: edit to verdict ${ms(median)} (${ms(min)} to ${ms(max)}, ${values.edits} edits); first verdict ${ms(cold)}`);
}
