/** From a run of canonical states to one of the protocol: what a search up to symmetry finds are orbits. */
import { InternalError } from "../base/assert-never.ts";
import type { Model, ModelModule, Sink, StepViolation } from "../../verifier/contract/model.ts";
import type { Finding } from "../../verifier/contract/search.ts";

/** Rows taken at a time. */
const capacity = 256;

/**
 * A run with the same orbits and the same end: it starts in an initial state itself, and each state is a step from the one before. Permuting
 * a run gives a run, so wherever it stands, there is a step into the next orbit.
 * @param plain the model without symmetry
 * @param canonical a model of the same protocol that hands over canonical states
 */
export function realRun({ what, path }: Finding, plain: ModelModule, canonical: ModelModule): Finding {
  if (path.length === 0) return { what, path };
  const steps = new Steps(plain);
  const orbit = canonicalForms(canonical);
  const run: Uint32Array[] = [];
  for (const [i, wanted] of path.entries()) {
    const last = i === path.length - 1;
    const same = (state: Uint32Array): boolean => equal(orbit(state), orbit(wanted));
    const { rows, violations } = steps.from(run.at(-1));
    // A row that is told of is no canonical state, and need not be kept: what is wrong with it depends on the state before it.
    const told = last ? violations.find((v) => isOf(v, what) && same(v.row))?.row : undefined;
    const next = told ?? rows.find(same);
    if (!next) throw new InternalError(`no step into the orbit of state ${i} of a run`);
    run.push(next);
  }
  return { what, path: run };
}

interface Told {
  readonly kind: StepViolation;
  readonly index: number;
  readonly row: Uint32Array;
}

function isOf({ kind, index }: Told, what: Finding["what"]): boolean {
  switch (what.kind) {
    case "step": return kind === "step" && index === what.index;
    case "invariant": return kind === "beyond" && index === what.index;
    case "failure": return what.action < 0 && kind === "check-failure" && index === what.site;
    default: return false;
  }
}

/** What one call of a model produces. */
class Steps {
  private readonly model: Model;
  private rows: Uint32Array[] = [];
  private violations: Told[] = [];
  private readonly sink: Sink;

  constructor({ words, createModel }: ModelModule) {
    const take = (row: number): Uint32Array => this.sink.rows.slice(row * words, (row + 1) * words);
    this.sink = {
      rows: new Uint32Array(capacity * words), capacity, count: 0, labels: new Uint16Array(capacity),
      flush: () => {
        for (let row = 0; row < this.sink.count; row++) this.rows.push(take(row));
        this.sink.count = 0;
      },
      violation: (kind, index) => {
        if (kind !== "failure") this.violations.push({ kind, index, row: take(this.sink.count) });
      },
    };
    this.model = createModel(this.sink);
  }

  /** The steps from a state, or the initial states. */
  from(state: Uint32Array | undefined): { readonly rows: readonly Uint32Array[]; readonly violations: readonly Told[] } {
    this.rows = [];
    this.violations = [];
    if (state) this.model.expand(state, 0);
    else this.model.initial();
    this.sink.flush();
    return { rows: this.rows, violations: this.violations };
  }
}

function canonicalForms({ words, createModel }: ModelModule): (state: Uint32Array) => Uint32Array {
  const model = createModel({ rows: new Uint32Array(words), capacity: 1, count: 0, flush: () => undefined, violation: () => undefined });
  return (state) => {
    const form = state.slice();
    model.canonical?.(form, 0);
    return form;
  };
}

const equal = (a: Uint32Array, b: Uint32Array): boolean => a.every((word, i) => word === b[i]);
