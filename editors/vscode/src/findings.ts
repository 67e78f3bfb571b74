/** Findings of the watchers in the Problems panel. */
import * as vscode from "vscode";
import type { DiagnosticItem } from "../../../src/editor/watch/events.ts";
import type { SpecState } from "./model/state.ts";
import type { Specs } from "./specs.ts";

const severities = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, info: vscode.DiagnosticSeverity.Information } as const;

export class Findings implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("tenet");
  readonly #shown = new Map<string, readonly DiagnosticItem[]>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly specs: Specs) {
    this.#subscriptions = [specs.changed((state) => this.#update(state)), specs.left(() => this.#draw())];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  #update(state: SpecState): void {
    if (this.#shown.get(state.spec) === state.items) return;
    this.#shown.set(state.spec, state.items);
    this.#draw();
  }

  /** Specs may share files, so that all are drawn together. */
  #draw(): void {
    const byPath = new Map<string, vscode.Diagnostic[]>();
    for (const state of this.specs.all) {
      for (const item of state.items) {
        const place = state.place(item.location) ?? { path: state.spec, line: 1, column: 1, endLine: 1, endColumn: 1 };
        const diagnostic = new vscode.Diagnostic(rangeOf(place), item.message, severities[item.severity]);
        diagnostic.source = "tenet";
        diagnostic.code = item.code;
        byPath.set(place.path, [...(byPath.get(place.path) ?? []), diagnostic]);
      }
    }
    this.#collection.clear();
    for (const [path, diagnostics] of byPath) this.#collection.set(vscode.Uri.file(path), diagnostics);
  }
}

export const rangeOf = ({ line, column, endLine, endColumn }: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number }): vscode.Range =>
  new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
