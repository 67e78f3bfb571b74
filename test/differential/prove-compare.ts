/**
 * Goals against the interpreter, on one random protocol. Of a goal that is said to hold, no step from any state at hand
 * (reachable or not, in which everything that was assumed is true) may be an exception; of one that is said not to, the
 * counterexample must be one for the interpreter. What is found is thrown.
 */
import { conjunctName, conjuncts } from "../../src/backends/smt/conjuncts.ts";
import { assumedOf } from "../../src/backends/smt/counterexample.ts";
import type { Goal, Query } from "../../src/backends/smt/goal.ts";
import { encode } from "../../src/backends/smt/goals.ts";
import { Unsupported } from "../../src/backends/smt/unsupported.ts";
import { showSpan, type Span } from "../../src/base/span.ts";
import { cardinality, valuesOf } from "../../src/interp/domain.ts";
import { envOf, sortsOf } from "../../src/interp/env.ts";
import { holds } from "../../src/interp/eval.ts";
import { explore } from "../../src/interp/explore.ts";
import { Failure } from "../../src/interp/failure.ts";
import { argumentsOf, initialStates, runAction } from "../../src/interp/step.ts";
import type { State, Value } from "../../src/interp/value.ts";
import type { Expr } from "../../src/ir/expr.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { choicesOf } from "../../src/pipeline/find-violations.ts";
import type { Ask } from "../../src/pipeline/induction.ts";
import { exampleOf } from "../../src/pipeline/proof-tasks.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import type { Counts } from "./prove-counts.ts";

/** A change to a query, to see whether it is found out. */
export type Corrupt = (query: Query, goal: Goal) => Query;

const mostStates = 60;
const mostInitial = 200;
const mostSteps = 150;
const mostChoices = 10_000;

