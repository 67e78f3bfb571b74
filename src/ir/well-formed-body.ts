/** Scopes, statements and places of one action or property. */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { domainType, place as buildPlace } from "./build.ts";
import type { Domain, Expr, Place, Stmt } from "./expr.ts";
import type { Action, Param, SortDecl, StateField } from "./protocol.ts";
import { bool, type MapType, sameType, showType, type Type } from "./type.ts";
import { eachPartOfExpr, type Parts } from "./visit.ts";
import { exprProblem, placeKeysOf } from "./well-formed-expr.ts";

export interface Surroundings {
  /** The fields that may be read. */
  readonly fields: ReadonlyMap<string, StateField>;
  readonly sorts: ReadonlyMap<string, SortDecl>;
  /** Whether `require` may occur. */
  readonly require: boolean;
  /** Whether the state after the step may be read. */
  readonly next: boolean;
  report(message: string, span: Span): void;
  checkType(type: Type, span: Span): void;
}

interface LocalInfo {
  readonly type: Type;
  readonly mutable: boolean;
  /** How many `do`s it was declared in. */
  readonly depth: number;
}

/** What a statement stands in. */
interface Within {
  readonly loop: boolean;
  /** Whether `return` takes a value. */
  readonly value: boolean;
}

export class BodyChecker {
  private readonly inScope = new Map<string, LocalInfo>();
  private readonly names = new Set<string>();
  private doDepth = 0;

  constructor(private readonly around: Surroundings) {}

  property(body: Expr, params: readonly Param[] = []): void {
    this.declareAll(params);
    this.expr(body);
  }

  action(a: Action): void {
    this.declareAll(a.params);
    this.stmts(a.body, { loop: false, value: false });
  }

  private declareAll(params: readonly Param[]): void {
    for (const p of params) this.declare(p.name, p.type, false, p.span);
  }

  private declare(name: string, type: Type, mutable: boolean, span: Span): void {
    if (this.names.has(name)) this.around.report(`two locals are named ${name}`, span);
    this.names.add(name);
    this.inScope.set(name, { type, mutable, depth: this.doDepth });
  }

  /** Runs `body` with one more local. */
  private binding(name: string, type: Type, span: Span, body: () => void): void {
    this.declare(name, type, false, span);
    body();
    this.inScope.delete(name);
  }

  private expr(e: Expr): void {
    const problem = exprProblem(e, this.around.sorts);
    if (problem) this.around.report(`${e.kind}: ${problem}`, e.span);
    this.around.checkType(e.type, e.span);
    switch (e.kind) {
      case "local": return this.sameTypeAs(`local ${e.name}`, this.inScope.get(e.name)?.type, e.type, e.span);
      case "state":
        if (e.when === "next" && !this.around.next) this.around.report(`the next ${e.field} outside a step property`, e.span);
        return this.sameTypeAs(`field ${e.field}`, this.around.fields.get(e.field)?.type, e.type, e.span);
      case "do":
        this.doDepth++;
        this.stmts(e.body, { loop: false, value: true });
        this.doDepth--;
        if (!alwaysReturns(e.body)) this.around.report("do: not every path returns", e.span);
        return;
      case "tabulate": return this.binding(e.local, (e.type as MapType).key, e.span, () => this.expr(e.body));
      case "fold": case "comprehend":
        this.domain(e.domain, e.span);
        return this.binding(e.local, domainType(e.domain), e.span, () => this.expr(e.body));
      default: return eachPartOfExpr(e, this.parts(e.span));
    }
  }

  private parts(span: Span): Parts {
    return {
      expr: (part) => this.expr(part),
      stmt: (part) => this.around.report(`a statement of ${part.kind} in an expression`, span),
      domain: (part) => this.domain(part, span),
      place: (part) => this.place(part, span),
    };
  }

  private sameTypeAs(what: string, declared: Type | undefined, type: Type, span: Span): void {
    if (!declared) this.around.report(`${what} is not in scope`, span);
    else if (!sameType(declared, type)) this.around.report(`${what} has type ${showType(declared)}, not ${showType(type)}`, span);
  }

