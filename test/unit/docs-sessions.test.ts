/** The sessions of the README are what the command prints. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { masked, play, print, root, sandbox, sessions } from "../cli/transcript.ts";

let folder = "";
beforeAll(() => {
  folder = sandbox();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all = sessions(readFileSync(join(root, "README.md"), "utf8"));

test("there are sessions", () => expect(all.length).toBeGreaterThan(0));

test.each(all)("line $line", { timeout: 60_000 }, (session) => {
  expect(masked(print(play(session, folder)))).toBe(masked(print(session.commands)));
});
