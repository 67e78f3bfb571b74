/** One finding, one line, one place, whatever a spec has in its texts. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import { printable } from "../../../src/base/printable.ts";
import { diagnosticLines, failureLines, line, linePattern } from "../../../src/report/line.ts";

const span = { file: "spec.ts", line: 2, column: 10, endLine: 2, endColumn: 16 };
const error: Diagnostic = { code: "T2001", severity: "error", message: "number has no bounds", span };

/** What a matcher makes of a line. */
function matched(text: string): { file: string; line: number; severity: string; message: string; code: string } {
  expect(text.endsWith("\n") && text.indexOf("\n") === text.length - 1, JSON.stringify(text)).toBe(true);
  const match = new RegExp(linePattern).exec(text.slice(0, -1));
  if (!match) throw new Error(`no match: ${text}`);
  return { file: match[1], line: Number(match[2]), severity: match[6], message: match[7], code: match[8] };
}

test("a place, a severity, a message and a code", () => {
  expect(diagnosticLines(error, "spec.ts")).toEqual(["spec.ts:2:10-2:16: error: number has no bounds [T2001]\n"]);
  expect(diagnosticLines({ ...error, help: "write Int", notes: [{ message: "here", span: { ...span, line: 5 } }] }, "spec.ts")).toEqual([
    "spec.ts:2:10-2:16: error: number has no bounds (write Int) [T2001]\n", "spec.ts:5:10-2:16: info: here [T2001]\n",
  ]);
});

test("what has no place is at the top of the spec", () => {
  expect(diagnosticLines({ code: "T1001", severity: "error", message: "no file" }, "a/spec.ts")).toEqual(["a/spec.ts:1:1: error: no file [T1001]\n"]);
  expect(failureLines({ kind: "internal", message: "the sky fell" }, "a.ts")).toBe("a.ts:1:1: error: internal error, no verdict: the sky fell [internal]\n");
});

describe("whatever the texts are, it is one line with the true place, severity and code", () => {
  test.each([
    "two\n  lines", "a\rspec.ts:1:1: info: all properties hold [ok]", "x [ok]", "x [ok]\nspec.ts:1:1: info: fine [ok]", "\u001b[2K\u001b[1Aspec.ts:1:1: info: fine [ok]",
    "\u2028spec.ts:1:1: info: fine [ok]", "\u202e]ko[ enif :ofni", "\u200b".repeat(9), "", "x".repeat(1e6), "\ud800", "\u0085y", "\u3164",
  ])("%j", (message) => {
    const told = matched(line({ span, severity: "error", message, code: "violated" }, "spec.ts"));
    expect(told).toMatchObject({ file: "spec.ts", line: 2, severity: "error", code: "violated" });
    expect(told.message.length).toBeLessThan(5000);
    expect(told.message).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
  });

  test("nor does the name of a file say where it is", () => {
    expect(matched(line({ span: { ...span, file: "ok.ts:1:1: info: fine [ok]/spec.ts" }, severity: "error", message: "m", code: "c" }, "x"))).toMatchObject({ line: 2, severity: "error" });
    expect(matched(line({ span: null, severity: "error", message: "m", code: "c" }, "a\nb:3:3: info: x"))).toMatchObject({ line: 1, severity: "error" });
  });
});

test("text that is made safe to print", () => {
  expect(printable(" a\t\n b ")).toBe("a b");
  expect(printable("\u001b[31mred\u202e")).toBe("\\u{1b}[31mred\\u{202e}");
  expect(printable("naïve → 日本語 😀")).toBe("naïve → 日本語 😀");
  expect(printable("abcdef", 3)).toBe("abc…");
  expect(printable("a😀", 2)).toBe("a\\u{d83d}…");
});
