/** Every kind of expression, for every value of its inputs, against the interpreter. */
import { describe, expect, test } from "vitest";
import * as b from "../../../../src/ir/build.ts";
import type { Domain, Expr } from "../../../../src/ir/expr.ts";
import {
  bagOf, bool, enumOf, int, majority, mapOf, option, record, seqOf, setOf, type Type, union,
} from "../../../../src/ir/type.ts";
import { agree } from "./agree.ts";
import { assigning, local, node, num, span, term, truth } from "./protocols.ts";

const small = int(0, 3);
const signed = int(-2, 2);
const color = enumOf(["red", "green", "blue"]);
const pair = record([{ name: "a", type: int(0, 2) }, { name: "b", type: bool }]);
const single = record([{ name: "only", type: int(5, 7) }]);
const message = union("kind", [
  { tag: "ask", fields: [{ name: "from", type: node }, { name: "n", type: int(0, 1) }] },
  { tag: "tell", fields: [{ name: "from", type: node }, { name: "n", type: bool }] },
  { tag: "end", fields: [] },
]);
const notice = union("kind", [{ tag: "ask", fields: [{ name: "from", type: node }] }, { tag: "tell", fields: [{ name: "x", type: color }] }, { tag: "end", fields: [] }]);
const flat = union("kind", [{ tag: "x", fields: [] }, { tag: "y", fields: [] }]);
const seq = seqOf(small, 2);
const pairs = seqOf(pair, 2);

const lit = (value: string, type = color): Expr => b.enumLit(value, span(), type);
const someColor = lit("red");
const falsehood = truth(false);
const typed = (type: Type): Domain => ({ kind: "type", type });
const over = (of: Expr): Domain => ({ kind: "elements", of });
type Reader = (name: string) => Expr;

interface Case {
  readonly in: Readonly<Record<string, Type>>;
  readonly out: Type;
  readonly first: Expr;
  readonly expr: (read: Reader) => Expr;
}
const toBool = (inputs: Case["in"], expr: Case["expr"]): Case => ({ in: inputs, out: bool, first: falsehood, expr });
const toInt = (inputs: Case["in"], expr: Case["expr"]): Case => ({ in: inputs, out: int(-100, 100), first: num(99), expr });
const emptySet = (of: Type): Expr => b.collection(setOf(of), [], span());
const emptyBag = (of: Type, max: number): Expr => b.collection(bagOf(of, max), [], span());
const emptySeq = (type: Type): Expr => b.coerce(b.collection(type, [], span()), type);
const toSet = (inputs: Case["in"], of: Type, expr: Case["expr"]): Case => ({ in: inputs, out: setOf(of), first: emptySet(of), expr });

const arith = (op: "add" | "sub" | "mul" | "div" | "mod" | "min" | "max", l: Type, r: Type): Case =>
  toInt({ l, r }, (read) => b.arith(op, read("l"), read("r"), span()));

