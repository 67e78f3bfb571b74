/** What a model says of the states and steps of a graph. */
import type { Model, ModelModule } from "../contract/model.ts";
import type { Graph } from "./graph.ts";
import { BatchSink } from "./sink.ts";

/** Evaluation failed at a failure site, in a state. */
export class NoValue extends Error {
  override readonly name = "NoValue";
  constructor(readonly site: number, readonly state: number) {
    super("no value");
  }
}

export class GraphValues {
  private readonly model: Model;
  private looking = 0;

  constructor(module: ModelModule, private readonly graph: Graph) {
    this.model = module.createModel(new BatchSink(module.words, {
      rows: () => undefined,
      violation: (_kind, site) => { throw new NoValue(site, this.looking); },
    }));
  }

  /** By `reachable` of the model, the states in which it holds. @throws NoValue */
  holds(): Uint8Array[] {
    const { model, graph } = this;
    const all = model.reachables.map(() => new Uint8Array(graph.count));
    const skip = new Uint8Array(model.invariants.length), pending = new Uint8Array(all.length);
    for (let s = 0; s < graph.count; s++) {
      this.looking = s;
      pending.fill(1);
      model.check(this.chunk(s), this.at(s), skip, pending);
      for (const [i, p] of pending.entries()) if (p === 0) all[i][s] = 1;
    }
    return all;
  }

  /** By state, whether a predicate of a liveness property holds for a choice: sets this bit where it does. @throws NoValue */
  note(predicate: number, choice: number, bit: number, value: Uint8Array): void {
    const { model } = this;
    for (let s = 0; s < value.length; s++) {
      this.looking = s;
      if (model.holds!(predicate, choice, this.chunk(s), this.at(s))) value[s] |= bit;
    }
  }

  /** By predicate, how many choices it has. */
  get choices(): readonly number[] {
    return this.model.choices ?? [];
  }

  /** Of a state or step. @throws NoValue */
  cost(index: number, state: number, next: number): number {
    this.looking = state;
    return this.model.cost!(index, this.chunk(state), this.at(state), this.chunk(next), this.at(next));
  }

  private chunk(state: number): Uint32Array {
    const { states } = this.graph;
    return states.chunks[state >>> states.shift];
  }

  private at(state: number): number {
    const { states } = this.graph;
    return (state & states.mask) * states.words;
  }
}
