/** Builds nodes again through the builders, so that types are inferred and coercions inserted anew. */
import { assertNever, InternalError } from "../base/assert-never.ts";
import * as b from "./build.ts";
import type { Domain, Expr, NamedExpr, Place, Stmt } from "./expr.ts";
import type { Action, Liveness, Metric, Param, Property, Protocol, StateField } from "./protocol.ts";
import type { Type } from "./type.ts";

/** What becomes of the parts of a node. */
export interface Mapper {
  expr(part: Expr): Expr;
  stmts(body: readonly Stmt[]): readonly Stmt[];
  /** A type that is written in a node, not inferred. */
  type(type: Type): Type;
  /** The type of a local or field that is named. */
  typeOf(kind: "state" | "local", name: string, old: Type): Type;
  /** Tells the type of a local, and the value of one that only has that one, before the part in which it is in scope is mapped. */
  bind(name: string, type: Type, value?: Expr): void;
}

/** `node` with its parts mapped. Of its old type only what no builder can infer is used. */
export function rebuildExpr(e: Expr, m: Mapper): Expr {
  const x = (part: Expr): Expr => m.expr(part);
  const named = (fields: readonly NamedExpr[]): NamedExpr[] => fields.map((f) => ({ name: f.name, value: x(f.value) }));
  switch (e.kind) {
    case "literal":
      switch (typeof e.value) {
        case "boolean": return b.boolLit(e.value, e.span);
        case "number": return e.type.kind === "sort" || e.type.kind === "majority" ? b.memberLit(e.value, e.type, e.span) : b.intLit(e.value, e.span);
        case "string": return b.enumLit(e.value, e.span, b.need(m.type(e.type), "enum"));
        default: return b.none(b.need(m.type(e.type), "option").of, e.span);
      }
    case "local": return b.local(e.name, m.typeOf("local", e.name, e.type), e.span);
    case "state": return b.stateRead(e.field, m.typeOf("state", e.field, e.type), e.when, e.span);
    case "not": return b.not(x(e.arg), e.span);
    case "connective": return b.connective(e.op, x(e.left), x(e.right), e.span);
    case "eq": return b.eq(x(e.left), x(e.right), e.span);
    case "compare": return b.compare(e.op, x(e.left), x(e.right), e.span);
    case "arith": return b.arith(e.op, x(e.left), x(e.right), e.span);
    case "if": return b.cond(x(e.cond), x(e.then), x(e.else), e.span);
    case "do": {
      const body = m.stmts(e.body);
      const type = returnType(body);
      return b.doExpr(coerceReturns(body, type), type, e.span);
    }
    case "cast": {
      const value = x(e.value), cast = b.coerce(value, m.type(e.type));
      return cast === value ? value : { ...cast, span: e.span };
    }
    case "record": return b.recordLit(b.need(m.type(e.type), "record"), named(e.fields), e.span);
    case "variant": return b.variantLit(b.need(m.type(e.type), "union"), e.tag, named(e.fields), e.span);
    case "get": return b.get(x(e.object), e.field, e.span);
    case "tag": return b.tag(x(e.object), e.span);
    case "isNone": return b.isNone(x(e.value), e.span);
    case "unwrap": return b.unwrap(x(e.value), e.span);
    case "extreme": return b.extreme(e.end, m.type(e.type), e.span);
    case "neighbour": return b.neighbour(e.side, x(e.value), e.span);
    case "at": return b.at(x(e.collection), x(e.key), e.span);
    case "lookup": return b.lookup(x(e.map), x(e.key), e.span);
    case "fill": return b.fill(b.need(m.type(e.type), "map"), x(e.value), e.span);
    case "tabulate": {
      const type = b.need(m.type(e.type), "map");
      m.bind(e.local, type.key);
      return b.tabulate(type, e.local, x(e.body), e.span);
    }
    case "put": return b.put(x(e.collection), x(e.key), x(e.value), e.span);
    case "collection": return b.collection(m.type(e.type), e.items.map(x), e.span);
    case "entries": return b.entries(b.need(m.type(e.type), "map"), e.entries.map((p) => ({ key: x(p.key), value: x(p.value) })), e.span);
    case "has": return b.has(x(e.collection), x(e.value), e.span);
    case "countOf": return b.countOf(x(e.bag), x(e.value), e.span);
    case "size": return b.size(x(e.collection), e.span);
    case "with": return b.withItem(e.op, x(e.collection), x(e.value), e.span);
    case "setOp": return b.setOp(e.op, x(e.left), x(e.right), e.span);
    case "subset": return b.subset(x(e.left), x(e.right), e.span);
    case "keys": return b.keys(x(e.map), e.span);
    case "concat": return b.concat(x(e.left), x(e.right), e.span);
    case "slice": return b.slice(x(e.seq), x(e.from), e.to && x(e.to), e.span);
    case "indexOf": return b.indexOf(x(e.seq), x(e.value), e.span);
    case "fold": {
      const domain = rebuildDomain(e.domain, m);
      m.bind(e.local, b.domainType(domain));
      return b.fold(e.op, e.local, domain, x(e.body), e.span);
    }
    case "comprehend": {
      const domain = rebuildDomain(e.domain, m);
      m.bind(e.local, b.domainType(domain));
      const body = x(e.body);
      // No cast leads from one set type to another, so the element type of a set must not be narrowed or widened here.
      const fixed = e.op === "map" && e.type.kind === "set" ? b.coerce(body, m.type(e.body.type)) : body;
      return b.comprehend(e.op, e.local, domain, fixed, e.span);
    }
    default: return assertNever(e);
  }
}

