/** What to write instead where TypeScript itself finds an error. */

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
  Infinity: "integers have bounds; an option says that there is no value: Int<0, 7> | undefined",
  NaN: "integers have bounds; an option says that there is no value: Int<0, 7> | undefined",
  Uint8Array: "use an array, or Record<Int<0, 7>, T>",
};

/** @param importable names that "tenet" exports */
export function helpFor(code: number, message: string, importable: ReadonlySet<string>): string {
  if (unknownName.has(code)) return unknown(/'([^']+)'/.exec(message)?.[1] ?? "", message, importable);
  if (code === 2339 || code === 2550 || code === 2551) return missingProperty(message);
  if (message.includes("Target signature provides too few arguments")) return "the function takes one parameter, the element";
  if (code === 2365 && message.includes("'boolean'")) return "join two comparisons: 0 < x && x < 3";
  return byCode[code] ?? (code < 2000 ? "the text is not TypeScript here; mend it first" : "TypeScript refuses this, too: an editor shows the same error");
}

function unknown(name: string, message: string, importable: ReadonlySet<string>): string {
  const other = Object.hasOwn(instead, name) ? instead[name] : undefined;
  if (other) return `${name} is not part of the language; ${other}`;
  if (importable.has(name)) return `import it: import { ${name} } from "tenet"`;
  const near = /Did you mean '([^']+)'/.exec(message)?.[1];
  return near ? `write ${near}` : "declare it; or, if it is a field or method, write this. before it";
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
  1241: "an action returns nothing; a property returns a boolean: return …; a @leadsTo property returns both: return { from: …, to: … }",
  1270: "an action returns nothing; a property returns a boolean: return …; a @leadsTo property returns both: return { from: …, to: … }",
  2300: "give one of them another name",
  2322: "change the value or the declared type so that they agree",
  2345: "give a value of the type that is asked for",
  2355: "every path has to return a value",
  2362: "arithmetic is on integers; ordered sorts have next() and previous()",
  2363: "arithmetic is on integers; ordered sorts have next() and previous()",
  2365: "only integers and ordered sorts (Order) can be compared or computed with",
  2367: "the two sides can never be equal, so the comparison says nothing; compare with another value",
  2335: "only a class that extends another has super",
  2341: "drop private; a spec hides nothing",
  2349: "only methods, functions of the module and what \"tenet\" exports can be called",
  2353: "leave it out, or add it to the type",
  2366: "return a value on every path",
  2416: "the override takes the same parameters and returns the same type; write the type of what the base returns: boolean",
  2420: "add what the interface asks for",
  2445: "drop protected; a spec hides nothing",
  2448: "declare it before it is used",
  2451: "give one of them another name",
  2454: "give it a value where it is declared",
  2488: "go over a set, an array, a Map or a Bag",
  2515: "implement it: write the method or field in this class",
  2536: "the key is not of the type of the keys",
  2538: "the key is not of the type of the keys",
  2554: "give as many arguments as the declaration has parameters",
  2578: "remove the comment",
  2588: "write let instead of const, where it is declared",
  2678: "the case can never occur; write one of the values of the type",
  2729: "declare the other field before this one",
  2739: "give every field of the type a value",
  2740: "give every field of the type a value",
  2741: "give every field of the type a value",
  2769: "see which of the forms was meant; the parameters of an arrow function need types",
  4112: "drop override, or extend the class that has it",
  4113: "drop override, or mend the name",
  7030: "return a value on every path",
  7053: "the key is not of the type of the keys; a Record takes exactly its own",
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
