/** Writing a part of a state field or local. */
import { InternalError } from "../base/assert-never.ts";
import { read } from "../ir/build.ts";
import type { Expr, PathStep, Place } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import { elementAt, fieldOf, unwrapped } from "./access.ts";
import { setIndex, setKey } from "./collections.ts";
import { type Env, type Evaluate, fieldIndex, readLocal } from "./env.ts";
import { checkFit } from "./fit.ts";
import { asFields, asNumber } from "./shape.ts";
import type { Value } from "./value.ts";

/**
 * The place comes first: its keys and steps from the left, each of which may fail; then the value; then the write.
 * @throws Failure
 */
export function assign(place: Place, expr: Expr, env: Env, evaluate: Evaluate): void {
  const { root } = place;
  const before = root.kind === "state" ? env.state[fieldIndex(env, root.name)] : readLocal(env, root.name);
  const { type, write } = locate(before, root.type, place, 0, env, evaluate);
  const value = evaluate(expr, env);
  // Where a union is on the path, the variant at hand may be narrower than the type of the place.
  checkFit(value, type, expr);
  if (root.kind === "state") {
    env.state[fieldIndex(env, root.name)] = write(value);
  } else env.locals.set(root.name, write(value));
}

interface Located {
  /** The type of the part as declared in the value at hand. */
  readonly type: Type;
  /** The whole with another part. */
  readonly write: (part: Value) => Value;
}

/** Goes down from the value before step `depth` of the path. */
function locate(whole: Value, type: Type, place: Place, depth: number, env: Env, evaluate: Evaluate): Located {
  if (depth === place.path.length) return { type, write: (part) => part };
  const step = place.path[depth];
  const prefix = read({ root: place.root, path: place.path.slice(0, depth), type }, step.span);
  const below = (value: Value, partType: Type, change: (part: Value) => Value): Located => {
    const inner = locate(value, partType, place, depth + 1, env, evaluate);
    return { type: inner.type, write: (part) => change(inner.write(part)) };
  };
  switch (step.kind) {
    case "get":
      return below(fieldOf(whole, step.field, prefix, step.span), declaredType(whole, type, step), (part) => {
        const object = asFields(whole);
        return { ...object, fields: object.fields.map((f) => (f.name === step.field ? { name: f.name, value: part } : f)) };
      });
    case "at": {
      const key = evaluate(step.key, env);
      const value = elementAt(whole, key, prefix, step.span);
      if (type.kind === "map") return below(value, type.value, (part) => setKey(whole, key, part));
      if (type.kind === "seq") return below(value, type.of, (part) => setIndex(whole, asNumber(key), part));
      throw new InternalError(`an index into a ${type.kind}`);
    }
    case "unwrap":
      if (type.kind !== "option") throw new InternalError(`unwrap of a ${type.kind}`);
      return below(unwrapped(whole, prefix, step.span), type.of, (part) => part);
  }
}

function declaredType(whole: Value, type: Type, step: Extract<PathStep, { kind: "get" }>): Type {
  const object = asFields(whole);
  const fields = type.kind === "record" ? type.fields
    : type.kind === "union" && object.kind === "variant" ? type.variants.find((v) => v.tag === object.tag)?.fields
    : undefined;
  const found = fields?.find((f) => f.name === step.field);
  if (!found) throw new InternalError(`no field ${step.field} in a ${type.kind}`);
  return found.type;
}
