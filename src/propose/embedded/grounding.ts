/** Atoms under assignments of values to their variables. */
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { freeLocals } from "../../ir/substitute.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** Which value each variable stands for, by its name: a number of its sort, or the members of a majority as bits. */
export type Assignment = ReadonlyMap<string, number>;

/** "Some majority of which every member": of each member, all or one of some literals of atoms hold. */
export interface Agreement {
  /** The variable that stands for the member in these atoms. */
  readonly member: Variable;
  readonly op: "and" | "or";
  readonly literals: readonly number[];
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

/** A ground atom: an atom under an assignment, or what a majority agrees on, by literals of ground atoms for each member. */
export type Ground =
  | { readonly kind: "atom"; readonly atom: Expr; readonly assignment: Assignment }
  | { readonly kind: "agreed"; readonly op: Agreement["op"]; readonly members: readonly (readonly number[])[] };

/** Numbers ground atoms. */
export class Grounding {
  /** What majorities agree on comes after what it is made of. */
  readonly ground: Ground[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly free: readonly (readonly string[])[];

  constructor(private readonly instance: Protocol, private readonly atoms: readonly Expr[]) {
    this.free = atoms.map((a) => [...freeLocals(a).keys()]);
  }

  /**
   * By assignment, which ground atom each atom is: -1 where it has no value for a variable.
   * @param agreements further atoms, numbered after the others
   */
  table(all: readonly Assignment[], agreements: readonly Agreement[]): Int32Array[] {
    return all.map((assignment) => Int32Array.from([...this.atoms.map((_, a) => this.atom(a, assignment)), ...agreements.map((g) => this.agreed(g, assignment))]));
  }

  private atom(a: number, assignment: Assignment): number {
    const free = this.free[a];
    if (free.some((name) => !assignment.has(name))) return -1;
    return this.numbered(`${a}:${free.map((name) => assignment.get(name)).join()}`, () => ({ kind: "atom", atom: this.atoms[a], assignment }));
  }

  private agreed({ member, op, literals }: Agreement, assignment: Assignment): number {
    const of = valuesOf(this.instance, member).map((n) => literals.map((l) => 2 * this.atom(l >>> 1, new Map(assignment).set(member.name, n)) + (l & 1)));
    if (of.flat().some((l) => l < 0)) return -1;
    return this.numbered(`${op} ${of.map((l) => l.join()).join(" ")}`, () => ({ kind: "agreed", op, members: of }));
  }

  private numbered(key: string, make: () => Ground): number {
    let n = this.numbers.get(key);
    if (n === undefined) {
      n = this.ground.push(make()) - 1;
      this.numbers.set(key, n);
    }
    return n;
  }
}

/** Values of a variable of a sort. */
export const valuesOf = (instance: Protocol, { type }: Variable): number[] => upTo(instance.sorts.find((s) => s.name === typeKey(type))?.size ?? 0);

/** The smallest majorities of so many, each as its members. */
export function leastMajorities(size: number): number[][] {
  return upTo(2 ** size).filter((mask) => members(mask) === Math.floor(size / 2) + 1).map((mask) => upTo(size).filter((i) => (mask >> i) & 1));
}
