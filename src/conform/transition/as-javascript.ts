/**
 * Where JavaScript would do otherwise than the language: an implementation runs as it is written. There, objects are compared by
 * identity, and sets are visited in the order of insertion.
 */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import type { Domain, Expr, Stmt } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Type } from "../../ir/type.ts";
import { walkExpr, walkStmts } from "../../ir/visit.ts";

export function unlikeJavaScript(body: Expr): Diagnostic[] {
  const found: Diagnostic[] = [];
  const error = (span: Span, message: string, help: string): void => void found.push({ code: "T3019", severity: "error", span, message, help });
  const identity = (span: Span): void => error(span, "JavaScript compares objects by identity, not by their contents", "compare their fields; keep names, numbers and texts in sets and as keys");
  walkExpr(body, {
    expr: (e) => {
      if (comparesObjects(e)) identity(e.span);
      else if (e.kind === "fold" && (e.op === "count" || e.op === "sum") && isSetOfObjects(e.domain)) identity(e.span);
    },
    stmt: (s) => {
      if (s.kind !== "for" || s.domain.kind !== "elements" || s.domain.of.type.kind === "seq") return;
      const why = dependsOnOrder(s, isSetOfObjects(s.domain));
      if (why) error(why, "JavaScript visits a set in the order of insertion, and here the order matters", "do what comes to the same in any order, or write some, every, filter; a sequence keeps its order");
    },
  });
  return found;
}

/** What JavaScript compares by identity. */
function isObject(type: Type): boolean {
  switch (type.kind) {
    case "record": case "union": case "set": case "bag": case "map": case "seq": case "majority": return true;
    case "option": return isObject(type.of);
    default: return false;
  }
}

const isSetOfObjects = (d: Domain): boolean => d.kind === "elements" && d.of.type.kind !== "seq" && hasObjects(d.of.type);

function hasObjects(type: Type): boolean {
  switch (type.kind) {
    case "set": case "bag": case "seq": return isObject(type.of);
    case "map": return isObject(type.key);
    default: return false;
  }
}

/** Whether adding to it twice can be told from adding once is up to those that read it. */
function comparesObjects(e: Expr): boolean {
  switch (e.kind) {
    case "eq": return isObject(e.left.type) || isObject(e.right.type);
    case "has": return hasObjects(e.collection.type);
    case "countOf": return hasObjects(e.bag.type);
    case "size": return e.collection.type.kind !== "seq" && hasObjects(e.collection.type);
    case "with": return e.op === "delete" && hasObjects(e.collection.type);
    case "setOp": return e.op !== "union" && hasObjects(e.type);
    case "subset": return hasObjects(e.left.type);
    case "indexOf": return hasObjects(e.seq.type);
    case "lookup": return hasObjects(e.map.type);
    case "at": return hasObjects(e.collection.type) && e.collection.type.kind === "map";
    case "put": return hasObjects(e.collection.type) && e.collection.type.kind === "map";
    case "entries": return hasObjects(e.type);
    default: return false;
  }
}

type Loop = Extract<Stmt, { kind: "for" }>;

/**
 * Where the result may depend on the order in which the loop visits, as far as can be seen: all it does to a variable is of one
 * kind, and nothing reads it meanwhile. Undefined where it does not.
 */
function dependsOnOrder(loop: Loop, repeats: boolean): Span | undefined {
  const kinds = new Map<string, string>();
  let found: Span | undefined;
  const note = (span: Span): void => void (found ??= span);
  const own = new Set<string>();
  walkStmts(loop.body, { stmt: (s) => { if (s.kind === "let") own.add(s.name); } });
  const reads: Expr[] = [];
  const visit = (body: readonly Stmt[]): void => {
    for (const s of body) {
      switch (s.kind) {
        case "let": reads.push(s.value); break;
        case "if": reads.push(s.cond); visit(s.then); visit(s.else); break;
        case "block": visit(s.body); break;
        case "for":
          if (s.domain.kind === "elements") reads.push(s.domain.of);
          else if (s.domain.kind === "range") reads.push(s.domain.from, s.domain.to);
          visit(s.body);
          break;
        case "assign": {
          const { root, path } = s.place;
          if (own.has(root.name)) { reads.push(s.value); break; }
          const update = updateOf(s, loop.local);
          if (!update || (repeats && update.kind === "plus") || (kinds.get(root.name) ?? update.kind) !== update.kind) note(s.span);
          else kinds.set(root.name, update.kind);
          reads.push(...(update?.reads ?? []));
          for (const step of path) if (step.kind === "at") reads.push(step.key);
          break;
        }
        case "break": case "return": case "require": note(s.span); break;
        case "continue": break;
      }
    }
  };
  visit(loop.body);
  for (const e of reads) walkExpr(e, { expr: (x) => { if (x.kind === "local" && kinds.has(x.name)) note(x.span); } });
  return found;
}

/** Updates of one kind commute with each other. */
function updateOf({ place, value }: Extract<Stmt, { kind: "assign" }>, variable: string): { readonly kind: string; readonly reads: readonly Expr[] } | undefined {
  const [first] = place.path;
  if (first) {
    const own = first.kind === "at" && first.key.kind === "local" && first.key.name === variable;
    return own ? { kind: "own entry", reads: [value] } : undefined;
  }
  const inner = value.kind === "cast" ? value.value : value;
  const itself = (e: Expr): boolean => (e.kind === "cast" ? itself(e.value) : e.kind === "local" && e.name === place.root.name);
  if (inner.kind === "literal") return { kind: `always ${printExpr(inner)}`, reads: [] };
  if (inner.kind === "with" && itself(inner.collection) && inner.collection.type.kind !== "seq") return { kind: inner.op, reads: [inner.value] };
  if (inner.kind === "arith" && inner.op === "add" && itself(inner.left)) return { kind: "plus", reads: [inner.right] };
  if (inner.kind === "put" && itself(inner.collection) && inner.key.kind === "local" && inner.key.name === variable) return { kind: "own entry", reads: [inner.value] };
  return undefined;
}
