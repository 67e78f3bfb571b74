/** Who takes a step: for schedulers that give each its turn, and for runs in which the steps of each are gathered. */
import { type Sorts, sortsOf, sortSize } from "../interp/env.ts";
import { argumentsAt } from "../interp/step.ts";
import type { Value } from "../interp/value.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import type { Field, Type } from "../ir/type.ts";

export interface Processes {
  /** The values of this sort are the processes, and beside them each action that has none among its arguments. Without one, each action is. */
  readonly sort: string | null;
  /** Numbers below this stand for processes. */
  readonly numbers: number;
  /** Those that can have a step. */
  readonly count: number;
  /** @param instance the place of its arguments among all (`argumentsAt`) */
  of(action: number, instance: number): number;
}

/** The sort is the one without an order that most actions have among their parameters, the first of several. */
export function processesOf(protocol: Protocol): Processes {
  const { actions } = protocol, sorts = sortsOf(protocol);
  const having = protocol.sorts.filter((s) => !s.ordered).map(({ name }) => ({ name, actions: actions.filter((a) => paramsWith(a, name).length > 0).length }));
  const sort = having.reduce<(typeof having)[number] | null>((best, s) => (s.actions > (best?.actions ?? 0) ? s : best), null)?.name ?? null;
  if (sort === null) return { sort, numbers: actions.length, count: actions.length, of: (action) => action };
  const size = sortSize(sorts, sort);
  const alone = actions.filter((a) => !a.params.some((p) => alwaysHas(p.type, sort)));
  return {
    sort, numbers: size + actions.length, count: size + alone.length,
    of: (action, instance) => processOf(actions[action], instance, sort, sorts) ?? size + action,
  };
}

function processOf(action: Action, instance: number, sort: string, sorts: Sorts): number | undefined {
  const params = paramsWith(action, sort);
  if (params.length === 0) return undefined;
  const args = argumentsAt(action, instance, sorts);
  for (const i of params) {
    const found = within(action.params[i].type, args[i], sort);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Numbers of the parameters that may have a value of the sort, those that are one first. */
function paramsWith({ params }: Action, sort: string): number[] {
  const all = [...params.keys()].filter((i) => mayHave(params[i].type, sort));
  const own = (i: number): boolean => params[i].type.kind === "sort";
  return [...all.filter(own), ...all.filter((i) => !own(i))];
}

function mayHave(type: Type, sort: string): boolean {
  switch (type.kind) {
    case "sort": return type.name === sort;
    case "option": return mayHave(type.of, sort);
    case "record": return type.fields.some((f) => mayHave(f.type, sort));
    case "union": return type.variants.some((v) => v.fields.some((f) => mayHave(f.type, sort)));
    default: return false;
  }
}

function alwaysHas(type: Type, sort: string): boolean {
  switch (type.kind) {
    case "sort": return type.name === sort;
    case "record": return type.fields.some((f) => alwaysHas(f.type, sort));
    case "union": return type.variants.every((v) => v.fields.some((f) => alwaysHas(f.type, sort)));
    default: return false;
  }
}

/** The first in a value; of a message, whom it is to. */
function within(type: Type, value: Value, sort: string): number | undefined {
  switch (type.kind) {
    case "sort": return type.name === sort && typeof value === "number" ? value : undefined;
    case "option": return value === null ? undefined : within(type.of, value, sort);
    case "record": return inFields(type.fields, value, sort);
    case "union": {
      const variant = type.variants.find((v) => isOf(value, "variant") && v.tag === value.tag);
      return variant && inFields(variant.fields, value, sort);
    }
    default: return undefined;
  }
}

function inFields(fields: readonly Field[], value: Value, sort: string): number | undefined {
  if (!isOf(value, "record") && !isOf(value, "variant")) return undefined;
  for (const { name, type } of fields.toSorted((a, b) => Number(b.name === "to") - Number(a.name === "to"))) {
    const held = value.fields.find((f) => f.name === name);
    const found = held && within(type, held.value, sort);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isOf = <K extends "record" | "variant">(value: Value, kind: K): value is Extract<Value, { readonly kind: K }> =>
  typeof value === "object" && value !== null && value.kind === kind;
