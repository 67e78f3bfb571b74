/** Runs in panels: pages without scripts, whose links are one command. */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { PropertyVerdict, VerdictsEvent } from "../../../src/editor/watch/events.ts";
import { runPage } from "./model/run-page.ts";
import type { Place, SpecState } from "./model/state.ts";
import { rangeOf } from "./findings.ts";
import type { Specs } from "./specs.ts";

type Method = VerdictsEvent["method"];

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly method: Method;
  readonly name: string;
  state: SpecState;
  /** What was shown last of the text that it was about. */
  last?: { readonly event: VerdictsEvent; readonly property: PropertyVerdict };
  places: readonly (Place | undefined)[];
}

export class RunPanels implements vscode.Disposable {
  readonly #open = new Map<string, Open>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly specs: Specs) {
    this.#subscriptions = [specs.changed((state) => this.#update(state)), specs.left((state) => this.#update(state))];
  }

  dispose(): void {
    for (const { panel } of this.#open.values()) panel.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @param method and name of a property; where there is none, the user is asked */
  async show(spec: string | undefined, method: unknown, name: unknown): Promise<void> {
    const state = spec === undefined ? undefined : this.specs.of(spec);
    if (!state) return;
    const chosen = typeof name === "string" && (method === "check" || method === "prove") ? { method, name } as const : await choose(state);
    if (!chosen || !state.property(chosen.method, chosen.name)?.table) return;
    const key = JSON.stringify([state.spec, chosen.method, chosen.name]);
    const known = this.#open.get(key);
    if (known) {
      known.panel.reveal(undefined, true);
      return this.#draw(key, known);
    }
    const panel = vscode.window.createWebviewPanel("tenetRun", `${chosen.name} — run`, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, {
      enableScripts: false, enableCommandUris: ["tenet.goTo"], localResourceRoots: [], enableFindWidget: true,
    });
    panel.onDidDispose(() => void this.#open.delete(key));
    const open: Open = { panel, ...chosen, state, places: [] };
    this.#open.set(key, open);
    this.#draw(key, open);
  }

  /** A link was followed. */
  async goTo(key: unknown, index: unknown): Promise<void> {
    const place = typeof key === "string" && typeof index === "number" ? this.#open.get(key)?.places[index] : undefined;
    if (!place) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(place.path));
    await vscode.window.showTextDocument(document, { selection: rangeOf(place), viewColumn: vscode.ViewColumn.One });
  }

  #update(state: SpecState): void {
    for (const [key, open] of this.#open) {
      if (open.state.spec !== state.spec) continue;
      open.state = state;
      this.#draw(key, open);
    }
  }

  /** Where there is no such run any more, the page says so of the last one. */
  #draw(key: string, open: Open): void {
    const { panel, state, method, name } = open;
    const event = state.verdicts.get(method), property = state.property(method, name);
    const stale = staleness(state, property);
    if (event && property && stale === undefined) open.last = { event, property };
    if (!open.last) return;
    panel.title = `${name} — ${stale === undefined ? "run" : "earlier run"}`;
    const { html, locations } = runPage({
      ...open.last, nonce: randomBytes(16).toString("base64url"), ...(stale !== undefined && { stale }),
      link: (index) => `command:tenet.goTo?${encodeURIComponent(JSON.stringify([key, index]))}`,
    });
    open.places = locations.map((location) => state.place(location));
    panel.webview.html = html;
  }
}

/** Why a run is not one of the text at hand; undefined where it is. */
function staleness(state: SpecState, property: PropertyVerdict | undefined): string | undefined {
  if (state.phase === "gone") return "The spec is not watched any more: this is an earlier run.";
  if (state.failure !== undefined) return "The spec is in error: this is a run of an earlier text.";
  return property?.table ? undefined : "There is no such run any more: this is one of an earlier text.";
}

async function choose(state: SpecState): Promise<{ readonly method: Method; readonly name: string } | undefined> {
  const items = [...state.verdicts.values()].flatMap(({ method, properties }) =>
    properties.filter((p) => p.table).map((p) => ({ label: p.name, description: p.text, method, name: p.name })));
  if (items.length === 0) {
    void vscode.window.showInformationMessage("No run to show: nothing is violated, and nothing was to be reached.");
    return undefined;
  }
  return vscode.window.showQuickPick(items, { placeHolder: "Of which property?" });
}
