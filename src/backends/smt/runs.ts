/** Questions about runs of one instance, and what their models show. */
import type { State } from "../../interp/value.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import type { SolverQuery } from "../../../verifier/contract/solver.ts";
import { Decoder } from "./decode.ts";
import type { FunctionSymbol } from "./shapes.ts";
import { and, not, or, type Term, tt } from "./term.ts";
import { type Judged, Unrolling } from "./unroll.ts";
import { Unsupported } from "./unsupported.ts";

/** What is looked for: a state or step where a property is false (a reachable: true), or where something fails to evaluate. */
export type Target = Property | "failure";

/** What is smaller is answered sooner than simplified. */
const smallText = 100_000;

export interface ShownRun {
  readonly states: readonly State[];
  /** Whether the run ends in the last state, or in the attempt to get to another. */
  readonly arrives: boolean;
  /** The actions of the steps; also of that which fails. */
  readonly actions: readonly string[];
}

/** Is the last state part of the run? No name of a protocol has a `!`. */
const arrives: FunctionSymbol = { name: "arrives!", args: [], result: "Bool" };
/** Asserted, so that a text of which nothing else is left by simplification does not look as if it had not been read. */
const something: FunctionSymbol = { name: "something!", args: [], result: "Bool" };

export class Runs {
  /** Properties that cannot be said in logic. */
  readonly unsupported = new Map<string, Unsupported>();
  private readonly unrolling: Unrolling;
  private readonly judged = new Map<Property, Judged>();

  /** @throws Unsupported where initial states of the protocol, its steps, or its constraints cannot be said in logic */
  constructor(private readonly protocol: Protocol) {
    this.unrolling = new Unrolling(protocol);
    this.unrolling.start();
    for (const p of protocol.properties) {
      if (p.kind === "terminal") continue;
      try {
        this.judged.set(p, this.unrolling.judge(p));
      } catch (error) {
        if (!(error instanceof Unsupported) || p.kind === "constraint") throw error;
        this.unsupported.set(p.name, error);
      }
    }
  }

  /** Is there an initial state, or does something fail before there is one? */
  initial(): SolverQuery {
    const { is, fails } = this.unrolling.start();
    return this.query(0, "start", [or(and(...is), fails)], false);
  }

  /**
   * Is there a run of so many steps that ends in one of the targets?
   * @param holding of these it is known that no shorter run ends in them
   */
  ending(depth: number, targets: readonly Target[], holding: readonly Target[]): SolverQuery {
    const { is, fails } = this.unrolling.start();
    const there = or(...targets.map((t) => this.at(depth, t)));
    const failure = targets.includes("failure");
    if (depth === 0) return this.query(0, "start", [`(= ${arrives.name} ${and(...is)})`, or(and(arrives.name, there), failure ? fails : "false")], true);
    return this.query(depth, "start", [
      ...is, ...this.path(depth), ...known(depth, (i) => and(...holding.map((t) => not(this.at(i, t))))),
      or(and(arrives.name, there), failure ? this.unrolling.fails(depth) : "false"),
    ], true);
  }

  /** Is there a path of k steps through different states, from any state at all, that respects the claims until its end, and there breaks the target? */
  breaking(k: number, target: Target, claims: readonly Target[]): SolverQuery {
    const different = known(k, (i) => and(...Array.from({ length: i }, (_, j) => not(this.unrolling.same(j, i)))));
    const end = target === "failure" ? or(and(arrives.name, this.fails(k)), this.unrolling.fails(k)) : and(arrives.name, not(this.respects(k, target)));
    return this.query(k, 0, [...this.unrolling.any(), ...this.path(k), ...different, ...known(k, (i) => and(...claims.map((t) => this.respects(i, t)))), end], true);
  }

  /** The run of a model. */
  read(model: string, depth: number, from: "start" | 0): ShownRun {
    const { shapes } = this.unrolling.machine;
    const decoder = new Decoder(this.protocol, { shapes, declarations: [], functions: [arrives, ...this.unrolling.symbols(depth, from)] }, model);
    const there = decoder.isTrue(arrives.name);
    return { states: this.unrolling.run(decoder, there ? depth : depth - 1), arrives: there, actions: this.unrolling.actions(decoder, depth) };
  }

  /** States 0 to `depth`, of which the last is reached where `arrives` holds. States beyond a constraint are not left. */
  private path(depth: number): Term[] {
    const states = Array.from({ length: depth }, (_, i) => i + 1);
    return [
      ...states.flatMap((i) => this.unrolling.after(i)),
      ...states.flatMap((i) => (i < depth ? [this.unrolling.taken(i), this.within(i)] : [this.within(0)])),
      `(= ${arrives.name} ${this.unrolling.taken(depth)})`,
    ];
  }

  /** That state `i`, or the step to it, shows a target. */
  private at(i: number, target: Target): Term {
    if (target === "failure") return this.fails(i);
    if (target.kind === "step" && i === 0) return "false";
    const { value, fails } = this.judged.get(target)!;
    return and(target.kind === "reachable" ? and(value(i), this.within(i)) : not(value(i)), not(fails(i)));
  }

  /** That a claim is true there, and can be evaluated. */
  private respects(i: number, target: Target): Term {
    if (target === "failure") return not(this.fails(i));
    const judged = this.judged.get(target)!;
    return target.kind === "step" && i === 0 ? tt : and(judged.value(i), not(judged.fails(i)));
  }

  /** That some property cannot be evaluated there. */
  private fails(i: number): Term {
    return or(...[...this.judged].map(([p, judged]) => {
      if (p.kind === "step" && i === 0) return "false";
      return and(p.kind === "reachable" ? this.within(i) : tt, judged.fails(i));
    }));
  }

  private within(i: number): Term {
    return and(...[...this.judged].flatMap(([p, { value, fails }]) => (p.kind === "constraint" ? [value(i), not(fails(i))] : [])));
  }

  private query(last: number, from: "start" | 0, assertions: readonly Term[], model: boolean): SolverQuery {
    const declared = [arrives, something, ...this.unrolling.symbols(last, from)].map((f) => `(declare-const ${f.name} ${f.result})`);
    const text = [...declared, `(assert ${something.name})`, ...assertions.filter((a) => a !== tt).map((a) => `(assert ${a})`)].join("\n");
    return { text, assumptions: [], wants: { model }, ground: text.length > smallText };
  }
}

/** What is known of the states before the last. */
const known = (last: number, say: (i: number) => Term): Term[] => Array.from({ length: last }, (_, i) => say(i));
