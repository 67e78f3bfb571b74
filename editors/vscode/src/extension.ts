/** The extension: what is in `model` decides, what is here tells VS Code. In a workspace that is not trusted nothing is started. */
import * as vscode from "vscode";
import { Findings } from "./findings.ts";
import { LensProvider } from "./lens-provider.ts";
import { RunPanels } from "./run-panels.ts";
import { specOf } from "./model/specs.ts";
import { Specs } from "./specs.ts";
import { StatusItem } from "./status-item.ts";
import { runTask, Tasks } from "./tasks.ts";

export function activate(context: vscode.ExtensionContext): void {
  if (!vscode.workspace.isTrusted) return;
  const log = vscode.window.createOutputChannel("Tenet", { log: true });
  const specs = new Specs(log);
  const panels = new RunPanels(specs);
  const run = (command: "check" | "prove") => async (given?: unknown) => {
    const spec = specAt(given);
    if (spec !== undefined) await runTask(command, spec);
  };
  context.subscriptions.push(
    log, specs, panels, new Findings(specs), new StatusItem(specs),
    vscode.languages.registerCodeLensProvider({ language: "typescript", scheme: "file" }, new LensProvider(specs)),
    vscode.tasks.registerTaskProvider("tenet", new Tasks()),
    vscode.commands.registerCommand("tenet.check", run("check")),
    vscode.commands.registerCommand("tenet.prove", run("prove")),
    vscode.commands.registerCommand("tenet.showRun", (spec?: unknown, method?: unknown, name?: unknown) => panels.show(specAt(spec), method, name)),
    vscode.commands.registerCommand("tenet.goTo", (panel?: unknown, index?: unknown) => panels.goTo(panel, index)),
    vscode.commands.registerCommand("tenet.showOutput", () => log.show()),
  );
  specs.start();
}

/** That of a lens, or of the editor. */
function specAt(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  const document = vscode.window.activeTextEditor?.document;
  const spec = document?.uri.scheme === "file" ? specOf(document.fileName, document.getText()) : undefined;
  if (spec === undefined) void vscode.window.showInformationMessage("This file is not a spec of Tenet: it has no @action, or does not import from \"tenet\".");
  return spec;
}
