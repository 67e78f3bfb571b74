/** The status bar: what is said of the spec in the editor, and for which instance. */
import * as vscode from "vscode";
import { about } from "./model/lenses.ts";
import type { Specs } from "./specs.ts";

const icons: Readonly<Record<string, string>> = { exhaustive: "$(pass)", proved: "$(pass)", violated: "$(error)" };

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("tenet.status", vscode.StatusBarAlignment.Left, 0);
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly specs: Specs) {
    const draw = (): void => this.#draw();
    this.#item.name = "Tenet";
    this.#item.command = "tenet.showOutput";
    this.#subscriptions = [specs.changed(draw), specs.left(draw), vscode.window.onDidChangeActiveTextEditor(draw), vscode.workspace.onDidChangeTextDocument(draw)];
    draw();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  #draw(): void {
    const document = vscode.window.activeTextEditor?.document;
    const state = document && this.specs.about(document)[0];
    if (!document || !state) return this.#item.hide();
    const event = state.verdicts.get("check");
    const fresh = event && state.isAbout(event, document.fileName, document.getText());
    if (state.phase === "gone") this.#set("$(circle-slash) Tenet: not watching", state.why);
    else if (state.phase === "running" || state.phase === "waiting") this.#set("$(sync~spin) Tenet: checking", state.name);
    else if (state.failure !== undefined) this.#set("$(question) Tenet: no verdict", "The spec is in error; see the Problems panel.");
    else if (!event) this.#set("$(question) Tenet: no verdict", state.name);
    else if (!fresh) this.#set("$(question) Tenet: edited since it was checked", "Save it to have it checked.");
    else this.#set(`${icons[event.verdict] ?? "$(question)"} Tenet: ${event.verdict} · ${about(event)}`, event.conclusion);
    this.#item.show();
  }

  #set(text: string, tooltip: string): void {
    this.#item.text = text;
    this.#item.tooltip = tooltip;
  }
}
