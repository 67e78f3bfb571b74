/** A vocabulary on one small instance: which atoms hold of which reachable states. */
import { emitModel } from "../../backends/explicit/emit-model.ts";
import { instantiateModule } from "../../backends/explicit/module.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Options, Property, Protocol } from "../../ir/protocol.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import { instantiate } from "../../passes/instantiate.ts";
import { simplify } from "../../passes/simplify.ts";
import { collect, type CollectLimits } from "../../../verifier/explicit/collect.ts";
import { Rows } from "../../../verifier/infer/rows.ts";
import type { Ground } from "./grounding.ts";
import type { Variable } from "./vocabulary.ts";

export interface Instance {
  readonly protocol: Protocol;
  /** The atoms at the types of the instance; their free locals are the variables. */
  readonly atoms: readonly Expr[];
}

/** @throws DiagnosticsError where the sizes do not make an instance */
export function instanceOf(protocol: Protocol, atoms: readonly Expr[], variables: readonly Variable[], sizes: Readonly<Record<string, number>>, options: Options): Instance {
  const byName = new Map(variables.map((v) => [v.name, v]));
  // As properties, atoms take part in whatever becomes of the protocol.
  const closed = atoms.map((atom, i): Property => {
    const body = b.forAll([...freeLocals(atom).keys()].map((name) => byName.get(name)!), atom, protocol.span);
    return { kind: "reachable", name: `atom ${i}`, doc: "", body, span: protocol.span };
  });
  const instance = instantiate({ ...protocol, properties: closed }, { sizes, options });
  return {
    protocol: { ...instance, properties: [] },
    atoms: instance.properties.map((p, i) => {
      let body = p.body;
      for (const _ of freeLocals(atoms[i]).keys()) if (body.kind === "fold") body = body.body;
      return body;
    }),
  };
}

/** Some of the reachable states, or all, and what holds of each. */
export class Space {
  readonly states: number;
  /** Whether these are all reachable states. */
  readonly complete: boolean;
  /** How many ground atoms were looked at. */
  private readonly known: number;
  /** By state and ground atom: 1 where it holds. */
  private readonly holds: Uint8Array;

  /** Explores the instance, and looks at each state. */
  constructor(protocol: Protocol, private readonly ground: readonly Ground[], variables: readonly Variable[], limits: CollectLimits) {
    const types = new Map(variables.map((v) => [v.name, v.type]));
    const closed = ground.flatMap((g) => (g.kind === "atom" ? [valued(g, types)] : []));
    this.known = closed.length;
    const model = simplify({ ...protocol, properties: closed.map((body, i): Property => ({ kind: "reachable", name: `${i}`, doc: "", body, span: protocol.span })) });
    const collected = collect(instantiateModule(emitModel(model).source), limits);
    const skip = new Uint8Array(0);
    this.states = collected.states;
    this.complete = collected.complete;
    this.holds = new Uint8Array(this.states * this.known).fill(1);
    for (let i = 0; i < this.states; i++) {
      const pending = this.holds.subarray(i * this.known, (i + 1) * this.known);
      collected.model.check(collected.at(i), 0, skip, pending);
      for (let g = 0; g < pending.length; g++) pending[g] ^= 1;
    }
  }

  /** By assignment and atom, the number of the ground atom; what majorities agree on may have been added since. */
  rows(table: readonly Int32Array[]): Rows {
    const { ground, known } = this;
    const rows = new Rows(table[0]?.length ?? 0);
    const used = new Set(table.flatMap((places) => [...places]));
    const agreed = ground.flatMap((g, i) => (i >= known && used.has(i) ? [{ g, i }] : []));
    const bits = new Uint8Array(ground.length);
    for (let i = 0; i < this.states; i++) {
      bits.set(this.holds.subarray(i * known, (i + 1) * known));
      for (const { g, i } of agreed) bits[i] = isAgreed(g, bits) ? 1 : 0;
      for (const places of table) rows.add((a) => (places[a] < 0 ? undefined : bits[places[a]]));
    }
    return rows;
  }
}

const valued = ({ atom, assignment }: Extract<Ground, { kind: "atom" }>, types: ReadonlyMap<string, Variable["type"]>): Expr =>
  substitute(atom, new Map([...freeLocals(atom).keys()].map((name) => [name, b.memberLit(assignment.get(name)!, types.get(name)!, atom.span)])));

function isAgreed(g: Ground, holds: Uint8Array): boolean {
  if (g.kind === "atom") return false;
  let satisfied = 0;
  for (const literals of g.members) {
    const isTrue = (l: number): boolean => holds[l >>> 1] === ((l & 1) ^ 1);
    if (g.op === "and" ? literals.every(isTrue) : literals.some(isTrue)) satisfied++;
  }
  return 2 * satisfied > g.members.length;
}
