/** Two-phase commit, built by hand as the front end would lower it. */
import { noSpan, type Span } from "../../../src/base/span.ts";
import * as b from "../../../src/ir/build.ts";
import type { Domain, Expr, Stmt } from "../../../src/ir/expr.ts";
import type { Action, Param, Property, Protocol, StateField } from "../../../src/ir/protocol.ts";
import { bool, enumOf, mapOf, setOf, sort, type Type, union } from "../../../src/ir/type.ts";

export const line = (n: number, column = 1, endColumn = 80): Span => ({ file: "spec.ts", line: n, column, endLine: n, endColumn });

const RM = sort("RM");
const RmState = enumOf(["working", "prepared", "committed", "aborted"]);
const TmState = enumOf(["init", "committed", "aborted"]);
export const Message = union("kind", [
  { tag: "prepared", fields: [{ name: "rm", type: RM }] },
  { tag: "commit", fields: [] },
  { tag: "abort", fields: [] },
]);

const types = { rm: mapOf(RM, RmState, true), tm: TmState, tmPrepared: setOf(RM), sent: setOf(Message) };
const state = (name: keyof typeof types, span: Span = noSpan): Expr => b.stateRead(name, types[name], "now", span);
const rmOf = (rm: Expr, span: Span = noSpan): Expr => b.at(state("rm"), rm, span);
const is = (value: Expr, member: string, span: Span = noSpan): Expr => b.eq(value, b.enumLit(member, span), span);
const message = (tag: string, fields: { name: string; value: Expr }[] = []): Expr => b.variantLit(Message, tag, fields, noSpan);
const setField = (name: keyof typeof types, value: Expr, span: Span): Stmt => b.assign(b.place({ kind: "state", name, type: types[name] }), value, span);
const setRm = (rm: Expr, to: string, span: Span): Stmt =>
  b.assign(b.place({ kind: "state", name: "rm", type: types.rm }, [{ kind: "at", key: rm, span }]), b.enumLit(to, span), span);
const send = (m: Expr, span: Span): Stmt => setField("sent", b.withItem("add", state("sent"), m, span), span);

const param = (name: string, type: Type): Param => ({ name, type, span: noSpan });
const action = (name: string, params: readonly Param[], at: number, body: readonly Stmt[]): Action => ({ name, doc: "", params, body, span: line(at) });
const rm = b.local("rm", RM, noSpan);
const m = b.local("m", Message, noSpan);
const over = (type: Type): Domain => ({ kind: "type", type });

const actions: readonly Action[] = [
  action("prepare", [param("rm", RM)], 20, [
    b.require(is(rmOf(rm), "working", line(21, 13, 40)), line(21)),
    setRm(rm, "prepared", line(22)),
    send(message("prepared", [{ name: "rm", value: rm }]), line(23)),
  ]),
  action("chooseToAbort", [param("rm", RM)], 27, [b.require(is(rmOf(rm), "working"), line(28)), setRm(rm, "aborted", line(29))]),
  action("receivePrepared", [param("m", Message)], 32, [
    b.require(
      b.connective("and", b.connective("and", is(state("tm"), "init"), b.has(state("sent"), m, noSpan), noSpan), is(b.tag(m, noSpan), "prepared"), noSpan),
      line(33),
    ),
    setField("tmPrepared", b.withItem("add", state("tmPrepared"), b.get(m, "rm", line(34)), line(34)), line(34)),
  ]),
  action("commit", [], 37, [
    b.require(
      b.connective("and", is(state("tm"), "init", line(38, 13, 30)),
        b.fold("forall", "r", over(RM), b.has(state("tmPrepared"), b.local("r", RM, noSpan), line(38, 34, 60)), line(38, 34, 70)), noSpan),
      line(38),
    ),
    setField("tm", b.enumLit("committed", noSpan), line(39)),
    send(message("commit"), line(40)),
  ]),
  action("abort", [], 43, [
    b.require(is(state("tm"), "init"), line(44)),
    setField("tm", b.enumLit("aborted", noSpan), line(45)),
    send(message("abort"), line(46)),
  ]),
  action("receiveCommit", [param("rm", RM)], 49, [b.require(b.has(state("sent"), message("commit"), noSpan), line(50)), setRm(rm, "committed", line(51))]),
  action("receiveAbort", [param("rm", RM)], 54, [b.require(b.has(state("sent"), message("abort"), noSpan), line(55)), setRm(rm, "aborted", line(56))]),
];

const consistent = b.fold("forall", "a", over(RM),
  b.fold("forall", "b", over(RM),
    b.not(b.connective("and", is(rmOf(b.local("a", RM, noSpan)), "committed"), is(rmOf(b.local("b", RM, noSpan)), "aborted"), noSpan), line(61, 40, 80)),
    line(61)),
  line(61));

export const property = (kind: Property["kind"], name: string, body: Expr, at: number): Property => ({ kind, name, doc: "", body, span: line(at) });

const field = (name: keyof typeof types, initial: Expr): StateField => ({ name, type: types[name], initial, role: "variable", span: noSpan });

export function twoPhase(size: number, extra: Partial<Protocol> = {}): Protocol {
  return {
    name: "TwoPhaseCommit", doc: "", span: noSpan, scope: {},
    sorts: [{ name: "RM", ordered: false, size, span: noSpan }],
    state: [
      field("rm", b.fill(types.rm, b.enumLit("working", noSpan), noSpan)),
      field("tm", b.coerce(b.enumLit("init", noSpan), TmState)),
      field("tmPrepared", b.collection(types.tmPrepared, [], noSpan)),
      field("sent", b.collection(types.sent, [], noSpan)),
    ],
    assumptions: [], liveness: [], designs: [], metrics: [], inits: [], actions,
    properties: [
      property("invariant", "consistent", consistent, 60),
      property("reachable", "someoneCommits", b.fold("exists", "r", over(RM), is(rmOf(b.local("r", RM, noSpan)), "committed"), line(65)), 64),
    ],
    ...extra,
  };
}

/** Claims to be false: no resource manager ever commits. */
export const nobodyCommits: Property = property("invariant", "nobodyCommits",
  b.not(b.fold("exists", "r", over(RM), is(rmOf(b.local("r", RM, noSpan)), "committed", line(71)), line(71)), line(71)), 70);

export const parts = { RM, RmState, state, is, rmOf, over, bool };
