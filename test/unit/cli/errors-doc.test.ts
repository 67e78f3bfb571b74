/** docs/errors.md says what `tenet explain` says. With UPDATE=1 it is written anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Code, codes } from "../../../src/base/codes.ts";
import { codesByGroup } from "../../../src/report/codes-text.ts";
import { explainCode, wrap } from "../../../src/report/explain.ts";
import { explanations } from "../../../src/report/explanations.ts";

const file = join(import.meta.dirname, "../../../docs/errors.md");

function markdown(): string {
  const code = ([code, title]: readonly [Code, string]): string => `### ${code}: ${title}\n\n${fenced(wrap(explanations[code] ?? ""))}\n`;
  return [
    "# Error codes\n",
    "Generated from `src/base/codes.ts` and `src/report/explanations.ts`; `tenet explain <code>` prints the same. A code never changes its",
    "meaning. Codes that begin with TS are TypeScript's own.\n",
    ...codesByGroup().flatMap((group) => [`## ${group.title}\n`, ...group.codes.map(code)]),
  ].join("\n");
}

/** Indented lines are code. */
const fenced = (text: string): string => text.replaceAll(/(?:^ {2}.*(?:\n|$))+/gm, (lines) => `\`\`\`ts\n${lines.replaceAll(/^ {2}/gm, "").trimEnd()}\n\`\`\`\n`).trimEnd();

test("docs/errors.md is fresh", () => {
  if (process.env.UPDATE === "1") writeFileSync(file, markdown());
  expect(readFileSync(file, "utf8")).toBe(markdown());
});

test("every code is in a group and has an explanation", () => {
  const all = Object.keys(codes).toSorted();
  expect(codesByGroup().flatMap((g) => g.codes.map(([code]) => code)).toSorted()).toEqual(all);
  expect(Object.keys(explanations).toSorted()).toEqual(all);
});

test("a code is explained by its title and more, in any case", () => {
  expect(explainCode("T6003")).toContain(codes.T6003);
  expect(explainCode("t6003")).toBe(explainCode("T6003"));
  expect(explainCode("T6003")!.split("\n").length).toBeGreaterThan(3);
});

test("TypeScript's codes are told apart from none at all", () => {
  expect(explainCode("TS2322")).toMatch(/TypeScript/);
  for (const none of ["", "T0000", "constructor", "__proto__", "TS"]) expect(explainCode(none)).toBeUndefined();
});
