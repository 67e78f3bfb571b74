import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import type { Palette } from "../../../src/report/palette.ts";
import { countOf, renderDiagnostic, renderDiagnostics } from "../../../src/report/diagnostics.ts";

const text = ["class P {", "  votes: number = 0;", "\tn: Set<", "    string,", "  >;", "}"].join("\n");
const at = (line: number, column: number, endLine: number, endColumn: number) => ({ file: "spec.ts", line, column, endLine, endColumn });
const error: Diagnostic = { code: "T2001", severity: "error", message: "number has no bounds", span: at(2, 10, 2, 16), help: "write Int" };
const render = (d: Diagnostic): string[] => renderDiagnostic(d, () => text).split("\n");

describe("a diagnostic as text", () => {
  test("marks the exact range", () => {
    expect(render(error)).toEqual([
      "error T2001: number has no bounds",
      "  --> spec.ts:2:10",
      "   |",
      " 2 |   votes: number = 0;",
      "   |          ^^^^^^",
      "   = help: write Int",
    ]);
  });

  test("marks every line of a range, without its indentation, and tabs as one column", () => {
    expect(render({ ...error, span: at(3, 5, 5, 4) }).slice(2, -1)).toEqual([
      "   |",
      " 3 |  n: Set<",
      "   |     ^^^^",
      " 4 |     string,",
      "   |     ^^^^^^^",
      " 5 |   >;",
      "   |   ^",
    ]);
  });

  test("shows the first lines of a long range", () => {
    const long = render({ ...error, span: at(1, 1, 6, 2) });
    expect(long.filter((l) => /^ \d \|/.test(l))).toHaveLength(3);
    expect(long).toContain(" … |");
  });

  test("marks one column where the range is empty", () => {
    expect(render({ ...error, span: at(6, 2, 6, 2) })).toContain("   |  ^");
  });

  test("cuts a long line around the range", () => {
    const wide = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
    const lines = renderDiagnostic({ ...error, span: at(1, 501, 1, 505) }, () => wide).split("\n");
    const [shown, marks] = [lines[3], lines[4]];
    expect(shown.length).toBeLessThan(130);
    expect(shown.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("HERE");
  });

  test("shows notes with their own frames", () => {
    expect(render({ ...error, notes: [{ message: "declared here", span: at(1, 7, 1, 8) }] }).slice(-5)).toEqual([
      "   = note: declared here",
      "  --> spec.ts:1:7",
      "   |",
      " 1 | class P {",
      "   |       ^",
    ]);
  });

  test("does without a source, and without a place", () => {
    expect(renderDiagnostic(error, () => undefined).split("\n")).toEqual(["error T2001: number has no bounds", "  --> spec.ts:2:10", "   = help: write Int"]);
    expect(renderDiagnostic({ code: "T1001", severity: "error", message: "there is no file", help: "give one" }, () => text)).toBe("error T1001: there is no file\n   = help: give one");
  });

  test("lets no control character of a spec through to the terminal", () => {
    const shown = renderDiagnostic({ ...error, message: "`\u001b[2J`", help: "a\u0007b", span: at(1, 1, 1, 2) }, () => "\u001b[31mred");
    // eslint-disable-next-line no-control-regex
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test("is coloured by what the palette says", () => {
    const tag = (name: string) => (t: string) => `<${name}>${t}</>`;
    const palette: Palette = { bold: tag("bold"), dim: tag("dim"), red: tag("red"), green: tag("green"), yellow: tag("yellow"), cyan: tag("cyan") };
    const lines = renderDiagnostic(error, () => text, palette).split("\n");
    expect(lines[0]).toBe("<red>error T2001</><bold>: number has no bounds</>");
    expect(lines[4]).toContain("<red>^^^^^^</>");
    expect(renderDiagnostic({ ...error, severity: "warning" }, () => text, palette)).toContain("<yellow>warning T2001</>");
  });
});

test("several are set apart by an empty line, and counted", () => {
  const all = [error, { ...error, severity: "warning" as const }, error];
  expect(renderDiagnostics(all, () => undefined).split("\n\n")).toHaveLength(3);
  expect(countOf(all)).toBe("2 errors, 1 warning");
  expect(countOf([])).toBe("");
});
