/** What is wrong with a type. */
import type { SortDecl } from "./protocol.ts";
import type { Bound, Field, Type } from "./type.ts";
import { partsOfType } from "./visit-type.ts";

export function typeProblems(type: Type, sorts: ReadonlyMap<string, SortDecl>): string[] {
  return [...here(type, sorts), ...partsOfType(type).flatMap((p) => typeProblems(p.type, sorts))];
}

function here(type: Type, sorts: ReadonlyMap<string, SortDecl>): string[] {
  switch (type.kind) {
    case "int": {
      const whole = [type.lo, type.hi].every((n) => n === null || Number.isSafeInteger(n));
      return whole && (type.lo === null || type.hi === null || type.lo <= type.hi) ? [] : [`integers from ${type.lo} to ${type.hi}`];
    }
    case "enum": return ascending("enum members", type.values);
    case "sort": return sorts.has(type.name) ? [] : [`sort ${type.name} is not declared`];
    case "record": return fieldProblems(type.fields);
    case "union": return [
      ...(type.variants.length === 0 ? ["a union without variants"] : []),
      ...ascending("variants", type.variants.map((v) => v.tag)),
      ...type.variants.flatMap((v) => [
        ...fieldProblems(v.fields),
        ...(v.fields.some((f) => f.name === type.discriminant) ? [`field ${type.discriminant} of variant ${v.tag} is the discriminant`] : []),
      ]),
    ];
    case "option": return type.of.kind === "option" ? ["an option of an option"] : [];
    case "bag": case "seq": return boundProblems(type.max);
    default: return [];
  }
}

const fieldProblems = (fields: readonly Field[]): string[] => ascending("fields", fields.map((f) => f.name));

const ascending = (what: string, names: readonly string[]): string[] =>
  names.every((n, i) => i === 0 || names[i - 1] < n) ? [] : [`${what} out of order or twice: ${names.join(", ")}`];

const boundProblems = (max: Bound): string[] => (typeof max === "string" || (Number.isSafeInteger(max) && max >= 0) ? [] : [`bound ${max}`]);
