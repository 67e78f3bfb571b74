/** Random expressions of a wanted type. */
import type { Span } from "../../src/base/span.ts";
import * as b from "../../src/ir/build.ts";
import type { Domain, Expr, NamedExpr, Stmt } from "../../src/ir/expr.ts";
import { sameType } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import { castCannotFail } from "../../src/ir/cannot-fail.ts";
import type { Choices } from "./choices.ts";
import type { TypeGen } from "./gen-type.ts";
import { anyExpr } from "./gen-operators.ts";

export interface LocalVar {
  readonly name: string;
  readonly type: t.Type;
  readonly mutable: boolean;
  /** How many `do`s it was declared in. */
  readonly depth: number;
}

/** What may be used where an expression stands. */
export interface Scope {
  readonly fields: readonly { readonly name: string; readonly type: t.Type; readonly variable: boolean }[];
  readonly locals: readonly LocalVar[];
  /** Whether state after the step can be read. */
  readonly next: boolean;
  /** Whether `require` can be used, and whether fields can be written. */
  readonly require: boolean;
  readonly writes: boolean;
  readonly doDepth: number;
}

export const withLocal = (s: Scope, name: string, type: t.Type, mutable = false): Scope => ({
  ...s, locals: [...s.locals, { name, type, mutable, depth: s.doDepth }],
});

/** Makes statements; the generator of expressions needs it for `do`, and it needs expressions. */
export type StmtMaker = (s: Scope, depth: number, returns: t.Type | null) => Stmt[];

export class ExprGen {
  private names = 0;
  private lines = 0;

  /** @param risk how often, in a hundred cases, something that may fail is not guarded */
  constructor(
    readonly c: Choices, readonly types: TypeGen, readonly risk: number,
    private readonly makeStmts: (g: ExprGen, ...args: Parameters<StmtMaker>) => Stmt[],
  ) {}

  stmts: StmtMaker = (s, depth, returns) => this.makeStmts(this, s, depth, returns);

  /** Names are unique in the whole protocol. */
  name(): string {
    return `v${this.names++}`;
  }

  /** Every node has a place of its own, so that failures can be told apart. */
  span(): Span {
    const line = ++this.lines;
    return { file: "random.ts", line, column: 1, endLine: line, endColumn: 2 };
  }

  isOrdered(type: t.SortType): boolean {
    return this.types.sorts.some((d) => d.name === type.name && d.ordered);
  }

  /** Something of exactly the type, `depth` operators deep at most (roughly). */
  expr(type: t.Type, s: Scope, depth: number): Expr {
    const { c } = this;
    const way = c.weighted(depth <= 0 ? [[1, "plain"], [3, "read"]] as const : [[1, "plain"], [4, "read"], [10, "operator"]] as const);
    if (way === "plain") return this.plain(type, s);
    if (way === "read") return this.reading(type, s) ?? this.plain(type, s);
    const made = this.operator(type, s, depth - 1);
    return b.castable(made.type, type) ? b.coerce(made, type) : this.plain(type, s);
  }

  protected operator(type: t.Type, s: Scope, depth: number): Expr {
    return anyExpr(this, type, s, depth);
  }

  bool(s: Scope, depth: number): Expr {
    return this.expr(t.bool, s, depth);
  }

  /** A predicate that holds for some values of a local and not for others. */
  selects(name: string, s: Scope, depth: number): Expr {
    const { type } = s.locals.find((l) => l.name === name)!;
    return this.c.chance(40) ? b.eq(b.local(name, type, this.span()), this.expr(type, s, depth), this.span()) : this.bool(s, depth);
  }

  /** A local or field, or a part of one, as a value of the type; undefined where none is at hand. */
  reading(type: t.Type, s: Scope): Expr | undefined {
    const all = this.parts(s);
    const exact = all.filter((e) => sameType(e.type, type));
    const safe = all.filter((e) => b.castable(e.type, type) && castCannotFail(e.type, type));
    // A cast that may fail.
    const risky = this.c.chance(this.risk) ? all.filter((e) => b.castable(e.type, type)) : [];
    const own = exact.filter((e) => e.kind === "local");
    if (own.length > 0 && this.c.chance(50)) return this.c.pick(own);
    const from = risky.length > 0 ? risky : this.c.chance(30) && safe.length > 0 ? safe : exact.length > 0 ? exact : safe;
    return from.length > 0 ? b.coerce(this.c.pick(from), type) : undefined;
  }

