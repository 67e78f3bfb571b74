/** What a log says, line by line, before any of it is read as values of the spec. */
import { isPlainObject, Misread, own, type PlainObject, showPlain, within } from "../plain.ts";
import type { Plain } from "../system.ts";

/** A number as it is, or one beyond what those are exact for. */
export type Time = number | bigint;

export interface LogRecord {
  /** Null where a step was made that nobody knows the name of; undefined where somebody only looked. */
  readonly action: string | null | undefined;
  readonly args: PlainObject;
  readonly before: PlainObject;
  readonly state: PlainObject;
  readonly process: string | undefined;
  readonly clock: ReadonlyMap<string, number> | undefined;
  readonly start: Time | undefined;
  readonly end: Time | undefined;
  readonly refused: boolean;
  /** What else was there, which nobody looks at. */
  readonly others: readonly string[];
  /** Whether the name of the action is surely meant as one of the spec, as that of a span need not be. */
  readonly meant: boolean;
}

const nothing: PlainObject = {};
const names: ReadonlySet<string> = new Set(["action", "args", "state", "before", "process", "clock", "start", "end", "refused"]);
const none: readonly string[] = [];

/** An object of NDJSON. @throws Misread */
export function recordOf(plain: PlainObject): LogRecord {
  const named = own(plain, "action");
  const action = named === undefined || named === null || typeof named === "string" ? named : wrong("action", named, "the name of an action, or null");
  const said = own(plain, "refused") ?? false, refused = typeof said === "boolean" ? said : wrong("refused", said, "true or false");
  const of = own(plain, "process"), clock = own(plain, "clock");
  const process = of === undefined || of === null || typeof of === "string" ? of : wrong("process", of, "the name of a process");
  const start = timeOf(plain, "start"), end = timeOf(plain, "end");
  if (end !== undefined && start === undefined) throw new Misread("an end without a start", ["end"]);
  return checked({
    action, args: objectAt(plain, "args"), before: objectAt(plain, "before"), state: objectAt(plain, "state"),
    process: process ?? undefined, clock: clock === undefined || clock === null ? undefined : clockOf(clock), start, end,
    refused, others: othersIn(plain), meant: true,
  });
}

/** What makes sense together. @throws Misread */
export function checked(record: LogRecord): LogRecord {
  const { action, args, before, state, start, end, refused } = record;
  if (action === undefined) {
    if (isEmpty(state)) throw new Misread("neither an action nor a state");
    if (refused) throw new Misread("refused, and no action", ["refused"]);
    if (!isEmpty(before)) throw new Misread("a state before, and no action", ["before"]);
  }
  if (typeof action !== "string") {
    if (!isEmpty(args)) throw new Misread("arguments of no action", ["args"]);
    if (refused) throw new Misread("refused, and no name of what was", ["refused"]);
  }
  if (start !== undefined && end !== undefined && end < start) throw new Misread("it ends before it starts", ["end"]);
  return record;
}

export function isEmpty(plain: PlainObject): boolean {
  for (const name in plain) if (Object.hasOwn(plain, name)) return false;
  return true;
}

function othersIn(plain: PlainObject): readonly string[] {
  let others = none;
  for (const name in plain) if (!names.has(name)) others = [...others, name];
  return others;
}

function objectAt(plain: PlainObject, name: string): PlainObject {
  const value = own(plain, name);
  if (value === undefined || value === null) return nothing;
  return isPlainObject(value) ? value : wrong(name, value, "an object");
}

function clockOf(clock: Plain): ReadonlyMap<string, number> {
  if (!isPlainObject(clock)) return wrong("clock", clock, "an object of counts");
  return within("clock", () => new Map(Object.entries(clock).map(([process, n]) =>
    [process, typeof n === "number" && Number.isSafeInteger(n) && n >= 0 ? n : wrong(process, n, "a count")])));
}

function timeOf(plain: PlainObject, name: "start" | "end"): Time | undefined {
  const time = own(plain, name);
  if (time === undefined || time === null) return undefined;
  if (typeof time === "string" && /^\d{1,40}$/.test(time)) return BigInt(time);
  if (typeof time !== "number" || !Number.isFinite(time)) return wrong(name, time, "a number, or one in quotes");
  if (Math.abs(time) > Number.MAX_SAFE_INTEGER) throw new Misread("more than a number of JSON is read exactly for: write it in quotes", [name]);
  return time;
}

const wrong = (name: string, plain: Plain, expected: string): never => {
  throw new Misread(`expected ${expected}, got ${showPlain(plain)}`, [name]);
};
