/** Where `tenet conform --regression` writes, and where it does not. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sandbox, tenet } from "../../cli/transcript.ts";

let folder = "", outside = "";
beforeAll(() => {
  folder = sandbox();
  outside = mkdtempSync(join(tmpdir(), "tenet-outside-"));
  mkdirSync(join(folder, "test/kept"), { recursive: true });
  writeFileSync(join(folder, "test/kept/there.test.ts"), "mine");
  symlinkSync(outside, join(folder, "away"));
  symlinkSync(join(outside, "new.ts"), join(folder, "dangling.ts"));
});
afterAll(() => [folder, outside].forEach((f) => rmSync(f, { recursive: true, force: true })));

const conform = (...args: string[]): ReturnType<typeof tenet> => tenet(folder, "conform", "test/cli/specs/tickets", "--adapter", "test/cli/specs/tickets/implementation/hasty.ts", ...args);

test.each([
  [join("test/kept/there.test.ts"), /there is a file test\/kept\/there.test.ts already/],
  ["../up.test.ts", /is outside of the working directory/],
  ["away/new.test.ts", /is outside of the working directory/],
  ["nowhere/new.test.ts", /no such file or directory/],
])("not into %s", (file, message) => {
  const done = conform("--regression", file);
  expect(done).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(message) });
});

test("not through a link that leads nowhere yet", () => {
  expect(conform("--regression", "dangling.ts").status).toBe(2);
  expect(existsSync(join(outside, "new.ts"))).toBe(false);
  expect(lstatSync(join(folder, "dangling.ts")).isSymbolicLink()).toBe(true);
});

test("into a new file, from where the adapter is found", () => {
  const done = conform("--quiet", "--regression", "test/kept/new.test.ts");
  expect(done).toMatchObject({ status: 1, stdout: "Diverges: serve was done, and the spec does not allow it here.\n", stderr: "The test is in test/kept/new.test.ts.\n" });
  expect(readFileSync(join(folder, "test/kept/new.test.ts"), "utf8")).toContain('from "../cli/specs/tickets/implementation/hasty.ts"');
  expect(readFileSync(join(folder, "test/kept/there.test.ts"), "utf8")).toBe("mine");
});
