/**
 * The extension and the tasks in a real editor: `npm run test:vscode [-- folder for screenshots]`. Not part of the tests of every change: it takes minutes,
 * code-server (installed once, into CODE_SERVER or a temporary folder) and a Chromium (CHROMIUM, or that of the system).
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { pack } from "../../editors/vscode/build.mjs";
import { codeServer, serve } from "./code-server.mjs";
import { Workbench } from "./workbench.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const screenshots = process.argv[2] ?? mkdtempSync(join(tmpdir(), "tenet-screenshots-"));
mkdirSync(screenshots, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "tenet-vscode-"));
const workspace = join(home, "workspace");

const hasty = readFileSync(join(root, "test/cli/specs/hasty-commit.ts"), "utf8");
const good = hasty.replace("require(exists((rm: RM) =>", "require(forall((rm: RM) =>");
assert.notEqual(good, hasty);

mkdirSync(join(workspace, "specs/commit"), { recursive: true });
mkdirSync(join(workspace, "node_modules"));
symlinkSync(root, join(workspace, "node_modules/tenet"));
writeFileSync(join(workspace, "specs/commit/spec.ts"), good);
writeFileSync(join(workspace, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, target: "es2023", module: "nodenext", noEmit: true, types: [] }, include: ["specs"] }));
execFileSync(process.execPath, [join(root, "dist/cli.js"), "vscode", workspace]);

const { name, bytes } = await pack();
const vsix = join(home, name);
writeFileSync(vsix, bytes);

const settings = {
  "security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "telemetry.telemetryLevel": "off", "extensions.ignoreRecommendations": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden", "chat.commandCenter.enabled": false, "editor.minimap.enabled": false, "workbench.tips.enabled": false, "files.autoSave": "off", "terminal.integrated.gpuAcceleration": "off",
};

const entry = codeServer(process.env.CODE_SERVER ?? join(tmpdir(), "tenet-code-server"));
const server = await serve(entry, { home, workspace, vsix, settings });
const wary = await serve(entry, { home: join(home, "wary"), workspace, vsix, settings: { ...settings, "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" } });
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 860 } });
  const bench = new Workbench(page, screenshots);
  await page.goto(server.url);
  await bench.ready();
  await bench.command("View: Toggle Primary Side Bar Visibility");

  await bench.step("lenses say what holds, and of which instance", async () => {
    await bench.open("specs/commit/spec.ts");
    await bench.lens(/✓ 3 properties exhaustive · RM=2/);
    await bench.lens(/✓ exhaustive · RM=2/);
    await bench.lens(/^check$/);
    await bench.lens(/^prove$/);
    await bench.shot("lenses");
  });

  await bench.step("an edit that is not saved takes the verdict back", async () => {
    await bench.replace("require(forall((rm: RM) => this.rm[rm] === \"prepared\"))", "require(exists((rm: RM) => this.rm[rm] === \"prepared\"))");
    await bench.lens(/\? edited since it was checked \(was exhaustive\)/);
  });

  await bench.step("a save that breaks an invariant is told at its line", async () => {
    await bench.save();
    await bench.lens(/✗ violated after 4 steps \(was exhaustive\) · RM=2 · show the run/);
    await bench.problems();
    await bench.problem(/consistent: violated after 4 steps.*\[Ln 34, Col 14\]/);
    await bench.problem(/consistent, step 4 of 4: obey\(rm: rm1\).*\[Ln 28, Col 11\]/);
    await bench.goToProblem(/consistent: violated after 4 steps/);
    await bench.cursor("Ln 34, Col 24 (10 selected)");
    await bench.shot("findings");
  });

  await bench.step("the run is a table with links to its lines", async () => {
    await bench.clickLens(/✗ violated after 4 steps/);
    await bench.command("View: Hide Panel");
    const frame = await bench.webview();
    await frame.getByText("obey(rm: rm1)").waitFor();
    assert.equal(await frame.locator("tbody tr").count(), 5);
    assert.equal(await frame.locator("td.changed").count(), 4);
    assert.equal(await frame.locator("script").count(), 0);
    await bench.shot("run");
    await frame.getByText("decide()").click();
    await bench.cursor("Ln 22, Col 17 (6 selected)");
  });

  await bench.step("a task has its findings in the Problems panel", async () => {
    await bench.command("View: Close All Editors");
    await bench.problems();
    await bench.noProblems();
    await bench.task("tenet: check");
    await bench.printed(/Violated:\s*consistent/);
    await bench.problems();
    await bench.problem(/consistent: violated after 4 steps.*\[Ln 34, Col 14\]/);
    await bench.shot("task");
  });

  await bench.step("a task of the extension, too", async () => {
    await bench.command("Tasks: Run Task");
    await bench.pick("tenet");
    await bench.pick("tenet: check specs/commit/spec.ts");
    await bench.printed(/Violated:\s*consistent/);
    await bench.problems();
    await bench.problem(/consistent: violated after 4 steps.*\[Ln 34, Col 14\]/);
  });

  await bench.step("in a workspace that is not trusted nothing is said", async () => {
    await page.goto(wary.url);
    await bench.ready();
    await bench.restricted();
    await bench.open("specs/commit/spec.ts");
    // What should not come cannot be awaited: where it comes, it takes a second or two.
    await page.waitForTimeout(10_000);
    await bench.shot("untrusted");
    assert.deepEqual([await bench.lenses(), await bench.said(/Tenet/)], [0, 0]);
  });

  console.log(`screenshots: ${screenshots}`);
} finally {
  await browser.close();
  server.stop();
  wary.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
