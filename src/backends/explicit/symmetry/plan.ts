/** How the canonical form of an instance is found: which sorts go together, and what is done with each group. */
import type { StateField } from "../../../ir/protocol.ts";
import type { Type } from "../../../ir/type.ts";
import { partsOfType } from "../../../ir/visit-type.ts";
import { sortsIn } from "../../../passes/interchangeable.ts";
import type { Layout } from "../layout.ts";
import type { Slices, Symmetry } from "./form.ts";
import { slicesOf } from "./slices.ts";

/**
 * What can be done with these interchangeable sorts; those that the state does not mention need nothing done. Of sorts whose values meet in some part of the
 * state one is put in order, the largest that can be: one after the other would not always come to the same.
 */
export function symmetryOf(layout: Layout, sorts: readonly string[]): Symmetry {
  const slices: Slices[] = [];
  const left: Symmetry["left"][number][] = [];
  for (const group of componentsOf(layout.fields.map((f) => f.field.type), new Set(sorts))) {
    const ways = group.map((sort) => slicesOf(layout, sort)).flatMap((way) => ("field" in way ? [] : [way])).toSorted((a, b) => b.size - a.size);
    slices.push(...ways.slice(0, 1));
    for (const sort of group) if (sort !== ways[0]?.sort) left.push({ sort, field: fieldInTheWay(layout, sort, group) });
  }
  return { slices, left };
}

/** One that relates values of a sort with each other, or with those of another sort. */
function fieldInTheWay(layout: Layout, sort: string, group: readonly string[]): StateField {
  const alone = slicesOf(layout, sort);
  if ("field" in alone) return alone.field;
  const holds = layout.fields.filter(({ field: { type } }) => sortsIn(type).has(sort));
  return (holds.find(({ field: { type } }) => group.some((other) => other !== sort && sortsIn(type).has(other))) ?? holds[0]).field;
}

/** The sorts that the types mention, in groups: two are in one where some part of the state holds values of both. */
function componentsOf(types: readonly Type[], sorts: ReadonlySet<string>): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const part of types.flatMap(meetings)) {
    const met = [...sortsIn(part)].filter((s) => sorts.has(s));
    if (met.length === 0) continue;
    const joined = groups.filter((g) => g.some((s) => met.includes(s)));
    for (const g of joined) groups.splice(groups.indexOf(g), 1);
    groups.push([...new Set([...joined.flat(), ...met])]);
  }
  return groups;
}

/** The parts of a type whose values of sorts are in relation with each other. */
function meetings(type: Type): readonly Type[] {
  return type.kind === "record" ? partsOfType(type).flatMap((p) => meetings(p.type)) : [type];
}
