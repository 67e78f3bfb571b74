/** What is committed under generated/ is what the compiler writes for specs/ today. With UPDATE=1 it is written anew. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, staleFiles, writeFiles } from "../../src/index.ts";
import { root } from "./transcript.ts";

// Spans in generated files are relative to the folder that the compiler runs in.
process.chdir(root);
const specs = readdirSync("specs").filter((name) => existsSync(join("specs", name, "spec.ts")));
const compileNow = (name: string): ReadonlyMap<string, string> => compile(join("specs", name)).files;
const once = new Map<string, ReadonlyMap<string, string>>();
function compiled(name: string): ReadonlyMap<string, string> {
  const files = once.get(name) ?? compileNow(name);
  once.set(name, files);
  return files;
}

test("there are specs", () => expect(specs.length).toBeGreaterThan(10));

test.each(specs)("generated files of %s are fresh", (name) => {
  const files = compiled(name);
  if (process.env.UPDATE === "1") writeFiles(files, "generated");
  expect(staleFiles(files, "generated")).toEqual([]);
});

test("nothing else is there", () => {
  const expected = specs.flatMap((name) => [...compiled(name).keys()]).toSorted();
  const found = readdirSync("generated", { recursive: true, encoding: "utf8", withFileTypes: true }).filter((f) => f.isFile());
  expect(found.map((f) => join(f.parentPath, f.name).replaceAll("\\", "/").slice("generated/".length)).toSorted()).toEqual(expected);
});

test.each(specs.filter((_, i) => i % 8 === 0))("compiling %s twice gives the same bytes", (name) => {
  expect(compileNow(name)).toEqual(compiled(name));
});
