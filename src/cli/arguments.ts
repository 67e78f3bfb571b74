/** Strict readers for option values. What they refuse, commander reports together with the option's name, and exits 2. */
import { InvalidArgumentError } from "commander";

/** Adds `RM=7,Term=3` to the sizes read so far. */
export function readScope(text: string, previous: Readonly<Record<string, number>> = {}): Record<string, number> {
  const scope: Record<string, number> = { ...previous };
  for (const part of text.split(",")) {
    const [name, size] = readPair(part, "a size", "RM=3");
    if (!/^\d+$/.test(size)) throw new InvalidArgumentError(`The size of ${name} is not a whole number: write ${name}=3.`);
    const value = Number(size);
    if (value > maxSize) throw new InvalidArgumentError(`The size of ${name} is too large: at most ${maxSize} is possible.`);
    if (Object.hasOwn(scope, name)) throw new InvalidArgumentError(`${name} has two sizes: give it once.`);
    scope[name] = value;
  }
  return scope;
}

/** Sizes beyond this cannot be explored; refusing them here keeps every later computation small. */
const maxSize = 2 ** 20;

/** Adds `replication=sync` to the options read so far. What the value means is for the spec to say. */
export function readOption(text: string, previous: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [name, value] = readPair(text, "a value", "replication=sync");
  if (Object.hasOwn(previous, name)) throw new InvalidArgumentError(`${name} has two values: give it once.`);
  return { ...previous, [name]: value };
}

function readPair(text: string, what: string, example: string): [string, string] {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim(), value = text.slice(at + 1).trim();
  if (at <= 0 || value === "" || !/^[\p{ID_Start}_$][\p{ID_Continue}$.]*$/u.test(name)) {
    throw new InvalidArgumentError(`Write a name and ${what}, as in ${example}.`);
  }
  // A record of names to values must not be mistaken for what every object has.
  if (name === "__proto__") throw new InvalidArgumentError("No spec has that name.");
  return [name, value];
}

/** A whole number from 1 (or `least`) to what is given, `_` between digits allowed. */
export const readCount = (least: number, most: number = Number.MAX_SAFE_INTEGER) => (text: string): number => {
  const value = /^\d+(_\d+)*$/.test(text) ? Number(text.replaceAll("_", "")) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    if (most < Number.MAX_SAFE_INTEGER) throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    throw new InvalidArgumentError(`Write a whole number from ${least}, as in ${least === 0 ? "20" : "1_000_000"}.`);
  }
  return value;
};

/** An amount of money, above nothing. */
export function readAmount(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("Write an amount in the currency of the prices, as in 0.50.");
  return value;
}

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** `30s`, `1.5h`; in milliseconds. */
export function readDuration(text: string): number {
  return Math.ceil(readQuantity(text, milliseconds, "Write a time with its unit (ms, s, m, h), as in 30s."));
}

const bytes: Readonly<Record<string, number>> = {
  kb: 1e3, mb: 1e6, gb: 1e9, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30,
};

/** Less does not hold what a search needs before its first state. */
const leastBytes = 1e6;

/** `512MiB`, `4GB`; in bytes. */
export function readBytes(text: string): number {
  const value = Math.floor(readQuantity(text, bytes, "Write an amount with its unit (MB, MiB, GB, GiB), as in 4GiB."));
  if (value < leastBytes) throw new InvalidArgumentError("Write at least 1MB.");
  return value;
}

function readQuantity(text: string, units: Readonly<Record<string, number>>, help: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text);
  const unit = match && Object.hasOwn(units, match[2].toLowerCase()) ? units[match[2].toLowerCase()] : undefined;
  const value = match && unit !== undefined ? Number(match[1]) * unit : Number.NaN;
  if (!(value > 0) || !Number.isSafeInteger(Math.ceil(value))) throw new InvalidArgumentError(help);
  return value;
}

/** Adds `sync,async` to the names read so far. */
export function readNames(text: string, previous: readonly string[] = []): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Write names with commas between them.");
  return [...previous, ...names];
}

/** `1,2,unlimited`, as budgets of faults are written in a spec. */
export function readBudgets(text: string): (number | "unlimited")[] {
  return text.split(",").map((part) => {
    if (part === "unlimited") return part;
    if (!/^[1-7]$/.test(part)) throw new InvalidArgumentError("Write numbers from 1 to 7 and unlimited, as in 1,2,unlimited.");
    return Number(part);
  });
}

/** `all`, `none`, or names. */
export const readUnlogged = (text: string): "all" | "none" | readonly string[] => (text === "all" || text === "none" ? text : readNames(text));
