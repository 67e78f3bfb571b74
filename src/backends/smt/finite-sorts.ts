/**
 * The scalar types of one instance: bit vectors, as every sort has a size. Nothing is left to quantify over, so a
 * formula about states of the instance is one of propositional logic, with integers where the protocol has them.
 */
import { InternalError } from "../../base/assert-never.ts";
import { type Sorts as Sizes, sortSize } from "../../interp/env.ts";
import { setValue, type Value } from "../../interp/value.ts";
import type { SortDecl } from "../../ir/protocol.ts";
import { type EnumType, showType, type SortType, type Type } from "../../ir/type.ts";
import { type Named, Sorts } from "./sorts.ts";
import { and, equal, ff, intTerm, isIntTerm, or, part, type Term, tt } from "./term.ts";

/** Longer ranges of integers are not spelt out. */
const mostIntegers = 4096;

export class FiniteSorts extends Sorts {
  override readonly finite = true;
  private readonly sizes: Sizes;

  /** @param decls of an instance: each has a size */
  constructor(decls: readonly SortDecl[]) {
    super(decls);
    this.sizes = new Map(decls.map((d) => [d.name, d]));
  }

  override of(type: Type): string {
    switch (type.kind) {
      case "bool": return "Bool";
      case "int": return "Int";
      case "majority": return `(_ BitVec ${Math.max(1, this.count(type.of))})`;
      default: return `(_ BitVec ${width(this.count(type))})`;
    }
  }

  override member(type: EnumType, value: string): Term {
    return this.literal(type, type.values.indexOf(value));
  }

  override readonly isLiteral = (term: Term): boolean => term.startsWith("#b") || isIntTerm(term);

  override values(type: Type): readonly Named[] | undefined {
    switch (type.kind) {
      case "sort": return Array.from({ length: this.count(type) }, (_, i) => ({ label: `${part(type.name)}${i + 1}`, term: this.literal(type, i) }));
      case "int": {
        const { lo, hi } = type;
        if (lo === null || hi === null || hi - lo >= mostIntegers) return undefined;
        return Array.from({ length: Math.max(0, hi - lo + 1) }, (_, i) => ({ label: `${lo + i}`, term: intTerm(lo + i) }));
      }
      case "majority": return this.masks(this.count(type.of), false).map((mask) => ({ label: mask, term: `#b${mask}` }));
      default: return super.values(type);
    }
  }

  override within(type: Type, term: Term): Term {
    if (type.kind === "bool" || this.isLiteral(term)) return tt;
    if (type.kind === "majority") {
      const n = this.count(type.of);
      return or(...this.masks(n, true).map((mask) => and(...[...mask].flatMap((bit, i) => (bit === "1" ? [bitOf(term, n - 1 - i)] : [])))));
    }
    const n = this.count(type);
    return n === 2 ** width(n) ? tt : `(bvule ${term} ${this.literal(type, n - 1)})`;
  }

  override before(_type: SortType, a: Term, b: Term, strict: boolean): Term {
    if (this.isLiteral(a) && this.isLiteral(b)) return (strict ? a < b : a <= b) ? tt : ff;
    return `(${strict ? "bvult" : "bvule"} ${a} ${b})`;
  }

  override end(type: SortType, end: "first" | "last"): Term {
    return this.literal(type, end === "first" ? 0 : this.count(type) - 1);
  }

  override neighbour(type: SortType, side: "next" | "previous", of: Term): Term {
    return `(${side === "next" ? "bvadd" : "bvsub"} ${of} ${binary(1, width(this.count(type)))})`;
  }

  override inMajority(of: SortType, quorum: Term, element: Term): Term {
    return or(...(this.values(of) ?? []).map(({ term }, i) => and(equal(element, term, this.isLiteral), bitOf(quorum, i))));
  }

  override declarations(): string[] {
    return [];
  }

  override axioms(): [] {
    return [];
  }

  /** The value that bits of a model stand for. */
  decode(type: EnumType | SortType | Extract<Type, { kind: "majority" }>, bits: string): Value {
    const digits = bits.slice(2);
    if (type.kind === "majority") return setValue([...digits].flatMap((bit, i) => (bit === "1" ? [digits.length - 1 - i] : [])));
    // Of what does not matter, the bits may be anything.
    const index = Math.min(Number.parseInt(digits, 2), this.count(type) - 1);
    return type.kind === "enum" ? type.values[index] : index;
  }

  /** The inverse for what is an element or key. */
  encode(type: SortType | Extract<Type, { kind: "majority" }>, value: Value): Term {
    if (type.kind === "sort") return this.literal(type, value as number);
    const { items } = value as Extract<Value, { kind: "set" }>;
    return binary(items.reduce<number>((mask, i) => mask + 2 ** (i as number), 0), this.count(type.of));
  }

  private literal(type: Type, index: number): Term {
    return binary(index, width(this.count(type)));
  }

  private count(type: Type): number {
    switch (type.kind) {
      case "enum": return type.values.length;
      case "sort": return sortSize(this.sizes, type.name);
      default: throw new InternalError(`no number of values of ${showType(type)}`);
    }
  }

  /** Subsets of n as bit masks, in the order of the language; of the smallest size only, if wanted. */
  private masks(n: number, smallest: boolean): string[] {
    return Array.from({ length: 2 ** n }, (_, mask) => mask.toString(2).padStart(n, "0")).filter((mask) => {
      const members = mask.replaceAll("0", "").length;
      return smallest ? members === Math.floor(n / 2) + 1 : 2 * members > n;
    });
  }
}

const width = (values: number): number => Math.max(1, Math.ceil(Math.log2(values)));
const binary = (value: number, bits: number): Term => `#b${value.toString(2).padStart(bits, "0")}`;
const bitOf = (term: Term, i: number): Term =>
  term.startsWith("#b") ? (term[term.length - 1 - i] === "1" ? tt : ff) : `(= ((_ extract ${i} ${i}) ${term}) #b1)`;
