/** Steps that are gone, that happen in fewer states, or that do something else. */
import type { Version } from "../../backends/smt/version.ts";
import { fieldsWritten } from "../../interp/step.ts";
import type { Action } from "../../ir/protocol.ts";
import { canonicalAction } from "./canonical.ts";
import { common } from "./guards.ts";
import type { Answer, Versions } from "./questions.ts";
import { callOf, type Found, found, inBase, inHead, type Pair, stateLines } from "./subject.ts";
import { shared } from "./weakened.ts";

export async function changedActions(pair: Pair): Promise<Found[]> {
  const all: Found[] = [];
  for (const old of pair.base.actions) {
    const same = pair.head.actions.find((a) => a.name === old.name);
    all.push(...(same ? [...changedRole(old, same), ...(await changed(pair, old, same))] : missing(pair, old)));
  }
  return all;
}

function missing({ base, head }: Pair, old: Action): Found[] {
  const text = canonicalAction(old);
  const added = head.actions.filter((a) => !base.actions.some((b) => b.name === a.name));
  const twin = added.find((a) => a.role === old.role && canonicalAction(a) === text);
  if (twin) return [found("renamed", "note", old.name, `${old.name} is now called ${twin.name}`, inHead(twin))];
  const fault = old.role === "fault";
  return [found(fault ? "fault-dropped" : "action-removed", "error", old.name, fault ? `the fault ${old.name} is gone` : `${old.name} is gone`, inBase(old))];
}

function changedRole(old: Action, now: Action): Found[] {
  if (old.role === now.role) return [];
  const what = ({ role }: Action): string => (role === undefined ? "a step of the protocol itself" : role === "delay" ? "a delay" : `a ${role}`);
  const [rule, level] = old.role === "fault" ? ["fault-dropped", "error"] as const : ["action-changed", "warning"] as const;
  return [found(rule, level, old.name, `${old.name} was ${what(old)}, and is ${what(now)}`, inHead(now))];
}

async function changed(pair: Pair, old: Action, now: Action): Promise<Found[]> {
  if (canonicalAction(old) === canonicalAction(now)) return [];
  const versions = comparedActions(pair, old, now);
  const happens = await stillHappens(pair, old, now);
  const fewer = happens.kind === "shown" ? [] : [await happensLess(pair, old, now, versions, happens)];
  return [...fewer, ...(await doesOther(pair, old, now, versions))];
}

async function happensLess(pair: Pair, old: Action, now: Action, versions: Versions, answer: Answer): Promise<Found> {
  const rule = old.role === "fault" ? "fault-dropped" : "guard-strengthened";
  if (answer.kind !== "refuted") {
    const why = answer.kind === "unknown" ? [`${answer.why}.`] : [];
    const hint = answer.kind === "unknown" && answer.hint ? ["A state that its guards no longer let pass:", ...stateLines([answer.hint.base, answer.hint.head])] : [];
    return found(rule, "error", old.name, `${old.name} has changed, and it is not known whether it still happens wherever it did`, inHead(now), [...why, ...hint]);
  }
  const { base, head } = answer.situation;
  const details = [`${callOf(base)} was possible in this state, and is not:`, ...stateLines([base, head])];
  const never = await pair.questions.neverHappens(now.name, versions);
  if (never.kind === "shown") return found(old.role === "fault" ? "fault-dropped" : "action-dead", "error", old.name, `${old.name} can no longer happen`, inHead(now), details);
  return found(rule, "error", old.name, `${old.name} happens in fewer states than before`, inHead(now), details);
}

async function doesOther(pair: Pair, old: Action, now: Action, versions: Versions): Promise<Found[]> {
  if (fieldsWritten([old]).size > 0 && fieldsWritten([now]).size === 0) {
    return [found(old.role === "fault" ? "fault-dropped" : "action-dead", "error", old.name, `${old.name} no longer changes anything`, inHead(now))];
  }
  const answer = await doesTheSame(pair, old, now);
  if (answer.kind === "shown") return happensMore(pair, now, versions);
  const [rule, level] = old.role === "fault" ? ["fault-dropped", "error"] as const : ["action-changed", "note"] as const;
  if (answer.kind === "unknown") return [found(rule, level, old.name, `${old.name} may do something else than before`, inHead(now), [`${answer.why}.`])];
  const { base } = answer.situation;
  return [found(rule, level, old.name, `${old.name} does something else than before`, inHead(now), [`For example ${callOf(base)} in this state:`, ...stateLines([base])])];
}

async function happensMore(pair: Pair, now: Action, versions: Versions): Promise<Found[]> {
  const answer = await pair.questions.happenedBefore(now.name, versions);
  if (answer.kind !== "refuted") return [];
  const { head } = answer.situation;
  return [found("action-changed", "note", now.name, `${now.name} happens in more states than before`, inHead(now), [`For example ${callOf(head)} in this state:`, ...stateLines([head])])];
}

/** Of the guards alone, if that is enough: the rest may be more than a solver understands. */
export async function stillHappens(pair: Pair, old: Action, now: Action): Promise<Answer> {
  const { guards } = common(old, now);
  if (guards?.none) return { kind: "shown" };
  const part = guards && await pair.questions.stillHappens(old.name, comparedActions(pair, guards.old, guards.now));
  if (part?.kind === "shown") return part;
  const whole = await pair.questions.stillHappens(old.name, comparedActions(pair, old, now));
  return whole.kind === "unknown" && part?.kind === "refuted" ? { ...whole, hint: part.situation } : whole;
}

export const doesTheSame = async (pair: Pair, old: Action, now: Action): Promise<Answer> =>
  (common(old, now).sameEffect ? { kind: "shown" } : pair.questions.doesTheSame(old.name, comparedActions(pair, old, now)));

/** Both with their parameters matched: by name, and where their number is the same, by place. */
function comparedActions(pair: Pair, old: Action, now: Action): Versions {
  const byName = new Map(now.params.flatMap((p) => (old.params.some((q) => q.name === p.name) ? [[p.name, p.name] as const] : [])));
  const matched = now.params.length === old.params.length && byName.size < now.params.length ? new Map(now.params.map((p, i) => [p.name, old.params[i].name])) : byName;
  const base: Version = { protocol: pair.base, action: old, params: new Map(old.params.map((p) => [p.name, p.name])) };
  return { base, head: { protocol: pair.head, action: now, params: matched, given: shared(pair) } };
}
