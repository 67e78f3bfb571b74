/** `tenet watch` for people: a report of each run, with what it says otherwise than the one before. */
import { basename } from "node:path";
import { paletteOf } from "../../report/colors.ts";
import { checkText } from "../../report/check-text.ts";
import { failureText } from "../../report/failure-text.ts";
import { proofConclusionText, proveText } from "../../report/prove-text.ts";
import type { Changes } from "./changes.ts";
import type { Happening } from "./happening.ts";
import type { Files } from "./sources.ts";

export interface WatchStyle {
  readonly color: boolean;
  /** The time of day. */
  now(): Date;
}

export class TextFace {
  #before: Files | undefined;
  /** Of the run under way. */
  #told = false;

  constructor(private readonly spec: string, private readonly out: (text: string) => void, private readonly style: WatchStyle) {}

  readonly tell = (h: Happening): void => {
    const { color } = this.style;
    const { bold, dim } = paletteOf(color);
    this.#told = h.kind === "started" ? false : this.#told || (h.kind !== "compiled" && h.kind !== "done");
    switch (h.kind) {
      case "started":
        if (h.run === 1) this.out(`${dim(`Watching ${this.spec} and what it imports; Ctrl-C ends.`)}\n\n`);
        else this.out(`\n${bold(`── ${this.style.now().toTimeString().slice(0, 8)} ── ${changedNames(this.#before ?? {}, h.files)}`)}\n\n`);
        this.#before = h.files;
        return;
      case "compiled":
        this.#before = h.files;
        return;
      case "checked": return this.out(`${about(h.changes)}${checkText(h.report, { color, was: h.changes.was, known: h.changes.asBefore })}`);
      case "proved": {
        const marks = [...h.changes.was].map(([name, was]) => `  ${bold(`${name}: ${was} → ${h.report.properties.find((p) => p.name === name)!.verdict}`)}\n`).join("");
        const same = !h.changes.first && marks === "" && h.changes.added.size === 0 && h.changes.gone.length === 0 && h.changes.instanceWas === undefined;
        return this.out(`\n${about(h.changes)}${marks}${same ? proofConclusionText(h.report, { color }).replace(/\.?\n$/, ", as before.\n") : proveText(h.report, { color })}`);
      }
      case "wrong": return this.out(`${failureText(h.failure, { color })}${dim("No verdict until this is put right.")}\n`);
      case "done": return this.out(h.interrupted && !this.#told ? dim("(interrupted)\n") : "");
    }
  };
}

function about({ instanceWas, gone }: Changes): string {
  const lines = [
    ...(instanceWas === undefined ? [] : [`Before, this was about ${instanceWas}.\n`]),
    ...(gone.length === 0 ? [] : [`No longer there: ${gone.join(", ")}.\n`]),
  ];
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

function changedNames(before: Files, now: Files): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]).map((name) => basename(name));
  return names.length === 0 ? "changed and changed back" : `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""} changed`;
}