  private domain(d: Domain, span: Span): void {
    switch (d.kind) {
      case "type": return this.around.checkType(d.type, span);
      case "elements": return this.expr(d.of);
      case "range":
        this.expr(d.from);
        return this.expr(d.to);
      default: return assertNever(d);
    }
  }

  private stmts(body: readonly Stmt[], within: Within): void {
    const outer = new Set(this.inScope.keys());
    for (const s of body) this.stmt(s, within);
    // Deleting during iteration is defined for a Map.
    for (const name of this.inScope.keys()) if (!outer.has(name)) this.inScope.delete(name);
  }

  private stmt(s: Stmt, within: Within): void {
    switch (s.kind) {
      case "let":
        this.expr(s.value);
        return this.declare(s.name, s.value.type, s.mutable, s.span);
      case "assign":
        this.place(s.place, s.span);
        this.expr(s.value);
        this.assignable(s.place, s.span);
        return this.expect("assigned value", s.value, s.place.type);
      case "if":
        this.expr(s.cond);
        this.expect("condition", s.cond, bool);
        this.stmts(s.then, within);
        return this.stmts(s.else, within);
      case "for":
        this.domain(s.domain, s.span);
        return this.binding(s.local, domainType(s.domain), s.span, () => this.stmts(s.body, { ...within, loop: true }));
      case "break": case "continue":
        if (!within.loop) this.around.report(`${s.kind} outside a loop`, s.span);
        return;
      case "require":
        if (!this.around.require || this.doDepth > 0) this.around.report("require outside the statements of an action", s.span);
        this.expr(s.cond);
        return this.expect("condition", s.cond, bool);
      case "return":
        if ((s.value !== null) !== within.value) this.around.report(`return ${s.value ? "with" : "without"} a value`, s.span);
        if (s.value) this.expr(s.value);
        return;
      case "block": return this.stmts(s.body, { loop: false, value: false });
      default: return assertNever(s);
    }
  }

  private expect(what: string, e: Expr, type: Type): void {
    if (!sameType(e.type, type)) this.around.report(`${what} has type ${showType(e.type)}, not ${showType(type)}`, e.span);
  }

  private place(p: Place, span: Span): void {
    const declared = p.root.kind === "state" ? this.around.fields.get(p.root.name)?.type : this.inScope.get(p.root.name)?.type;
    this.sameTypeAs(`${p.root.kind} ${p.root.name}`, declared, p.root.type, span);
    try {
      const built = buildPlace(p.root, p.path);
      if (!sameType(built.type, p.type)) this.around.report(`place has type ${showType(built.type)}, not ${showType(p.type)}`, span);
      if (placeKeysOf(built).some((k, i) => k !== placeKeysOf(p)[i])) this.around.report("a key of the place is not of the type of the keys", span);
    } catch (error) {
      this.around.report(`place: ${(error as Error).message}`, span);
    }
    for (const key of placeKeysOf(p)) this.expr(key);
  }

  private assignable({ root }: Place, span: Span): void {
    if (root.kind === "state") {
      if (this.doDepth > 0) this.around.report(`do writes field ${root.name}`, span);
      if (!this.around.require) this.around.report(`field ${root.name} written outside an action`, span);
      if (this.around.fields.get(root.name)?.role !== "variable") this.around.report(`constant ${root.name} is written`, span);
      return;
    }
    const local = this.inScope.get(root.name);
    if (local && !local.mutable) this.around.report(`local ${root.name} is not mutable`, span);
    if (local && local.depth !== this.doDepth) this.around.report(`do writes local ${root.name} of what surrounds it`, span);
  }
}

/** Whether the end of the statements cannot be reached. A loop may run no round; a `return` in a `block` leaves only that. */
function alwaysReturns(body: readonly Stmt[]): boolean {
  return body.some((s) => s.kind === "return" || (s.kind === "if" && alwaysReturns(s.then) && alwaysReturns(s.else)));
}
