/** What VS Code reads in the lines that the commands print: applied to real output, a line at a time, as a problem matcher is. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matcher } from "../../../src/editor/tasks/matcher.ts";
import { sandbox, tenet } from "../../cli/transcript.ts";

interface Problem { readonly file: string; readonly range: readonly number[]; readonly severity: string; readonly message: string; readonly code: string }

function problems(output: string): Problem[] {
  const { regexp, ...part } = matcher.pattern;
  return output.split("\n").flatMap((line) => {
    const found = new RegExp(regexp).exec(line);
    if (!found) return [];
    const numbers = [part.line, part.column, part.endLine, part.endColumn].flatMap((i) => (found[i] === undefined ? [] : [Number(found[i])]));
    return [{ file: found[part.file], range: numbers, severity: found[part.severity], message: found[part.message], code: found[part.code] }];
  });
}

describe("the problem matcher", () => {
  let folder = "";
  beforeAll(() => {
    folder = sandbox();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]): Problem[] => problems(tenet(folder, ...args, "--format", "line").stdout);

  test("reads violations, with the last step and the part that is false, and what is not decided", () => {
    const file = "test/cli/specs/hasty-commit.ts";
    expect(run("check", file)).toEqual([
      { file, range: [34, 14, 34, 24], severity: "error", message: "consistent: violated after 4 steps", code: "violated" },
      { file, range: [28, 11, 28, 15], severity: "info", message: expect.stringContaining("step 4 of 4: obey(rm: rm1)"), code: "violated" },
      { file, range: [35, 37, 35, 94], severity: "info", message: expect.stringContaining(`this.rm[b] is "aborted"`), code: "violated" },
      { file, range: [38, 14, 38, 23], severity: "warning", message: expect.stringMatching(/^allCommit: unknown/), code: "unknown" },
      { file, range: [1, 1], severity: "info", message: expect.stringMatching(/^no failure: bounded/), code: "bounded" },
    ]);
  });

  test("reads what is wrong with a spec, in files with spaces and colons in their names", () => {
    writeFileSync(join(folder, "a b: c.ts"), `import { action } from "tenet";\n\nexport class P {\n  x = 0;\n  @action a() { this.y = 1; }\n}\n`);
    expect(run("check", "a b: c.ts")[0]).toEqual({
      file: "a b: c.ts", range: [5, 22, 5, 23], severity: "error", message: expect.stringContaining("'y' does not exist"), code: "TS2339",
    });
    expect(run("prove", "missing.ts")).toEqual([{ file: "missing.ts", range: [1, 1], severity: "error", message: expect.stringContaining("there is no file"), code: "T1001" }]);
  });

  test("reads warnings, and messages that end as a code does", () => {
    expect(run("check", "test/cli/specs/idle.ts").filter((p) => p.severity === "warning").map((p) => p.code)).toContain("T7002");
    expect(problems("a.ts:1:2-1:3: error: x [y] [violated]")).toEqual([{ file: "a.ts", range: [1, 2, 1, 3], severity: "error", message: "x [y]", code: "violated" }]);
  });

  test("takes nothing else for a finding", () => {
    expect(problems("Violated: consistent.\nAll 3 properties hold in every state of this instance.\n  12:30:01 error: no [place\n")).toEqual([]);
  });
});
