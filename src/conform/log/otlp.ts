/**
 * Lines of OpenTelemetry's file exporter (OTLP/JSON): a span with the name of an action is an event of it, and its attributes say
 * the rest: `tenet.args.client`, `tenet.state.lease`, `tenet.before.lease`, `tenet.refused`, `tenet.process`. As attributes hold no objects, `tenet.args`,
 * `tenet.state` and `tenet.before` may themselves hold JSON.
 */
import { isPlainObject, Misread, own, type PlainObject, within } from "../plain.ts";
import type { Plain } from "../system.ts";
import { checked, type LogRecord } from "./record.ts";

interface Span {
  /** In the line. */
  readonly path: readonly (string | number)[];
  readonly record: LogRecord;
}

/** @throws Misread */
export function* spansOf(line: PlainObject): Generator<Span, void, undefined> {
  for (const [r, resource] of objects(line, "resourceSpans")) {
    const process = processOf(resource, ["resourceSpans", r]);
    for (const [s, scope] of objects(resource, "scopeSpans", ["resourceSpans", r])) {
      const path = ["resourceSpans", r, "scopeSpans", s];
      for (const [i, span] of objects(scope, "spans", path)) {
        const at = [...path, "spans", i];
        yield { path: at, record: at.reduceRight<() => LogRecord>((read, step) => () => within(step, read), () => recordOf(span, process))() };
      }
    }
  }
}

function recordOf(span: PlainObject, resource: string | undefined): LogRecord {
  const action = own(span, "name");
  if (typeof action !== "string") throw new Misread("expected the name of the span", ["name"]);
  const attributes = attributesOf(span).filter(([name]) => name.startsWith("tenet."));
  const group = (prefix: string): PlainObject => {
    const whole = attributes.filter(([name]) => name === prefix).flatMap(([, value]) => Object.entries(parsed(value, prefix)));
    const parts = attributes.filter(([name]) => name.startsWith(`${prefix}.`)).map(([name, value]) => [name.slice(prefix.length + 1), value] as const);
    return Object.fromEntries([...whole, ...parts]);
  };
  const last = (name: string): Plain | undefined => attributes.findLast(([n]) => n === name)?.[1];
  const refused = last("tenet.refused") ?? false, process = last("tenet.process") ?? resource;
  if (typeof refused !== "boolean") throw new Misread("tenet.refused: expected true or false");
  const start = nanoseconds(span, "startTimeUnixNano"), end = nanoseconds(span, "endTimeUnixNano");
  const known = /^tenet\.(?:args|state|before)(?:\.|$)|^tenet\.(?:refused|process)$/;
  const unknown = attributes.find(([name]) => !known.test(name));
  if (unknown) throw new Misread(`nobody knows of an attribute ${unknown[0]}`, ["attributes"]);
  return checked({
    action, args: group("tenet.args"), before: group("tenet.before"), state: group("tenet.state"),
    process: typeof process === "string" ? process : undefined, clock: undefined, start, end: start === undefined ? undefined : end,
    refused, others: [], meant: attributes.length > 0,
  });
}

/** The name of the process that a resource stands for. */
function processOf(resource: PlainObject, path: readonly (string | number)[]): string | undefined {
  const described = own(resource, "resource");
  if (described === undefined) return undefined;
  if (!isPlainObject(described)) throw new Misread("expected an object", [...path, "resource"]);
  const attributes = new Map(attributesOf(described));
  const name = attributes.get("service.instance.id") ?? attributes.get("service.name");
  return typeof name === "string" ? name : undefined;
}

function attributesOf(holder: PlainObject): (readonly [string, Plain])[] {
  return objects(holder, "attributes").map(([i, attribute]) => within("attributes", () => within(i, () => {
    const key = own(attribute, "key");
    if (typeof key !== "string") throw new Misread("expected a key", ["key"]);
    return [key, within("value", () => anyValue(own(attribute, "value")))] as const;
  })));
}

/** Lists in lists are not for attributes; what is deeper than this is nothing that anybody has measured. */
const deepest = 16;

function anyValue(value: Plain | undefined, depth = 0): Plain {
  if (value === undefined || !isPlainObject(value) || depth > deepest) throw new Misread("expected a value of an attribute");
  const [kind] = Object.keys(value);
  const held = kind === undefined ? null : value[kind];
  switch (kind) {
    case undefined: return null;
    case "stringValue": case "boolValue": case "doubleValue": return held;
    // 64 bits, as text.
    case "intValue": return typeof held === "string" && /^-?\d{1,20}$/.test(held) ? Number(held) : held;
    case "arrayValue": return isPlainObject(held) ? objects(held, "values").map(([, v]) => anyValue(v, depth + 1)) : [];
    case "kvlistValue": return isPlainObject(held) ? Object.fromEntries(objects(held, "values").map(([, v]) => [String(own(v, "key")), anyValue(own(v, "value"), depth + 1)])) : {};
    default: throw new Misread("expected a value of an attribute");
  }
}

function parsed(value: Plain, name: string): PlainObject {
  try {
    const plain = typeof value === "string" ? (JSON.parse(value) as Plain) : value;
    if (isPlainObject(plain)) return plain;
  } catch {
    // Told below.
  }
  throw new Misread(`${name}: expected an object, as JSON`);
}

/** Of nothing, none. */
function objects(holder: PlainObject, name: string, path: readonly (string | number)[] = []): (readonly [number, PlainObject])[] {
  const list = own(holder, name) ?? [];
  if (!Array.isArray(list)) throw new Misread("expected a list", [...path, name]);
  return (list as readonly Plain[]).map((item, i) => {
    if (!isPlainObject(item)) throw new Misread("expected an object", [...path, name, i]);
    return [i, item] as const;
  });
}

/** Strings of digits; a span that has not ended says 0. */
function nanoseconds(span: PlainObject, name: string): bigint | undefined {
  const time = own(span, name);
  if (time === undefined || time === "0" || time === 0) return undefined;
  if (typeof time === "string" && /^\d{1,20}$/.test(time)) return BigInt(time);
  throw new Misread("expected nanoseconds, in quotes", [name]);
}
