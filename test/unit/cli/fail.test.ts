import { CommanderError } from "commander";
import { afterEach, describe, expect, test, vi } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { fail } from "../../../src/cli/fail.ts";
import type { Format } from "../../../src/cli/format.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { UsageError } from "../../../src/cli/usage-error.ts";
import { linePattern } from "../../../src/report/line.ts";

interface Told { code?: number; out: string; err: string }

async function told(error: unknown, format: Format = "text", spec?: string): Promise<Told> {
  const all: Told = { out: "", err: "" };
  const io: Terminal = {
    out: (text) => void (all.out += text), err: (text) => void (all.err += text), outColor: false, errColor: false, live: false, columns: 100, size: () => ({ columns: 100, rows: 24 }),
  };
  await fail(error, { io, format, command: "check", ...(spec !== undefined && { spec }), settle: (code) => void (all.code = code) });
  return all;
}

afterEach(() => vi.unstubAllEnvs());

const systemError = (): Error => Object.assign(new Error("EACCES: permission denied, open 'x'"), { code: "EACCES", syscall: "open" });

describe("exit codes", () => {
  test.each([
    [2, new CommanderError(1, "commander.unknownOption", "error: unknown option '--x'")],
    [2, new UsageError("no")],
    [2, new DiagnosticsError([{ code: "T1001", severity: "error", message: "no" }])],
    [2, systemError()],
    [4, new InternalError("no")],
    [4, new TypeError("no")],
    [4, "not even an error"],
  ])("%d for %s", async (code, error) => {
    for (const format of ["text", "json", "line"] as const) {
      const { code: settled, out, err } = await told(error, format, "some/spec.ts");
      expect(settled).toBe(code);
      expect(format === "text" ? out : err).toBe("");
      if (format === "json") expect(JSON.parse(out)).toMatchObject({ error: { message: expect.any(String) } });
      if (format === "line") expect(out).toMatch(new RegExp(`${linePattern.slice(0, -1)}\n$`));
    }
  });
});

describe("an error in Tenet", () => {
  test("is called one, says how to report it, and shows no stack", async () => {
    const { err } = await told(new InternalError("the sky fell"));
    expect(err).toContain("internal error: the sky fell");
    expect(err).toMatch(/bug in Tenet.*report it/s);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test("shows it on demand", async () => {
    vi.stubEnv("TENET_DEBUG", "1");
    expect((await told(new InternalError("the sky fell"))).err).toMatch(/^\s+at /m);
  });
});
