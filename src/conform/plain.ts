/**
 * Plain data as values of a spec: the inverse of `valueToJson`, and the one door through which anything comes in that an
 * implementation or a log says. What a value may be is decided by its type, so nothing is deeper than that, and only own
 * properties count.
 */
import { printable } from "../base/printable.ts";
import { type Sorts, sortSize } from "../interp/env.ts";
import { capacity, cardinality } from "../interp/domain.ts";
import { sortValueName } from "../interp/show-value.ts";
import { bagValue, mapValue, type NamedValue, recordValue, seqValue, setValue, type Value, valueKey, variantValue } from "../interp/value.ts";
import { type Field, showType, type Type } from "../ir/type.ts";
import type { Plain } from "./system.ts";

/** The name of a field, a key or an index. */
type Step = string | number;
type MapType = Extract<Type, { readonly kind: "map" }>;

/** Something is not a value of its type in this instance. The message is one line, and says so of the part at `path`. */
export class Misread extends Error {
  override readonly name = "Misread";
  constructor(readonly problem: string, readonly path: readonly Step[] = []) {
    super(path.length === 0 ? problem : `${path.map(showStep).join("").replace(/^\./, "")}: ${problem}`);
  }
}

const showStep = (step: Step): string =>
  typeof step === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step) ? `.${step}` : `[${showPlain(step)}]`;

/** Where an outside world has names of its own. */
export interface Names {
  /** What the spec says for a member of a sort, an enum member or a tag. */
  word(text: string): string;
  /** Which member of an unordered sort that is; `own`: the one of which the spec's name is that. Undefined where it is none. @throws Misread */
  member(sort: string, text: string, own: number | undefined): number | undefined;
}

const ownNames: Names = { word: (text) => text, member: (_sort, _text, own) => own };

/** Makes a problem below say where it was. */
export function within<T>(step: Step, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misread) throw new Misread(error.problem, [step, ...error.path]);
    throw error;
  }
}

export type PlainObject = { readonly [name: string]: Plain };

export const isPlainObject = (plain: Plain): plain is PlainObject => typeof plain === "object" && plain !== null && !Array.isArray(plain);
/** What an object itself has, whatever its name. */
export const own = (object: PlainObject, name: string): Plain | undefined => (Object.hasOwn(object, name) ? object[name] : undefined);
const isArray = (plain: Plain): plain is readonly Plain[] => Array.isArray(plain);

/** Beyond this, what is shown is cut. */
const shownLength = 80, shownDepth = 4;

/** On one line, cut where it is long or deep, without control characters. */
export function showPlain(plain: Plain): string {
  return printable(brief(plain, 0), shownLength);
}

function brief(plain: Plain, depth: number): string {
  if (typeof plain === "string") return JSON.stringify(plain.slice(0, shownLength));
  if (typeof plain !== "object" || plain === null) return String(plain);
  if (depth === shownDepth) return "…";
  const first = depth === 0 ? shownLength / 2 : 4;
  if (isArray(plain)) return `[${plain.slice(0, first).map((item) => brief(item, depth + 1)).join(",")}]`;
  return `{${Object.keys(plain).slice(0, first).map((name) => `${brief(name, depth)}:${brief(plain[name], depth + 1)}`).join(",")}}`;
}

export class PlainReader {
  readonly #sorts: Sorts;
  readonly #names: Names;
  readonly #members = new Map<string, ReadonlyMap<string, number>>();

  /** @param sorts of an instance */
  constructor(sorts: Sorts, names: Names = ownNames) {
    this.#sorts = sorts;
    this.#names = names;
  }

