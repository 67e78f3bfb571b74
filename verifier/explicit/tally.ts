/** Counts, while a search goes through the states, what tells why there are so many, and whether they say anything. */
import type { ModelModule } from "../contract/model.ts";
import type { Observer } from "../contract/search.ts";
import { DistinctValues, type PackedBits } from "./distinct-values.ts";
import { BatchSink } from "./sink.ts";


export class Tally implements Observer {
  readonly led: Float64Array;
  readonly discovered: Float64Array;
  /** By predicate: the states in which it holds. */
  readonly held: Float64Array;
  readonly values: readonly DistinctValues[];
  /** States looked at, states expanded, the most steps that one of those has, and how many have none. */
  states = 0;
  expansions = 0;
  mostSteps = 0;
  withoutSteps = 0;
  private readonly check: (states: Uint32Array, offset: number) => number;
  private readonly pending: Uint8Array;

  /**
   * @param predicates a model over the same packed states that has them as its reachables, and nothing else; a predicate that fails to evaluate does not hold
   * @param fields where the fields of a state lie
   */
  constructor(actions: number, predicates: ModelModule, fields: readonly PackedBits[]) {
    this.led = new Float64Array(actions);
    this.discovered = new Float64Array(actions);
    this.values = fields.map((field) => new DistinctValues(field));
    const model = predicates.createModel(new BatchSink(predicates.words, { rows: () => {}, violation: () => {} }));
    const { length } = model.reachables;
    this.held = new Float64Array(length);
    this.pending = new Uint8Array(length);
    const nothing = new Uint8Array(0);
    this.check = (states, offset) => model.check(states, offset, nothing, this.pending);
  }

  batch(labels: Uint16Array, n: number, fresh: Int32Array, added: number): void {
    for (let row = 0; row < n; row++) this.led[labels[row]]++;
    for (let k = 0; k < added; k++) this.discovered[labels[fresh[k]]]++;
  }

  found(states: Uint32Array, offset: number): void {
    this.states++;
    const { pending, held } = this;
    pending.fill(1);
    this.check(states, offset);
    for (let p = 0; p < held.length; p++) if (pending[p] === 0) held[p]++;
    for (const values of this.values) values.add(states, offset);
  }

  expanded(steps: number): void {
    this.expansions++;
    if (steps === 0) this.withoutSteps++;
    if (steps > this.mostSteps) this.mostSteps = steps;
  }
}
