/** Quantifiers, counts, searches and comprehensions. */
import type { Comprehend, Domain, Fold } from "../ir/expr.ts";
import { exact } from "./arith.ts";
import { elementsOf } from "./collections.ts";
import { valuesOf } from "./domain.ts";
import type { Env, Evaluate } from "./env.ts";
import { asBool, asNumber } from "./shape.ts";
import { seqValue, setValue, type Value } from "./value.ts";

/** What a variable ranges over, in order. The parts of the domain are evaluated before the first value is given. */
export function domainValues(domain: Domain, env: Env, evaluate: Evaluate): Iterable<Value> {
  switch (domain.kind) {
    case "type": return valuesOf(domain.type, env.sorts);
    case "elements": return elementsOf(evaluate(domain.of, env));
    case "range": {
      const from = asNumber(evaluate(domain.from, env));
      return integers(from, asNumber(evaluate(domain.to, env)));
    }
  }
}

function* integers(from: number, to: number): Generator<number, void, undefined> {
  for (let n = from; n < to; n++) yield n;
}

/** @throws Failure overflow, of a sum */
export function foldValue(expr: Fold, env: Env, evaluate: Evaluate): Value {
  const body = (value: Value): Value => {
    env.locals.set(expr.local, value);
    return evaluate(expr.body, env);
  };
  let index = 0;
  let total = 0;
  for (const value of domainValues(expr.domain, env, evaluate)) {
    const result = body(value);
    switch (expr.op) {
      case "forall":
        if (!asBool(result)) return false;
        break;
      case "exists":
        if (asBool(result)) return true;
        break;
      case "count":
        total += asBool(result) ? 1 : 0;
        break;
      case "sum":
        total = exact(expr, total + asNumber(result));
        break;
      case "find":
        if (asBool(result)) return value;
        break;
      case "findIndex":
        if (asBool(result)) return index;
        break;
    }
    index++;
  }
  switch (expr.op) {
    case "forall": return true;
    case "exists": return false;
    case "count": case "sum": return total;
    case "find": return null;
    case "findIndex": return -1;
  }
}

export function comprehension(expr: Comprehend, env: Env, evaluate: Evaluate): Value {
  const kept: Value[] = [];
  for (const value of domainValues(expr.domain, env, evaluate)) {
    env.locals.set(expr.local, value);
    const result = evaluate(expr.body, env);
    if (expr.op === "map") kept.push(result);
    else if (asBool(result)) kept.push(value);
  }
  return expr.type.kind === "seq" ? seqValue(kept) : setValue(kept);
}
