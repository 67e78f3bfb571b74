/** What `tenet propose` is at, while it is at it. */
import { assertNever } from "../base/assert-never.ts";
import type { EmbeddedEvent } from "../propose/embedded/search.ts";
import type { ProposeProgress } from "../propose/propose.ts";
import { plural } from "./figures.ts";

/** One line about what is going on. */
export function proposeProgressText(progress: ProposeProgress): string {
  if (progress.stage === "asking") return `the model was asked ${plural(progress.round, "time")}`;
  if (progress.stage !== "searching") {
    const { phase, goal, states, tried, rejected } = progress.judge;
    const what = progress.stage === "as it is" ? "the spec as it is" : `${plural(tried, "proposal")}, ${rejected} rejected`;
    return `${what} · ${phase}${goal === undefined ? "" : ` ${goal}`}${states === undefined ? "" : ` ${plural(states, "state")}`}`;
  }
  return eventText(progress.event);
}

function eventText(event: EmbeddedEvent): string {
  switch (event.kind) {
    case "rung": return `lemmas of up to ${event.rung.width} parts${event.rung.projections ? ", with projections" : ""} · ${Object.entries(event.sizes).map(([sort, n]) => `${sort}=${n}`).join(" ")}`;
    case "explored": return `${plural(event.states, "state")} · ${plural(event.atoms, "atom")} · ${plural(event.candidates, "candidate")}`;
    case "houdini": return `${plural(event.clauses, "candidate")} left`;
    case "slice": return `what is needed of ${plural(event.clauses, "lemma", "lemmas")}`;
    case "proving": return `proving ${plural(event.clauses, "lemma", "lemmas")} for any size`;
    case "end": return event.why;
    default: return assertNever(event);
  }
}
