/**
 * Random protocols of nodes that send messages and go through phases: of few actions, so that steps are often independent, and of
 * kinds that partial-order reduction tells apart.
 */
import * as b from "../../src/ir/build.ts";
import type { Expr, Place, Stmt } from "../../src/ir/expr.ts";
import type { Action, Property, PropertyKind, Protocol, StateField } from "../../src/ir/protocol.ts";
import { bool, enumOf, int, mapOf, option, record, setOf, sort, type Type, union } from "../../src/ir/type.ts";
import { renameBound } from "../../src/ir/substitute.ts";
import type { Choices } from "./choices.ts";
import { protocolsOf, type RandomProtocol } from "./arbitrary-protocol.ts";

const span = { file: "random.ts", line: 1, column: 1, endLine: 1, endColumn: 2 };
const node = sort("Node");
const phases = enumOf(["a", "b", "c"]);
const message = union("kind", [
  { tag: "ping", fields: [{ name: "n", type: node }] },
  { tag: "pong", fields: [{ name: "n", type: node }, { name: "on", type: bool }] },
  { tag: "stop", fields: [] },
]);
const pair = record([{ name: "on", type: bool }, { name: "at", type: phases }]);
const small = int(0, 3);

const types = {
  phase: mapOf(node, phases, true), mark: bool, sent: setOf(message), seen: mapOf(node, setOf(node), true), total: small, last: option(node), box: setOf(node), both: pair,
} satisfies Record<string, Type>;
type FieldName = keyof typeof types;

const lit = (value: string): Expr => b.enumLit(value, span, phases);
const empty = b.collection(setOf(node), [], span);
const initial: Record<FieldName, Expr> = {
  phase: b.fill(types.phase, lit("a"), span), mark: b.boolLit(false, span), sent: b.collection(types.sent, [], span), seen: b.fill(types.seen, empty, span),
  total: b.coerce(b.intLit(0, span), small), last: b.none(node, span), box: empty,
  both: b.recordLit(pair, [{ name: "on", value: b.boolLit(false, span) }, { name: "at", value: lit("a") }], span),
};

class Gen {
  /** @param when of step properties, the state that is read */
  constructor(
    private readonly c: Choices, private readonly nodes: readonly Expr[], private readonly messages: readonly Expr[], private readonly when: "now" | "next" = "now",
    private readonly names = { used: 0 },
  ) {}

  private field(name: FieldName): Expr {
    return b.stateRead(name, types[name], this.when, span);
  }

  private with(local: Expr): Gen {
    return new Gen(this.c, [...this.nodes, local], this.messages, this.when, this.names);
  }

  private get hasNode(): boolean {
    return this.nodes.length > 0 || this.messages.length > 0;
  }

  /** That of a message fails where it has none. */
  private node(): Expr {
    if (this.nodes.length === 0) return b.get(this.messages[0], "n", span);
    return this.c.pick(this.nodes);
  }

  private phase = (): Expr => lit(this.c.pick(["a", "b", "c"]));
  private at = (name: "phase" | "seen"): Expr => b.at(this.field(name), this.node(), span);

  private message(): Expr {
    if (this.messages.length > 0 && this.c.chance(60)) return this.c.pick(this.messages);
    if (!this.hasNode || this.c.chance(25)) return b.variantLit(message, "stop", [], span);
    const n = { name: "n", value: this.node() };
    return this.c.chance(50) ? b.variantLit(message, "ping", [n], span) : b.variantLit(message, "pong", [n, { name: "on", value: b.boolLit(this.c.chance(50), span) }], span);
  }

  /** What most actions ask first: for a message, or for a phase. */
  usual(): Expr[] {
    const [m] = this.messages;
    if (m) {
      const tags = b.tag(m, span);
      const isOne = b.eq(tags, b.enumLit(this.c.pick(["ping", "pong"]), span, b.need(tags.type, "enum")), span);
      return this.c.chance(50) ? [isOne, b.has(this.field("sent"), m, span)] : [isOne];
    }
    return this.hasNode && this.c.chance(70) ? [b.eq(this.at("phase"), lit(this.c.pick(["a", "a", "b"])), span)] : [];
  }

  condition(depth = 1): Expr {
    const c = this.c;
    const test = this.test(depth);
    if (depth > 0 && c.chance(20)) return b.connective(c.pick(["and", "or", "implies"]), test, this.condition(depth - 1), span);
    return c.chance(30) ? b.not(test, span) : test;
  }

  private test(depth: number): Expr {
    const { c } = this;
    const bound = b.local(`x${this.names.used++}`, node, span);
    const inside = this.with(bound);
    const quantified = (): Expr => {
      const op = c.pick(["forall", "exists"] as const);
      if (this.hasNode && c.chance(30)) return b.fold(op, bound.kind === "local" ? bound.name : "", { kind: "elements", of: this.at("seen") }, inside.condition(depth - 1), span);
      return b.fold(op, bound.kind === "local" ? bound.name : "", { kind: "type", type: node }, inside.condition(depth - 1), span);
    };
    const open = (): Expr => c.pick([
      () => this.field("mark"),
      () => b.has(this.field("sent"), this.message(), span),
      () => b.compare("lt", this.field("total"), b.intLit(c.between(1, 3), span), span),
      () => b.eq(this.field("total"), b.intLit(c.between(0, 3), span), span),
      () => b.isNone(this.field("last"), span),
      () => b.eq(b.get(this.field("both"), "at", span), this.phase(), span),
      () => b.get(this.field("both"), "on", span),
      ...(this.messages.length > 0 ? [() => b.eq(b.tag(this.messages[0], span), b.enumLit(c.pick(["ping", "pong", "stop"]), span, b.need(b.tag(this.messages[0], span).type, "enum")), span)] : []),
    ])();
    if (depth > 0 && c.chance(this.hasNode ? 15 : 60)) return quantified();
    if (!this.hasNode || c.chance(30)) return open();
    return c.pick([
      () => b.eq(this.at("phase"), this.phase(), span),
      () => b.eq(this.at("phase"), this.phase(), span),
      () => b.has(this.at("seen"), this.node(), span),
      () => b.has(this.field("box"), this.node(), span),
      () => b.eq(this.field("last"), this.node(), span),
      () => b.subset(this.at("seen"), this.field("box"), span),
      () => b.eq(this.node(), this.node(), span),
    ])();
  }