export function rebuildStmt(s: Stmt, m: Mapper): Stmt {
  switch (s.kind) {
    case "let": {
      const value = m.expr(s.value);
      // What is assigned later need not fit a type that only the first value has.
      const fixed = s.mutable ? b.coerce(value, m.type(s.value.type)) : value;
      m.bind(s.name, fixed.type, s.mutable ? undefined : fixed);
      return b.letStmt(s.name, fixed, s.span, s.mutable);
    }
    case "assign": return b.assign(rebuildPlace(s.place, m), m.expr(s.value), s.span);
    case "if": return b.ifStmt(m.expr(s.cond), m.stmts(s.then), m.stmts(s.else), s.span);
    case "for": {
      const domain = rebuildDomain(s.domain, m);
      m.bind(s.local, b.domainType(domain));
      return b.forStmt(s.local, domain, m.stmts(s.body), s.span);
    }
    case "break": case "continue": return s;
    case "require": return b.require(m.expr(s.cond), s.span);
    case "return": return b.returnStmt(s.value && m.expr(s.value), s.span);
    case "block": return b.block(m.stmts(s.body), s.span);
    default: return assertNever(s);
  }
}

export function rebuildDomain(d: Domain, m: Mapper): Domain {
  switch (d.kind) {
    case "type": return { kind: "type", type: m.type(d.type) };
    case "elements": return { kind: "elements", of: m.expr(d.of) };
    case "range": return { kind: "range", from: m.expr(d.from), to: m.expr(d.to) };
    default: return assertNever(d);
  }
}

export function rebuildPlace(p: Place, m: Mapper): Place {
  const root = { ...p.root, type: m.typeOf(p.root.kind, p.root.name, p.root.type) };
  return b.place(root, p.path.map((s) => (s.kind === "at" ? { ...s, key: m.expr(s.key) } : s)));
}

/** A mapper that changes expressions and nothing else: types and names stay, scopes are of no interest. */
export function exprMapper(change: (e: Expr, m: Mapper) => Expr): Mapper {
  const m: Mapper = {
    expr: (e) => change(e, m),
    stmts: (body) => body.map((s) => rebuildStmt(s, m)),
    type: (type) => type,
    typeOf: (_kind, _name, old) => old,
    bind: () => undefined,
  };
  return m;
}

