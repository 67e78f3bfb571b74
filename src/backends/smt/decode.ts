/** From a solver's model to values of the language: the instance whose sorts have the sizes of the model's universes. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { noSpan } from "../../base/span.ts";
import { valuesOf } from "../../interp/domain.ts";
import { type Sorts as Sizes, sortsOf } from "../../interp/env.ts";
import { bagValue, mapValue, recordValue, seqValue, setValue, type Value, variantValue } from "../../interp/value.ts";
import type { Protocol, SortDecl } from "../../ir/protocol.ts";
import { rebuildProtocol } from "../../ir/rebuild.ts";
import { showType, type Type } from "../../ir/type.ts";
import { mapType, partsOfType } from "../../ir/visit-type.ts";
import { FiniteSorts } from "./finite-sorts.ts";
import type { Query } from "./goal.ts";
import { type Interpretation, readModel } from "./model-text.ts";
import { readAll } from "./sexpr-text.ts";
import type { FunctionSymbol, Shapes } from "./shapes.ts";
import { declarationOf, majoritySort } from "./sorts.ts";
import { ff, intTerm, symbol, type Term, tt, unquoted } from "./term.ts";
import { Unshowable } from "./unshowable.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue, termOf, termValue } from "./value.ts";

/** A bound that the scope would give, in a proof without one. */
const anyLength = 2 ** 20;
/** Longer sequences say nothing to a reader. */
const longest = 64;

/** Reads values of one model. */
export class Decoder {
  /** The protocol at the sizes of the model. */
  readonly instance: Protocol;
  /** The same with the model's quorums in place of the majorities, which they need not be: any two of them share a value, that is all. */
  readonly withQuorums: Protocol;
  private readonly sizes: Sizes;
  private readonly elements = new Map<string, readonly string[]>();
  /** Of a query about one instance: its sorts are those of the protocol as it is. */
  private readonly finite: FiniteSorts | undefined;
  private readonly model: Interpretation;
  private readonly shapes: Shapes;

  constructor(protocol: Protocol, query: Pick<Query, "shapes" | "functions" | "declarations">, modelText: string) {
    this.shapes = query.shapes;
    this.finite = query.shapes.sorts instanceof FiniteSorts ? query.shapes.sorts : undefined;
    this.model = readModel(modelText, this.finite ? query.functions : declaredBy(query));
    if (this.finite) {
      this.instance = protocol;
      this.withQuorums = protocol;
      this.sizes = sortsOf(protocol);
      return;
    }
    for (const sort of protocol.sorts) this.elements.set(sort.name, this.universe(sort));
    const sorts = protocol.sorts.map((s): SortDecl => ({ ...s, size: this.elements.get(s.name)!.length }));
    const type = (t: Type): Type => mapType(t, (p) => ((p.kind === "seq" || p.kind === "bag") && typeof p.max === "string" ? { ...p, max: anyLength } : p));
    this.instance = rebuildProtocol({ ...protocol, sorts }, { type, fieldType: (f) => type(f.type) });
    this.sizes = sortsOf(this.instance);
    const declared = (sort: string): boolean => query.declarations.includes(declarationOf(majoritySort(sort)));
    this.withQuorums = { ...this.instance, sorts: this.instance.sorts.map((s) => (declared(s.name) ? { ...s, quorums: this.quorums(s.name) } : s)) };
  }

  /** The value of the symbols with this root. @throws Unshowable */
  read(root: string, type: Type): Value {
    try {
      return this.value(this.shapes.symbols(root, type, [], () => undefined, noSpan), type);
    } catch (error) {
      // A value that the goal has no symbols for, as it does not matter there.
      if (error instanceof Unsupported) throw new Unshowable(error.reason);
      throw error;
    }
  }

  private universe(sort: SortDecl): readonly string[] {
    const names = this.model.universes.get(sort.name) ?? [];
    // Where the model is silent about a sort, one value is as good as any number.
    if (names.length === 0) return [`${sort.name}!only`];
    const le = (a: string, b: string): boolean => this.model.evaluate(`(${symbol(`${sort.name}!le`)} ${symbol(a)} ${symbol(b)})`) === true;
    if (!sort.ordered) return names;
    const sorted = names.toSorted((a, b) => (a === b ? 0 : le(a, b) ? -1 : 1));
    if (sorted.some((a, i) => sorted.some((b, j) => le(a, b) !== i <= j))) throw new InternalError(`in a model, ${sort.name} is no order`);
    return sorted;
  }

  /** Those of the model over a sort. */
  private quorums(sort: string): readonly (readonly number[])[] {
    const elements = this.elements.get(sort)!;
    const has = (quorum: string, element: string): boolean => this.holds(this.shapes.sorts.inMajority({ kind: "sort", name: sort }, symbol(quorum), symbol(element)));
    const names = this.model.universes.get(unquoted(majoritySort(sort))) ?? [`Majority!${sort}!only`];
    const quorums = names.map((q) => elements.flatMap((e, i) => (has(q, e) ? [i] : [])));
    if (quorums.some((q) => quorums.some((r) => !q.some((x) => r.includes(x))))) throw new InternalError(`in a model, two majorities of ${sort} have nothing in common`);
    return quorums;
  }

  /** Whether a formula without variables is true. */
  isTrue(term: Term): boolean {
    return this.holds(term);
  }

