/** Random well-typed protocols, as an arbitrary of fast-check: the same for the same seed, and shrinkable. */
import * as fc from "fast-check";
import { coerce, connective, fold } from "../../src/ir/build.ts";
import type { Expr } from "../../src/ir/expr.ts";
import type { Action, Liveness, Metric, Property, PropertyKind, Protocol, SortDecl, StateField } from "../../src/ir/protocol.ts";
import { int, type Type } from "../../src/ir/type.ts";
import { walkType } from "../../src/ir/visit-type.ts";
import type { Choice } from "../../src/passes/instantiate.ts";
import { typeUses } from "../../src/passes/type-uses.ts";
import { Choices, simpler } from "./choices.ts";
import { ExprGen, type Scope, withLocal } from "./gen-expr.ts";
import { makeStmts } from "./gen-stmt.ts";
import { TypeGen } from "./gen-type.ts";

/** A protocol with symbolic sizes, and a choice with which it can be instantiated. */
export interface RandomProtocol {
  readonly protocol: Protocol;
  readonly choice: Choice;
}

/** The choices that made a value are the context from which it shrinks. */
class ArbitraryProtocol extends fc.Arbitrary<RandomProtocol> {
  constructor(private readonly make: (c: Choices) => RandomProtocol) {
    super();
  }

  override generate(mrng: fc.Random): fc.Value<RandomProtocol> {
    return this.made(() => mrng.nextInt(0, 0xffff));
  }

  override canShrinkWithoutContext(_value: unknown): _value is RandomProtocol {
    return false;
  }

  override shrink(_value: RandomProtocol, context: unknown): fc.Stream<fc.Value<RandomProtocol>> {
    const made = (drawn: readonly number[]): fc.Value<RandomProtocol> => this.made((i) => drawn[i] ?? 0);
    function* candidates(): Generator<fc.Value<RandomProtocol>, void, undefined> {
      for (const drawn of simpler(context as readonly number[])) yield made(drawn);
    }
    return fc.stream(candidates());
  }

  private made(draw: (index: number) => number): fc.Value<RandomProtocol> {
    const choices = new Choices(draw);
    return new fc.Value(this.make(choices), choices.drawn);
  }
}

export const protocolsOf = (make: (c: Choices) => RandomProtocol): fc.Arbitrary<RandomProtocol> => new ArbitraryProtocol(make);
/** With everything that the language has. */
export const arbitraryProtocol = protocolsOf(randomProtocol);

