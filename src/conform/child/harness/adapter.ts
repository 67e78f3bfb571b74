/** The adapter as it was loaded: nothing is known of it but what is looked at here. */
import type { BoundAction } from "../../system.ts";
import { kindOf, Unreadable } from "./encode.ts";
import { apply, isArray, keys } from "./captured.ts";
import { type Tagged, tags } from "../wire.ts";

export type Call = (system: unknown, args: unknown) => unknown;

export interface LoadedAdapter {
  readonly create: (initial: unknown) => unknown;
  readonly observe: (system: unknown) => unknown;
  readonly settle?: (system: unknown) => unknown;
  readonly close?: (system: unknown) => unknown;
  readonly actions: readonly BoundAction[];
  /** By name; no prototype. */
  readonly calls: Readonly<Record<string, Call>>;
}

/** @throws {@link Unreadable} where it is no adapter */
export function readAdapter(exported: unknown): LoadedAdapter {
  if (typeof exported !== "object" || exported === null) throw new Unreadable(`the default export of the adapter is ${kindOf(exported)} where an object is expected`);
  const adapter = exported as Record<string, unknown>;
  const bindings = adapter.actions;
  if (typeof bindings !== "object" || bindings === null) throw new Unreadable(`actions of the adapter is ${kindOf(bindings)} where an object is expected`);
  const actions: BoundAction[] = [];
  const calls = Object.create(null) as Record<string, Call>;
  const names = keys(bindings);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const { action, call } = bind(name, (bindings as Record<string, unknown>)[name]);
    actions[i] = action;
    if (call) calls[name] = call;
  }
  return {
    create: method(adapter, "create"), observe: method(adapter, "observe"), actions, calls,
    ...(adapter.settle === undefined ? {} : { settle: method(adapter, "settle") }),
    ...(adapter.close === undefined ? {} : { close: method(adapter, "close") }),
  };
}

function bind(name: string, binding: unknown): { readonly action: BoundAction; readonly call?: Call } {
  if (typeof binding === "function") return { action: { name, kind: "perform" }, call: binding as Call };
  if (typeof binding === "object" && binding !== null) {
    const { request, unbound } = binding as Record<string, unknown>;
    if (typeof request === "function") return { action: { name, kind: "request" }, call: request as Call };
    if (typeof unbound === "string") return { action: { name, kind: "unbound", reason: unbound } };
  }
  throw new Unreadable(`the action ${name} of the adapter is ${kindOf(binding)} where a function, { request } or { unbound } is expected`);
}

function method(adapter: Record<string, unknown>, name: string): (argument: unknown) => unknown {
  const found = adapter[name];
  if (typeof found !== "function") throw new Unreadable(`${name} of the adapter is ${kindOf(found)} where a function is expected`);
  // With the adapter as `this`.
  return (argument) => apply(found as (argument: unknown) => unknown, adapter, [argument]);
}

/** Values as they were given. */
export function untagged(value: Tagged): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!isArray(value)) {
    const names = keys(value);
    const object: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) object[names[i]] = untagged((value as { readonly [name: string]: Tagged })[names[i]]);
    return object;
  }
  const items = value as readonly Tagged[];
  switch (items[0]) {
    case tags.set: {
      const set = new Set();
      for (let i = 1; i < items.length; i++) set.add(untagged(items[i]));
      return set;
    }
    case tags.map: {
      const map = new Map();
      for (let i = 1; i < items.length; i += 2) map.set(untagged(items[i]), untagged(items[i + 1]));
      return map;
    }
    case tags.undefined: return undefined;
    default: {
      const array: unknown[] = [];
      for (let i = 1; i < items.length; i++) array[i - 1] = untagged(items[i]);
      return array;
    }
  }
}
