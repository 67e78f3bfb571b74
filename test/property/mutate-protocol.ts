/** The mistakes that people make: a guard is missing, an update, a premise; two values are swapped. */
import * as b from "../../src/ir/build.ts";
import type { Expr, Stmt } from "../../src/ir/expr.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { rebuildProtocol } from "../../src/ir/rebuild.ts";
import { sameType } from "../../src/ir/type.ts";
import type { Choices } from "./choices.ts";

/** The protocol with one small change at a random place; itself where there is none. */
export function mutated(protocol: Protocol, c: Choices): Protocol {
  const places = count(protocol);
  if (places === 0) return protocol;
  const lost = c.chance(15) ? drop(protocol, c) : undefined;
  return lost ?? changed(protocol, c.below(places));
}

/** A property or an assumption less. */
function drop(protocol: Protocol, c: Choices): Protocol | undefined {
  const all = [...protocol.assumptions, ...protocol.properties.filter((p) => p.kind === "lemma")];
  if (all.length === 0) return undefined;
  const one = c.pick(all);
  return { ...protocol, assumptions: protocol.assumptions.filter((p) => p !== one), properties: protocol.properties.filter((p) => p !== one) };
}

function count(protocol: Protocol): number {
  let places = 0;
  visit(protocol, () => {
    places++;
    return false;
  });
  return places;
}

function changed(protocol: Protocol, place: number): Protocol {
  let at = 0;
  return visit(protocol, () => at++ === place);
}

/** @param here whether the change that is possible here is made */
function visit(protocol: Protocol, here: () => boolean): Protocol {
  return rebuildProtocol(protocol, {
    expr: (e) => {
      const other = alternative(e);
      return other && here() ? other : e;
    },
    stmts: (body) => body.filter((s) => !(droppable(s) && here())),
  });
}

const droppable = (s: Stmt): boolean => s.kind === "require" || s.kind === "assign" || s.kind === "for";

function alternative(e: Expr): Expr | undefined {
  switch (e.kind) {
    case "connective": return e.op === "implies" ? e.right : e.op === "and" ? e.left : e.right;
    case "compare": return b.compare(e.op === "lt" ? "le" : "lt", e.left, e.right, e.span);
    case "not": return e.arg;
    case "eq": return b.not(e, e.span);
    case "fold": return e.op === "forall" || e.op === "exists" ? b.fold(e.op === "forall" ? "exists" : "forall", e.local, e.domain, e.body, e.span) : undefined;
    case "record": {
      const [x, y] = e.fields;
      if (e.type.kind !== "record" || !y || !sameType(e.type.fields[0].type, e.type.fields[1].type)) return undefined;
      return b.recordLit(e.type, [{ ...x, value: y.value }, { ...y, value: x.value }, ...e.fields.slice(2)], e.span);
    }
    case "with": return e.collection.type.kind === "set" ? b.withItem(e.op === "add" ? "delete" : "add", e.collection, e.value, e.span) : undefined;
    default: return undefined;
  }
}
