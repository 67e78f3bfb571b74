/** What evaluation needs to know: the protocol, the state at hand and the locals in scope. */
import { InternalError } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import type { Domain, Expr } from "../ir/expr.ts";
import type { Protocol, SortDecl } from "../ir/protocol.ts";
import type { State, Value } from "./value.ts";

/** The sorts of a protocol by name. */
export type Sorts = ReadonlyMap<string, SortDecl>;

export const sortsOf = (protocol: Protocol): Sorts => new Map(protocol.sorts.map((s) => [s.name, s]));

/** The size of a sort of an instantiated protocol. */
export function sortSize(sorts: Sorts, name: string): number {
  const size = sorts.get(name)?.size;
  if (size === undefined || size === null) throw new InternalError(`sort ${name} has no size`);
  return size;
}

/** Told what statements do, by those that explain a run. */
export interface Observer {
  /** A `require` held. */
  passed?(span: Span): void;
  /** A `require` did not hold. */
  blocked?(cond: Expr, env: Env): void;
  /** An `if` took the branch where its condition is `value`. */
  branched?(cond: Expr, value: boolean): void;
  /** A loop gave its variable the next value. */
  bound?(name: string, domain: Domain): void;
}

export interface Env {
  readonly sorts: Sorts;
  /** Position in the state by field name. */
  readonly fields: ReadonlyMap<string, number>;
  /** What `now` reads. An action writes its own copy. */
  readonly state: Value[];
  /** What `next` reads, in step properties. */
  readonly next: State | null;
  /** Names are unique within an action or property, so one level is enough. */
  readonly locals: Map<string, Value>;
  readonly observer: Observer;
}

/** How the files that know about one group of nodes call back for their parts. */
export type Evaluate = (expr: Expr, env: Env) => Value;

interface Tables { readonly sorts: Sorts; readonly fields: ReadonlyMap<string, number> }
const tables = new WeakMap<Protocol, Tables>();

function tablesOf(protocol: Protocol): Tables {
  let found = tables.get(protocol);
  if (!found) {
    found = { sorts: sortsOf(protocol), fields: new Map(protocol.state.map((f, i) => [f.name, i])) };
    tables.set(protocol, found);
  }
  return found;
}

/** @param next given only for a step property. */
export function envOf(protocol: Protocol, state: State, next: State | null = null, observer: Observer = {}): Env {
  const { sorts, fields } = tablesOf(protocol);
  return { sorts, fields, state: [...state], next, locals: new Map(), observer };
}

export function fieldIndex(env: Env, field: string): number {
  const index = env.fields.get(field);
  if (index === undefined) throw new InternalError(`no state field ${field}`);
  return index;
}

export function readLocal(env: Env, name: string): Value {
  const value = env.locals.get(name);
  if (value === undefined) throw new InternalError(`local ${name} has no value`);
  return value;
}