  /** Everything that can be read by a local or field and fields of records below it; without failing. */
  parts(s: Scope): Expr[] {
    const roots: Expr[] = s.locals.map((l) => b.local(l.name, l.type, this.span()));
    for (const f of s.fields) {
      roots.push(b.stateRead(f.name, f.type, "now", this.span()));
      if (s.next) roots.push(b.stateRead(f.name, f.type, "next", this.span()));
    }
    const below = (e: Expr): Expr[] => {
      if (e.type.kind !== "record") return [e];
      return [e, ...e.type.fields.flatMap((f) => below(b.get(e, f.name, this.span())))];
    };
    return roots.flatMap(below);
  }

  /** Any readable collection, or a made one, of a type that fits. */
  source(fits: (type: t.Type) => boolean, otherwise: t.Type, s: Scope, depth: number): Expr {
    const found = this.c.chance(70) ? this.parts(s).filter((e) => fits(e.type)) : [];
    if (found.length > 0) return this.c.pick(found);
    return this.expr(this.types.anyWhere(fits, otherwise), s, depth);
  }

  /** A literal or the like: no state, no locals (but where a value can only be found by looking for it). */
  plain(type: t.Type, s: Scope): Expr {
    const { c } = this, span = this.span();
    const named = (fields: readonly t.Field[]): NamedExpr[] => fields.map((f) => ({ name: f.name, value: this.plain(f.type, s) }));
    switch (type.kind) {
      case "bool": return b.boolLit(c.chance(50), span);
      case "int": return b.coerce(b.intLit(c.between(type.lo ?? Math.min(0, type.hi ?? 0), Math.min(type.hi ?? 3, (type.lo ?? 0) + 45)), span), type);
      case "enum": return c.chance(50) ? b.enumLit(c.pick(type.values), span, type) : b.coerce(b.enumLit(c.pick(type.values), span), type);
      case "sort": return this.isOrdered(type) ? b.extreme(c.pick(["first", "last"] as const), type, span) : this.someValue(type, s);
      case "majority": return this.someValue(type, s);
      case "record": return b.recordLit(type, named(type.fields), span);
      case "union": {
        const v = c.pick(type.variants);
        return b.variantLit(type, v.tag, named(v.fields), span);
      }
      case "option": return c.chance(50) ? b.coerce(this.plain(type.of, s), type) : b.none(type.of, span);
      case "set": return b.collection(type, c.times(0, 2, () => this.plain(type.of, s)), span);
      case "bag": return b.collection(type, c.times(0, Math.min(this.types.bound(type.max), 1), () => this.plain(type.of, s)), span);
      case "seq": return b.coerce(b.collection(type, c.times(0, this.types.bound(type.max), () => this.plain(type.of, s)), span), type);
      case "map": return type.total ? b.fill(type, this.plain(type.value, s), span) : b.entries(type, [], span);
    }
  }

  /** The first value of a type without literals. */
  private someValue(type: t.Type, s: Scope): Expr {
    const exact = s.locals.filter((l) => sameType(l.type, type));
    if (exact.length > 0) return b.local(this.c.pick(exact).name, type, this.span());
    const name = this.name();
    return b.doExpr([
      b.forStmt(name, { kind: "type", type }, [b.returnStmt(b.local(name, type, this.span()), this.span())], this.span()),
      b.returnStmt(b.unwrap(b.none(type, this.span()), this.span()), this.span()),
    ], type, this.span());
  }

  /** Something to range over. */
  domain(s: Scope, depth: number): Domain {
    const { c } = this;
    const int = (n: number): Expr => b.intLit(n, this.span());
    return c.weighted<() => Domain>([
      [4, () => ({ kind: "type", type: this.types.small(12) })],
      [4, () => ({ kind: "elements", of: this.source(isIterable, t.setOf(t.bool), s, depth) })],
      [1, () => ({ kind: "range", from: int(c.between(-1, 1)), to: int(c.between(0, 3)) })],
      [1, () => ({ kind: "range", from: int(0), to: this.expr(t.int(0, 3), s, depth) })],
    ])();
  }

  /** The body of a quantifier gets its variable in scope. */
  bound<T>(domain: Domain, s: Scope, make: (name: string, inner: Scope) => T): T {
    const name = this.name();
    return make(name, withLocal(s, name, b.domainType(domain)));
  }
}

export const isIterable = (type: t.Type): boolean =>
  type.kind === "set" || type.kind === "bag" || type.kind === "seq" || type.kind === "majority" || (type.kind === "map" && !type.total);

