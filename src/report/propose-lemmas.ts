/** What was found, as a proof reads: what follows from which lemmas, each in a sentence, and how the induction goes. */
import { formatFormula } from "../frontend/format-formula.ts";
import type { Accepted, Judgement } from "../propose/judgement.ts";
import { neededFor } from "../propose/needed-for.ts";
import type { Proposer } from "../propose/proposal.ts";
import { sentenceOf } from "../propose/sentence.ts";
import { restsText } from "./explanation-text.ts";
import { plural } from "./figures.ts";
import type { Palette } from "./palette.ts";

/** Without a line break at the end. */
export function lemmasText(judgement: Judgement, palette: Palette): string {
  const { accepted, verdict } = judgement;
  const alone = accepted.every((a) => a.proposal.by.proposer === "embedded");
  const many = plural(accepted.length, "lemma");
  const head = verdict === "proved"
    ? `What is to be shown follows from ${accepted.length === 1 ? "this lemma" : `these ${many}`}${alone ? ", found by the embedded proposer" : ""}:`
    : `${many} ${accepted.length === 1 ? "is" : "are"} proved, and not enough:`;
  const remembering = ghostsText(judgement, palette);
  return [...(remembering === undefined ? [] : [remembering]), head, ...accepted.map((a, i) => lemmaText(a, i + 1, judgement, alone, palette))].join("\n\n");
}

function lemmaText({ name, body, proposal }: Accepted, number: number, { grounds, accepted }: Judgement, alone: boolean, { green, bold, dim }: Palette): string {
  const pad = " ".repeat(`${accepted.length}`.length + 4);
  const sentence = proposal.reason ?? sentenceOf(body);
  const users = neededFor(name, grounds), needs = needsOf(name, grounds);
  const lines = [
    ...(sentence === undefined ? [] : [sentence]),
    ...formatFormula(proposal.text, 0).split("\n").map((line) => dim(line)),
    ...(users.length > 0 ? [`${dim("needed for")} ${users.join(", ")}`] : []),
    ...(users.length > 0 || needs.length > 0 ? [`${dim("rests on")} ${needs.length === 0 ? "itself alone" : needs.join(", ")}`] : []),
    ...(alone ? [] : [dim(proposedBy(proposal.by))]),
  ];
  return [`${green("✓")} ${`${number}.`.padEnd(pad.length - 2)}${bold(name)}`, ...lines.map((line) => `${pad}${line}`)].join("\n");
}

/** Fields of the proof that remember what the protocol forgets. */
function ghostsText({ ghosts }: Judgement, { green, bold, dim }: Palette): string | undefined {
  const needed = ghosts.flatMap(({ ghost, outcome }) => (outcome.kind === "needed" ? [ghost] : []));
  if (needed.length === 0) return undefined;
  return [
    `${plural(needed.length, "ghost remembers", "ghosts remember")} what the state forgets:`,
    ...needed.flatMap((g) => [`${green("✓")} ${bold(g.name)}: ${g.type} = ${g.initial}`, ...g.updates.map((u) => `     ${dim(`${u.action}:`)} ${u.value}`)]),
  ].join("\n");
}

const needsOf = (lemma: string, grounds: Judgement["grounds"]): string[] =>
  [...new Set(grounds.filter((g) => g.property === lemma).flatMap((g) => g.needs.map((n) => n.property)))].filter((p) => p !== lemma);

function proposedBy({ proposer, round }: Proposer): string {
  return { embedded: "found by the embedded proposer", model: `proposed by a language model, round ${round}`, person: "proposed by a person" }[proposer];
}

/** What each property needs, action by action. Undefined where nothing is known of it. */
export function inductionText({ grounds, properties }: Judgement, palette: Palette): string | undefined {
  if (grounds.length === 0) return undefined;
  const proved = new Set(properties.filter((p) => p.verdict === "proved").map((p) => p.name));
  return [palette.bold("How the induction goes"), ...restsText(grounds, proved, palette)].join("\n");
}
