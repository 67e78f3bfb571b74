/** Two-phase commit as the front end lowers `specs/two-phase-commit`, by hand. */
import { noSpan as s } from "../../../../src/base/span.ts";
import * as b from "../../../../src/ir/build.ts";
import type { Expr, Place } from "../../../../src/ir/expr.ts";
import type { Action, Param, Property, Protocol } from "../../../../src/ir/protocol.ts";
import { enumOf, mapOf, setOf, sort, type Type, union } from "../../../../src/ir/type.ts";

const rm = sort("RM");
const phase = enumOf(["working", "prepared", "committed", "aborted"]);
const tm = enumOf(["init", "committed", "aborted"]);
const message = union("kind", [{ tag: "prepared", fields: [{ name: "rm", type: rm }] }, { tag: "commit", fields: [] }, { tag: "abort", fields: [] }]);

const types: Record<string, Type> = { rm: mapOf(rm, phase, true), tm, tmPrepared: setOf(rm), sent: setOf(message) };
const field = (name: string): Expr => b.stateRead(name, types[name], "now", s);
const place = (name: string, path: Place["path"] = []): Place => b.place({ kind: "state", name, type: types[name] }, path);
const r = b.local("rm", rm, s);
const is = (e: Expr, value: string): Expr => b.eq(e, b.enumLit(value, s), s);
const isPhase = (node: Expr, value: string): Expr => is(b.at(field("rm"), node, s), value);
const setPhase = (value: string) => b.assign(place("rm", [{ kind: "at", key: r, span: s }]), b.enumLit(value, s), s);
const add = (name: string, item: Expr) => b.assign(place(name), b.withItem("add", field(name), item, s), s);
const plain = (tag: string): Expr => b.variantLit(message, tag, [], s);

const param = (name: string, type: Type): Param => ({ name, type, span: s });
const action = (name: string, params: readonly Param[], body: Action["body"]): Action => ({ name, doc: "", params, body, span: s });
const property = (kind: Property["kind"], name: string, body: Expr): Property => ({ kind, name, doc: "", body, span: s });

export function twoPhaseCommit(size: number): Protocol {
  const m = b.local("m", message, s);
  const all = (name: string, body: Expr): Expr => b.fold("forall", name, { kind: "type", type: rm }, body, s);
  return {
    name: "TwoPhaseCommit", doc: "", span: s, scope: { RM: size },
    sorts: [{ name: "RM", ordered: false, size, span: s }],
    state: [
      { name: "rm", type: types.rm, initial: b.fill(mapOf(rm, phase, true), b.enumLit("working", s), s), role: "variable", span: s },
      { name: "tm", type: tm, initial: b.coerce(b.enumLit("init", s), tm), role: "variable", span: s },
      { name: "tmPrepared", type: types.tmPrepared, initial: b.collection(setOf(rm), [], s), role: "variable", span: s },
      { name: "sent", type: types.sent, initial: b.collection(setOf(message), [], s), role: "variable", span: s },
    ],
    assumptions: [],
    liveness: [], designs: [], metrics: [],
    inits: [],
    actions: [
      action("prepare", [param("rm", rm)], [
        b.require(isPhase(r, "working"), s), setPhase("prepared"), add("sent", b.variantLit(message, "prepared", [{ name: "rm", value: r }], s)),
      ]),
      action("chooseToAbort", [param("rm", rm)], [b.require(isPhase(r, "working"), s), setPhase("aborted")]),
      action("receivePrepared", [param("m", message)], [
        b.require(b.connective("and", b.connective("and", is(field("tm"), "init"), b.has(field("sent"), m, s), s), is(b.tag(m, s), "prepared"), s), s),
        add("tmPrepared", b.get(m, "rm", s)),
      ]),
      action("commit", [], [
        b.require(b.connective("and", is(field("tm"), "init"), all("x", b.has(field("tmPrepared"), b.local("x", rm, s), s)), s), s),
        b.assign(place("tm"), b.enumLit("committed", s), s), add("sent", plain("commit")),
      ]),
      action("abort", [], [b.require(is(field("tm"), "init"), s), b.assign(place("tm"), b.enumLit("aborted", s), s), add("sent", plain("abort"))]),
      action("receiveCommit", [param("rm", rm)], [b.require(b.has(field("sent"), plain("commit"), s), s), setPhase("committed")]),
      action("receiveAbort", [param("rm", rm)], [b.require(b.has(field("sent"), plain("abort"), s), s), setPhase("aborted")]),
    ],
    properties: [
      property("invariant", "consistent", all("a", all("c",
        b.not(b.connective("and", isPhase(b.local("a", rm, s), "committed"), isPhase(b.local("c", rm, s), "aborted"), s), s)))),
      property("reachable", "someoneCommits", b.fold("exists", "a", { kind: "type", type: rm }, isPhase(b.local("a", rm, s), "committed"), s)),
    ],
  };
}
