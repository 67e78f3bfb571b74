/** What the names of a log are called in the spec: `--map`. */
import { readFile, stat } from "node:fs/promises";
import { type Sorts, sortSize } from "../../interp/env.ts";
import { sortValueName } from "../../interp/show-value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { isPlainObject, Misread, type Names, own, type PlainObject, showPlain, within } from "../plain.ts";
import type { Plain } from "../system.ts";
import { brokenAt, offsetOf } from "./json-places.ts";
import { LogError } from "./log-error.ts";

/** Names of the spec by those of the log; null: the spec knows nothing of it, and it is passed over. */
export interface Mapping {
  readonly actions: ReadonlyMap<string, string | null>;
  /** By `argument`, or `action.argument` with the log's name of the action. */
  readonly args: ReadonlyMap<string, string | null>;
  readonly fields: ReadonlyMap<string, string | null>;
  /** Of members of sorts and enumerations, and of tags. */
  readonly values: ReadonlyMap<string, string>;
}

export const noMapping: Mapping = { actions: new Map(), args: new Map(), fields: new Map(), values: new Map() };

const largestMap = 2 ** 20;

/** @throws LogError */
export async function readMapping(file: string, protocol: Protocol): Promise<Mapping> {
  const text = await readSmall(file);
  try {
    const plain = JSON.parse(text) as Plain;
    if (!isPlainObject(plain)) throw new Misread("expected an object");
    const unknown = Object.keys(plain).find((name) => !Object.hasOwn(noMapping, name));
    if (unknown !== undefined) throw new Misread("expected actions, args, fields or values", [unknown]);
    const actions = protocol.actions.map((a) => a.name), args = protocol.actions.flatMap((a) => a.params.map((p) => p.name));
    return {
      actions: names(plain, "actions", actions), args: names(plain, "args", args), fields: names(plain, "fields", protocol.state.map((f) => f.name)),
      values: new Map([...names(plain, "values", undefined)].map(([name, value]) => [name, value ?? within("values", () => fail("expected a name of the spec", name))])),
    };
  } catch (error) {
    const at = (offset: number): [number, number] => {
      const before = text.slice(0, offset).split("\n");
      return [before.length, before[before.length - 1].length + 1];
    };
    if (error instanceof SyntaxError) throw new LogError(file, ...at(brokenAt(text) ?? 0), "this is not JSON");
    if (error instanceof Misread) throw new LogError(file, ...at(offsetOf(text, error.path)), error.message);
    throw error;
  }
}

async function readSmall(file: string): Promise<string> {
  const { size } = await stat(file).then((found) => (found.isFile() ? found : { size: Infinity }));
  if (size > largestMap) throw new LogError(file, 0, 0, `expected a file of at most ${largestMap / 2 ** 20} MiB`);
  return readFile(file, "utf8");
}

function names(plain: PlainObject, group: keyof Mapping, known: readonly string[] | undefined): Map<string, string | null> {
  const given = own(plain, group) ?? {};
  if (!isPlainObject(given)) throw new Misread("expected an object", [group]);
  return within(group, () => new Map(Object.entries(given).map(([name, to]) => {
    if (to !== null && (typeof to !== "string" || known?.includes(to) === false)) fail(`the spec has no ${showPlain(to)} among its ${group}`, name);
    return [name, to as string | null];
  })));
}

const fail = (problem: string, name: string): never => {
  throw new Misread(problem, [name]);
};

/** The names of values in a log. Members of unordered sorts are all alike, so names that nobody explains are given to those that are left, in order. */
export class LogNames implements Names {
  readonly #values: Mapping["values"];
  readonly #sorts: Sorts;
  /** By sort: names of the log by members. */
  readonly #taken = new Map<string, Map<number, string>>();
  /** By sort: members by names of the log that are not those of the spec. */
  readonly #given = new Map<string, Map<string, number>>();

  constructor(values: Mapping["values"], sorts: Sorts) {
    this.#values = values;
    this.#sorts = sorts;
  }

  word(text: string): string {
    return this.#values.get(text) ?? text;
  }

  member(sort: string, text: string, named: number | undefined): number | undefined {
    let given = this.#given.get(sort), taken = this.#taken.get(sort);
    if (!given) this.#given.set(sort, given = new Map());
    if (!taken) this.#taken.set(sort, taken = new Map());
    if (named !== undefined) {
      const other = taken.get(named);
      if (other !== undefined && other !== text) throw new Misread(`${showPlain(text)} already stands for ${showPlain(other)}: say with --map which is which`);
      if (other === undefined) taken.set(named, text);
      return named;
    }
    const known = given.get(text);
    if (known !== undefined) return known;
    const size = sortSize(this.#sorts, sort);
    for (let member = 0; member < size; member++) {
      if (taken.has(member)) continue;
      taken.set(member, text);
      given.set(text, member);
      return member;
    }
    throw new Misread(`${showPlain(text)} is one ${sort} more than the ${size} of this scope`);
  }

  /** What was given to names that nobody has explained. */
  get given(): readonly { readonly sort: string; readonly name: string; readonly member: string }[] {
    return [...this.#given].flatMap(([sort, members]) => [...members].map(([name, member]) => ({ sort, name, member: sortValueName(sort, member, this.#sorts) })));
  }
}
