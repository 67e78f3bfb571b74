/** What the table of trade-offs says in plain sentences. Each is made from cells and costs, and names the cells that it is from. */
import { faultsName } from "../base/source-file.ts";
import type { FaultBudget } from "../passes/faults.ts";
import { type Acceptance, acceptances, type Given, isLess, type Paid } from "../tradeoffs/acceptances.ts";
import type { BestCost, Measure, WorstCost } from "../tradeoffs/report.ts";
import type { Column, Row, Tradeoffs } from "../tradeoffs/table.ts";
import { plural } from "./figures.ts";
import { costKey, traceKey } from "./tradeoffs-trace.ts";
import { oneLine } from "./wrap.ts";

/** Text, or what links to the trace behind it. */
export type Piece = string | { readonly design: string } | { readonly trace: string } | { readonly text: string; readonly run: string };
export interface Sentence { readonly pieces: readonly Piece[] }

export interface Advice {
  readonly design: string;
  readonly sentences: readonly Sentence[];
}

/** For each design, what whoever chooses it accepts. */
export function adviceOf(table: Tradeoffs): Advice[] {
  return acceptances(table).map((a) => {
    const said = [...dominated(a), ...a.given.map((g) => givenSentence(a, g, table)), ...paidSentences(a)];
    return { design: a.design.name, sentences: said.length > 0 ? said : [{ pieces: ["If you choose ", { design: a.design.name }, ", nothing in this table is better elsewhere."] }] };
  });
}

function dominated({ design }: Acceptance): Sentence[] {
  const uncosted = design.costs.length === 0 ? " What they cost is not in this table." : "";
  if (design.dominatedBy.length === 0) return [];
  return [{ pieces: ["There is no reason in this table to choose ", { design: design.name }, ": ", ...listed(design.dominatedBy.map((name) => ({ design: name })), "and"), design.dominatedBy.length === 1 ? " is" : " are", ` at least as good in everything, and better in something.${uncosted}`] }];
}

function givenSentence({ design }: Acceptance, { row, when }: Given, table: Tradeoffs): Sentence {
  const clauses = when.map(({ column, cell }): Piece[] => [
    circumstance(column, cell.budget, table), ...(cell.recovery === "recovers" ? [", until that is repaired"] : []), " (", { trace: traceKey(design.name, row.name, column.name) }, ")",
  ]);
  const always = (of: (w: Given["when"][number]) => readonly string[]): string[] => table.designs.map((d) => d.name).filter((name) => when.every((w) => of(w).includes(name)));
  const holds = always((w) => w.holds);
  const recovers = always((w) => [...w.holds, ...w.recovers]).filter((name) => !holds.includes(name));
  return {
    pieces: [
      "If you choose ", { design: design.name }, `, you accept that ${loss(row)} `, ...joined(clauses), ".",
      ...(holds.length > 0 ? [` It then ${row.kind === "progress" ? "stays possible" : "holds"} under `, ...some(holds), "."] : []),
      ...(recovers.length > 0 ? [" Under ", ...some(recovers), ", repair brings it back."] : []),
    ],
  };
}

/** One sentence for each milestone. */
function paidSentences({ design, paid }: Acceptance): Sentence[] {
  return [...new Set(paid.map((p) => p.measure.milestone))].map((milestone) => ({
    pieces: [
      "If you choose ", { design: design.name }, ", you pay ",
      ...joined(paid.filter((p) => p.measure.milestone === milestone).map((p) => costPieces(design.name, p)), ", ", " and "), ` until “${inWords(milestone)}”.`,
    ],
  }));
}

/** Beside those who pay least. */
function costPieces(design: string, { measure, better }: Paid): Piece[] {
  const least = better.reduce((a, b) => (isLess(b.measure, a.measure) ? b : a));
  const as = better.filter((b) => rangeText(b.measure) === rangeText(least.measure)).map((b) => b.design);
  return [{ text: `${rangeText(measure)} ${costName(measure)}`, run: costKey(design, measure, "worst") }, " (", ...(as.length > mostPayers ? ["elsewhere"] : some(as)), ` ${rangeText(least.measure)})`];
}

