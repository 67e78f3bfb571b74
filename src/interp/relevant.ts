/**
 * Which parts of a state a claim about it depends on, found by changing them: what can be changed to anything, together with
 * everything else found before, without an effect on the claim, does not matter.
 */
import { partsOfType } from "../ir/visit-type.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { addElement, deleteElement, elementsOf, hasElement, setKey, valueAtKey } from "./collections.ts";
import { cardinality, valuesOf } from "./domain.ts";
import { type Sorts, sortsOf } from "./env.ts";
import { asFields } from "./shape.ts";
import { sameValue, type State, type Value } from "./value.ts";

export type PartStep =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "key"; readonly key: Value; readonly type: Type; readonly total: boolean };

/** A part of a state, as it is there: a value at a place, or an element that a set has or lacks. */
export interface Part {
  readonly field: string;
  readonly path: readonly PartStep[];
  /** Of the value or element. */
  readonly type: Type;
  readonly is:
    /** `null` also for an entry that a map lacks. */
    | { readonly kind: "value"; readonly value: Value }
    | { readonly kind: "element"; readonly element: Value; readonly present: boolean };
}

export interface Relevant {
  /** In the order of the fields. */
  readonly parts: readonly Part[];
  /** Whether there was time to try everything; if not, more is said to matter than does. */
  readonly complete: boolean;
}

/** Of what has more values than that, only so many are tried. */
const mostValues = 48;
/** Together with what was found not to matter, random values are tried this often. */
const samples = 24;
const mostTrials = 20_000;

/** @param claim true of the state */
export function relevantParts(protocol: Protocol, state: State, claim: (state: State) => boolean): Relevant {
  const sorts = sortsOf(protocol);
  const leaves = protocol.state.flatMap((f, at) => leavesOf(f.name, f.type, state[at], sorts).map((leaf): Placed => ({ ...leaf, at })));
  const random = generator();
  let trials = 0;
  const holds = (changed: State): boolean => {
    trials++;
    return claim(changed);
  };
  const put = (into: State, { at, part, put }: Placed, value: Value): State => into.map((v, i) => (i === at ? changed(v, part.path, (now) => put(now, value)) : v));
  const free: Placed[] = [];
  const matter = leaves.filter((leaf) => {
    // What has no other values that can be tried is not known not to matter; what has none at all does not.
    if (leaf.others.length === 0) return !leaf.only;
    const alone = leaf.others.every((v) => trials < mostTrials && holds(put(state, leaf, v)));
    const together = alone && Array.from({ length: free.length === 0 ? 0 : samples }).every(() => {
      const chosen = [...free, leaf].reduce((into, l) => put(into, l, random([...l.others, l.now])), state);
      return trials < mostTrials && holds(chosen);
    });
    if (together) free.push(leaf);
    return !together;
  });
  return { parts: matter.map((l) => l.part), complete: trials < mostTrials };
}

interface Leaf {
  readonly part: Part;
  /** The value at the place, or whether the set has the element. */
  readonly now: Value;
  /** Other values of it. */
  readonly others: readonly Value[];
  /** The type has no other. */
  readonly only: boolean;
  /** What is at the path, with another value of the part. */
  readonly put: (now: Value, value: Value) => Value;
}
interface Placed extends Leaf { readonly at: number }

function leavesOf(field: string, type: Type, value: Value, sorts: Sorts, path: readonly PartStep[] = []): Leaf[] {
  const below = (step: PartStep, type: Type, value: Value): Leaf[] => leavesOf(field, type, value, sorts, [...path, step]);
  const place = (type: Type, value: Value, path: readonly PartStep[]): Leaf => {
    const others = valuesLike(type, value, sorts);
    return { part: { field, path, type, is: { kind: "value", value } }, now: value, others, only: finite(type) && others.length === 0, put: (_, value) => value };
  };
  switch (type.kind) {
    case "record": return asFields(value).fields.flatMap((f) => below({ kind: "field", name: f.name }, type.fields.find((t) => t.name === f.name)!.type, f.value));
    case "map": {
      if (!finite(type.key) || cardinality(type.key, sorts) > mostValues) break;
      return [...valuesOf(type.key, sorts)].flatMap((key) => {
        const step: PartStep = { kind: "key", key, type: type.key, total: type.total };
        const entry = valueAtKey(value, key) ?? null;
        return type.total ? below(step, type.value, entry) : [place({ kind: "option", of: type.value }, entry, [...path, step])];
      });
    }
    case "set": {
      const own = elementsOf(value);
      const elements = [...own, ...(finite(type.of) ? firstOf(valuesOf(type.of, sorts), (v) => !hasElement(value, v)) : [])];
      return elements.map((element, i): Leaf => ({
        part: { field, path, type: type.of, is: { kind: "element", element, present: i < own.length } }, now: i < own.length, others: [i >= own.length], only: false,
        put: (set, present) => (present === true ? addElement(set, element) : deleteElement(set, element)),
      }));
    }
    default:
  }
  return [place(type, value, path)];
}

function changed(whole: Value, [step, ...rest]: readonly PartStep[], change: (now: Value) => Value): Value {
  if (step === undefined) return change(whole);
  if (step.kind === "field") {
    const record = asFields(whole);
    return { ...record, fields: record.fields.map((f) => (f.name === step.name ? { name: f.name, value: changed(f.value, rest, change) } : f)) };
  }
  const entry = changed(valueAtKey(whole, step.key) ?? null, rest, change);
  return entry === null && !step.total ? deleteElement(whole, step.key) : setKey(whole, step.key, entry);
}

/** Other values of a type, the near ones where there is no end of them. */
function valuesLike(type: Type, value: Value, sorts: Sorts): Value[] {
  if (type.kind === "int" && typeof value === "number" && (type.lo === null || type.hi === null)) {
    const near = [value - 1, value + 1, 0, 1, -1, value - 7, value + 7, 100, -100];
    return [...new Set(near)].filter((n) => n !== value && n >= (type.lo ?? n) && n <= (type.hi ?? n));
  }
  if (!finite(type)) return [];
  return firstOf(valuesOf(type, sorts), (v) => !sameValue(v, value));
}

function firstOf(values: Iterable<Value>, wanted: (v: Value) => boolean): Value[] {
  const found: Value[] = [];
  for (const v of values) {
    if (found.length === mostValues) break;
    if (wanted(v)) found.push(v);
  }
  return found;
}

const finite = (type: Type): boolean => (type.kind === "int" ? type.lo !== null && type.hi !== null : partsOfType(type).every((p) => finite(p.type)));

/** Always the same choices, so that a report is always the same. */
function generator(): <T>(from: readonly T[]) => T {
  let seed = 1;
  return (from) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return from[seed % from.length];
  };
}
