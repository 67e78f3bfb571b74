/** How the canonical form of an instance is found: which sorts go together, and what is done with each group. */
import type { Type } from "../../../ir/type.ts";
import { partsOfType } from "../../../ir/visit-type.ts";
import { sortsIn } from "../../../passes/interchangeable.ts";
import type { Layout } from "../layout.ts";
import type { Component, Symmetry } from "./form.ts";
import { slicesOf } from "./slices.ts";

/** What can be done with these interchangeable sorts; those that the state does not mention need nothing done. */
export function symmetryOf(layout: Layout, sorts: readonly string[]): Symmetry {
  const components = componentsOf(layout.fields.map((f) => f.field.type), new Set(sorts)).flatMap((group): Component[] => {
    if (group.length > 1) return [];
    const slices = slicesOf(layout, group[0]);
    return slices ? [{ sorts: group, slices }] : [];
  });
  return { components, exact: true };
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
