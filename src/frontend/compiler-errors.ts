/** TypeScript's own errors, in the form of ours, with help where the language differs from TypeScript. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import { spanOfRange } from "./span.ts";
import { covers, type Refused } from "./syntax.ts";

/** Where the text is not TypeScript at all. Nothing else that could be said about such a text is of use. */
export function syntaxErrors(program: ts.Program, files: readonly ts.SourceFile[]): Diagnostic[] {
  return files.flatMap((f) => program.getSyntacticDiagnostics(f).map(translate));
}

/** Type errors in `files`, without those that only follow from what is refused already. */
export function typeErrors(program: ts.Program, files: readonly ts.SourceFile[], refused: readonly Refused[]): Diagnostic[] {
  const all = files.flatMap((f) => [...program.getSemanticDiagnostics(f)]);
  return all.filter((d) => d.category === ts.DiagnosticCategory.Error && !follows(d, refused)).map(translate);
}

const cannotFindModule = 2307;

function follows(d: ts.Diagnostic, refused: readonly Refused[]): boolean {
  if (d.code === cannotFindModule || !d.file) return refused.length > 0;
  return refused.some((r) => covers(r, d.file!, d.start ?? 0));
}

function translate(d: ts.Diagnostic): Diagnostic {
  const text = ts.flattenDiagnosticMessageText(d.messageText, "\n");
  const message = misfit.has(d.code) ? `the method does not fit its role\n${text.split("\n").slice(1).join("\n")}` : text;
  const help = helpFor(d.code, message);
  const notes = (d.relatedInformation ?? [])
    .filter((r) => r.file && r.start !== undefined)
    .map((r) => ({ message: ts.flattenDiagnosticMessageText(r.messageText, "\n"), span: range(r.file!, r.start!, r.length ?? 0) }));
  return {
    code: `TS${d.code}`,
    severity: "error",
    message: message.split(" Do you need to change your target library?")[0].split(" Try changing the 'lib'")[0],
    ...(d.file && { span: range(d.file, d.start ?? 0, d.length ?? 0) }),
    help,
    ...(notes.length > 0 && { notes }),
  };
}

/** "Unable to resolve signature of … decorator when called as an expression", which says nothing. */
const misfit = new Set([1241, 1270]);

const range = (file: ts.SourceFile, start: number, length: number) => spanOfRange(file, start, start + length);

/** What to write instead of a name of the standard library that the language does not have. */
const instead: Readonly<Record<string, string>> = {
  Date: "time is an integer of the state: clock: Int<0, 10> = 0, with an action that advances it",
  Promise: "an action is one atomic step; split what happens later into an action of its own",
  setTimeout: "a timer is a field of the state, and its expiry an action",
  setInterval: "a timer is a field of the state, and its expiry an action",
  console: "a spec is not run; the checker shows traces",
  JSON: "values are compared by their contents: a === b",
  Object: "values are compared and copied by their contents; the keys of a Map are map.keys()",
  Error: "write require(condition) for when an action may happen, and an @invariant for what must hold",
  Array: "write [] or [a, b], with a type on the field",
  Number: "integers are of type Int or Int<0, 7>",
  String: "texts are names of cases: \"idle\" | \"busy\"",
  Boolean: "compare: x === true, or x !== undefined",
  Symbol: "use Sort<\"Name\"> for values that can only be told apart",
  WeakMap: "use Map",
  WeakSet: "use Set",
  process: "a spec only speaks of its own state",
  globalThis: "a spec only speaks of its own state",
  structuredClone: "values are copied when they are assigned",
  parseInt: "integers are of type Int or Int<0, 7>",
  BigInt: "write an ordinary integer; Int is exact",
  Uint8Array: "use an array, or Record<Int<0, 7>, T>",
};

function helpFor(code: number, message: string): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? "";
  if (unknownName.has(code)) {
    const other = Object.hasOwn(instead, name) ? instead[name] : undefined;
    if (other) return `${name} is not part of the language; ${other}`;
    return ts.flattenDiagnosticMessageText(message, "\n").includes("Did you mean")
      ? "see the name that TypeScript suggests"
      : `declare it, or import it: import { ${/^[\w$]+$/.test(name) ? name : "…"} } from "tenet"`;
  }
  if (code === 2339 || code === 2550 || code === 2551) return missingProperty(message);
  const known = byCode[code];
  return known ?? (code < 2000 ? "the text is not TypeScript here; mend it first" : "make the types agree; an editor shows the same error");
}

const unknownName = new Set([2304, 2552, 2580, 2583, 2584, 2585, 2591, 2693, 2318, 2503]);

function missingProperty(message: string): string {
  const on = /on type '(.+)'/.exec(message)?.[1] ?? "";
  if (on === "Math") return "Math has min, max, floor and abs; a random choice is a parameter of the action, which takes every value";
  if (/^Set<|^ReadonlySet<|^Majority</.test(on)) {
    return "sets have add, delete, clear, has, size, union, intersection, difference, symmetricDifference, isSubsetOf, isSupersetOf, isDisjointFrom; use forall(set, …), exists(set, …), filter(set, …), or for … of";
  }
  if (/^Map<|^ReadonlyMap</.test(on)) return "maps have get, set, delete, clear, has, size, keys, values and entries";
  if (/\[\]$|^Seq</.test(on)) {
    return "sequences have push, pop, shift, unshift, length, at, with, concat, slice, indexOf, includes, find, findIndex, filter, map, some and every";
  }
  return "only the properties that the type declares can be used";
}

const byCode: Readonly<Record<number, string>> = {
    1241: "an action returns nothing; a property returns a boolean: return …",
  1270: "an action returns nothing; a property returns a boolean: return …",
  2322: "change the value or the declared type so that they agree",
  2345: "give a value of the type that is asked for",
  2355: "every path has to return a value",
  2362: "arithmetic is on integers; ordered sorts have next() and previous()",
  2363: "arithmetic is on integers; ordered sorts have next() and previous()",
  2365: "only integers and ordered sorts (Order) can be compared or computed with",
  2367: "the two sides can never be equal, so the comparison says nothing; compare with another value",
  2532: "test it first: if (x !== undefined) …, or write x! where it is sure to be there",
  2540: "a readonly field is a constant of the protocol; drop readonly if an action is to change it",
  2564: "give it an initial value, or write name!: Type for a field that starts with every value of its type",
  2792: "import from \"tenet\", or from another spec by a relative path",
  4114: "write override before it, with its decorator repeated; or choose another name",
  4115: "write override before it; or choose another name",
  7005: "give it a type",
  7006: "give the parameter a type: it ranges over the values of that type",
  7031: "give the parameter a type: it ranges over the values of that type",
  18046: "the type is not known here; give it one",
  18047: "test it first: if (x !== undefined) …",
  18048: "test it first: if (x !== undefined) …, or write x! where it is sure to be there",
};