const cases: Readonly<Record<string, Case>> = {
  "not": toBool({ x: bool }, (read) => b.not(read("x"), span())),
  "and": toBool({ x: bool, y: bool }, (read) => b.connective("and", read("x"), read("y"), span())),
  "or, with a right side that may fail": toBool({ x: bool, y: option(bool) }, (read) => b.connective("or", read("x"), b.unwrap(read("y"), span()), span())),
  "implies, with a right side that may fail": toBool({ x: bool, y: option(bool) }, (read) => b.connective("implies", read("x"), b.unwrap(read("y"), span()), span())),
  "and, with a left side that may fail": toBool({ x: option(bool), y: bool }, (read) => b.connective("and", b.unwrap(read("x"), span()), read("y"), span())),
  "eq of integers of other bounds": toBool({ x: small, y: signed }, (read) => b.eq(read("x"), read("y"), span())),
  "eq of records": toBool({ x: pair, y: pair }, (read) => b.eq(read("x"), read("y"), span())),
  "eq of unions": toBool({ x: message, y: message }, (read) => b.eq(read("x"), read("y"), span())),
  "eq of sequences": toBool({ x: seq, y: seq }, (read) => b.eq(read("x"), read("y"), span())),
  "compare": toBool({ x: signed, y: small }, (read) => b.compare("lt", read("x"), read("y"), span())),
  "compare of an ordered sort": toBool({ x: term, y: term }, (read) => b.compare("le", read("x"), read("y"), span())),
  "add": arith("add", small, signed),
  "sub": arith("sub", small, signed),
  "mul": arith("mul", signed, signed),
  "div": arith("div", int(-5, 5), signed),
  "mod": arith("mod", int(-5, 5), signed),
  "min": arith("min", small, signed),
  "max": arith("max", small, signed),
  "if": toInt({ c: bool, x: small, y: signed }, (read) => b.cond(read("c"), read("x"), read("y"), span())),
  "if with branches that may fail": toInt({ c: bool, x: option(small), y: signed }, (read) => b.cond(read("c"), b.unwrap(read("x"), span()), read("y"), span())),
  "if of records": { in: { c: bool, x: pair, y: pair }, out: pair, first: pairLit(num(0), truth(false)), expr: (read) => b.cond(read("c"), read("x"), read("y"), span()) },
  "if inside a get": toInt({ c: bool, x: pair, y: pair }, (read) => b.get(b.cond(read("c"), read("x"), read("y"), span()), "a", span())),
  "do with several returns": toInt({ x: small }, (read) => b.doExpr([
    b.ifStmt(b.compare("lt", read("x"), num(2), span()), [b.returnStmt(b.coerce(num(7), int(0, 9)), span())], [], span()),
    b.letStmt("y", b.coerce(read("x"), int(0, 9)), span(), true),
    b.assign(b.place({ kind: "local", name: "y", type: int(0, 9) }), b.arith("add", local("y", int(0, 9)), num(1), span()), span()),
    b.returnStmt(local("y", int(0, 9)), span()),
  ], int(0, 9), span())),
  "do with a loop": toInt({ s: setOf(small) }, (read) => b.doExpr([
    b.letStmt("sum", b.coerce(num(0), int(0, 20)), span(), true),
    b.forStmt("x", over(read("s")), [
      b.ifStmt(b.eq(local("x", small), num(2), span()), [{ kind: "continue", span: span() }], [], span()),
      b.ifStmt(b.eq(local("x", small), num(3), span()), [{ kind: "break", span: span() }], [], span()),
      b.assign(b.place({ kind: "local", name: "sum", type: int(0, 20) }), b.arith("add", b.arith("mul", local("sum", int(0, 20)), num(2), span()), local("x", small), span()), span()),
    ], span()),
    b.returnStmt(local("sum", int(0, 20)), span()),
  ], int(0, 20), span())),
  "do of a record": { in: { c: bool, x: pair }, out: pair, first: pairLit(num(0), truth(false)), expr: (read) => b.doExpr([
    b.ifStmt(read("c"), [b.returnStmt(pairLit(num(1), truth(true)), span())], [], span()), b.returnStmt(read("x"), span()),
  ], pair, span()) },
  "record": { in: { x: int(0, 2), y: bool }, out: pair, first: pairLit(num(0), truth(false)), expr: (read) => pairLit(read("x"), b.not(read("y"), span())) },
  "record of one slot": { in: { x: int(5, 7) }, out: single, first: b.recordLit(single, [{ name: "only", value: num(5) }], span()), expr: (read) => b.recordLit(single, [{ name: "only", value: read("x") }], span()) },
  "get of a record of one slot": toInt({ x: single }, (read) => b.get(read("x"), "only", span())),
  "variant": { in: { x: node }, out: message, first: end(), expr: (read) => b.variantLit(message, "ask", [{ name: "from", value: read("x") }, { name: "n", value: num(1) }], span()) },
  "variant without payload": { in: { x: message }, out: message, first: end(), expr: () => end() },
  "get of a field that not all variants have": { in: { x: message }, out: option(node), first: b.none(node, span()), expr: (read) => b.get(read("x"), "from", span()) },
  "tag": { in: { x: message }, out: enumOf(["ask", "tell", "end"]), first: lit("end", enumOf(["ask", "tell", "end"])), expr: (read) => b.tag(read("x"), span()) },
  "tag of a union without payload": { in: { x: flat }, out: enumOf(["x", "y"]), first: lit("x", enumOf(["x", "y"])), expr: (read) => b.tag(read("x"), span()) },
  "isNone, packed": toBool({ x: option(color) }, (read) => b.isNone(read("x"), span())),
  "isNone, wide": toBool({ x: option(pair) }, (read) => b.isNone(read("x"), span())),
  "unwrap, packed": { in: { x: option(color) }, out: color, first: someColor, expr: (read) => b.unwrap(read("x"), span()) },
  "unwrap, wide": { in: { x: option(pair) }, out: pair, first: pairLit(num(0), truth(false)), expr: (read) => b.unwrap(read("x"), span()) },
  "some, wide": { in: { x: pair }, out: option(pair), first: b.none(pair, span()), expr: (read) => b.coerce(read("x"), option(pair)) },
  "none": { in: { x: option(pair) }, out: option(pair), first: b.none(pair, span()), expr: () => b.none(pair, span()) },
  "first": { in: {}, out: term, first: b.extreme("last", term, span()), expr: () => b.extreme("first", term, span()) },
  "next": { in: { x: term }, out: option(term), first: b.none(term, span()), expr: (read) => b.neighbour("next", read("x"), span()) },
  "previous": { in: { x: term }, out: option(term), first: b.none(term, span()), expr: (read) => b.neighbour("previous", read("x"), span()) },
  "at": toInt({ m: mapOf(node, small, true), k: node }, (read) => b.at(read("m"), read("k"), span())),
  "at of records": toInt({ m: mapOf(bool, pair, true), k: bool }, (read) => b.get(b.at(read("m"), read("k"), span()), "a", span())),
  "at of a sequence": toInt({ s: seq, i: signed }, (read) => b.at(read("s"), read("i"), span())),
  "at of a sequence of records": toInt({ s: pairs, i: signed }, (read) => b.get(b.at(read("s"), read("i"), span()), "a", span())),
  "lookup": { in: { m: mapOf(node, small, false), k: node }, out: option(small), first: b.none(small, span()), expr: (read) => b.lookup(read("m"), read("k"), span()) },
  "lookup of an option": { in: { m: mapOf(bool, option(color), false), k: bool }, out: option(color), first: b.none(color, span()), expr: (read) => b.lookup(read("m"), read("k"), span()) },
  "lookup of a wide option": { in: { m: mapOf(bool, option(pair), false), k: bool }, out: option(pair), first: b.none(pair, span()), expr: (read) => b.lookup(read("m"), read("k"), span()) },
  "fill": total((read) => b.fill(mapOf(node, small, true), read("x"), span())),
  "tabulate": total((read) => b.tabulate(mapOf(node, small, true), "k", b.cond(b.eq(local("k", node), read("n"), span()), read("x"), num(0), span()), span())),
  "put in a total map": { in: { m: mapOf(node, small, true), k: node, x: small }, out: mapOf(node, small, true), first: b.fill(mapOf(node, small, true), num(0), span()), expr: (read) => b.put(read("m"), read("k"), read("x"), span()) },
  "put in a partial map": { in: { m: mapOf(bool, pair, false), k: bool, x: pair }, out: mapOf(bool, pair, false), first: b.entries(mapOf(bool, pair, false), [], span()), expr: (read) => b.put(read("m"), read("k"), read("x"), span()) },
  "put of an option in a partial map": { in: { m: mapOf(bool, option(color), false), k: bool, x: option(color) }, out: mapOf(bool, option(color), false), first: b.entries(mapOf(bool, option(color), false), [], span()), expr: (read) => b.put(read("m"), read("k"), read("x"), span()) },
  "put in a sequence": { in: { s: seq, i: signed, x: small }, out: seq, first: emptySeq(seq), expr: (read) => b.put(read("s"), read("i"), read("x"), span()) },
  "delete from a partial map": { in: { m: mapOf(node, small, false), k: node }, out: mapOf(node, small, false), first: b.entries(mapOf(node, small, false), [], span()), expr: (read) => b.withItem("delete", read("m"), read("k"), span()) },
  "entries": { in: { k: node, l: node, x: small }, out: mapOf(node, small, false), first: b.entries(mapOf(node, small, false), [], span()), expr: (read) => b.entries(mapOf(node, small, false), [{ key: read("k"), value: read("x") }, { key: read("l"), value: num(1) }], span()) },
  "keys": toSet({ m: mapOf(node, pair, false) }, node, (read) => b.keys(read("m"), span())),
  "set by elements": toSet({ x: node, y: node }, node, (read) => b.collection(setOf(node), [read("x"), read("y")], span())),
  "set of messages": toSet({ x: message }, message, (read) => b.collection(setOf(message), [read("x"), end()], span())),
  "bag by elements": { in: { x: node, y: node }, out: bagOf(node, 2), first: emptyBag(node, 2), expr: (read) => b.collection(bagOf(node, 2), [read("x"), read("y"), read("y")], span()) },
  "sequence by elements": { in: { x: small, y: small }, out: seq, first: emptySeq(seq), expr: (read) => b.collection(seqOf(small, 2), [read("x"), read("y")], span()) },
  "has of a set": toBool({ s: setOf(node), x: node }, (read) => b.has(read("s"), read("x"), span())),
  "has of a set of messages": toBool({ s: setOf(flat), x: flat }, (read) => b.has(read("s"), read("x"), span())),
  "has of a bag": toBool({ s: bagOf(node, 2), x: node }, (read) => b.has(read("s"), read("x"), span())),
  "has of a majority": toBool({ s: majority(node), x: node }, (read) => b.has(read("s"), read("x"), span())),
  "has of a sequence": toBool({ s: pairs, x: pair }, (read) => b.has(read("s"), read("x"), span())),
  "has of a map": toBool({ s: mapOf(node, pair, false), x: node }, (read) => b.has(read("s"), read("x"), span())),
  "countOf": toInt({ s: bagOf(node, 2), x: node }, (read) => b.countOf(read("s"), read("x"), span())),
  "size of a set": toInt({ s: setOf(node) }, (read) => b.size(read("s"), span())),
  "size of a majority": toInt({ s: majority(node) }, (read) => b.size(read("s"), span())),
  "size of a bag": toInt({ s: bagOf(node, 2) }, (read) => b.size(read("s"), span())),
  "size of a sequence": toInt({ s: pairs }, (read) => b.size(read("s"), span())),
  "size of a partial map": toInt({ s: mapOf(node, small, false) }, (read) => b.size(read("s"), span())),
  "size of a total map": toInt({ s: mapOf(bool, small, true) }, (read) => b.size(read("s"), span())),
  "set with one more": toSet({ s: setOf(node), x: node }, node, (read) => b.withItem("add", read("s"), read("x"), span())),
  "set with one less": toSet({ s: setOf(node), x: node }, node, (read) => b.withItem("delete", read("s"), read("x"), span())),
  "bag with one more": { in: { s: bagOf(node, 2), x: node }, out: bagOf(node, 2), first: emptyBag(node, 2), expr: (read) => b.withItem("add", read("s"), read("x"), span()) },
  "bag with one less": { in: { s: bagOf(node, 2), x: node }, out: bagOf(node, 2), first: emptyBag(node, 2), expr: (read) => b.withItem("delete", read("s"), read("x"), span()) },
  "sequence with one more": { in: { s: pairs, x: pair }, out: pairs, first: emptySeq(pairs), expr: (read) => b.withItem("add", read("s"), read("x"), span()) },
  "union of sets": toSet({ s: setOf(node), t: setOf(node) }, node, (read) => b.setOp("union", read("s"), read("t"), span())),
  "intersection with a majority": toSet({ s: setOf(node), t: majority(node) }, node, (read) => b.setOp("intersection", read("s"), read("t"), span())),
  "difference": toSet({ s: setOf(node), t: setOf(node) }, node, (read) => b.setOp("difference", read("s"), read("t"), span())),
  "symmetric difference": toSet({ s: setOf(node), t: setOf(node) }, node, (read) => b.setOp("symmetricDifference", read("s"), read("t"), span())),
  "subset": toBool({ s: majority(node), t: setOf(node) }, (read) => b.subset(read("s"), read("t"), span())),
  "concat": { in: { s: seq, t: seq }, out: seq, first: emptySeq(seq), expr: (read) => b.concat(read("s"), read("t"), span()) },
  "slice": { in: { s: seq, i: int(-3, 3), j: int(-3, 3) }, out: seq, first: emptySeq(seq), expr: (read) => b.slice(read("s"), read("i"), read("j"), span()) },
  "slice to the end": { in: { s: pairs, i: int(-3, 3) }, out: pairs, first: emptySeq(pairs), expr: (read) => b.slice(read("s"), read("i"), null, span()) },
  "indexOf": toInt({ s: seq, x: small }, (read) => b.indexOf(read("s"), read("x"), span())),
  "forall over a type": toBool({ s: setOf(notice) }, (read) => b.fold("forall", "m", typed(notice), b.connective("implies", b.has(read("s"), local("m", notice), span()), b.eq(b.tag(local("m", notice), span()), lit("ask", enumOf(["ask"])), span()), span()), span())),
  "exists over a set, nested": toBool({ s: setOf(node), t: setOf(node) }, (read) => b.fold("exists", "x", over(read("s")), b.fold("forall", "y", over(read("t")), b.eq(local("x", node), local("y", node), span()), span()), span())),
  "count over a bag": toInt({ s: bagOf(node, 2) }, (read) => b.fold("count", "x", over(read("s")), truth(true), span())),
  "count over the keys of a map": toInt({ s: mapOf(node, small, false), k: node }, (read) => b.fold("count", "x", over(read("s")), b.not(b.eq(local("x", node), read("k"), span()), span()), span())),
  "sum over a sequence": toInt({ s: seq }, (read) => b.fold("sum", "x", over(read("s")), local("x", small), span())),
  "sum over a range": toInt({ i: signed, j: signed }, (read) => b.fold("sum", "x", { kind: "range", from: read("i"), to: read("j") }, b.arith("mul", local("x", int(-2, 1)), num(3), span()), span())),
  "find": { in: { s: pairs }, out: option(pair), first: b.none(pair, span()), expr: (read) => b.fold("find", "x", over(read("s")), b.get(local("x", pair), "b", span()), span()) },
  "find of one slot": { in: { s: seq }, out: option(small), first: b.none(small, span()), expr: (read) => b.fold("find", "x", over(read("s")), b.compare("lt", num(1), local("x", small), span()), span()) },
  "findIndex": toInt({ s: seq }, (read) => b.fold("findIndex", "x", over(read("s")), b.compare("lt", num(1), local("x", small), span()), span())),
  "exists over a majority": toBool({ s: majority(node), x: node }, (read) => b.fold("exists", "y", over(read("s")), b.eq(local("y", node), read("x"), span()), span())),
  "forall over majorities": toBool({ s: setOf(node) }, (read) => b.fold("forall", "q", typed(majority(node)), b.fold("exists", "y", over(local("q", majority(node))), b.has(read("s"), local("y", node), span()), span()), span())),
  "filter of a type": toSet({ s: setOf(node) }, message, (read) => b.comprehend("filter", "m", typed(message), b.connective("and", b.eq(b.tag(local("m", message), span()), lit("tell", enumOf(["tell"])), span()), b.has(read("s"), b.get(local("m", message), "from", span()), span()), span()), span())),
  "filter of a set": toSet({ s: setOf(node), x: node }, node, (read) => b.comprehend("filter", "y", over(read("s")), b.not(b.eq(local("y", node), read("x"), span()), span()), span())),
  "filter of a sequence": { in: { s: pairs }, out: pairs, first: emptySeq(pairs), expr: (read) => b.comprehend("filter", "x", over(read("s")), b.get(local("x", pair), "b", span()), span()) },
  "map of a set": toSet({ s: setOf(small) }, pair, (read) => b.comprehend("map", "x", over(read("s")), pairLit(b.coerce(b.arith("mod", local("x", small), num(2), span()), int(0, 2)), truth(true)), span())),
  "map of a sequence": { in: { s: pairs }, out: seq, first: emptySeq(seq), expr: (read) => b.comprehend("map", "x", over(read("s")), b.coerce(b.get(local("x", pair), "a", span()), small), span()) },
  "cast of an integer": toInt({ x: small }, (read) => b.coerce(b.coerce(read("x"), int(1, 2)), int(0, 9))),
  "cast of an enum": { in: { x: color }, out: enumOf(["green", "red", "white"]), first: lit("red", enumOf(["green", "red", "white"])), expr: (read) => b.coerce(read("x"), enumOf(["green", "red", "white"])) },
  "cast of an option": { in: { x: option(small) }, out: option(int(1, 9)), first: b.none(int(1, 9), span()), expr: (read) => b.coerce(read("x"), option(int(1, 9))) },
  "cast of a sequence": { in: { x: seqOf(small, 3) }, out: seqOf(int(1, 9), 2), first: emptySeq(seqOf(int(1, 9), 2)), expr: (read) => b.coerce(read("x"), seqOf(int(1, 9), 2)) },
  "cast of a sequence to a longer one": { in: { x: pairs }, out: seqOf(pair, 4), first: emptySeq(seqOf(pair, 4)), expr: (read) => b.coerce(read("x"), seqOf(pair, 4)) },
  "cast of a bag": { in: { x: bagOf(node, 2) }, out: bagOf(node, 1), first: emptyBag(node, 1), expr: (read) => b.coerce(read("x"), bagOf(node, 1)) },
  "cast of a map": { in: { x: mapOf(bool, small, true) }, out: mapOf(bool, int(1, 9), true), first: b.fill(mapOf(bool, int(1, 9), true), num(1), span()), expr: (read) => b.coerce(read("x"), mapOf(bool, int(1, 9), true)) },
  "cast of a record": { in: { x: pair }, out: record([{ name: "a", type: int(1, 5) }, { name: "b", type: bool }]), first: b.recordLit(record([{ name: "a", type: int(1, 5) }, { name: "b", type: bool }]), [{ name: "a", value: num(1) }, { name: "b", value: truth(true) }], span()), expr: (read) => b.coerce(read("x"), record([{ name: "a", type: int(1, 5) }, { name: "b", type: bool }])) },
  "cast of a union": { in: { x: union("kind", [{ tag: "ask", fields: [{ name: "from", type: node }, { name: "n", type: int(0, 3) }] }, { tag: "other", fields: [] }, { tag: "end", fields: [] }]) }, out: message, first: end(), expr: (read) => b.coerce(read("x"), message) },
};

function pairLit(a: Expr, value: Expr): Expr {
  return b.recordLit(pair, [{ name: "a", value: a }, { name: "b", value }], span());
}
function end(): Expr {
  return b.variantLit(message, "end", [], span());
}
function total(expr: Case["expr"]): Case {
  return { in: { x: small, n: node }, out: mapOf(node, small, true), first: b.fill(mapOf(node, small, true), num(0), span()), expr };
}

describe("expressions agree with the interpreter", () => {
  for (const [name, c] of Object.entries(cases)) {
    test(name, () => {
      const seen = agree(assigning(c.in, c.out, c.first, c.expr));
      expect(seen.states.length).toBeGreaterThan(0);
    });
  }
});

