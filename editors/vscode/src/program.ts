/** How Tenet is started for a file of the workspace. */
import { dirname } from "node:path";
import * as vscode from "vscode";
import { locate, type Program } from "./model/locate.ts";

export interface Installed extends Program { readonly folder: vscode.WorkspaceFolder }

/** Undefined outside of the workspace, and where Tenet is not installed. Settings that name programs are those of the machine only. */
export function programFor(path: string): Installed | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path));
  if (folder === undefined) return undefined;
  const settings = vscode.workspace.getConfiguration("tenet");
  const own = (name: string): string => settings.inspect<string>(name)?.globalValue ?? "";
  const cli = locate(path === folder.uri.fsPath ? path : dirname(path), folder.uri.fsPath, own("path"));
  return cli === undefined ? undefined : { cli, node: own("node") || "node", folder };
}

export const notInstalled = "Tenet is not installed for this file: run npm install tenet in the workspace, or set tenet.path in the settings of this machine.";
