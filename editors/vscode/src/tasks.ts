/** Tasks for the specs of the workspace. */
import { relative } from "node:path";
import * as vscode from "vscode";
import { taskItemOf, taskItems, taskMatcher, taskName, taskWords, type TaskItem } from "./model/task-list.ts";
import { specOf } from "./model/specs.ts";
import { notInstalled, programFor } from "./program.ts";

/** More tasks than anybody would look through. */
const mostSpecs = 100;

export class Tasks implements vscode.TaskProvider {
  async provideTasks(): Promise<vscode.Task[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const tasks = await Promise.all(folders.map(async (folder) => taskItems(await specsIn(folder)).map((item) => taskOf(item, folder))));
    return tasks.flat().flatMap((task) => task ?? []);
  }

  /** Of a tasks.json: the definition stays the same object, by which VS Code knows it. */
  resolveTask({ definition, scope }: vscode.Task): vscode.Task | undefined {
    const item = taskItemOf(definition);
    const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
    return item && folder && taskOf(item, folder, definition);
  }
}

async function specsIn(folder: vscode.WorkspaceFolder): Promise<string[]> {
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, "**/spec.ts"), "**/node_modules/**", mostSpecs);
  const found = await Promise.all(files.map(async (file) => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return specOf(file.fsPath, text) === undefined ? [] : [relative(folder.uri.fsPath, file.fsPath).replaceAll("\\", "/")];
  }));
  return found.flat().toSorted();
}

function taskOf(item: TaskItem, folder: vscode.WorkspaceFolder, definition?: vscode.TaskDefinition): vscode.Task | undefined {
  const program = programFor(folder.uri.fsPath);
  if (!program) return undefined;
  const execution = new vscode.ProcessExecution(program.node, [program.cli, ...taskWords(item)], { cwd: folder.uri.fsPath });
  const own = definition ?? { type: "tenet", command: item.command, ...(item.spec !== undefined && { spec: item.spec }) };
  const task = new vscode.Task(own, folder, taskName(item), "tenet", execution, taskMatcher(item.command));
  task.isBackground = item.command === "watch";
  task.presentationOptions = { panel: vscode.TaskPanelKind.Dedicated, clear: true };
  if (item.command === "check") task.group = vscode.TaskGroup.Test;
  return task;
}

/** @param spec path of the file */
export async function runTask(command: "check" | "prove", spec: string): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(spec));
  const task = folder && taskOf({ command, spec: relative(folder.uri.fsPath, spec).replaceAll("\\", "/") }, folder);
  if (task) await vscode.tasks.executeTask(task);
  else void vscode.window.showErrorMessage(notInstalled);
}
