/** Records of a log as events of a history. */
import type { Sorts } from "../../interp/env.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import type { HistoryEvent } from "../history/event.ts";
import { type Observation, ObservationReader } from "../history/observation.ts";
import { Misread, PlainReader, type PlainObject, showPlain, within } from "../plain.ts";
import type { Line } from "./lines.ts";
import { LogNames, type Mapping } from "./mapping.ts";
import { isEmpty, type LogRecord } from "./record.ts";

export interface LogEvent extends HistoryEvent { readonly line: number }

/** What a record tells of when it was. Apart from the event, as nobody needs it once the order is known. */
export type Place = Pick<LogRecord, "process" | "clock" | "start" | "end">;

/** What was in a log, beyond whether the spec explains it. */
export interface LogContents {
  /** Events by the name of their action; those without one not among them. */
  readonly actions: ReadonlyMap<string, number>;
  readonly looks: number;
  readonly refused: number;
  readonly unnamed: number;
  /** Fields that some event says something of. */
  readonly fields: ReadonlySet<string>;
  /** Records that were passed over, by their action's name in the log. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Parts of lines that were passed over. */
  readonly others: ReadonlySet<string>;
}

/** Of the names in a log that were passed over, so many are told. */
const mostNames = 50;

export class LogReader {
  readonly names: LogNames;
  readonly #mapping: Mapping;
  readonly #actions: ReadonlyMap<string, Action>;
  readonly #anything: HistoryEvent["candidates"];
  readonly #reader: PlainReader;
  readonly #observations: ObservationReader;
  readonly #candidates = new Remembered<HistoryEvent["candidates"]>();
  readonly #observed = new Remembered<Observation>();
  readonly #contents = { actions: new Map<string, number>(), looks: 0, refused: 0, unnamed: 0, fields: new Set<string>(), skipped: new Map<string, number>(), others: new Set<string>() };

  constructor(protocol: Protocol, sorts: Sorts, mapping: Mapping) {
    this.names = new LogNames(mapping.values, sorts);
    this.#mapping = mapping;
    this.#actions = new Map(protocol.actions.map((a) => [a.name, a]));
    this.#anything = protocol.actions.map((action) => ({ action, args: action.params.map(() => undefined) }));
    this.#reader = new PlainReader(sorts, this.names);
    this.#observations = new ObservationReader(protocol, sorts, this.#reader);
  }

  get contents(): LogContents {
    return this.#contents;
  }

  /** Undefined where the spec knows nothing of it. @throws Misread */
  event(record: LogRecord, { number: line, text }: Line): LogEvent | undefined {
    const { action, refused } = record, short = text.length <= longestRemembered;
    for (const other of record.others) if (this.#contents.others.size < mostNames) this.#contents.others.add(other);
    let candidates: HistoryEvent["candidates"] = [];
    if (typeof action === "string") {
      const found = this.#action(action, record.meant);
      if (!found) return undefined;
      candidates = this.#candidates.of(short && `${action} ${JSON.stringify(record.args)}`, () => [{ action: found, args: this.#args(found, action, record.args) }]);
      count(this.#contents.actions, found.name);
    } else if (action === null) {
      candidates = this.#anything;
      this.#contents.unnamed++;
    } else this.#contents.looks++;
    if (refused) this.#contents.refused++;
    return {
      kind: action === undefined ? "look" : refused ? "refused" : "done",
      candidates, before: this.#observation("before", record.before, short), after: this.#observation("state", record.state, short), line,
    };
  }

  #action(name: string, meant: boolean): Action | undefined {
    const mapped = this.#mapping.actions.has(name) ? this.#mapping.actions.get(name)! : name;
    const found = mapped === null ? undefined : this.#actions.get(mapped);
    if (found) return found;
    if (mapped !== null && meant) throw new Misread(`the spec has no action ${showPlain(mapped)}: name it, or null, among the actions of --map`, ["action"]);
    if (this.#contents.skipped.has(name) || this.#contents.skipped.size < mostNames) count(this.#contents.skipped, name);
    return undefined;
  }

  #args(action: Action, name: string, plain: PlainObject): HistoryEvent["candidates"][number]["args"] {
    const args: HistoryEvent["candidates"][number]["args"][number][] = action.params.map(() => undefined);
    for (const [given, value] of Object.entries(plain)) {
      const mapped = lookup(this.#mapping.args, `${name}.${given}`) ?? lookup(this.#mapping.args, given) ?? { to: given };
      if (mapped.to === null) continue;
      const index = action.params.findIndex((p) => p.name === mapped.to);
      if (index < 0) throw new Misread(`${action.name} has no such argument: name it, or null, among the args of --map`, ["args", given]);
      if (args[index] !== undefined) throw new Misread(`two values for ${mapped.to}`, ["args", given]);
      args[index] = within("args", () => within(given, () => this.#reader.read(value, action.params[index].type)));
    }
    return args;
  }

  #observation(part: "before" | "state", plain: PlainObject, short: boolean): Observation {
    return isEmpty(plain) ? none : this.#observed.of(short && JSON.stringify(plain), () => this.#read(part, plain));
  }

  #read(part: "before" | "state", plain: PlainObject): Observation {
    const { fields } = this.#mapping;
    const named = fields.size === 0 ? plain : Object.fromEntries(Object.entries(plain).flatMap(([name, value]) => {
      const to = fields.has(name) ? fields.get(name)! : name;
      return to === null ? [] : [[to, value]];
    }));
    const read = within(part, () => this.#observations.read(named));
    for (const name of Object.keys(named)) this.#contents.fields.add(name);
    return read;
  }
}

const none: Observation = [];

/** What the same text was read as before: systems that run for long do the same again and again. Takes little memory, whatever they do. */
class Remembered<T> {
  readonly #known = new Map<string, T>();

  /** @param text false where it is too long to be remembered */
  of(text: string | false, read: () => T): T {
    if (text === false) return read();
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const value = read();
    if (this.#known.size === mostRemembered) this.#known.clear();
    this.#known.set(text, value);
    return value;
  }
}

const mostRemembered = 10_000;
/** Characters of a line. */
const longestRemembered = 2000;

const lookup = (map: ReadonlyMap<string, string | null>, name: string): { readonly to: string | null } | undefined => (map.has(name) ? { to: map.get(name)! } : undefined);

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
