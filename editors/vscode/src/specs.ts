/** The specs that are open, each with its watcher. */
import { resolve } from "node:path";
import * as vscode from "vscode";
import { WatchServer } from "./model/server.ts";
import { specOf } from "./model/specs.ts";
import { SpecState } from "./model/state.ts";
import { notInstalled, programFor } from "./program.ts";

/** Each has a process and a compiler of its own. */
const mostServers = 4;

interface Watched {
  readonly state: SpecState;
  readonly server: WatchServer | undefined;
}

export class Specs implements vscode.Disposable {
  /** In the order in which they were looked at last. */
  readonly #watched = new Map<string, Watched>();
  /** Texts that verdicts are about, by path. */
  readonly #checked = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<SpecState>();
  readonly #left = new vscode.EventEmitter<SpecState>();
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Something new is known of a spec. */
  readonly changed = this.#changed.event;
  /** Nobody watches it any more. */
  readonly left = this.#left.event;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  start(): void {
    const { workspace, window } = vscode;
    this.#subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.#open(document)),
      workspace.onDidCloseTextDocument(() => this.#closeUnused()),
      workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      window.onDidChangeActiveTextEditor((editor) => editor && this.#open(editor.document)),
      workspace.onDidChangeConfiguration((event) => {
        if (["tenet.path", "tenet.node", "tenet.watch"].some((name) => event.affectsConfiguration(name))) this.#restart();
      }),
    );
    this.#restart();
  }

  get all(): SpecState[] {
    return [...this.#watched.values()].map((w) => w.state);
  }

  of(spec: string): SpecState | undefined {
    return this.#watched.get(spec)?.state;
  }

  /** Of the document itself, and of specs that it is a part of. */
  about(document: vscode.TextDocument): SpecState[] {
    return this.all.filter((state) => Object.keys(state.outline?.files ?? {}).some((file) => state.path(file) === document.fileName) || state.spec === document.fileName);
  }

  /** The text of a file that the last verdicts are about, where the editor had it. */
  checkedText(path: string): string | undefined {
    return this.#checked.get(path);
  }

  dispose(): void {
    for (const spec of this.#watched.keys()) this.#close(spec);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#left.dispose();
  }

  #restart(): void {
    for (const spec of this.#watched.keys()) this.#close(spec);
    const active = vscode.window.activeTextEditor?.document;
    for (const document of [...vscode.workspace.textDocuments.filter((d) => d !== active), ...(active ? [active] : [])]) this.#open(document);
  }

  #open(document: vscode.TextDocument): void {
    const spec = specIn(document);
    if (spec === undefined) return;
    const known = this.#watched.get(spec);
    // Last looked at is last in order.
    this.#watched.delete(spec);
    this.#watched.set(spec, known ?? this.#watch(spec));
    if (!known) this.#changed.fire(this.of(spec)!);
    for (const oldest of [...this.#watched.keys()].slice(0, -mostServers)) this.#close(oldest);
  }

  #watch(spec: string): Watched {
    const program = programFor(spec);
    const folder = program?.folder.uri.fsPath ?? "";
    const state = new SpecState(spec, folder);
    if (!program) {
      state.lost(notInstalled);
      return { state, server: undefined };
    }
    const settings = vscode.workspace.getConfiguration("tenet.watch", program.folder);
    const seconds = Math.max(1, Math.round(settings.get("seconds", 30)));
    this.log.info(`watching ${spec} with ${program.cli}`);
    const server = new WatchServer(program, { spec, folder, seconds, prove: settings.get("prove", false) }, {
      event: (event) => {
        state.apply(event);
        if (event.event === "verdicts" || event.event === "outline") this.#remember(state, event.files);
        this.#changed.fire(state);
      },
      said: (text) => this.log.info(text),
      gone: (why) => {
        this.log.error(`${spec} is not watched any more: ${why}`);
        state.lost(why);
        this.#changed.fire(state);
      },
    });
    return { state, server };
  }

  #remember(state: SpecState, files: Readonly<Record<string, string | null>>): void {
    const paths = new Set(Object.keys(files).map((file) => resolve(state.folder, file)));
    for (const document of vscode.workspace.textDocuments) {
      const text = document.getText();
      if (paths.has(document.fileName) && state.isAbout({ files }, document.fileName, text)) this.#checked.set(document.fileName, text);
    }
  }

  /** A watcher that has gone is started again when its spec is saved; what has become a spec is watched. */
  #saved(document: vscode.TextDocument): void {
    const spec = specIn(document);
    if (spec === undefined) return;
    if (this.of(spec)?.phase === "gone") this.#close(spec);
    this.#open(document);
  }

  #closeUnused(): void {
    const open = new Set(vscode.workspace.textDocuments.filter((d) => !d.isClosed).map(specIn));
    for (const spec of this.#watched.keys()) if (!open.has(spec)) this.#close(spec);
  }

  #close(spec: string): void {
    const watched = this.#watched.get(spec);
    if (!watched) return;
    this.#watched.delete(spec);
    watched.server?.stop();
    watched.state.lost("it is not open");
    this.#left.fire(watched.state);
  }
}

const specIn = (document: vscode.TextDocument): string | undefined =>
  document.languageId === "typescript" && document.uri.scheme === "file" ? specOf(document.fileName, document.getText()) : undefined;
