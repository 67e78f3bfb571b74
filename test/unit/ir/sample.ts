/** A protocol that uses a little of everything, built by hand: a replicated log with an option and a symbolic bound. */
import { noSpan, type Span } from "../../../src/base/span.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr, Stmt } from "../../../src/ir/expr.ts";
import type { Action, Property, PropertyKind, Protocol, StateField } from "../../../src/ir/protocol.ts";
import { enumOf, int, mapOf, type SeqType, seqOf, sort, type Type } from "../../../src/ir/type.ts";

export const s = noSpan;
export const Node = sort("Node");
export const Phase = enumOf(["idle", "busy"]);
export const Log: SeqType = seqOf(Node, "log");

export const field = (name: string, type: Type, initial: Expr | null, role: StateField["role"] = "variable", span: Span = s): StateField => ({
  name, type, initial: initial && b.coerce(initial, type), role, span,
});
export const action = (name: string, params: readonly (readonly [string, Type])[], body: readonly Stmt[]): Action => ({
  name, doc: "", params: params.map(([p, type]) => ({ name: p, type, span: s })), body, span: s,
});
export const property = (kind: PropertyKind, name: string, body: Expr): Property => ({ kind, name, doc: "", body, span: s });
export const now = (name: string, type: Type): Expr => b.stateRead(name, type, "now", s);
export const place = (name: string, type: Type): ReturnType<typeof b.place> => b.place({ kind: "state", name, type });

export const emptyProtocol: Protocol = {
  name: "Empty", doc: "", span: s, sorts: [], scope: {}, state: [], assumptions: [], inits: [], actions: [], properties: [], liveness: [], designs: [], metrics: [],
};

export const sample: Protocol = {
  ...emptyProtocol,
  name: "Sample",
  sorts: [{ name: "Node", ordered: false, size: null, span: s }],
  scope: { Node: 3 },
  state: [
    field("mode", enumOf(["sync", "async"]), b.enumLit("sync", s), "option"),
    field("phase", mapOf(Node, Phase, true), b.fill(mapOf(Node, Phase, true), b.enumLit("idle", s), s)),
    field("log", Log, b.collection(Log, [], s)),
    field("total", int(), b.intLit(0, s)),
  ],
  actions: [
    action("append", [["n", Node]], [
      b.require(b.eq(b.at(now("phase", mapOf(Node, Phase, true)), b.local("n", Node, s), s), b.enumLit("idle", s), s), s),
      b.ifStmt(b.eq(now("mode", enumOf(["sync", "async"])), b.enumLit("sync", s), s), [
        b.assign(place("log", Log), b.withItem("add", now("log", Log), b.local("n", Node, s), s), s),
      ], [
        b.assign(place("total", int()), b.intLit(7, s), s),
      ], s),
      b.letStmt("length", b.size(now("log", Log), s), s, true),
      b.assign(b.place({ kind: "local", name: "length", type: int(0, null) }), b.arith("add", b.local("length", int(0, null), s), b.intLit(1, s), s), s),
      b.assign(place("total", int()), b.arith("add", now("total", int()), b.local("length", int(0, null), s), s), s),
    ]),
  ],
  designs: [
    { name: "sync", doc: "", options: { mode: "sync" }, span: s },
    { name: "async", doc: "Later.", options: { mode: "async" }, span: s },
  ],
  properties: [
    property("invariant", "quiet", b.fold("forall", "m", { kind: "type", type: Node }, b.connective(
      "implies", b.has(now("log", Log), b.local("m", Node, s), s), b.compare("lt", b.intLit(0, s), now("total", int()), s), s), s)),
  ],
};

