/**
 * Every `ts` block of the documentation compiles.
 *
 * A block is a whole spec, unless its info string says `members` (parts of a class that extends the first spec of the same
 * page) or `action` (the body of an action of such a class, with parameters `node: Node` and `term: Term`). With `error CODE`
 * it must be refused with that code, and no other. What a whole spec claims must hold, and call for no warning.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import { check } from "../../src/index.ts";
import { instantiate } from "../../src/passes/instantiate.ts";

interface Block { readonly line: number; readonly info: readonly string[]; readonly text: string }

function blocks(page: string): Block[] {
  const found = readFileSync(page, "utf8").matchAll(/^```ts(.*)\n([\s\S]*?)^```$/gm);
  return [...found].map((m) => ({
    line: m.input.slice(0, m.index).split("\n").length, info: m[1].trim().split(/\s+/).filter((word) => word !== ""), text: m[2],
  }));
}

const everything = `import {
  action, assume, Bag, constraint, cost, count, eventually, exists, fair, fill, filter, first, forall, implies, init, invariant, last, leadsTo, milestone, next, previous, range,
  reachable, require, step, sum, tabulate, terminal, type Int, type Majority, type Order, type Seq, type Sort,
} from "tenet";\n`;

/** `base`, no longer the protocol of the file, and a class that extends it. */
const extending = (base: string, members: string): string =>
  `${everything}${base.replace(/^import .*;$/m, "").replace(/^export class/m, "class")}
export class Example extends ${/^export class (\w+)/m.exec(base)![1]} {
${members}}
`;

function source(block: Block, first: Block): string {
  if (block.info.includes("members")) return extending(first.text, block.text);
  if (block.info.includes("action")) return extending(first.text, `@action example(node: Node, term: Term) {\n${block.text}}\n`);
  return block.text;
}

/** The codes of what is wrong with a spec, at the scope of its own. */
function errors(text: string, file: string): string[] {
  writeFileSync(file, text);
  try {
    instantiate(compileSpec(file).protocol, { sizes: {}, options: {} });
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    return error.diagnostics.map((d) => d.code);
  }
}

const folder = mkdtempSync(join(tmpdir(), "tenet-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Generated from the codes; its fragments show single lines in several ways. */
const generated = "errors.md";
const pages = [
  "README.md",
  ...readdirSync("docs").filter((f) => f.endsWith(".md") && f !== generated).map((f) => join("docs", f)),
  ...readdirSync("specs").map((name) => join("specs", name, "README.md")).filter((page) => existsSync(page)),
].filter((page) => blocks(page).length > 0);

describe.each(pages)("%s", (page) => {
  const all = blocks(page);
  it.each(all)("line $line", (block) => {
    const refused = block.info.indexOf("error");
    const expected = refused < 0 ? [] : [block.info[refused + 1]];
    expect(errors(source(block, all[0]), join(folder, "spec.ts"))).toEqual(expected);
  });

  it.each(all.filter((block) => block.info.length === 0))("line $line holds", async (block) => {
    const file = join(folder, "spec.ts");
    writeFileSync(file, block.text);
    const report = await check(file);
    expect(report.properties.filter((p) => p.verdict !== "exhaustive")).toEqual([]);
    expect(report.warnings).toEqual([]);
  });
});
