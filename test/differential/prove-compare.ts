/**
 * Goals against the interpreter, on one random protocol. Of a goal that is said to hold, no step from any state at hand
 * (reachable or not, in which everything that was assumed is true) may be an exception; of one that is said not to, the
 * counterexample must be one for the interpreter. What is found is thrown.
 */
import { counterexample } from "../../src/backends/smt/counterexample.ts";
import { conjunctName, conjuncts } from "../../src/backends/smt/conjuncts.ts";
import { assumedOf } from "../../src/backends/smt/counterexample.ts";
import type { Goal, Query } from "../../src/backends/smt/goal.ts";
import { encode } from "../../src/backends/smt/goals.ts";
import { solverQuery } from "../../src/backends/smt/query-text.ts";
import { Unshowable } from "../../src/backends/smt/unshowable.ts";
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
import type { Z3 } from "../../verifier/smt/z3.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";

export const counts = { protocols: 0, goals: 0, unsat: 0, sat: 0, unknown: 0, unsupported: 0, confirmed: 0, abstractMajority: 0, mayNotFail: 0, unshowable: 0, steps: 0 };
export type Counts = typeof counts;

/** A change to a query, to see whether it is found out. */
export type Corrupt = (query: Query, goal: Goal) => Query;

const mostStates = 60;
const mostInitial = 200;
const mostSteps = 400;

/** The statements that are proved, no others. */
const bare = (protocol: Protocol): Protocol => ({ ...protocol, properties: protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "step") });

export function compareProof(random: RandomProtocol, z3: Z3, corrupt: Corrupt = (q) => q): void {
  const protocol = bare(random.protocol);
  const goals = encode(protocol);
  counts.protocols++;
  const holding = new Set<string>();
  for (const goal of goals) {
    counts.goals++;
    if (goal.query instanceof Unsupported) {
      counts.unsupported++;
      continue;
    }
    const query = corrupt(goal.query, goal);
    const ask = (atMost?: number) => z3.ask(solverQuery(query, { wants: { model: true }, ...(atMost && { atMost }) }), { milliseconds: 300, seed: 0 });
    let answer = ask();
    if (answer.kind !== "unsat") {
      const small = ask(2);
      if (small.kind === "sat") answer = small;
    }
    counts[answer.kind]++;
    if (answer.kind === "unsat") holding.add(goal.name);
    if (answer.kind !== "sat") continue;
    try {
      const { confirmed } = counterexample(protocol, goal, query, answer.model);
      counts[confirmed === "yes" ? "confirmed" : confirmed === "abstract-majority" ? "abstractMajority" : "mayNotFail"]++;
    } catch (error) {
      if (!(error instanceof Unshowable)) throw error;
      counts.unshowable++;
    }
  }
  search(random, protocol, goals, holding);
}

/** Looks for an exception to what is said to hold. */
function search({ choice }: RandomProtocol, protocol: Protocol, goals: readonly Goal[], holding: ReadonlySet<string>): void {
  const instance = instantiate(protocol, { sizes: used(choice.sizes, protocol), options: {} });
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
function someStates(instance: Protocol): State[] {
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
function used(sizes: RandomProtocol["choice"]["sizes"], protocol: Protocol): RandomProtocol["choice"]["sizes"] {
  return Object.fromEntries(Object.entries(sizes).filter(([name]) => name !== "bound" || JSON.stringify(protocol).includes('"max":"bound"')));
}
