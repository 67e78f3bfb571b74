/** `tenet watch --format line`: what it finds, between lines that tell an editor where a run begins and ends. */
import { specFile } from "../../frontend/program.ts";
import { failureItems, line, type LineItem } from "../../report/line.ts";
import { conclusion } from "../../report/conclusion.ts";
import { proofConclusionText } from "../../report/prove-text.ts";
import { checkItems, proveItems } from "../../report/verdict-lines.ts";
import { watchLines } from "../tasks/matcher.ts";
import type { Happening } from "./happening.ts";
import { instanceText, proofInstanceText } from "../../report/instance-line.ts";

export class LineFace {
  /** Of the run under way. */
  readonly #printed = new Set<string>();

  constructor(private readonly spec: string, private readonly out: (text: string) => void) {}

  readonly tell = (h: Happening): void => {
    switch (h.kind) {
      case "started":
        this.#printed.clear();
        return this.out(`${watchLines.begins} ${JSON.stringify(this.spec)}\n`);
      case "compiled": return;
      case "checked":
        this.#items(checkItems(h.report));
        return this.out(`${instanceText(h.report)}: ${conclusion(h.report)}\n`);
      case "proved":
        this.#items(proveItems(h.report));
        return this.out(`${proofInstanceText(h.report)}: ${proofConclusionText(h.report, { color: false })}`);
      case "wrong": return this.#items(failureItems(h.failure));
      case "done": return this.out(`${watchLines.ends}${h.interrupted ? ", interrupted" : ""}\n`);
    }
  };

  #items(items: readonly LineItem[]): void {
    for (const item of items) {
      const text = line(item, specFile(this.spec));
      if (!this.#printed.has(text)) this.out(text);
      this.#printed.add(text);
    }
  }
}
