/**
 * Breadth-first search by the interpreter: what every engine must agree with. It looks for the first violation of every
 * property, and keeps whole states.
 *
 * - A state is kept when it is new and every constraint is true in it. A state that is not kept is checked (invariants,
 *   and the step properties of the step to it), but neither counted nor expanded; reachables count only in kept states.
 * - Once an invariant is violated or a reachable reached, it is not evaluated any more.
 * - A predicate that fails to evaluate is a finding of its own; for the rest of the search it is neither true nor false
 *   there: an invariant is not violated, a state is beyond a constraint, a deadlock is not reported.
 */
import type { Property, Protocol } from "../ir/protocol.ts";
import { showSpan } from "../base/span.ts";
import type { Claim, Run } from "./claim.ts";
import { envOf } from "./env.ts";
import { holds } from "./eval.ts";
import { Failure } from "./failure.ts";
import { initialStates, successors } from "./step.ts";
import { type State, stateKey } from "./value.ts";

export interface ExploreLimits {
  /** Distinct states to keep. */
  readonly maxStates?: number;
  /** States at this depth are checked, not expanded. */
  readonly maxDepth?: number;
  /** Report a state without a step: always, where no terminal predicate holds (the default), or never. */
  readonly deadlock?: "error" | "terminal" | "ignore";
}

export interface Exploration {
  readonly end: "complete" | "max-states" | "max-depth";
  /** Kept states in the order of discovery. */
  readonly states: readonly State[];
  readonly distinctStates: number;
  /** Enabled action instances from every expanded state. */
  readonly transitions: number;
  /** Steps to the farthest kept state. */
  readonly depth: number;
  /** Enabled instances by action name. */
  readonly enabled: ReadonlyMap<string, number>;
  /** At most one per property and per failing node and action, each with a shortest run; for a reachable, the witness. */
  readonly findings: readonly Finding[];
}

export interface Finding extends Run {
  /** Set where the claim is a failure. */
  readonly failure?: Failure;
}

/** @param protocol an instance: sorts have sizes, bounds are numbers */
export function explore(protocol: Protocol, limits: ExploreLimits = {}): Exploration {
  return new Exploring(protocol, limits).run();
}

/** Ends the search at the limit on states. */
class Full extends Error {
  override readonly name = "Full";
}

class Exploring {
  readonly #protocol: Protocol;
  readonly #limits: ExploreLimits;
  readonly #states: State[] = [];
  /** Index of the state from which each was found first; -1 for initial states. */
  readonly #parents: number[] = [];
  readonly #seen = new Set<string>();
  readonly #findings = new Map<string, Finding>();
  readonly #enabled: Map<string, number>;
  #transitions = 0;

  constructor(protocol: Protocol, limits: ExploreLimits) {
    this.#protocol = protocol;
    this.#limits = limits;
    this.#enabled = new Map(protocol.actions.map((a) => [a.name, 0]));
  }

  run(): Exploration {
    let depth = 0;
    let end: Exploration["end"] = "complete";
    try {
      for (const initial of initialStates(this.#protocol)) {
        if ("state" in initial) this.#visit(initial.state, -1);
        else this.#failed(initial.failure, null, () => []);
      }
      let from = 0;
      let to = this.#states.length;
      while (from < to) {
        if (depth === this.#limits.maxDepth) {
          end = "max-depth";
          break;
        }
        for (let i = from; i < to; i++) this.#expand(i);
        [from, to] = [to, this.#states.length];
        if (from < to) depth++;
      }
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      end = "max-states";
      depth = Math.max(0, ...this.#states.map((_, i) => this.#path(i).length - 1));
    }
    return {
      end, depth, states: this.#states, distinctStates: this.#states.length, transitions: this.#transitions,
      enabled: this.#enabled, findings: [...this.#findings.values()],
    };
  }

  #expand(index: number): void {
    const state = this.#states[index];
    let enabled = 0;
    for (const successor of successors(this.#protocol, state)) {
      if ("failure" in successor) {
        this.#failed(successor.failure, successor.action.name, () => this.#path(index));
        continue;
      }
      enabled++;
      this.#enabled.set(successor.action.name, this.#enabled.get(successor.action.name)! + 1);
      for (const property of this.#properties("step")) {
        const run = (): State[] => [...this.#path(index), successor.next];
        if (this.#evaluate(property, state, successor.next, run) === false) this.#found({ kind: "step", name: property.name }, run);
      }
      this.#visit(successor.next, index);
    }
    this.#transitions += enabled;
    if (enabled === 0) this.#withoutStep(index);
  }

  #withoutStep(index: number): void {
    const terminals = this.#properties("terminal");
    const mode = this.#limits.deadlock ?? "terminal";
    if (mode === "ignore" || (mode === "terminal" && terminals.length === 0)) return;
    const run = (): State[] => this.#path(index);
    const mayStop = mode === "terminal" && terminals.some((p) => this.#evaluate(p, this.#states[index], null, run) !== false);
    if (!mayStop) this.#found({ kind: "deadlock" }, run);
  }

  /** Checks a state, and keeps it if it is new and within the constraints. */
  #visit(state: State, parent: number): void {
    const key = stateKey(state);
    if (this.#seen.has(key)) return;
    const run = (): State[] => [...this.#path(parent), state];
    const kept = this.#properties("constraint").every((p) => this.#evaluate(p, state, null, run) === true);
    if (kept) {
      if (this.#states.length === this.#limits.maxStates) throw new Full();
      this.#seen.add(key);
      this.#states.push(state);
      this.#parents.push(parent);
    }
    this.#settle("invariant", false, state, run);
    if (kept) this.#settle("reachable", true, state, run);
  }

  /** Notes the open properties of a kind that have the value that settles them. */
  #settle(kind: "invariant" | "reachable", decisive: boolean, state: State, run: () => readonly State[]): void {
    for (const property of this.#properties(kind)) {
      const claim: Claim = { kind, name: property.name };
      if (!this.#findings.has(claimKey(claim)) && this.#evaluate(property, state, null, run) === decisive) this.#found(claim, run);
    }
  }

  /** Undefined where it fails, which is noted. */
  #evaluate(property: Property, state: State, next: State | null, run: () => readonly State[]): boolean | undefined {
    try {
      return holds(property.body, envOf(this.#protocol, state, next));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failed(error, null, run);
      return undefined;
    }
  }

  #failed(failure: Failure, action: string | null, run: () => readonly State[]): void {
    this.#found({ kind: "failure", span: failure.span, action }, run, failure);
  }

  #found(claim: Claim, run: () => readonly State[], failure?: Failure): void {
    const key = claimKey(claim, failure);
    if (!this.#findings.has(key)) this.#findings.set(key, { claim, states: run(), ...(failure && { failure }) });
  }

  #properties(kind: Property["kind"]): readonly Property[] {
    return this.#protocol.properties.filter((p) => p.kind === kind);
  }

  #path(index: number): State[] {
    return index === -1 ? [] : [...this.#path(this.#parents[index]), this.#states[index]];
  }
}

/** Equal for claims of which one finding is enough. */
function claimKey(claim: Claim, failure?: Failure): string {
  switch (claim.kind) {
    case "deadlock": return claim.kind;
    case "failure": return `failure ${claim.action ?? ""} ${failure?.reason} ${showSpan(claim.span)}`;
    case "invariant": case "step": case "reachable": case "stuck": case "eventually": case "leadsTo": return `${claim.kind} ${claim.name}`;
  }
}