/** The statements that are proved, no others. */
export const provable = (protocol: Protocol): Protocol =>
  ({ ...protocol, properties: protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma" || p.kind === "step") });

export async function compareGoals(random: RandomProtocol, ask: Ask, counts: Counts, corrupt: Corrupt = (q) => q): Promise<void> {
  const protocol = provable(random.protocol);
  const goals = encode(protocol).map((g): Goal => (g.query instanceof Unsupported ? g : { ...g, query: corrupt(g.query, g) }));
  const holding = new Set<string>();
  for (const { goal, result } of await ask(goals, true)) {
    counts.goals++;
    if (result instanceof Unsupported) {
      counts.unsupported++;
      continue;
    }
    // Of the assumptions a model is what is wanted.
    if (goal.kind !== "consistency") counts[result.answer.kind]++;
    if (result.answer.kind === "unsat") holding.add(goal.name);
    if (result.answer.kind !== "sat") continue;
    if (result.probe === undefined) {
      counts.large++;
      continue;
    }
    const example = exampleOf(protocol, goal, result);
    counts[example ? countOf[example.confirmed] : "unshowable"]++;
  }
  search(random, protocol, goals, holding, counts);
}

const countOf = { yes: "confirmed", "abstract-majority": "abstractMajority", "may-not-fail": "mayNotFail" } as const;

/** Looks for an exception to what is said to hold. */
function search({ choice }: RandomProtocol, protocol: Protocol, goals: readonly Goal[], holding: ReadonlySet<string>, counts: Counts): void {
  const instance = instantiate(protocol, { sizes: used(choice.sizes, protocol), options: {} });
  if (choicesOf(instance) > mostChoices) return;
  const said = (name: string): boolean => holding.has(name);
  const wrong = (what: string, states: readonly State[]): never => {
    throw new Error(`said to hold, and does not: ${what}\n${states.map((s) => JSON.stringify(s)).join("\n")}`);
  };
  const failures = (prefix: string): Goal[] => goals.filter((g) => g.kind === "no-failure" && g.name.startsWith(prefix));
  const at = (span: Span, f: Failure): boolean => showSpan(span) === showSpan(f.span);
  /** Only a failure that every goal about its place excludes is an exception; what belongs to an instance alone is none. */
  const failed = (f: Failure, about: readonly Goal[], states: readonly State[]): void => {
    if (f.reason === "overflow" || outOfInstance(f)) return;
    if (goals.some((g) => g.query instanceof Unsupported && g.kind === "no-failure" && !g.property && (!g.action || about.includes(g)))) return;
    const own = about.filter((g) => g.query instanceof Unsupported || (g.failure && at(g.failure.span, f) && g.failure.reason === f.reason));
    if (own.every((g) => said(g.name))) wrong(`nothing fails, but ${f.reason} at ${showSpan(f.span)}: ${f.message}`, states);
  };
  const evaluated = (body: Expr, env: ReturnType<typeof envOf>): boolean | Failure => {
    try {
      return holds(body, env);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  };
  const properties = instance.properties.flatMap((p) => conjuncts(p.body).map((body, i, all) => ({ p, body, name: conjunctName(p, i, all.length) })));

  let seen = 0;
  for (const initial of initialStates(instance)) {
    if (++seen > mostInitial) break;
    if ("failure" in initial) {
      failed(initial.failure, failures("no-failure initial"), []);
      continue;
    }
    for (const { p, body, name } of properties) {
      if (p.kind === "invariant" && said(`initiation ${name}`) && evaluated(body, envOf(instance, initial.state)) === false) wrong(`initiation ${name}`, [initial.state]);
    }
  }

  const assumed = assumedOf(instance);
  const sorts = sortsOf(instance);
  for (const before of [...explore({ ...instance, properties: [] }, { maxStates: mostStates, deadlock: "ignore" }).states, ...someStates(instance)]) {
    const broken = assumed.map((a) => evaluated(a.body, envOf(instance, before))).find((v) => v !== true);
    if (broken === false) continue;
    if (broken instanceof Failure) {
      continue;
    }
    for (const action of instance.actions) {
      let tried = 0;
      for (const args of argumentsOf(action, sorts)) {
        if (++tried > mostSteps) break;
        const outcome = runAction(instance, before, action, args);
        if (outcome.kind === "failed") failed(outcome.failure, failures(`no-failure ${action.name}`), [before]);
        if (outcome.kind !== "step") continue;
        counts.steps++;
        for (const { p, body, name } of properties) {
          const step = p.kind === "step";
          const goal = `${step ? "step" : "consecution"} ${action.name} ${name}`;
          const value = evaluated(body, step ? envOf(instance, before, outcome.next) : envOf(instance, outcome.next));
          const untouched = !step && !goals.some((g) => g.name === goal || (g.query instanceof Unsupported && g.property?.name === p.name));
          if (value === false && (said(goal) || untouched)) wrong(goal, [before, outcome.next]);
        }
      }
    }
  }
}

/** An unbounded integer of the state has 32 bits in an instance only. */
const outOfInstance = (f: Failure): boolean => f.message.includes("2147483647") || f.message.includes("that the scope allows");

/** Arbitrary states, most of which cannot be reached: a few values of each field, in all orders. */
export function someStates(instance: Protocol): State[] {
  const sorts = sortsOf(instance);
  const fields = instance.state.map((f): Value[] => {
    const n = cardinality(f.type, sorts);
    const all: Value[] = [];
    let i = 0;
    const stride = Math.max(1, Math.floor(Math.min(n, 20_000) / 5));
    for (const v of valuesOf(f.type, sorts)) {
      if (i++ % stride === 0) all.push(v);
      if (all.length >= 5) break;
    }
    return all;
  });
  if (fields.some((f) => f.length === 0)) return [];
  return Array.from({ length: 60 }, (_, k) => fields.map((values, i) => values[(k * (2 * i + 1) + ((k * k + i) >> 1)) % values.length]));
}

/** Without the sizes of bounds that nothing is left to mention. */
export function used(sizes: RandomProtocol["choice"]["sizes"], protocol: Protocol): RandomProtocol["choice"]["sizes"] {
  return Object.fromEntries(Object.entries(sizes).filter(([name]) => name !== "bound" || JSON.stringify(protocol).includes('"max":"bound"')));
}