  private place(name: FieldName, ...path: Place["path"]): Place {
    return b.place({ kind: "state", name, type: types[name] }, path);
  }

  private set = (place: Place, value: Expr): Stmt => b.assign(place, value, span);

  effect(depth = 1): Stmt {
    const c = this.c;
    if (depth > 0 && c.chance(15)) return b.ifStmt(this.condition(0), [this.effect(0)], c.chance(50) ? [this.effect(0)] : [], span);
    if (depth > 0 && c.chance(10)) {
      const bound = b.local(`x${this.names.used++}`, node, span);
      return b.forStmt(bound.kind === "local" ? bound.name : "", { kind: "type", type: node }, [this.with(bound).effect(0)], span);
    }
    if (c.chance(5)) return b.require(this.condition(0), span);
    const change = (place: Place, item: Expr): Stmt => this.set(place, b.withItem(c.chance(30) ? "delete" : "add", b.read(place, span), item, span));
    const open: readonly (() => Stmt)[] = [
      () => this.set(this.place("mark"), b.boolLit(!c.chance(30), span)),
      () => change(this.place("sent"), this.message()),
      () => change(this.place("sent"), this.message()),
      () => this.set(this.place("total"), b.arith("min", b.intLit(3, span), b.arith("add", this.field("total"), b.intLit(1, span), span), span)),
      () => this.set(this.place("total"), b.arith("add", this.field("total"), b.intLit(1, span), span)),
      () => this.set(this.place("last"), b.none(node, span)),
      () => this.set(this.place("both", { kind: "get", field: "at", span }), this.phase()),
      () => this.set(this.place("both", { kind: "get", field: "on", span }), b.boolLit(c.chance(50), span)),
      () => this.set(this.place("box"), empty),
    ];
    if (!this.hasNode) return c.pick(open)();
    const own = (name: "phase" | "seen"): Place => this.place(name, { kind: "at", key: this.node(), span });
    const seen = own("seen");
    return c.pick([
      ...open,
      () => this.set(own("phase"), this.phase()),
      () => this.set(own("phase"), this.phase()),
      () => this.set(own("phase"), this.phase()),
      () => change(seen, this.node()),
      () => change(seen, this.node()),
      () => this.set(seen, this.field("box")),
      () => this.set(seen, b.setOp("union", b.read(seen, span), this.field("box"), span)),
      () => change(this.place("box"), this.node()),
      () => change(this.place("box"), this.node()),
      () => this.set(this.place("box"), b.setOp("difference", this.field("box"), this.at("seen"), span)),
      () => this.set(this.place("last"), this.node()),
    ])();
  }
}

function randomAction(c: Choices, i: number): Action {
  const params = c.weighted<readonly { name: string; type: Type }[]>([
    [3, [{ name: `n${i}`, type: node }]], [2, []], [1, [{ name: `n${i}`, type: node }, { name: `k${i}`, type: node }]], [3, [{ name: `m${i}`, type: message }]],
  ]);
  const locals = params.map((p) => b.local(p.name, p.type, span));
  const gen = new Gen(c, locals.filter((l) => l.type.kind === "sort"), locals.filter((l) => l.type.kind === "union"));
  const guards = [...(c.chance(90) ? gen.usual() : []), ...c.times(0, 2, () => gen.condition(c.below(2)))].map((g) => b.require(g, span));
  return { name: `act${i}`, doc: "", params: params.map((p) => ({ ...p, span })), body: [...guards, ...c.times(1, 2, () => gen.effect())], span };
}

function randomProperty(c: Choices, kind: PropertyKind, i: number): Property {
  const names = { used: 0 };
  const gen = new Gen(c, [], [], "now", names);
  // What is between two states seldom holds of a step that changes nothing, unless it is made to.
  const before = gen.condition();
  const body = kind !== "step" ? before : b.connective("implies", before, c.chance(60) ? renameBound(before, (name) => `${name}b`) : new Gen(c, [], [], "next", names).condition(), span);
  return { kind, name: `${kind}${i}`, doc: "", body, span };
}

export function randomReducible(c: Choices): RandomProtocol {
  const fields = Object.keys(types) as FieldName[];
  const state = fields.map((name): StateField => ({ name, type: types[name], initial: initial[name], role: "variable", span }));
  const kinds: readonly PropertyKind[] = ["invariant", "reachable", ...(c.chance(20) ? ["step" as const] : []), ...(c.chance(15) ? ["constraint" as const] : []), ...(c.chance(30) ? ["terminal" as const] : [])];
  const protocol: Protocol = {
    name: "Random", doc: "", span, sorts: [{ name: "Node", ordered: false, size: null, span }], scope: {}, state, assumptions: [], inits: [],
    actions: c.times(2, 4, (i) => randomAction(c, i)), properties: kinds.map((kind, i) => randomProperty(c, kind, i)), liveness: [], metrics: [], designs: [],
  };
  return { protocol, choice: { sizes: { Node: 2 }, options: {} } };
}

export const arbitraryReducible = protocolsOf(randomReducible);
