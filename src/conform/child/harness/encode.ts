/** What an implementation answers, as JSON: written anew, so that nothing of it has a say in what is written. */
import {
  forEachOfMap, forEachOfSet, is, isAnyArrayBuffer, isArray, isArrayBufferView, isBoxedPrimitive, isDate, isFinite, isMap, isNativeError, isPromise, isRegExp, isSet, isWeakMap, isWeakSet, keys,
  stringify,
} from "./captured.ts";

/** Why a value is no answer. */
export class Unreadable {
  constructor(readonly message: string) {}
}

const maxDepth = 64;

export class Encoder {
  private size = 0;
  /** Where it is, for messages. */
  private path = "";

  /** @param max characters of all that this encodes */
  constructor(private readonly max: number) {}

  /** An object by names, such as a state. @throws {@link Unreadable}, and whatever reading the value does */
  state(value: unknown, what: string): string {
    this.path = what;
    if (typeof value !== "object" || value === null || isArray(value) || isMap(value) || isSet(value)) throw new Unreadable(`${what} is ${kindOf(value)} where an object is expected`);
    return this.object(value, 0, what);
  }

  private value(value: unknown, depth: number, path: string): string {
    this.path = path;
    switch (typeof value) {
      case "undefined": return this.counted("null");
      case "boolean": return this.counted(value ? "true" : "false");
      case "string": return this.counted(stringify(value));
      case "number":
        if (!isFinite(value) || is(value, -0)) throw new Unreadable(`${path} is ${is(value, -0) ? "-0" : `${value}`}`);
        return this.counted(`${value}`);
      case "object": return value === null ? this.counted("null") : this.object(value, depth, path);
      default: throw new Unreadable(`${path} is ${kindOf(value)}`);
    }
  }

  private object(value: object, depth: number, path: string): string {
    if (depth > maxDepth) throw new Unreadable(`values are nested more than ${maxDepth} deep, or in a circle, at ${path.length > 60 ? "their end" : path}`);
    const next = depth + 1;
    let items = "";
    if (isArray(value)) {
      for (let i = 0; i < value.length; i++) items += `${i ? "," : ""}${this.value(value[i], next, `${path}[${i}]`)}`;
      return this.counted("[") + items + this.counted("]");
    }
    if (isSet(value)) {
      forEachOfSet(value, (item) => {
        items += `${items ? "," : ""}${this.value(item, next, path)}`;
      });
      return this.counted("[") + items + this.counted("]");
    }
    if (isMap(value)) {
      forEachOfMap(value, (item, key) => {
        items += `${items ? "," : ""}[${this.value(key, next, path)},${this.value(item, next, path)}]`;
      });
      return this.counted("[") + items + this.counted("]");
    }
    if (isOpaque(value)) throw new Unreadable(`${path} is ${kindOf(value)}${isPromise(value) ? ": is an await missing?" : ""}`);
    const names = keys(value);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name === "__proto__") throw new Unreadable(`${path} has a property __proto__`);
      items += `${i ? "," : ""}${this.counted(stringify(name))}:${this.value((value as Record<string, unknown>)[name], next, `${path}.${name}`)}`;
    }
    return this.counted("{") + items + this.counted("}");
  }

  private counted(text: string): string {
    this.size += text.length + 1;
    if (this.size > this.max) throw new Unreadable(`the answer is longer than ${this.max} characters (at ${this.path})`);
    return text;
  }
}

const isOpaque = (value: object): boolean =>
  isPromise(value) || isDate(value) || isRegExp(value) || isAnyArrayBuffer(value) || isArrayBufferView(value) || isWeakMap(value) || isWeakSet(value) || isNativeError(value) || isBoxedPrimitive(value);

export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return `${value}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isArray(value)) return "an array";
  if (isMap(value)) return "a Map";
  if (isSet(value)) return "a Set";
  if (isPromise(value)) return "a promise";
  if (isNativeError(value)) return "an error";
  return isOpaque(value) ? "an object of a kind that no spec has" : "an object";
}
