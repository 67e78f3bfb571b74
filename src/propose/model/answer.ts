/** The form of answers, and how one is read. Each part is looked at by itself: what is wrong with one takes no other down. */
import * as z from "zod";
import type { Ghost } from "../ghost.ts";
import type { Proposal } from "../proposal.ts";
import { type Hint, type HintReport, useOf } from "./hint.ts";
import { oneLine, visible } from "./secrets.ts";

/** Asked for are fewer; more at a time are not looked at. */
export const mostLemmas = 8;
export const mostHints = 4;
const mostParts = 16;
/** Longer ones are refused when they are judged. */
export const longestFormula = 4000;
const longestName = 60;
const longestReason = 300;

/** Bounds are left out: not every endpoint that knows schemas knows bounds. */
const lemma = z.object({ name: z.string(), formula: z.string(), reason: z.string() });
const hint = z.union([
  z.object({ kind: z.literal("case-split"), claim: z.string(), cases: z.array(z.string()), reason: z.string() }),
  z.object({ kind: z.literal("instantiate"), property: z.string(), terms: z.array(z.object({ variable: z.string(), value: z.string() })), reason: z.string() }),
  z.object({
    kind: z.literal("ghost"), name: z.string(), type: z.string(), initial: z.string(),
    updates: z.array(z.object({ action: z.string(), value: z.string() })), reason: z.string(),
  }),
  z.object({ kind: z.literal("ranking"), property: z.string(), measure: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("claim"), formula: z.string(), reason: z.string() }),
]);
const form = z.object({ lemmas: z.array(lemma), hints: z.array(hint) });

const { $schema: _, ...schema } = z.toJSONSchema(form);
/** In the subset that strict structured output knows: everything required, nothing besides. */
export const answerSchema: Record<string, unknown> = schema;

const lenientLemma = lemma.partial({ name: true, reason: true });
const lenientForm = z.object({ lemmas: z.array(z.unknown()).nullish(), hints: z.array(z.unknown()).nullish() }).refine((a) => a.lemmas || a.hints);

export interface Reading {
  readonly proposals: readonly Proposal[];
  readonly ghosts: readonly Ghost[];
  readonly hints: readonly HintReport[];
  readonly notes: readonly string[];
}

/** @param known formulas that need not be proposed again; @returns undefined where it is not an answer at all */
export function readAnswer(text: string, round: number, known: readonly string[]): Reading | undefined {
  const found = candidates(text).map((c) => lenientForm.safeParse(c)).find((r) => r.success);
  if (!found?.data) return undefined;
  const lemmas = found.data.lemmas ?? [];
  const hints = (found.data.hints ?? []).slice(0, mostHints).flatMap((h) => readHint(h) ?? []).map((h): HintReport => ({ hint: h, use: useOf(h) }));
  const read = lemmas.slice(0, mostLemmas).flatMap((l) => readLemma(l, round) ?? []);
  const ofHints = hints.flatMap(({ hint: { reason }, use }) => (use.kind === "proposed" ? use.formulas.map((f) => proposal(f, round, reason)) : []));

  const seen = new Set(known.map(spaceless));
  const proposals: Proposal[] = [];
  let repeated = 0;
  let long = 0;
  for (const p of [...read, ...ofHints]) {
    if (p.text.length > longestFormula) long++;
    // A hint may be about a lemma that is proposed by itself.
    else if (seen.has(spaceless(p.text))) repeated += ofHints.includes(p) ? 0 : 1;
    else proposals.push(p);
    seen.add(spaceless(p.text));
  }
  const unread = Math.min(lemmas.length, mostLemmas) - read.length + Math.min(found.data.hints?.length ?? 0, mostHints) - hints.length;
  const unlooked = Math.max(0, lemmas.length - mostLemmas) + Math.max(0, (found.data.hints?.length ?? 0) - mostHints);
  const notes = [
    ...(unread > 0 ? [`the model's answer has ${unread} of another form than was asked for; left out`] : []),
    ...(unlooked > 0 ? [`the model gave ${unlooked} more than the ${mostLemmas} lemmas and ${mostHints} hints that are looked at in a round`] : []),
    ...(long > 0 ? [`${long} of the model's formulas have more than ${longestFormula} characters; left out`] : []),
    ...(repeated > 0 ? [`${repeated} of the model's formulas were proposed before; left out`] : []),
  ];
  const ghosts = hints.flatMap(({ hint: h }): Ghost[] => (h.kind === "ghost" ? [{ name: h.name.slice(0, longestName), type: h.type, initial: h.initial, updates: h.updates, reason: h.reason, by: { proposer: "model", round } }] : []));
  return { proposals, ghosts, hints, notes };
}

const spaceless = (text: string): string => text.replaceAll(/\s+/g, "");

function proposal(text: string, round: number, reason: string | undefined, name?: string): Proposal {
  const line = oneLine(reason ?? "", longestReason);
  return { text, by: { proposer: "model", round }, ...(name && { name: name.slice(0, longestName) }), ...(line !== "" && { reason: line }) };
}

function readLemma(given: unknown, round: number): Proposal | undefined {
  const read = lenientLemma.safeParse(given);
  if (!read.success || read.data.formula.trim() === "") return undefined;
  const { text, name } = bare(read.data.formula);
  return proposal(text, round, read.data.reason, oneLine(read.data.name ?? name ?? "", longestName));
}

/** Models like to write the whole method, or a statement. */
function bare(formula: string): { text: string; name?: string } {
  const method = /^\s*(?:@lemma\s+)?([A-Za-z]\w*)\s*\(\)\s*(?::\s*boolean\s*)?\{\s*return\b([\s\S]*)\}\s*$/.exec(formula.slice(0, longestFormula + 1));
  const text = (method ? method[2] : formula).trim().replace(/^return\b/, "").replace(/;$/, "").trim();
  return { text, ...(method && { name: method[1] }) };
}

function readHint(given: unknown): Hint | undefined {
  const read = hint.safeParse(given);
  if (!read.success) return undefined;
  const whole = JSON.stringify(read.data);
  const parts = read.data.kind === "case-split" ? read.data.cases : read.data.kind === "instantiate" ? read.data.terms : read.data.kind === "ghost" ? read.data.updates : [];
  if (whole.length > 2 * longestFormula || parts.length > mostParts) return undefined;
  return { ...read.data, reason: oneLine(read.data.reason, longestReason) };
}

/** What may be meant: all of it, what stands in fences, or from the first brace to the last. */
function candidates(text: string): unknown[] {
  const said = text.replace(/^\s*<think>[\s\S]*?<\/think>/, "").trim();
  const fenced = said.split(/^```/m).filter((_, i) => i % 2 === 1).map((block) => block.replace(/^\w*\s/, ""));
  const braces = said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1);
  return [said, ...fenced.slice(0, 8), braces].flatMap((t) => {
    try {
      return [JSON.parse(t, (_, value: unknown) => (typeof value === "string" ? visible(value) : value)) as unknown];
    } catch {
      return [];
    }
  });
}