export function randomProtocol(c: Choices): RandomProtocol {
  const span = { file: "random.ts", line: 1, column: 1, endLine: 1, endColumn: 2 };
  const sorts: SortDecl[] = [
    { name: "Node", ordered: false, size: null, span },
    { name: "Term", ordered: true, size: null, span },
    ...(c.chance(30) ? [{ name: "Key", ordered: false, size: null, span }] : []),
  ];
  const sizes = { ...Object.fromEntries(sorts.map((s) => [s.name, c.between(1, 3)])), bound: c.between(0, 2) };
  const types = new TypeGen(c, sorts, sizes);
  const g = new ExprGen(c, types, c.pick([0, 1, 3, 12]), makeStmts);
  const fields: StateField[] = [];
  const scope = (extra: Partial<Scope> = {}): Scope => ({
    fields: fields.map((f) => ({ name: f.name, type: f.type, variable: f.role === "variable" })),
    locals: [], next: false, require: false, writes: false, doDepth: 0, ...extra,
  });

  let initialStates = 1;
  const field = (role: StateField["role"], type: Type): void => {
    const many = types.cardinality(type);
    const open = initialStates * many <= 24 && c.chance(role === "variable" ? 25 : 60);
    if (open) initialStates *= many;
    // The fields before are in scope; most are too wide to be looked at by a constant.
    const initial: Expr | null = open ? null : coerce(g.expr(type, scope(), c.chance(30) ? 1 : 0), type);
    fields.push({ name: c.chance(10) ? `part.f${fields.length}` : `f${fields.length}`, type, initial, role, span: g.span() });
  };
  if (c.chance(40)) field("constant", types.small(24));
  if (c.chance(30)) field("option", types.small(3));
  c.times(2, 6, () => field("variable", types.forField()));

  const property = (kind: PropertyKind, index: number, depth = 3): Property => {
    const s = scope({ next: kind === "step" });
    const body = (): Expr => {
      if (kind === "invariant") return invariant(g, s, depth);
      // Most protocols should have states.
      return kind === "assume" || kind === "constraint" ? connective("or", g.bool(s, depth), g.bool(s, depth), g.span()) : g.bool(s, depth);
    };
    return { kind, name: `${kind}${index}`, doc: "", body: body(), span: g.span() };
  };
  const several = (kind: PropertyKind, most: number, depth?: number): Property[] => c.times(0, most, (i) => property(kind, i, depth));
  const action = (prefix: string, index: number, most: number): Action => {
    let choicesLeft = most;
    // An init with a guard often leaves no initial state.
    let s = scope({ require: prefix === "action" || c.chance(20), writes: true });
    const params = c.times(0, 2, () => {
      const name = g.name(), type = types.small(choicesLeft);
      choicesLeft /= types.cardinality(type);
      s = withLocal(s, name, type);
      return { name, type, span: g.span() };
    });
    return { name: `${prefix}${index}`, doc: c.chance(20) ? "Says \"why\"." : "", params, body: makeStmts(g, s, 2, null), span: g.span() };
  };

  const assumptions = c.chance(20) ? [property("assume", 0, 1)] : [];
  const inits = c.times(0, 1, (i) => action("init", i, 6));
  const actions = c.times(2, 4, (i) => action("action", i, 16));
  const properties = [
    ...several("invariant", 3), ...several("step", 2), ...several("reachable", 2),
    ...(c.chance(20) ? several("constraint", 1, 2) : []), ...(c.chance(30) ? several("terminal", 1, 2) : []),
  ];
  const chosen = options(fields, c);
  // Last, so that with and without them the rest is the same.
  const metrics = c.times(0, 3, (i): Metric => {
    const kind = c.pick(["milestone", "cost", "stepCost"] as const), s = scope({ next: kind === "stepCost" });
    return { kind, name: `${kind}${i}`, doc: "", body: kind === "milestone" ? g.bool(s, 2) : g.expr(int(), s, 3), span: g.span() };
  });
  const fallback: Protocol["scope"] = c.chance(50) ? { Node: 2 } : {};
  const liveness = c.times(0, 2, (i): Liveness => {
    const kind = c.pick(["eventually", "leadsTo"] as const), params = c.chance(40) ? [{ name: g.name(), type: types.small(4), span: g.span() }] : [];
    const s = params.reduce((inner, p) => withLocal(inner, p.name, p.type), scope());
    return { kind, name: `${kind}${i}`, doc: "", params, from: kind === "leadsTo" ? g.bool(s, 2) : null, to: g.bool(s, 2), span: g.span() };
  });
  const owed = actions.map((a): Action => (c.chance(60) ? { ...a, fair: c.pick(["weak", "strong"] as const) } : a));
  const protocol: Protocol = {
    name: "Random", doc: "", span, sorts, scope: fallback, state: fields, assumptions, inits, actions: owed, properties, liveness, designs: [], metrics,
  };
  return { protocol, choice: { sizes: mentionsBound(protocol) ? sizes : withoutBound(sizes), options: chosen } };
}

/** A size for a bound that no type mentions would be refused. */
function mentionsBound(protocol: Protocol): boolean {
  let found = false;
  for (const use of typeUses(protocol)) {
    walkType(use.type, (t) => {
      found ||= (t.kind === "seq" || t.kind === "bag") && typeof t.max === "string";
    });
  }
  return found;
}

const withoutBound = (sizes: Choice["sizes"]): Choice["sizes"] => Object.fromEntries(Object.entries(sizes).filter(([name]) => name !== "bound"));

/** Half of the time of the shape that vacuity looks for. */
function invariant(g: ExprGen, s: Scope, depth: number): Expr {
  if (!g.c.chance(50)) return g.bool(s, depth);
  const domain = g.domain(s, 1);
  return g.bound(domain, s, (name, inner) =>
    fold("forall", name, domain, connective("implies", g.bool(inner, depth - 1), g.bool(inner, depth - 1), g.span()), g.span()));
}

/** A value for an option, now and then. */
function options(fields: readonly StateField[], c: Choices): Choice["options"] {
  const chosen = fields.flatMap((f): [string, boolean | string][] => {
    if (f.role !== "option" || !c.chance(50)) return [];
    return f.type.kind === "bool" ? [[f.name, true]] : f.type.kind === "enum" ? [[f.name, f.type.values[0]]] : [];
  });
  return Object.fromEntries(chosen);
}

