/** Where no proof was found: what is in the way, what would help, and what is known of single instances. */
import { assertNever } from "../base/assert-never.ts";
import type { BoundedInstance, Hindrance, ProposeReport, Reach } from "../propose/report.ts";
import { plural, scopeText } from "./figures.ts";
import { outsideText } from "./fragment-text.ts";
import { instanceTable } from "./instance-text.ts";
import type { Palette } from "./palette.ts";
import { openText } from "./prove-text.ts";
import type { SourceLine } from "./trace-source.ts";

/** Blocks of lines. */
export function remainsText({ judgement, remains, bounded, reason }: ProposeReport, palette: Palette, sourceLine: SourceLine): string[] {
  const { bold, dim } = palette;
  const open = judgement.properties.filter((p) => p.verdict !== "proved");
  const hopeless = remains?.hindrances.some((h) => h.kind === "unsupported") ?? false;
  const helps = (remains?.hindrances ?? []).flatMap((h) => hindranceText(h));
  return [
    ...open.map((p) => [
      openText(p, judgement.searched, palette, sourceLine),
      ...(remains?.cti?.property === p.name ? [`     ${reachText(remains.cti.reach)}`] : []),
    ].join("\n")),
    [bold("Why there is no proof"), ...(helps.length > 0 ? helps : [reason ?? "Nothing that suffices was found."]).map((line) => `  ${line}`)].join("\n"),
    ...(bounded ?? []).map((b) => boundedText(b, palette)),
    ...(hopeless ? [] : [dim("A lemma of your own in proof.ts that says part of it may help: the search then knows what it speaks of.")]),
  ];
}

function reachText(reach: Reach): string {
  switch (reach.kind) {
    case "unreachable": return `Nothing goes wrong with ${scopeText(reach.scope)}: all ${plural(reach.distinctStates, "state")} were seen, and the first state is none of them. A lemma should exclude it.`;
    case "abstract": return `It is a step in the logic alone, with ${scopeText(reach.scope)}: what the proof knows is coarser than the language.`;
    case "unknown": return `Whether the first state can be reached is not known: ${plural(reach.distinctStates, "state")} with ${scopeText(reach.scope)} were seen.`;
    default: return assertNever(reach);
  }
}

function hindranceText(h: Hindrance): string[] {
  switch (h.kind) {
    case "unsupported": return [`${h.about} cannot be said in logic yet: ${h.reason} (${h.span.file}:${h.span.line}). No lemma helps; say it otherwise.`];
    case "gave-up": return [`The solver gave up on ${h.goal} (${h.reason}).`, ...(h.fragment.kind === "outside" ? outsideText(h.fragment.why) : [])];
    case "time": return [`The time was over in the ${ordinal(h.rung)} of ${h.rungs} sets of shapes of lemmas. A longer --time may help.`];
    case "interrupted": return ["The search was interrupted."];
    case "shapes": return [`All ${h.rungs} sets of shapes of lemmas were tried. It takes a lemma of another shape, or a @ghost that remembers what the state forgets.`];
    default: return assertNever(h);
  }
}

const ordinal = (n: number): string => `${n}${n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;

function boundedText({ scope, distinctStates, complete, properties, lemmas }: BoundedInstance, palette: Palette): string {
  const seen = distinctStates === undefined ? "" : complete ? `, all ${plural(distinctStates, "state")}` : `, ${plural(distinctStates, "state")} of more`;
  return [
    `${palette.bold(`With ${scopeText(scope)}`)}${seen} ${palette.dim("(this says nothing of other sizes)")}`,
    ...(properties.length > 0 ? [instanceTable(properties, palette)] : []),
    ...(lemmas.length > 0 ? [`  ${plural(lemmas.length, "lemma")} ${lemmas.length === 1 ? "proves" : "prove"} it there:`, ...lemmas.slice(0, mostLemmas).map((l) => `     ${palette.dim(l)}`)] : []),
    ...(lemmas.length > mostLemmas ? [`     ${palette.dim(`and ${lemmas.length - mostLemmas} more`)}`] : []),
  ].join("\n");
}

const mostLemmas = 6;
