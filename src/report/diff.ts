/** What changed between two states, and nothing else. */
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import { type BagValue, type MapValue, type NamedValue, sameValue, type SeqValue, type SetValue, type State, type Value } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { BagType, Field, MapType, SeqType, Type } from "../ir/type.ts";

/** `path` leads from the state field to the part, as TypeScript would write it; values as `showValue` gives them. */
export type Change =
  | { readonly kind: "changed"; readonly path: string; readonly before: string; readonly after: string }
  /** An element of a set or bag, an entry of a map, or an element of a sequence, whose index ends the path. */
  | { readonly kind: "added" | "removed"; readonly path: string; readonly value: string };

/** In the order of the state fields. */
export function diffStates(before: State, after: State, protocol: Protocol): Change[] {
  const differ = new Differ(sortsOf(protocol));
  return protocol.state.flatMap((f, i) => differ.diff(f.name, before[i], after[i], f.type));
}

/** `rm[rm2]: "working" → "prepared"`, `sent + { kind: "commit" }`, `queue[0] - 3`. */
export function showChange(change: Change): string {
  switch (change.kind) {
    case "changed": return `${change.path}: ${change.before} → ${change.after}`;
    case "added": return `${change.path} + ${change.value}`;
    case "removed": return `${change.path} - ${change.value}`;
  }
}

class Differ {
  readonly #sorts: Sorts;

  constructor(sorts: Sorts) {
    this.#sorts = sorts;
  }

  diff(path: string, before: Value, after: Value, type: Type): Change[] {
    if (sameValue(before, after)) return [];
    const whole: Change[] = [{ kind: "changed", path, before: this.#show(before, type), after: this.#show(after, type) }];
    if (type.kind === "option" && before !== null && after !== null) return this.diff(path, before, after, type.of);
    if (before === null || after === null || typeof before !== "object" || typeof after !== "object") return whole;
    switch (type.kind) {
      case "record":
        return before.kind === "record" && after.kind === "record" ? this.#fields(path, before.fields, after.fields, type.fields) : whole;
      case "union": {
        if (before.kind !== "variant" || after.kind !== "variant" || before.tag !== after.tag) return whole;
        return this.#fields(path, before.fields, after.fields, type.variants.find((v) => v.tag === before.tag)?.fields ?? []);
      }
      case "set": return before.kind === "set" && after.kind === "set" ? (this.#set(path, before, after, type.of) ?? whole) : whole;
      case "bag": return before.kind === "bag" && after.kind === "bag" ? this.#bag(path, before, after, type) : whole;
      case "map": return before.kind === "map" && after.kind === "map" ? this.#map(path, before, after, type) : whole;
      case "seq": return before.kind === "seq" && after.kind === "seq" ? this.#seq(path, before, after, type) : whole;
      default: return whole;
    }
  }

  #show(value: Value, type: Type): string {
    return showValue(value, type, this.#sorts);
  }

  #fields(path: string, before: readonly NamedValue[], after: readonly NamedValue[], fields: readonly Field[]): Change[] {
    return fields.flatMap((f, i) => this.diff(`${path}.${f.name}`, before[i].value, after[i].value, f.type));
  }

  /** Undefined where nothing is left of what was there: then the two sets say more than a list of differences. */
  #set(path: string, before: SetValue, after: SetValue, of: Type): Change[] | undefined {
    const without = (a: SetValue, b: SetValue): Value[] => a.items.filter((v) => !b.items.some((w) => sameValue(v, w)));
    const removed = without(before, after);
    if (removed.length > 1 && removed.length === before.items.length) return undefined;
    return [
      ...removed.map((v): Change => ({ kind: "removed", path, value: this.#show(v, of) })),
      ...without(after, before).map((v): Change => ({ kind: "added", path, value: this.#show(v, of) })),
    ];
  }

  #bag(path: string, before: BagValue, after: BagValue, type: BagType): Change[] {
    const count = (bag: BagValue, value: Value): number => bag.entries.find((e) => sameValue(e.value, value))?.count ?? 0;
    const onlyAfter = after.entries.filter((e) => count(before, e.value) === 0);
    return [...before.entries, ...onlyAfter].flatMap(({ value }): Change[] => {
      const by = count(after, value) - count(before, value);
      const times = Math.abs(by) > 1 ? ` × ${Math.abs(by)}` : "";
      return by === 0 ? [] : [{ kind: by > 0 ? "added" : "removed", path, value: `${this.#show(value, type.of)}${times}` }];
    });
  }

  #map(path: string, before: MapValue, after: MapValue, type: MapType): Change[] {
    const at = (map: MapValue, key: Value): { readonly value: Value } | undefined => map.entries.find((e) => sameValue(e.key, key));
    const entry = (key: Value, value: Value): string => `${this.#show(key, type.key)} => ${this.#show(value, type.value)}`;
    const kept = before.entries.flatMap((e): Change[] => {
      const now = at(after, e.key);
      return now
        ? this.diff(`${path}[${this.#show(e.key, type.key)}]`, e.value, now.value, type.value)
        : [{ kind: "removed", path, value: entry(e.key, e.value) }];
    });
    const added = after.entries.filter((e) => !at(before, e.key)).map((e): Change => ({ kind: "added", path, value: entry(e.key, e.value) }));
    return [...kept, ...added];
  }

  /** Of sequences of one length the elements are compared; else what lies between a common beginning and a common end was replaced. */
  #seq(path: string, before: SeqValue, after: SeqValue, type: SeqType): Change[] {
    const [a, b] = [before.items, after.items];
    if (a.length === b.length) return a.flatMap((v, i) => this.diff(`${path}[${i}]`, v, b[i], type.of));
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && sameValue(a[start], b[start])) start++;
    let end = 0;
    while (end < shorter - start && sameValue(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
    const list = (kind: "added" | "removed", items: readonly Value[]): Change[] =>
      items.slice(start, items.length - end).map((v, i) => ({ kind, path: `${path}[${start + i}]`, value: this.#show(v, type.of) }));
    return [...list("removed", a), ...list("added", b)];
  }
}