/** The values returned by the `return`s that belong to these statements (not to a `block` or `do` inside). */
export function returnsOf(body: readonly Stmt[]): Expr[] {
  return body.flatMap((s) => {
    switch (s.kind) {
      case "return": return s.value ? [s.value] : [];
      case "if": return [...returnsOf(s.then), ...returnsOf(s.else)];
      case "for": return returnsOf(s.body);
      default: return [];
    }
  });
}

function returnType(body: readonly Stmt[]): Type {
  const types = returnsOf(body).map((e) => e.type);
  const type = types.reduce<Type | undefined>((a, c) => a && b.join(a, c), types[0]);
  if (!type) throw new InternalError("a do without a return, or with returns of types that do not join");
  return type;
}

function coerceReturns(body: readonly Stmt[], type: Type): readonly Stmt[] {
  return body.map((s): Stmt => {
    switch (s.kind) {
      case "return": return s.value ? { ...s, value: b.coerce(s.value, type) } : s;
      case "if": return { ...s, then: coerceReturns(s.then, type), else: coerceReturns(s.else, type) };
      case "for": return { ...s, body: coerceReturns(s.body, type) };
      default: return s;
    }
  });
}

/** A change of a whole protocol. Parts are changed before what holds them. */
export interface Rules {
  readonly type?: (type: Type) => Type;
  /** Default: `type` of the field's type. */
  readonly fieldType?: (field: StateField) => Type;
  /** Given a node whose parts are done, and the values of the immutable locals of the action or property. */
  readonly expr?: (node: Expr, lets: ReadonlyMap<string, Expr>) => Expr;
  /** Given a list whose statements are done. */
  readonly stmts?: (body: readonly Stmt[]) => readonly Stmt[];
}

export function rebuildProtocol(protocol: Protocol, rules: Rules): Protocol {
  const type = rules.type ?? ((t: Type): Type => t);
  const fieldType = rules.fieldType ?? ((f: StateField): Type => type(f.type));
  const fields = new Map(protocol.state.map((f) => [f.name, fieldType(f)]));
  const mapper = (): Mapper => {
    // Names are unique within an action or property, so scopes need not be left.
    const locals = new Map<string, Type>();
    const lets = new Map<string, Expr>();
    const m: Mapper = {
      expr: (e) => {
        const built = rebuildExpr(e, m);
        return rules.expr ? rules.expr(built, lets) : built;
      },
      stmts: (body) => {
        const built = body.map((s) => rebuildStmt(s, m));
        return rules.stmts ? rules.stmts(built) : built;
      },
      type,
      typeOf: (kind, name) => {
        const found = (kind === "state" ? fields : locals).get(name);
        if (!found) throw new InternalError(`unknown ${kind} ${name}`);
        return found;
      },
      bind: (name, t, value) => {
        locals.set(name, t);
        if (value) lets.set(name, value);
      },
    };
    return m;
  };
  /** A mapper for what has parameters. */
  const withParams = (params: readonly Param[]): Mapper => {
    const m = mapper();
    for (const p of params) m.bind(p.name, p.type);
    return m;
  };
  const paramsOf = (params: readonly Param[]): Param[] => params.map((p) => ({ ...p, type: type(p.type) }));
  const action = (a: Action): Action => {
    const params = paramsOf(a.params);
    return { ...a, params, body: withParams(params).stmts(a.body) };
  };
  const live = (l: Liveness): Liveness => {
    const params = paramsOf(l.params);
    return { ...l, params, from: l.from && withParams(params).expr(l.from), to: withParams(params).expr(l.to) };
  };
  const property = <P extends Property | Metric>(p: P): P => ({ ...p, body: mapper().expr(p.body) });
  return {
    ...protocol,
    state: protocol.state.map((f) => {
      const t = fields.get(f.name)!;
      return { ...f, type: t, initial: f.initial && b.coerce(mapper().expr(f.initial), t) };
    }),
    assumptions: protocol.assumptions.map(property),
    inits: protocol.inits.map(action),
    actions: protocol.actions.map(action),
    properties: protocol.properties.map(property),
    liveness: protocol.liveness.map(live),
    metrics: protocol.metrics.map(property),
  };
}