/** What becomes of a property: its name is meant to be read. */
const loss = ({ name, kind }: Row): string => `“${inWords(name)}” ${kind === "progress" ? "becomes impossible" : "no longer holds"}`;

/** `noAcknowledgedWriteIsLost` gives `no acknowledged write is lost`; abbreviations stay. */
export const inWords = (name: string): string =>
  oneLine(name.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[._-]+/gu, " ")).split(" ").map((w) => (/^\p{Lu}\p{Ll}*$/u.test(w) ? w.toLowerCase() : w)).join(" ");

export const costName = ({ cost }: Pick<Measure, "cost">): string => inWords(cost);

/** `2`, `1 to 3`, `2 or more`. */
export function rangeText({ best, worst }: Pick<Measure, "best" | "worst">): string {
  if (best === worst) return valueText(best);
  if (worst === "unbounded") return `${valueText(best)} or any greater number of`;
  return `${valueText(best)} to ${valueText(worst)}`;
}

function valueText(cost: BestCost | WorstCost): string {
  switch (cost) {
    case "never": return "no end of";
    case "unknown": return "an unknown number of";
    case "unbounded": return "any number of";
    default: return String(cost);
  }
}

const libraryFaults: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  lose: { one: "a message is lost", many: "messages are lost" },
  duplicate: { one: "a message arrives twice", many: "messages arrive twice" },
  partition: { one: "the network is cut in two", many: "the network is cut in two" },
  forge: { one: "a member lies", many: "members lie" },
  crash: { one: "a node crashes", many: "nodes crash" },
  drift: { one: "one clock runs ahead of the others", many: "clocks run ahead of each other" },
};

/** `when a node crashes`, `when messages are lost, 2 times`. */
export function circumstance({ kind, name, faults }: Column, budget: FaultBudget, { compiled, columns }: Pick<Tradeoffs, "compiled" | "columns">): string {
  if (kind === "none" || budget === 0) return "even without a fault";
  if (kind === "all") return `when all faults of the spec come together (${columns.filter((c) => c.kind === "fault" && c.own !== 0).map((c) => `${c.name} ${c.own}`).join(", ")})`;
  const action = compiled.protocol.actions.find((a) => a.name === faults[0]);
  const known = action?.span.file === faultsName ? libraryFaults[action.name.slice(action.name.lastIndexOf(".") + 1)] : undefined;
  if (known) return budget === 1 ? `when ${known.one}` : `when ${known.many} ${times(budget)}`;
  const said = action && firstSentence(action.doc);
  return `when ${said ? `this happens ${times(budget)}: ${said}` : `${inWords(name)} happens ${times(budget)}`}`;
}

function times(budget: FaultBudget): string {
  switch (budget) {
    case 1: return "once";
    case 2: return "twice";
    default: return typeof budget === "number" ? plural(budget, "time") : "any number of times";
  }
}

/** Of a comment, in quotes. Undefined where there is none. */
function firstSentence(doc: string): string | undefined {
  const [sentence] = /^.*?[.!?](?=\s|$)|^.+/s.exec(oneLine(doc)) ?? [];
  return sentence && `“${sentence.replace(/[.!?]$/, "")}”`;
}

/** Names of designs, the first of them where they are many. */
function some(names: readonly string[]): Piece[] {
  const shown = names.length <= mostNames ? names : names.slice(0, mostNames - 1);
  return listed([...shown.map((design) => ({ design })), ...(shown.length < names.length ? [`${names.length - shown.length} more`] : [])], "and");
}

const mostNames = 4, mostPayers = 2;

function listed(items: readonly Piece[], word: string): Piece[] {
  return items.flatMap((item, i): Piece[] => [i === 0 ? "" : i === items.length - 1 ? ` ${word} ` : ", ", item]);
}

const joined = (clauses: readonly (readonly Piece[])[], between = "; ", last = "; and "): Piece[] =>
  clauses.flatMap((c, i): Piece[] => [i === 0 ? "" : i === clauses.length - 1 ? last : between, ...c]);
