/** What `tenet propose` is at, while it is at it. */
import { assertNever } from "../base/assert-never.ts";
import type { EmbeddedEvent } from "../propose/embedded/search.ts";
import type { ProposeProgress } from "../propose/propose.ts";
import type { Judgement } from "../propose/judgement.ts";
import { ctisOf } from "../propose/reach.ts";
import { counterexampleLine } from "./counterexample-text.ts";
import { plural, scopeText } from "./figures.ts";

/** What is known so far, for a panel that is drawn again and again. */
export class ProposePanel {
  private stage = "the spec as it is";
  private shape = "";
  private instance = "";
  private candidates = "";
  private proposals = "";
  private goal = "";
  private remaining = "";
  private claims = "";
  private step = "";
  private readonly start = performance.now();

  /** @param milliseconds the limit */
  constructor(private readonly milliseconds: number) {}

  note(progress: ProposeProgress): void {
    if (progress.stage === "searching") return this.event(progress.event);
    if (progress.stage === "judged") return this.judged(progress.judgement);
    if (progress.stage === "asking") {
      this.stage = `a language model, ${plural(progress.round, "question")}`;
      return;
    }
    const { phase, goal, states, tried, rejected, accepted } = progress.judge;
    this.stage = `${progress.stage === "as it is" ? "the spec as it is" : "judging what was found"}: ${phase}`;
    this.goal = goal ?? (states === undefined ? this.goal : plural(states, "state"));
    if (progress.stage === "judging") this.proposals = `${tried} tried · ${accepted} accepted · ${rejected} rejected`;
  }

  /** Without line breaks, empty ones left out. */
  lines(): string[] {
    const seconds = (performance.now() - this.start) / 1000;
    const rows = [["doing", this.stage], ["goal", this.goal], ["shapes", this.shape], ["instance", this.instance], ["clauses", this.candidates], ["proposals", this.proposals], ["claims", this.claims], ["in the way", this.remaining], ["by a step", this.step]];
    return [...rows.filter(([, text]) => text !== "").map(([name, text]) => `${name.padEnd(10)}  ${text}`), `${"time".padEnd(10)}  ${Math.floor(seconds)} s of ${Math.round(this.milliseconds / 1000)} s`];
  }

  private judged({ properties, judged }: Judgement): void {
    const claims = properties.filter((p) => p.kind !== "lemma");
    const open = claims.filter((p) => p.verdict !== "proved");
    this.claims = `${claims.length - open.length} of ${claims.length} proved${open.length > 0 ? ` · open: ${open.map((p) => p.name).join(", ")}` : ""}`;
    const kinds = new Set(judged.map((j) => j.outcome.kind));
    if (judged.length > 0) this.proposals = [...kinds].map((kind) => `${judged.filter((j) => j.outcome.kind === kind).length} ${kind}`).join(" · ");
    const [cti] = ctisOf({ properties });
    if (cti) this.step = counterexampleLine(cti.example);
  }

  private event(event: EmbeddedEvent): void {
    this.stage = "looking for lemmas";
    this.goal = "";
    switch (event.kind) {
      case "rung":
        this.shape = `clauses of up to ${plural(event.rung.width, "part")}${event.rung.projections ? ', with "for some value"' : ""}${event.rung.quorums ? ", with what majorities agree on" : ""}`;
        this.instance = scopeText(event.sizes);
        this.candidates = "";
        return;
      case "explored":
        this.instance = `${this.instance.replace(/ · .*/, "")} · ${plural(event.states, "state")}${event.complete ? "" : " of more"}`;
        this.candidates = `${plural(event.candidates, "candidate")} of ${plural(event.atoms, "atom")}`;
        return;
      case "needed": this.candidates = `${plural(event.clauses, "clause")} needed so far`; return;
      case "proving": this.candidates = `${plural(event.clauses, "clause")} put to the proof for any size`; return;
      case "end":
        this.remaining = event.why === "proved" ? "" : event.why;
        if (event.example) this.step = counterexampleLine(event.example);
        return;
      default: return assertNever(event);
    }
  }
}
