import { type Circuit, not } from "./circuit.ts";
import { add, choose, equalIntegers, type Integer, lessInteger, subtract } from "./integers.ts";
import { NotGround } from "./tokens.ts";
import type { Literal } from "./trail.ts";
import { addBits, type Bits, equalBits, lessBits, subtractBits } from "./vectors.ts";

/** A Bool, a bit vector, or an integer. */
export type Value = Literal | Bits | Integer;

/** 0 is Bool, -1 the integers, another number the vectors of that width. */
export type Sort = number;
export const integerSort: Sort = -1;

/** Wider ones are nothing for this engine. */
export const maxWidth = 256;

export function sortOf(value: Value): Sort {
  return typeof value === "number" ? 0 : isInteger(value) ? integerSort : value.length;
}

const isInteger = (value: Value): value is Integer => typeof value === "object" && "signed" in value;

type Operator = (circuit: Circuit, args: readonly Value[], indices: readonly number[]) => Value;

/** @throws NotGround if there is no such operator for these */
export function apply(circuit: Circuit, name: string, indices: readonly number[], args: readonly Value[]): Value {
  const operator = operators.get(name);
  if (operator === undefined) throw new NotGround(`${name} is unknown here`);
  if (indices.length !== (name === "extract" ? 2 : 0)) throw new NotGround(`${name} has other indices`);
  return operator(circuit, args, indices);
}

const operators = new Map<string, Operator>([
  ["not", (_, args) => not(bools(args, 1, 1)[0])],
  ["and", (circuit, args) => circuit.and(bools(args, 1))],
  ["or", (circuit, args) => circuit.or(bools(args, 1))],
  ["xor", (circuit, args) => bools(args, 2).reduce((a, b) => circuit.xor(a, b))],
  ["=>", (circuit, args) => circuit.or(bools(args, 2).map((arg, i) => (i < args.length - 1 ? not(arg) : arg)))],
  ["=", (circuit, args) => circuit.and(atLeastTwo(args).slice(1).map((arg, i) => equal(circuit, args[i], arg)))],
  ["distinct", (circuit, args) => circuit.and(atLeastTwo(args).flatMap((a, i) => args.slice(i + 1).map((b) => not(equal(circuit, a, b)))))],
  ["ite", (circuit, args) => {
    if (args.length !== 3) throw new NotGround("ite has three parts");
    const [condition] = bools(args.slice(0, 1), 1);
    const [, yes, no] = args;
    if (typeof yes === "number" && typeof no === "number") return circuit.ite(condition, yes, no);
    if (isInteger(yes) && isInteger(no)) return choose(circuit, condition, yes, no);
    const [a, b] = vectors([yes, no], 2);
    return a.map((bit, i) => circuit.ite(condition, bit, b[i]));
  }],
  ["bvult", (circuit, args) => less(circuit, args)],
  ["bvugt", (circuit, args) => less(circuit, args.toReversed())],
  ["bvule", (circuit, args) => not(less(circuit, args.toReversed()))],
  ["bvuge", (circuit, args) => not(less(circuit, args))],
  ["bvadd", (circuit, args) => vectors(args, 2).reduce((a, b) => addBits(circuit, a, b))],
  ["bvsub", (circuit, args) => {
    const [a, b] = vectors(args, 2, 2);
    return subtractBits(circuit, a, b);
  }],
  ["<", (circuit, args) => lessInteger(circuit, ...two(args))],
  [">", (circuit, args) => lessInteger(circuit, ...two(args.toReversed()))],
  ["<=", (circuit, args) => not(lessInteger(circuit, ...two(args.toReversed())))],
  [">=", (circuit, args) => not(lessInteger(circuit, ...two(args)))],
  ["+", (circuit, args) => integers(args, 2).reduce((a, b) => add(circuit, a, b))],
  ["-", (circuit, args) => (args.length === 1 ? subtract(circuit, { signed: [circuit.false] }, integers(args, 1)[0]) : integers(args, 2).reduce((a, b) => subtract(circuit, a, b)))],
  ["extract", (_, args, [high, low]) => {
    const [bits] = vectors(args, 1, 1);
    if (low > high || high >= bits.length) throw new NotGround("extract goes beyond the vector");
    return bits.slice(low, high + 1);
  }],
]);

function less(circuit: Circuit, args: readonly Value[]): Literal {
  const [a, b] = vectors(args, 2, 2);
  return lessBits(circuit, a, b);
}

function equal(circuit: Circuit, a: Value, b: Value): Literal {
  if (typeof a === "number" && typeof b === "number") return circuit.equal(a, b);
  if (isInteger(a) && isInteger(b)) return equalIntegers(circuit, a, b);
  const [x, y] = vectors([a, b], 2);
  return equalBits(circuit, x, y);
}

function bools(args: readonly Value[], least: number, most = Infinity): Literal[] {
  if (args.length < least || args.length > most) throw new NotGround(`${args.length} parts do not fit`);
  return args.map((arg) => {
    if (typeof arg !== "number") throw new NotGround("no Bool where one should be");
    return arg;
  });
}

/** They have one width. */
function vectors(args: readonly Value[], least: number, most = Infinity): Bits[] {
  if (args.length < least || args.length > most) throw new NotGround(`${args.length} parts do not fit`);
  return args.map((arg) => {
    if (typeof arg === "number" || isInteger(arg) || sortOf(arg) !== sortOf(args[0])) throw new NotGround("vectors of different widths, or none");
    return arg;
  });
}

function integers(args: readonly Value[], least: number): Integer[] {
  if (args.length < least) throw new NotGround(`${args.length} parts do not fit`);
  return args.map((arg) => {
    if (!isInteger(arg)) throw new NotGround("no integer where one should be");
    return arg;
  });
}

function two(args: readonly Value[]): [Integer, Integer] {
  const [a, b, ...more] = integers(args, 2);
  if (more.length > 0) throw new NotGround("more than two integers to compare");
  return [a, b];
}

function atLeastTwo(args: readonly Value[]): readonly Value[] {
  if (args.length < 2) throw new NotGround("two parts at least");
  return args;
}
