/** Lenses above actions and properties. */
import * as vscode from "vscode";
import { lensesOf } from "./model/lenses.ts";
import type { Specs } from "./specs.ts";

export class LensProvider implements vscode.CodeLensProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(private readonly specs: Specs) {
    specs.changed(() => this.#changed.fire());
    specs.left(() => this.#changed.fire());
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!vscode.workspace.getConfiguration("tenet", document).get("codeLens", true)) return [];
    const shown = { path: document.fileName, text: document.getText(), checked: this.specs.checkedText(document.fileName) };
    return this.specs.about(document).flatMap((state) =>
      lensesOf(state, shown).map(({ line, title, run }) => {
        const range = new vscode.Range(line - 1, 0, line - 1, 0);
        return new vscode.CodeLens(range, { title, command: run?.command ?? "", arguments: [...(run?.arguments ?? [])] });
      }));
  }
}
