/** Expressions, from left to right. Meant to be read against `ir/expr.ts`, not to be fast. */
import { assertNever, InternalError } from "../base/assert-never.ts";
import type { Connective, Expr, NamedExpr } from "../ir/expr.ts";
import { checkIndex, elementAt, fieldOf, unwrapped } from "./access.ts";
import { arithmetic } from "./arith.ts";
import {
  addElement, concatenation, countInBag, deleteElement, elementsOf, hasElement, indexIn, isSubset, setIndex, setKey, setOperation, sizeOf, sliceOf, valueAtKey,
} from "./collections.ts";
import { valuesOf } from "./domain.ts";
import { type Env, fieldIndex, readLocal, sortSize } from "./env.ts";
import { execute } from "./exec.ts";
import { checkFit } from "./fit.ts";
import { comprehension, foldValue } from "./folds.ts";
import { asBool, asNumber, asVariant } from "./shape.ts";
import { bagValue, mapValue, type NamedValue, recordValue, sameValue, seqValue, setValue, type Value, variantValue } from "./value.ts";

/** @throws Failure where the language says so; InternalError where the expression is not well-formed */
export function evaluate(expr: Expr, env: Env): Value {
  const value = (e: Expr): Value => evaluate(e, env);
  const truth = (e: Expr): boolean => asBool(evaluate(e, env));
  const number = (e: Expr): number => asNumber(evaluate(e, env));
  switch (expr.kind) {
    case "literal": return expr.value;
    case "local": return readLocal(env, expr.name);
    case "state": return stateOf(expr.when, env)[fieldIndex(env, expr.field)];

    case "not": return !truth(expr.arg);
    case "connective": return connective(expr.op, truth(expr.left), () => truth(expr.right));
    case "eq": return sameValue(value(expr.left), value(expr.right));
    case "compare": {
      const left = number(expr.left);
      const right = number(expr.right);
      return expr.op === "lt" ? left < right : left <= right;
    }
    case "arith": return arithmetic(expr, number(expr.left), number(expr.right));
    case "if": return value(truth(expr.cond) ? expr.then : expr.else);
    case "do": {
      const done = execute(expr.body, env, evaluate);
      if (done.kind !== "return" || done.expr === null) throw new InternalError("a do that does not return");
      return done.value;
    }
    case "cast": {
      const result = value(expr.value);
      checkFit(result, expr.type, expr);
      return result;
    }

    case "record": return recordValue(named(expr.fields, value));
    case "variant": return variantValue(expr.tag, named(expr.fields, value));
    case "get": return fieldOf(value(expr.object), expr.field, expr.object, expr.span);
    case "tag": return asVariant(value(expr.object)).tag;
    case "isNone": return value(expr.value) === null;
    case "unwrap": return unwrapped(value(expr.value), expr.value, expr.span);

    case "extreme": return expr.end === "first" ? 0 : sortSizeOf(expr, env) - 1;
    case "neighbour": {
      const to = number(expr.value) + (expr.side === "next" ? 1 : -1);
      return to >= 0 && to < sortSizeOf(expr.value, env) ? to : null;
    }

    case "at": {
      const collection = value(expr.collection);
      return elementAt(collection, value(expr.key), expr.collection, expr.span);
    }
    case "lookup": {
      const map = value(expr.map);
      return valueAtKey(map, value(expr.key)) ?? null;
    }
    case "fill": {
      const everywhere = value(expr.value);
      return totalMap(expr, env, () => everywhere);
    }
    case "tabulate":
      return totalMap(expr, env, (key) => {
        env.locals.set(expr.local, key);
        return value(expr.body);
      });
    case "put": {
      const collection = value(expr.collection);
      const key = value(expr.key);
      if (expr.collection.type.kind === "map") return setKey(collection, key, value(expr.value));
      const item = value(expr.value);
      checkIndex(collection, key, expr.collection, expr.span);
      return setIndex(collection, asNumber(key), item);
    }

    case "collection": {
      const items = expr.items.map(value);
      if (expr.type.kind === "seq") return seqValue(items);
      if (expr.type.kind === "set") return setValue(items);
      const bag = bagValue(items.map((item) => ({ value: item, count: 1 })));
      checkFit(bag, expr.type, expr);
      return bag;
    }
    case "entries": return mapValue(expr.entries.map((e) => ({ key: value(e.key), value: value(e.value) })));
    case "has": {
      const collection = value(expr.collection);
      return hasElement(collection, value(expr.value));
    }
    case "countOf": {
      const bag = value(expr.bag);
      return countInBag(bag, value(expr.value));
    }
    case "size": return sizeOf(value(expr.collection));
    case "with": {
      const collection = value(expr.collection);
      return (expr.op === "add" ? addElement : deleteElement)(collection, value(expr.value));
    }
    case "setOp": {
      const left = value(expr.left);
      return setOperation(expr.op, left, value(expr.right));
    }
    case "subset": {
      const left = value(expr.left);
      return isSubset(left, value(expr.right));
    }
    case "keys": return setValue(elementsOf(value(expr.map)));

    case "concat": {
      const left = value(expr.left);
      return concatenation(left, value(expr.right));
    }
    case "slice": {
      const seq = value(expr.seq);
      const from = number(expr.from);
      return sliceOf(seq, from, expr.to ? number(expr.to) : undefined);
    }
    case "indexOf": {
      const seq = value(expr.seq);
      return indexIn(seq, value(expr.value));
    }

    case "fold": return foldValue(expr, env, evaluate);
    case "comprehend": return comprehension(expr, env, evaluate);
    default: return assertNever(expr);
  }
}

/** A predicate. @throws Failure */
export const holds = (predicate: Expr, env: Env): boolean => asBool(evaluate(predicate, env));

function stateOf(when: "now" | "next", env: Env): readonly Value[] {
  if (when === "now") return env.state;
  if (env.next === null) throw new InternalError("the next state is read outside a step property");
  return env.next;
}

function connective(op: Connective["op"], left: boolean, right: () => boolean): boolean {
  switch (op) {
    case "and": return left && right();
    case "or": return left || right();
    case "implies": return !left || right();
  }
}

const named = (fields: readonly NamedExpr[], value: (e: Expr) => Value): NamedValue[] =>
  fields.map((f) => ({ name: f.name, value: value(f.value) }));

function sortSizeOf(expr: Expr, env: Env): number {
  if (expr.type.kind !== "sort") throw new InternalError(`expected a sort, got a ${expr.type.kind}`);
  return sortSize(env.sorts, expr.type.name);
}

function totalMap(expr: Expr, env: Env, at: (key: Value) => Value): Value {
  if (expr.type.kind !== "map") throw new InternalError(`expected a map, got a ${expr.type.kind}`);
  return mapValue([...valuesOf(expr.type.key, env.sorts)].map((key) => ({ key, value: at(key) })));
}
