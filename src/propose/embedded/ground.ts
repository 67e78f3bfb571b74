/** A vocabulary on one small instance: which atoms hold of which reachable states. */
import { emitModel } from "../../backends/explicit/emit-model.ts";
import { instantiateModule } from "../../backends/explicit/module.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import { instantiate } from "../../passes/instantiate.ts";
import type { Options } from "../../passes/options.ts";
import { simplify } from "../../passes/simplify.ts";
import { collect } from "../../../verifier/explicit/collect.ts";
import { Rows } from "../../../verifier/infer/rows.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** Which value each variable stands for, by its name: a number of its sort, or the members of a majority as bits. */
export type Assignment = ReadonlyMap<string, number>;

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
    const body = [...freeLocals(atom).keys()].reduceRight((inner, name) => b.fold("forall", name, { kind: "type", type: byName.get(name)!.type }, inner, protocol.span), atom);
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

/**
 * All assignments of different values: ascending ones to variables of an ordered sort, where the last ones may have none if
 * there is no value left above. Values of an unordered sort are interchangeable, so `fixed` takes the first ones only.
 */
export function assignments(instance: Protocol, variables: readonly Variable[], fixed: boolean): Assignment[] {
  const sorts = new Map(instance.sorts.map((s) => [s.name, s]));
  let all: Map<string, number>[] = [new Map()];
  for (const [i, v] of variables.entries()) {
    const sort = sorts.get(v.type.kind === "sort" ? v.type.name : v.type.of.name);
    if (!sort) continue;
    const size = sort.size ?? 0;
    if (v.type.kind === "majority") {
      const masks = Array.from({ length: 2 ** size }, (_, mask) => mask).filter((mask) => 2 * members(mask) > size);
      all = all.flatMap((a) => masks.map((mask) => new Map(a).set(v.name, mask)));
      continue;
    }
    const before = variables.slice(0, i).filter((w) => typeKey(w.type) === sort.name).map((w) => w.name);
    const values = (a: Assignment): number[] => {
      if (!sort.ordered) return (fixed ? [before.length] : upTo(size)).filter((n) => n < size && !before.some((w) => a.get(w) === n));
      return before.length > 0 && !a.has(before.at(-1)!) ? [] : upTo(size).slice(before.length === 0 ? 0 : a.get(before.at(-1)!)! + 1);
    };
    const wanted = variables.filter((w) => typeKey(w.type) === sort.name).length - before.length;
    all = all.flatMap((a) => {
      const next = values(a);
      const more = next.map((n) => new Map(a).set(v.name, n));
      // Where too few values are left for all the variables, the first ones can be spoken of alone.
      return sort.ordered && next.length < wanted ? [a, ...more] : more;
    });
  }
  return all;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const members = (mask: number): number => mask.toString(2).replaceAll("0", "").length;

/** Ground atoms by number, and which of them an atom is under an assignment: -1 where that has no value for a variable. */
export interface Grounding {
  readonly table: readonly Int32Array[];
  readonly ground: readonly { readonly atom: Expr; readonly assignment: Assignment }[];
}

export function groundingOf(atoms: readonly Expr[], all: readonly Assignment[]): Grounding {
  const numbers = new Map<string, number>();
  const ground: { atom: Expr; assignment: Assignment }[] = [];
  const free = atoms.map((a) => [...freeLocals(a).keys()]);
  const table = all.map((assignment) => Int32Array.from(atoms, (atom, a) => {
    if (free[a].some((name) => !assignment.has(name))) return -1;
    const key = `${a}:${free[a].map((name) => assignment.get(name)).join()}`;
    let n = numbers.get(key);
    if (n === undefined) {
      n = ground.push({ atom, assignment }) - 1;
      numbers.set(key, n);
    }
    return n;
  }));
  return { table, ground };
}

export interface Space {
  readonly rows: Rows;
  readonly states: number;
  /** Whether these are all reachable states. */
  readonly complete: boolean;
}

/** Explores the instance, and looks at each state. */
export function rowsOf({ protocol, atoms }: Instance, all: readonly Assignment[], variables: readonly Variable[], limits: { readonly maxStates: number; readonly milliseconds: number }): Space {
  const types = new Map(variables.map((v) => [v.name, v.type]));
  const { table, ground } = groundingOf(atoms, all);
  const closed = ground.map(({ atom, assignment }) =>
    substitute(atom, new Map([...freeLocals(atom).keys()].map((name) => [name, b.memberLit(assignment.get(name)!, types.get(name)!, atom.span)]))));
  const model = simplify({ ...protocol, properties: closed.map((body, i): Property => ({ kind: "reachable", name: `${i}`, doc: "", body, span: protocol.span })) });
  const collected = collect(instantiateModule(emitModel(model).source), limits);
  const skip = new Uint8Array(0);
  const pending = new Uint8Array(ground.length);
  const rows = new Rows(atoms.length);
  for (let i = 0; i < collected.states; i++) {
    pending.fill(1);
    collected.model.check(collected.at(i), 0, skip, pending);
    for (const places of table) rows.add((a) => (places[a] < 0 ? undefined : pending[places[a]] ^ 1));
  }
  return { rows, states: collected.states, complete: collected.complete };
}
