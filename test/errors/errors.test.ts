/**
 * Bad specs, each with what it should say on the line that is at fault:
 * "// error T2001 `number`: no bounds" is the code, the marked text (optional) and a part of the message (optional).
 * Those whose names begin with "proof-" are proofs of `proofs/lock.ts`, those with "transition-" are functions that are compared with it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticsError } from "../../src/base/diagnostic.ts";
import { bindFunction } from "../../src/conform/transition/binding.ts";
import { readFunction } from "../../src/conform/transition/prove.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";

const folder = join(import.meta.dirname, "cases");
const files = readdirSync(folder).filter((f) => f.endsWith(".ts"));

interface Expected { readonly line: number; readonly severity: string; readonly code: string; readonly marked?: string; readonly message: string }

const comment = /\/\/ (error|warning) (T\d{4}|TS\d+)(?: `((?:[^`]|`(?!:|$| \/\/))+)`)?(?:: (.*?))?(?= \/\/ (?:error|warning) |$)/g;

function expectations(text: string): Expected[] {
  return text.split("\n").flatMap((line, i) =>
    [...line.matchAll(comment)].map(([, severity, code, marked, message = ""]) => ({ line: i + 1, severity, code, marked, message: message.trim() })),
  );
}

function compile(path: string): readonly Diagnostic[] {
  try {
    const lock = relative(process.cwd(), join(import.meta.dirname, "proofs/lock.ts"));
    if (basename(path).startsWith("transition-")) {
      bindFunction(compileSpec(lock).protocol, readFunction(lock, path));
      return [];
    }
    return basename(path).startsWith("proof-") ? compileSpec(lock, { proof: path }).warnings : compileSpec(path).warnings;
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics;
    throw error;
  }
}

/** The source text under a diagnostic; of several lines, only the first counts. */
function marked({ span }: Diagnostic, lines: readonly string[]): string {
  if (!span) return "";
  return lines[span.line - 1].slice(span.column - 1, span.endLine === span.line ? span.endColumn - 1 : undefined);
}

const matches = (d: Diagnostic, e: Expected, lines: readonly string[]): boolean =>
  d.span?.line === e.line && d.severity === e.severity && d.code === e.code && d.message.includes(e.message) && (e.marked === undefined || marked(d, lines) === e.marked);

describe("bad specs", () => {
  test("there are enough of them", () => {
    expect(files.length).toBeGreaterThanOrEqual(70);
  });

  test.each(files)("%s", (file) => {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    const lines = text.split("\n");
    const expected = expectations(text);
    const found = compile(relative(process.cwd(), path));
    const show = (d: Diagnostic): string => `${d.span?.line}: ${d.severity} ${d.code} \`${marked(d, lines)}\`: ${d.message}`;
    expect(expected.length, "the file says what it expects").toBeGreaterThan(0);
    expect(found.filter((d) => !expected.some((e) => matches(d, e, lines))).map(show), "unexpected").toEqual([]);
    expect(expected.filter((e) => !found.some((d) => matches(d, e, lines))), "missing").toEqual([]);
    expect(found.length).toBe(expected.length);
    expect(found.filter((d) => !d.help).map(show), "without help").toEqual([]);
    expect(found.every((d) => d.span?.file === relative(process.cwd(), path))).toBe(true);
  });
});
