/** What an instance costs until its milestones, at best and at worst, over all runs without faults. */
import { InternalError } from "../base/assert-never.ts";
import { envOf } from "../interp/env.ts";
import { evaluate } from "../interp/eval.ts";
import type { State } from "../interp/value.ts";
import type { Metric } from "../ir/protocol.ts";
import { type Measured, measured } from "../passes/measured.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { type GraphRun, Reached, type Weight } from "../../verifier/explicit/graph-best.ts";
import { Worst } from "../../verifier/explicit/graph-worst.ts";
import type { ExploreOptions, Measure, MeasuredRun, MeasureReport } from "./report.ts";
import { isConstrained, notExplored, refused, type Steps, stepsOf } from "./steps.ts";

/** Kinds of steps. */
const other = 0, receipt = 1, delay = 2;

/** A cost, as it stands in the report. */
type Named = Pick<Measure, "cost" | "doc" | "unit">;

const delays: Named = { cost: "message delays", doc: "How many times a message waits for another, on the way that takes longest.", unit: "message delays" };

/**
 * Without faults, whatever the budgets, and without steps that repair them.
 * @throws DiagnosticsError where a milestone or cost has no value; InternalError where engines disagree
 */
export async function measure({ instance }: Pick<Prepared, "instance">, options: ExploreOptions = {}): Promise<MeasureReport> {
  const subject = measured(instance);
  const milestones = subject.instance.properties.map((p) => p.name);
  const costs = subject.instance.metrics;
  const names = [...(subject.delay === undefined ? [] : [delays]), ...costs.map(named)];
  const all = (of: (milestone: string, index: number) => readonly Measure[]): Measure[] => milestones.flatMap(of);
  const unknown = all((milestone) => names.map((n) => ({ ...n, milestone, best: "unknown", worst: "unknown" })));
  if (unknown.length === 0) return { ...notExplored(subject.instance, "complete"), measures: [] };
  if (isConstrained(instance)) return { ...notExplored(subject.instance, "constraint"), measures: unknown };
  const kindOf = ({ name }: { readonly name: string }): number => (name === subject.delay ? delay : subject.receipts.has(name) ? receipt : other);
  const { explored, steps } = await stepsOf(subject, 3, kindOf, options);
  if (!steps) return { ...explored, measures: unknown };
  const perStep = costs.map((c, i) => (c.kind === "stepCost" ? stepCost(steps, c, i) : undefined));
  return {
    ...explored,
    measures: all((milestone, m) => {
      const one = new Measuring(subject, steps, milestone, steps.holds[m]);
      return [
        ...(subject.delay === undefined ? [] : [one.ofSteps(delays, delayOf(steps), patient(steps), undefined)]),
        ...costs.map((c, i) => {
          const weight = perStep[i];
          return weight ? one.ofSteps(named(c), weight, weight, c) : one.ofStates(named(c), (state) => steps.located(() => steps.values.cost(i, state, state)), c);
        }),
      ];
    }),
  };
}

const named = ({ kind, name, doc }: Metric): Named => ({ cost: name, doc, unit: kind === "cost" ? "of the state" : "of the steps" });

const delayOf = ({ graph }: Steps): Weight => (step) => (graph.kind[step] === delay ? 1 : 0);

/** Time passes only where nothing that has arrived waits to be received: so each message takes one delay, and no longer. */
function patient({ graph: { first, kind } }: Steps): Weight {
  const waits = (state: number): boolean => {
    for (let step = first[state]; step < first[state + 1]; step++) if (kind[step] === receipt) return true;
    return false;
  };
  return (step, from) => (kind[step] !== delay ? 0 : waits(from) ? -1 : 1);
}

/** Each step is evaluated once. */
function stepCost({ graph, values, located }: Steps, { name, span }: Metric, index: number): Weight {
  const known = new Float64Array(graph.target.length).fill(NaN);
  return (step, from) => {
    if (!Number.isNaN(known[step])) return known[step];
    const cost = located(() => values.cost(index, from, graph.target[step]));
    if (cost < 0) throw refused("T6017", `a step costs ${cost} of ${name}, which is summed along runs`, "Count what is added, not the difference: Math.max(0, …).", span);
    known[step] = cost;
    return cost;
  };
}

