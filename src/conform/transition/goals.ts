/** For any size: what the solver is asked about a function, and what its answers mean. */
import { InternalError } from "../../base/assert-never.ts";
import { type Span, showSpan } from "../../base/span.ts";
import type { Goal } from "../../backends/smt/goal.ts";
import { encode } from "../../backends/smt/goals.ts";
import { Unsupported } from "../../backends/smt/unsupported.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { rebuildProtocol } from "../../ir/rebuild.ts";
import { mapType } from "../../ir/visit-type.ts";
import { type Visitor, walkExpr, walkStmts } from "../../ir/visit.ts";
import { reduced } from "../../passes/reduced.ts";
import { restore } from "../../pipeline/evidence.ts";
import { type Ask, holds, isInductive, type Settled } from "../../pipeline/induction.ts";
import { exampleOf } from "../../pipeline/proof-tasks.ts";
import type { Binding } from "./binding.ts";
import type { TransitionFunction } from "./function.ts";
import { differenceAt, specFails } from "./judge.ts";
import type { Probe, Probes } from "./probes.ts";
import type { Difference } from "./report.ts";

/** What became of the goals about one action. */
export interface Outcome {
  readonly proved: boolean;
  /** With these options it cannot happen. */
  readonly never: boolean;
  readonly goals: number;
  /** Why it is not proved. */
  readonly because: readonly string[];
  /** In a state that what is assumed allows. */
  readonly difference?: Difference;
}

interface Asked {
  readonly probes: Probes;
  readonly binding: Binding;
  readonly fn: TransitionFunction;
  /** Invariants and lemmas that are proved. */
  readonly kept: ReadonlySet<string>;
}

/** @throws InternalError where a model shows nothing */
export async function outcomesOf(asked: Asked, ask: Ask): Promise<ReadonlyMap<Probe, Outcome>> {
  const { probes, kept } = asked;
  const notes = new Set(probes.actions.flatMap((p) => p.notes.map((n) => n.invariant)));
  const whole = reduced(probes.protocol);
  const model: Protocol = { ...whole, properties: whole.properties.filter((p) => isInductive(p) && (kept.has(p.name) || notes.has(p.name))) };
  const encoded = encode(model);
  const own = new Map(probes.actions.map((p) => [p, encoded.filter((g) => concerns(g, p, asked.fn))]));
  const settled = await ask([...own.values()].flat(), true);
  return new Map(probes.actions.map((p) => {
    const goals = own.get(p)!;
    return [p, outcomeOf(p, goals.map((g) => settled.find((s) => s.goal === g)!), { ...asked, model, encoded })] as const;
  }));
}

/** Whether a goal is about the function, and not about the spec alone. */
function concerns(goal: Goal, probe: Probe, fn: TransitionFunction): boolean {
  if (goal.action?.name !== probe.done && goal.action?.name !== probe.refusal) return false;
  if (goal.kind === "consecution") return probe.notes.some((n) => n.invariant === goal.property?.name);
  // What both may share counts as the function's.
  return goal.kind === "no-failure" && goal.property === undefined && (!places(probe).has(showRange(goal.span)) || placesOf(fn.result).has(showRange(goal.span)));
}

const showRange = ({ file, line, column, endLine, endColumn }: Span): string => [file, line, column, endLine, endColumn].join(":");

function collector(): { readonly found: Set<string>; readonly visitor: Visitor } {
  const found = new Set<string>();
  const note = (span: Span): void => void found.add(showRange(span));
  return {
    found,
    visitor: { expr: (e) => note(e.span), stmt: (s) => note(s.span), place: (p) => p.path.forEach((step) => note(step.span)) },
  };
}

function places({ bound: { action } }: Probe): ReadonlySet<string> {
  const { found, visitor } = collector();
  walkStmts(action.body, visitor);
  return found;
}

function placesOf(e: Expr): ReadonlySet<string> {
  const { found, visitor } = collector();
  walkExpr(e, visitor);
  return found;
}

interface Answered extends Asked {
  readonly model: Protocol;
  readonly encoded: readonly Goal[];
}

function outcomeOf(probe: Probe, settled: readonly Settled[], asked: Answered): Outcome {
  const { model, encoded } = asked;
  const never = !model.actions.some((a) => a.name === probe.done || a.name === probe.refusal);
  // What is simplified away has been seen to agree; of the rest, each has to be shown.
  const missing = probe.notes.filter((n) => model.state.some((f) => f.name === n.invariant) && !settled.some((s) => s.goal.property?.name === n.invariant));
  const open = settled.filter((s) => !holds(s));
  const unsaid = missing.length === 0 ? [] : [cannotSay(encoded.map((g) => g.query).find((q) => q instanceof Unsupported))];
  const base = { never, goals: settled.length, proved: missing.length === 0 && open.length === 0 };
  const because = new Set([...unsaid, ...open.map((s) => whyOpen(s))]);
  for (const s of open) {
    const difference = shown(probe, s, asked);
    if (difference) return { ...base, because: [...because], difference };
  }
  return { ...base, because: [...because] };
}

const cannotSay = (why: Unsupported | undefined): string => `it cannot be said in logic${why ? `: ${why.reason}${showSpan(why.span) === "" ? "" : ` (${showSpan(why.span)})`}` : ""}`;

function whyOpen({ result }: Settled): string {
  if (result instanceof Unsupported) return cannotSay(result);
  const { answer } = result;
  if (answer.kind === "unknown") return gaveUp[answer.reason];
  return "in a state that the proved invariants allow, the two differ";
}

const gaveUp = {
  timeout: "the solver ran out of time", memory: "the solver ran out of memory", incomplete: "the solver could not decide it", crash: "the solver ended", stopped: "it was interrupted",
} as const;

/** The input of a model, as the interpreter sees it. */
function shown(probe: Probe, { goal, result }: Settled, { probes, binding, model }: Answered): Difference | undefined {
  if (result instanceof Unsupported) return undefined;
  const example = exampleOf(model, goal, result);
  if (!example?.before || !example.step) return undefined;
  const full = sizedAs(probes.protocol, example.instance);
  const before = restore(example.before, example.instance, full);
  const args = example.step.args.map((a) => a.value);
  const found = differenceAt(full, binding, probe, before, args);
  if (!found && example.confirmed === "yes" && !specFails(full, probe, before, args)) throw new InternalError(`the counterexample to "${goal.name}" is none: spec and function agree`);
  // Majorities of a model need not be majorities.
  return example.confirmed === "abstract-majority" ? undefined : found;
}

/** A bound that the scope would give, in a proof without one. */
const anyLength = 2 ** 20;

/** At the sizes of an instance that has no more in it than a model. */
function sizedAs(protocol: Protocol, instance: Protocol): Protocol {
  const sorts = protocol.sorts.map((s) => ({ ...s, size: instance.sorts.find((t) => t.name === s.name)?.size ?? 1 }));
  const scope = Object.fromEntries(sorts.map((s) => [s.name, s.size]));
  return rebuildProtocol({ ...protocol, sorts, scope }, {
    type: (type) => mapType(type, (t) => ((t.kind === "seq" || t.kind === "bag") && typeof t.max === "string" ? { ...t, max: anyLength } : t)),
  });
}
