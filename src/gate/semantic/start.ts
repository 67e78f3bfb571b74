/** Where runs begin: initial values, options, and what is done before the first step. */
import { eq, stateRead } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Action, StateField } from "../../ir/protocol.ts";
import { showExpr } from "../../interp/show-expr.ts";
import { doesTheSame, stillHappens } from "./actions.ts";
import { canonicalAction, canonicalExpr } from "./canonical.ts";
import { type Found, found, inBase, inHead, type Pair } from "./subject.ts";

/** @param settled options of which something is said already */
export async function changedStart(pair: Pair, settled: ReadonlySet<string>): Promise<Found[]> {
  const all: Found[] = [];
  for (const old of pair.base.state) {
    const now = pair.head.state.find((f) => f.name === old.name);
    if (now && !settled.has(old.name)) all.push(...(await changedValue(pair, old, now)));
  }
  return [...all, ...(await changedInits(pair))];
}

async function changedValue(pair: Pair, old: StateField, now: StateField): Promise<Found[]> {
  // One that may start with any value has all those that it had.
  if (now.initial === null) return [];
  if (old.initial !== null && canonicalExpr(old.initial) === canonicalExpr(now.initial)) return [];
  const option = old.role === "option" || now.role === "option";
  const [rule, verb] = option ? ["option-changed", "is"] as const : ["initial-changed", "starts as"] as const;
  const shown = showExpr(now.initial);
  if (old.initial === null) {
    return [found(rule, "error", old.name, `${old.name} ${verb} ${shown}, where every value was looked at before`, inHead(now))];
  }
  const claim = (f: StateField, initial: Expr): Expr => eq(stateRead(f.name, f.type, "now", f.span), initial, f.span);
  const answer = await pair.questions.follows(old.name, { base: { protocol: pair.base, claim: claim(old, old.initial) }, head: { protocol: pair.head, claim: claim(now, now.initial) } }, "base");
  if (answer.kind === "shown") return [];
  const before = showExpr(old.initial);
  const message = option ? `by default, ${old.name} is ${shown}, and was ${before}` : `${old.name} starts as ${shown}, and started as ${before}`;
  return [found(rule, "error", old.name, before === shown ? `${old.name} starts with another value than before` : message, inHead(now), answer.kind === "unknown" ? [`${answer.why}.`] : [])];
}

async function changedInits(pair: Pair): Promise<Found[]> {
  const { base, head } = pair;
  const all: Found[] = [];
  for (const old of base.inits) {
    const now = head.inits.find((a) => a.name === old.name);
    if (now) all.push(...(await changedInit(pair, old, now)));
    else if (!head.inits.some((a) => canonicalAction(a) === canonicalAction(old))) all.push(found("initial-changed", "error", old.name, `${old.name} no longer runs at the start`, inBase(old)));
  }
  const added = head.inits.filter((a) => !base.inits.some((b) => b.name === a.name || canonicalAction(b) === canonicalAction(a)));
  all.push(...added.map((a) => found("initial-changed", "error", a.name, `${a.name} is new, and runs at the start`, inHead(a))));
  if (all.length > 0 || head.inits.length < 2) return all;
  const order = (inits: readonly Action[]): string => inits.map(canonicalAction).join("\n");
  const names = (inits: readonly Action[]): string => inits.map((a) => a.name).join("\n");
  if (names(base.inits) === names(head.inits) || order(base.inits) === order(head.inits)) return [];
  return [found("initial-changed", "error", head.inits[0].name, "what runs at the start does so in another order", inHead(head.inits[0]))];
}

async function changedInit(pair: Pair, old: Action, now: Action): Promise<Found[]> {
  if (canonicalAction(old) === canonicalAction(now)) return [];
  for (const answer of [await stillHappens(pair, old, now), await doesTheSame(pair, old, now)]) {
    if (answer.kind === "shown") continue;
    const message = answer.kind === "refuted" ? `${old.name} makes other states than before` : `${old.name} has changed, and it is not known whether runs start in the same states`;
    return [found("initial-changed", "error", old.name, message, inHead(now), answer.kind === "unknown" ? [`${answer.why}.`] : [])];
  }
  return [];
}
