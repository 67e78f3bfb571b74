import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { masked, play, print, root, sandbox, type Session, sessions } from "./transcript.ts";

const update = process.env.UPDATE === "1";

/** Plays the sessions of pages, each page in a sandbox of its own. With UPDATE=1, writes down what was printed instead. */
export function playPages(files: readonly string[]): void {
  describe.each(files)("%s", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const all = sessions(text);
    const played = new Map<Session, string>();
    let folder = "";
    beforeAll(() => {
      folder = sandbox();
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
      if (update) rewrite(file, text, played);
    });

    test("there are sessions", () => expect(all.length).toBeGreaterThan(0));

    test.each(all.map((s) => [`${s.heading}, line ${s.line}`, s] as const))("%s", { timeout: 60_000 }, (_, session) => {
      const printed = print(play(session, folder));
      played.set(session, printed);
      if (!update) expect(masked(printed)).toBe(masked(print(session.commands)));
    });
  });
}

/** Only sessions that would fail are written anew, so that figures do not change without need. */
function rewrite(file: string, text: string, played: ReadonlyMap<Session, string>): void {
  let fresh = text;
  for (const [session, printed] of played) {
    const old = print(session.commands);
    if (masked(old) !== masked(printed)) fresh = fresh.replace(`\`\`\`console\n${old}\`\`\``, () => `\`\`\`console\n${printed}\`\`\``);
  }
  if (fresh !== text) writeFileSync(join(root, file), fresh);
}