  private value(v: SymValue, type: Type): Value {
    if (this.finite && (type.kind === "enum" || type.kind === "sort" || type.kind === "majority")) {
      const bits = this.model.evaluate(termOf(v));
      return this.finite.decode(type, typeof bits === "string" && bits.startsWith("#b") ? bits : "#b0");
    }
    switch (type.kind) {
      case "bool": return this.model.evaluate(termOf(v)) === true;
      case "int": {
        // Of what does not matter the model says nothing, or only its name; that reads as 0.
        const told = this.model.evaluate(termOf(v));
        const n = typeof told === "number" ? told : 0;
        const fits = Math.max(type.lo ?? n, Math.min(type.hi ?? n, n));
        if (fits !== n && n !== 0) throw new InternalError(`the model has ${n} as a value of ${showType(type)}`);
        return fits;
      }
      case "enum": {
        const member = this.model.evaluate(termOf(v));
        return type.values.find((name) => this.same(this.shapes.sorts.member(type, name), member)) ?? type.values[0];
      }
      case "sort": return Math.max(0, this.elements.get(type.name)!.indexOf(String(this.model.evaluate(termOf(v)))));
      case "majority": {
        const all = this.elements.get(type.of.name)!;
        return setValue(all.flatMap((e, i) => (this.holds(this.shapes.sorts.inMajority(type.of, termOf(v), symbol(e))) ? [i] : [])));
      }
      case "record": return recordValue(type.fields.map((f) => ({ name: f.name, value: this.value(as("record", v).fields.get(f.name)!, f.type) })));
      case "union": {
        const variants = as("union", v).variants;
        const variant = type.variants.find((w) => this.holds(variants.get(w.tag)!.is)) ?? type.variants[0];
        return variantValue(variant.tag, variant.fields.map((f) => ({ name: f.name, value: this.value(variants.get(variant.tag)!.fields.get(f.name)!, f.type) })));
      }
      case "option": return this.holds(as("option", v).some) ? this.value(as("option", v).value, type.of) : null;
      case "set": return setValue(this.all(type.of).filter((x) => this.holds(as("set", v).has(this.symbolic(x, type.of)))));
      case "bag": return bagValue(this.all(type.of).map((value) => ({ value, count: Number(this.model.evaluate(as("bag", v).count(this.symbolic(value, type.of)))) })));
      case "map": return mapValue(this.all(type.key).flatMap((key) => {
        const at = as("map", v).at(this.symbolic(key, type.key));
        if (type.total) return [{ key, value: this.value(at, type.value) }];
        return this.holds(as("option", at).some) ? [{ key, value: this.value(as("option", at).value, type.value) }] : [];
      }));
      case "seq": {
        const length = Number(this.model.evaluate(as("seq", v).length));
        if (length > longest) throw new Unshowable(`a sequence of ${length} elements`);
        return seqValue(Array.from({ length }, (_, i) => this.value(as("seq", v).at(`${i}`), type.of)));
      }
      default: return assertNever(type);
    }
  }

  private holds(term: string): boolean {
    return this.model.evaluate(term) === true;
  }

  private same(term: string, value: unknown): boolean {
    return this.model.evaluate(term) === value;
  }

  /** All values of the type of an element or key. */
  private all(type: Type): Value[] {
    if (!this.finite && endless(type)) throw new Unshowable(`a function of ${showType(type)}`);
    return [...valuesOf(type, this.sizes)];
  }

  /** A value as a symbolic one, its scalars being the names of the model. */
  private symbolic(value: Value, type: Type): SymValue {
    if (this.finite && (type.kind === "sort" || type.kind === "majority")) return termValue(this.finite.encode(type, value));
    const { sorts } = this.shapes;
    switch (type.kind) {
      case "bool": return termValue(value === true ? tt : ff);
      case "int": return termValue(intTerm(value as number));
      case "enum": return termValue(sorts.member(type, value as string));
      case "sort": return termValue(symbol(this.elements.get(type.name)![value as number]));
      case "record": {
        const { fields } = value as Extract<Value, { kind: "record" }>;
        return { kind: "record", fields: new Map(type.fields.map((f, i) => [f.name, this.symbolic(fields[i].value, f.type)])) };
      }
      case "option": return value === null
        ? { kind: "option", some: ff, value: this.any(type.of) }
        : { kind: "option", some: tt, value: this.symbolic(value, type.of) };
      case "union": {
        const { tag, fields } = value as Extract<Value, { kind: "variant" }>;
        return { kind: "union", variants: new Map(type.variants.map((w) => [w.tag, {
          is: w.tag === tag ? tt : ff,
          fields: new Map(w.fields.map((f, i) => [f.name, w.tag === tag ? this.symbolic(fields[i].value, f.type) : this.any(f.type)])),
        }])) };
      }
      case "majority": throw new Unshowable(`a function of ${showType(type)}`);
      case "set": case "bag": case "map": case "seq": throw new InternalError(`an element of ${showType(type)}`);
      default: return assertNever(type);
    }
  }

  private any(type: Type): SymValue {
    return this.shapes.any(type, { file: "", line: 0, column: 0, endLine: 0, endColumn: 0 });
  }
}

/** The functions of its fields and parameters, and those of its sorts. */
function declaredBy({ functions, declarations }: Pick<Query, "functions" | "declarations">): FunctionSymbol[] {
  const ofSorts = declarations.flatMap((d) => readAll(d)).flatMap((d): FunctionSymbol[] => {
    const [head, name, args, result] = d;
    return head === "declare-fun" ? [{ name: name as string, args: args as string[], result: result as string }] : [];
  });
  return [...functions, ...ofSorts];
}

function endless(type: Type): boolean {
  if (type.kind === "int" && (type.lo === null || type.hi === null || type.hi - type.lo > 10_000)) return true;
  return type.kind === "majority" || partsOfType(type).some((p) => endless(p.type));
}
