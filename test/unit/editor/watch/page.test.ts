/** The session of docs/commands/watch.md is what the command prints when somebody edits a spec: a real process, real files. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, masked, root, sandbox } from "../../../cli/transcript.ts";

const page = join(root, "docs/commands/watch.md");
const spec = "test/cli/specs/hasty-commit.ts";

/** Each is done once what was printed since the one before contains the text. */
const edits: readonly { readonly after: string; edit(text: string): string }[] = [
  { after: "Violated: consistent.\n", edit: (text) => text.replace("require(exists((rm: RM) =>", "require(forall((rm: RM) =>") },
  { after: "in every state of this instance.\n", edit: (text) => text.replace(`this.decision = "commit";`, `this.decision = "comit";`) },
];
const last = "No verdict until this is put right.\n";

test("docs/commands/watch.md", async () => {
  const folder = sandbox();
  try {
    const file = join(folder, spec);
    const child = spawn(process.execPath, [cli, "watch", spec], { cwd: folder, env: { PATH: process.env.PATH }, stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    let printed = "", seen = 0, step = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (!printed.slice(seen).includes(edits[step]?.after ?? last)) return;
      seen = printed.length;
      if (step < edits.length) writeFileSync(file, edits[step].edit(readFileSync(file, "utf8")));
      else child.kill("SIGINT");
      step++;
    });
    expect(await ended).toBe(0);

    const text = readFileSync(page, "utf8");
    const block = /```text\n(\$ tenet watch [^\n]*\n)([^]*?)```/.exec(text)!;
    const timeless = (output: string): string => masked(output).replaceAll(/── \d\d:\d\d:\d\d ──/g, "── time ──");
    if (process.env.UPDATE === "1") {
      if (timeless(block[2]) !== timeless(printed)) writeFileSync(page, text.replace(block[0], () => `\`\`\`text\n${block[1]}${printed}\`\`\``));
    } else expect(timeless(printed)).toBe(timeless(block[2]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
