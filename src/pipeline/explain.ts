/** What a proof rests on: of every goal, the hypotheses that it needs; and the lemmas that the proof can do without. */
import { fragmentOf } from "../backends/smt/fragment.ts";
import type { Goal, Hypothesis, Query } from "../backends/smt/goal.ts";
import { hypothesesOf, solverQuery } from "../backends/smt/query-text.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { PoolResult, PoolTask } from "../../verifier/smt/pool.ts";
import { holds, type Induction } from "./induction.ts";
import type { Explanation, GoalGrounds } from "./prove-report.ts";

/** How more is found out about a proof. */
export interface Wonder {
  /** Asks many questions at once, for a short time each. */
  ask(tasks: readonly PoolTask[]): Promise<readonly PoolResult[]>;
  /** Whether there is time for more; without any, more is said to be needed than is. */
  inTime(): boolean;
}

/** A goal that holds. */
interface Grounded {
  readonly goal: Goal;
  readonly query: Query;
  /** With these it holds. */
  given: readonly Hypothesis[];
  /** Of these, what the solver named as enough. */
  needs: readonly Hypothesis[];
  /** What was tried to do without, and could not be. */
  readonly kept: Set<Hypothesis>;
}

/** @param shown what was proved of the protocol */
export async function explain(protocol: Protocol, shown: Induction, wonder: Wonder): Promise<Explanation> {
  const goals = provedGoals(shown);
  await takeCores(goals.map((g) => ({ g, given: g.given })), wonder);
  await minimise(goals, wonder);
  const lemmas = protocol.properties.filter((p) => p.kind === "lemma" && shown.kept.has(p.name)).map((p) => p.name);
  const roots = protocol.properties.filter((p) => p.kind === "step" || (p.kind === "invariant" && shown.kept.has(p.name))).map((p) => p.name);
  const grounds = goals.map((g): GoalGrounds => groundsOf(g, protocol));
  const needed = closure(roots, goals);
  const removable = await withoutOthers(lemmas, roots, goals, wonder);
  return { goals: grounds, unneeded: removable.filter((l) => !needed.has(l)), removable };
}

function provedGoals({ own, rest }: Induction): Grounded[] {
  return [...own, ...rest].filter(holds).flatMap(({ goal }): Grounded[] => {
    const { query } = goal;
    return query instanceof Unsupported ? [] : [{ goal, query, given: query.hypotheses, needs: query.hypotheses, kept: new Set() }];
  });
}

const taskOf = ({ goal, query }: Grounded, hypotheses: readonly Hypothesis[]): PoolTask =>
  ({ name: goal.name, query: solverQuery({ ...query, hypotheses }, { wants: { core: true } }) });

/** Which goals hold with what is given, and what of that is enough. Where a solver is not sure, nothing changes. */
async function takeCores(wanted: readonly { readonly g: Grounded; readonly given: readonly Hypothesis[] }[], { ask }: Wonder): Promise<readonly boolean[]> {
  const results = await ask(wanted.map(({ g, given }) => taskOf(g, given)));
  return wanted.map(({ g, given }, i) => {
    const { answer } = results[i];
    if (answer.kind !== "unsat") return false;
    g.given = given;
    g.needs = hypothesesOf(answer.core, { ...g.query, hypotheses: given });
    return true;
  });
}

/**
 * Tries to do without each part of a property, one after the other, in all goals at the same time. What the solver did not
 * name needs no question; but it names what it likes, so that the order alone decides what remains.
 */
async function minimise(goals: readonly Grounded[], wonder: Wonder): Promise<void> {
  for (;;) {
    const open = goals.flatMap((g) => {
      const next = nextOf(g);
      return next ? [{ g, next, given: g.given.filter((h) => h !== next) }] : [];
    });
    if (open.length === 0 || !wonder.inTime()) return;
    const done = await takeCores(open, wonder);
    open.forEach(({ g, next }, i) => {
      if (!done[i]) g.kept.add(next);
    });
  }
}

/** Others before the property itself, and what stands last first. On the way there, drops what is not needed. */
function nextOf(g: Grounded): Hypothesis | undefined {
  const open = g.given.filter((h) => h.property !== undefined && !g.kept.has(h)).toReversed();
  const own = (h: Hypothesis): boolean => h.property === g.goal.property?.name;
  const inOrder = [...open.filter((h) => !own(h)), ...open.filter(own)];
  const at = inOrder.findIndex((h) => g.needs.includes(h));
  const dropped = new Set(at < 0 ? inOrder : inOrder.slice(0, at));
  g.given = g.given.filter((h) => !dropped.has(h));
  return inOrder[at];
}

function groundsOf(g: Grounded, protocol: Protocol): GoalGrounds {
  const { goal, query, needs, kept } = g;
  const named = needs.filter((h) => h.property !== undefined);
  return {
    goal: goal.name, kind: goal.kind as GoalGrounds["kind"], property: goal.property?.name ?? "no failure",
    ...(goal.action && { action: goal.action.name }),
    needs: named.map((h) => ({ part: h.name, property: h.property!, ...(h.span && { span: h.span }) })),
    minimal: named.every((h) => kept.has(h)),
    fragment: fragmentOf(goal, query, protocol),
  };
}

/** Names of properties whose goals need only one another: those given, and all that they rest on. Failures rest on nothing that may be left out. */
function closure(roots: readonly string[], goals: readonly Grounded[]): Set<string> {
  const reached = new Set(roots);
  for (;;) {
    const size = reached.size;
    for (const g of goals) {
      if (!g.goal.property || reached.has(g.goal.property.name)) for (const h of g.needs) if (h.property !== undefined) reached.add(h.property);
    }
    if (reached.size === size) return reached;
  }
}

/** Lemmas without which, all of them together, the rest still proves everything else. What is declared last is tried first. */
async function withoutOthers(lemmas: readonly string[], roots: readonly string[], goals: readonly Grounded[], wonder: Wonder): Promise<string[]> {
  for (const lemma of lemmas.toReversed()) {
    const used = closure(roots, goals);
    if (!used.has(lemma) || !wonder.inTime()) continue;
    const others = (h: Hypothesis): boolean => h.property === undefined || (h.property !== lemma && (used.has(h.property) || !lemmas.includes(h.property)));
    const affected = goals.filter(({ goal, needs }) => (!goal.property || used.has(goal.property.name)) && goal.property?.name !== lemma && needs.some((h) => h.property === lemma));
    const before = affected.map(({ given, needs }) => ({ given, needs }));
    const done = await takeCores(affected.map((g) => ({ g, given: g.query.hypotheses.filter(others) })), wonder);
    if (done.every((d) => d)) {
      for (const g of affected) g.kept.clear();
      await minimise(affected, wonder);
    } else affected.forEach((g, i) => Object.assign(g, before[i]));
  }
  const used = closure(roots, goals);
  const removed = lemmas.filter((l) => !used.has(l));
  if (removed.length === 0) return [];
  // What cores say piece by piece is asked once more as a whole.
  const left = goals.filter(({ goal }) => !goal.property || used.has(goal.property.name));
  const rests = (h: Hypothesis): boolean => h.property === undefined || !removed.includes(h.property);
  const answers = await wonder.ask(left.map((g) => taskOf(g, g.query.hypotheses.filter(rests))));
  return answers.every(({ answer }) => answer.kind === "unsat") ? removed : [];
}