/** Costs until one milestone. */
class Measuring {
  /** The shortest runs to where the milestone is first reached. */
  private readonly reached: Reached;

  constructor(private readonly subject: Measured, private readonly steps: Steps, private readonly milestone: string, private readonly ends: Uint8Array) {
    this.reached = new Reached(steps.graph, ends, () => 0);
  }

  /** @param cost undefined for delays */
  ofSteps(name: Named, least: Weight, most: Weight, cost: Metric | undefined): Measure {
    const { graph } = this.steps;
    const cheapest = new Reached(graph, this.ends, least);
    const end = cheapest.nearest((s) => this.ends[s] !== 0);
    if (end === undefined) return this.never(name);
    const worst = new Worst(graph, this.ends, most, graph.initial);
    const best = cheapest.cost[end], bestRun = this.run(cheapest.runTo(end), (states, actions) => this.sum(cost, states, actions), best);
    if (worst.most === Infinity) {
      const grows = worst.growing() ?? missing(`${name.cost} grows without a run`);
      const { first, last } = grows;
      const worstRun = this.run(grows.run, (states, actions) => Math.min(1, this.sum(cost, states.slice(first, last + 2), actions.slice(first, last + 1))), 1);
      return { ...name, milestone: this.milestone, best, worst: "unbounded", bestRun, worstRun: { ...worstRun, repeat: { first, last } } };
    }
    const dearest = worst.run();
    // What has arrived can be received for ever, in states in which time never passes.
    if (!dearest) return { ...name, milestone: this.milestone, best, worst: "unknown", bestRun };
    return { ...name, milestone: this.milestone, best, worst: worst.most, bestRun, worstRun: this.run(dearest, (states, actions) => this.sum(cost, states, actions), worst.most) };
  }

  ofStates(name: Named, valueOf: (state: number) => number, cost: Metric): Measure {
    const firsts = Array.from(this.ends.keys()).filter((s) => this.ends[s] !== 0 && this.reached.cost[s] === 0);
    if (firsts.length === 0) return this.never(name);
    const valued = firsts.map((state) => ({ state, value: valueOf(state), length: this.reached.length[state] })).toSorted((a, b) => a.value - b.value || a.length - b.length || a.state - b.state);
    const best = valued[0];
    const worst = valued.find((v) => v.value === valued[valued.length - 1].value)!;
    const run = ({ state, value }: typeof best): MeasuredRun =>
      this.run(this.reached.runTo(state), (states) => Number(evaluate(cost.body, envOf(this.subject.instance, states[states.length - 1]))), value);
    return { ...name, milestone: this.milestone, best: best.value, worst: worst.value, bestRun: run(best), worstRun: run(worst) };
  }

  private never(name: Named): Measure {
    return { ...name, milestone: this.milestone, best: "never", worst: "never" };
  }

  /** @param cost what the oracle says of the run, which has to be what the engine says: `claimed` */
  private run(run: GraphRun, cost: (states: readonly State[], actions: readonly string[]) => number, claimed: number): MeasuredRun {
    const { graph: { kind } } = this.steps;
    const hints = run.steps.map((s) => (kind[s] === delay ? this.subject.delay : undefined));
    const trace = this.steps.trace(run, { kind: "reachable", name: this.milestone }, hints);
    const states = [trace.initial ?? missing("a run has no states"), ...trace.steps.map((s) => s.state)];
    const found = cost(states, trace.steps.map((s) => s.action));
    if (found !== claimed) missing(`a run to ${this.milestone} costs ${found} and not ${claimed}`);
    return { trace };
  }

  private sum(cost: Metric | undefined, states: readonly State[], actions: readonly string[]): number {
    if (!cost) return actions.filter((a) => a === this.subject.delay).length;
    return states.slice(1).reduce((sum, next, i) => sum + Number(evaluate(cost.body, envOf(this.subject.instance, states[i], next))), 0);
  }
}

const missing = (what: string): never => {
  throw new InternalError(`measure: ${what}`);
};