  /** @throws Misread */
  read(plain: Plain, type: Type): Value {
    switch (type.kind) {
      case "bool": return typeof plain === "boolean" ? plain : wrong(plain, "true or false");
      case "int": return this.#int(plain, type.lo ?? -Infinity, type.hi ?? Infinity, type);
      case "enum": return this.#word(plain, type.values, type);
      case "sort": return this.#member(plain, type.name);
      case "option": return plain === null ? null : this.read(plain, type.of);
      case "record": return recordValue(this.#fields(plain, type.fields, undefined));
      case "union": {
        if (!isPlainObject(plain)) return wrong(plain, `an object with ${type.discriminant}`);
        const tag = this.#word(own(plain, type.discriminant) ?? null, type.variants.map((v) => v.tag), type);
        return variantValue(tag, this.#fields(plain, type.variants.find((v) => v.tag === tag)!.fields, type.discriminant));
      }
      case "set": return setValue(this.#items(plain, type.of));
      case "majority": {
        const set = setValue(this.#items(plain, type.of));
        return set.items.length * 2 > sortSize(this.#sorts, type.of.name) ? set : wrong(plain, `more than half of ${type.of.name}`);
      }
      case "seq": {
        const items = this.#items(plain, type.of);
        return items.length <= capacity(type.max) ? seqValue(items) : fail(`${items.length} elements are more than the ${type.max} that the scope allows`);
      }
      case "bag": return this.#bag(plain, type.of, capacity(type.max));
      case "map": {
        const entries = this.entries(plain, type).map(([key, v, step]) => ({ key, value: within(step, () => this.read(v, type.value)) }));
        if (type.total && entries.length < cardinality(type.key, this.#sorts)) fail(`a value is missing: ${showType(type)} has one for every key`);
        return mapValue(entries);
      }
    }
  }

  /** Keys, each once, with what stands at them. @throws Misread */
  entries(plain: Plain, type: MapType): (readonly [Value, Plain, Step])[] {
    if (isPlainObject(plain)) return this.#distinct(Object.entries(plain).map(([text, v]) => [within(text, () => this.#key(text, type.key)), v, text]));
    if (!isArray(plain)) return wrong(plain, "an object or a list of pairs");
    return this.#distinct(plain.map((pair, i) => within(i, () => {
      if (!isArray(pair) || pair.length !== 2) return wrong(pair, "a pair of key and value");
      return [this.read(pair[0], type.key), pair[1], i];
    })));
  }

  #distinct<T>(entries: readonly (readonly [Value, Plain, T])[]): (readonly [Value, Plain, T])[] {
    return new Set(entries.map(([key]) => valueKey(key))).size < entries.length ? fail("two values for one key") : [...entries];
  }

  /** A key of an object. */
  #key(text: string, type: Type): Value {
    if (type.kind === "bool") return text === "true" || (text !== "false" && wrong(text, "true or false"));
    if (type.kind === "int" || (type.kind === "sort" && this.#sorts.get(type.name)?.ordered)) {
      return this.read(/^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : text, type);
    }
    return this.read(text, type);
  }

  #int(plain: Plain, lo: number, hi: number, type: Type): number {
    if (typeof plain !== "number" || !Number.isSafeInteger(plain)) return wrong(plain, "a whole number");
    return plain >= lo && plain <= hi ? plain + 0 : fail(`${plain} is outside ${showType(type)}`);
  }

  #word(plain: Plain, words: readonly string[], type: Type): string {
    // Numerals among the words are numbers in TypeScript.
    const text = typeof plain === "string" ? this.#names.word(plain) : typeof plain === "number" ? String(plain) : undefined;
    return text !== undefined && words.includes(text) ? text : wrong(plain, words.length <= 12 ? words.map((w) => JSON.stringify(w)).join(" or ") : showType(type).slice(0, 200));
  }

  #member(plain: Plain, sort: string): number {
    const size = sortSize(this.#sorts, sort);
    if (this.#sorts.get(sort)!.ordered) {
      const named = typeof plain === "string" ? this.#names.word(plain) : plain;
      const n = typeof named === "string" && /^\d{1,10}$/.test(named) && named !== plain ? Number(named) : named;
      if (typeof n !== "number" || !Number.isSafeInteger(n) || n < 0) return wrong(plain, `a number, for ${sort}`);
      return n < size ? n + 0 : fail(`${n} is beyond the ${size} values that ${sort} has at this scope, which count from 0`);
    }
    if (typeof plain !== "string") return wrong(plain, `the name of a ${sort}, as ${sortValueName(sort, 0, this.#sorts)}`);
    const text = this.#names.word(plain);
    let members = this.#members.get(sort);
    if (!members) this.#members.set(sort, members = new Map(Array.from({ length: size }, (_, i) => [sortValueName(sort, i, this.#sorts), i])));
    return this.#names.member(sort, text, members.get(text)) ??
      fail(`${showPlain(plain)} is none of the ${size} values that ${sort} has at this scope: ${sortValueName(sort, 0, this.#sorts)}, …`);
  }

  /** What may be undefined may be left out. */
  #fields(plain: Plain, fields: readonly Field[], discriminant: string | undefined): NamedValue[] {
    if (!isPlainObject(plain)) return wrong(plain, "an object");
    const extra = Object.keys(plain).find((name) => name !== discriminant && !fields.some((f) => f.name === name));
    if (extra !== undefined) fail(`it has no ${showPlain(extra)}`);
    return fields.map(({ name, type }) => ({
      name,
      value: within(name, () => {
        const given = own(plain, name);
        return given === undefined && type.kind !== "option" ? fail("missing") : this.read(given ?? null, type);
      }),
    }));
  }

  #items(plain: Plain, type: Type): Value[] {
    if (!isArray(plain)) return wrong(plain, "a list");
    return plain.map((item, i) => within(i, () => this.read(item, type)));
  }

  #bag(plain: Plain, of: Type, most: number): Value {
    if (!isArray(plain)) return wrong(plain, "a list of { value, count }");
    const bag = bagValue(plain.map((entry, i) => within(i, () => {
      if (!isPlainObject(entry) || Object.keys(entry).length !== 2) return wrong(entry, "{ value, count }");
      const count = own(entry, "count");
      if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return wrong(count ?? null, "a count");
      return { value: within("value", () => this.read(own(entry, "value") ?? null, of)), count };
    })));
    return bag.entries.every((e) => e.count <= most) ? bag : fail(`more than the ${most} copies that the scope allows`);
  }
}

const fail = (problem: string): never => {
  throw new Misread(problem);
};

const wrong = (plain: Plain, expected: string): never => fail(`expected ${expected}, got ${showPlain(plain)}`);
