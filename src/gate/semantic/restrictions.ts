/** What states are left out, where runs may end, and what is assumed: more of it, and less is promised. */
import type { Span } from "../../base/span.ts";
import { boolLit, joined } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import type { Rule } from "../rules.ts";
import { canonicalExpr } from "./canonical.ts";
import { type Found, found, inBase, inHead, type Pair, stateLines } from "./subject.ts";
import { shared } from "./weakened.ts";

export async function restrictions(pair: Pair): Promise<Found[]> {
  return [...(await endings(pair)), ...(await stricter(pair, "constraint", constraints)), ...(await stricter(pair, "assume", assumptions))];
}

/** States without a step are reported where no `terminal` excuses them, if there is any. */
async function endings(pair: Pair): Promise<Found[]> {
  const before = named(pair.base, "terminal"), now = named(pair.head, "terminal");
  if (before.length === 0 || sameText(before, now)) return [];
  const [first] = before;
  if (now.length === 0) return [found("invariant-removed", "error", first.name, `${first.name} is gone: states without a step are no longer reported`, inBase(first))];
  const place = inHead(now.find((p) => !before.some((q) => canonicalExpr(p.body) === canonicalExpr(q.body))) ?? now[0]);
  const subject = now.map((p) => p.name).join(", ");
  const answer = await pair.questions.follows(subject, {
    base: { protocol: pair.base, claim: joined("or", bodies(before), first.span) },
    head: { protocol: pair.head, claim: joined("or", bodies(now), now[0].span), given: shared(pair) },
  }, "head");
  switch (answer.kind) {
    case "shown": return [];
    case "refuted": return [found("invariant-weakened", "error", subject, `runs may end in states that had to have a step before`, place, ["Such a state:", ...stateLines([answer.situation.head])])];
    case "unknown": return [found("property-changed", "error", subject, `where runs may end has changed, and it is not known whether it is in more states`, place, [`${answer.why}.`])];
  }
}

interface Words { readonly rule: Rule; readonly more: (name: string) => string; readonly unknown: (name: string) => string; readonly state: string }

const constraints: Words = {
  rule: "constraint-added", more: (n) => `${n} leaves out states that were looked at before`,
  unknown: (n) => `${n} is new or has changed, and it is not known whether more states are left out`, state: "A state that is now left out:",
};
const assumptions: Words = {
  rule: "assumption-added", more: (n) => `${n} assumes more than was assumed before`,
  unknown: (n) => `${n} is new or has changed, and it is not known whether more is assumed`, state: "Values that are now ruled out:",
};

/** Each predicate of the head must follow from those of the base. */
async function stricter(pair: Pair, kind: "constraint" | "assume", words: Words): Promise<Found[]> {
  const before = named(pair.base, kind);
  const known = new Set(before.map((p) => canonicalExpr(p.body)));
  const all: Found[] = [];
  for (const p of named(pair.head, kind).filter((q) => !known.has(canonicalExpr(q.body)))) {
    const claim = before.length === 0 ? boolLit(true, p.span) : joined("and", bodies(before), p.span);
    const answer = await pair.questions.follows(p.name, { base: { protocol: pair.base, claim }, head: { protocol: pair.head, claim: p.body } }, "base");
    if (answer.kind === "refuted") all.push(found(words.rule, "error", p.name, words.more(p.name), inHead(p), [words.state, ...stateLines([answer.situation.head])]));
    if (answer.kind === "unknown") all.push(found(words.rule, "error", p.name, words.unknown(p.name), inHead(p), [`${answer.why}.`]));
  }
  return all;
}

interface Predicate { readonly name: string; readonly body: Expr; readonly span: Span }

const named = (p: Protocol, kind: Property["kind"]): readonly Predicate[] => (kind === "assume" ? p.assumptions : p.properties.filter((q) => q.kind === kind));
const bodies = (all: readonly Predicate[]): Expr[] => all.map((p) => p.body);
const sameText = (a: readonly Predicate[], b: readonly Predicate[]): boolean => JSON.stringify(bodies(a).map(canonicalExpr).toSorted()) === JSON.stringify(bodies(b).map(canonicalExpr).toSorted());
