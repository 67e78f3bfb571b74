/** What is known of a spec: the last of each kind of event, and whether it is about the text at hand. */
import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import type { DiagnosticItem, OutlineEvent, PropertyVerdict, VerdictsEvent, WatchEvent } from "../../../../src/editor/watch/events.ts";
import type { Location } from "../../../../src/editor/watch/run-table.ts";

export type Phase = "waiting" | "running" | "idle" | "gone";

export interface Place extends Omit<Location, "file"> { readonly path: string }

/** As `tenet watch` computes it. */
export const hashOf = (text: string): string => createHash("sha256").update(text.replace(/^\ufeff/, "")).digest("hex");

export class SpecState {
  phase: Phase = "waiting";
  /** Why it is gone. */
  why = "";
  outline: OutlineEvent | undefined;
  readonly verdicts = new Map<VerdictsEvent["method"], VerdictsEvent>();
  items: readonly DiagnosticItem[] = [];
  /** Set where there is no verdict on the text on the disk. */
  failure: string | undefined;

  /** @param spec path @param folder from which events name files */
  constructor(readonly spec: string, readonly folder: string) {}

  apply(event: WatchEvent): void {
    switch (event.event) {
      case "started":
        this.phase = "running";
        return;
      case "outline":
        this.outline = event;
        return;
      case "verdicts":
        this.verdicts.set(event.method, event);
        return;
      case "diagnostics":
        this.items = event.items;
        this.failure = event.failure;
        return;
      case "done":
        this.phase = event.interrupted ? "running" : "idle";
        return;
    }
  }

  /** Nobody looks any more: nothing that was said may be taken for what holds now. */
  lost(why: string): void {
    this.phase = "gone";
    this.why = why;
    this.items = [];
    this.verdicts.clear();
  }

  place(location: Location | null): Place | undefined {
    if (location === null) return undefined;
    const { file, ...rest } = location;
    return { ...rest, path: this.path(file) };
  }

  path(file: string): string {
    return resolve(this.folder, file);
  }

  /** Whether an event is about this text of a file. */
  isAbout(event: Pick<WatchEvent, "files">, path: string, text: string): boolean {
    const named = Object.entries(event.files).find(([file]) => this.path(file) === path);
    return named !== undefined && named[1] === hashOf(text);
  }

  property(method: VerdictsEvent["method"], name: string): PropertyVerdict | undefined {
    return this.verdicts.get(method)?.properties.find((p) => p.name === name);
  }

  /** For people. */
  get name(): string {
    return relative(this.folder, this.spec);
  }
}
