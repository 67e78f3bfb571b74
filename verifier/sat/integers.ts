import { type Circuit, not } from "./circuit.ts";
import type { Literal } from "./trail.ts";
import { addBits, type Bits, equalBits, lessBits, subtractBits } from "./vectors.ts";

/** An integer as as many bits as it may need: the lowest first, the highest the sign. */
export interface Integer { readonly signed: Bits }

export function integerOf(circuit: Circuit, value: bigint): Integer {
  const bits: Literal[] = [];
  for (let rest = value; ; rest >>= 1n) {
    bits.push((rest & 1n) === 1n ? circuit.true : circuit.false);
    if (rest === 0n || rest === -1n) return { signed: bits };
  }
}

/** Any within so many bits, sign included. */
export const anyInteger = (circuit: Circuit, bits: number): Integer => ({ signed: Array.from({ length: bits }, () => circuit.input()) });

export const add = (circuit: Circuit, a: Integer, b: Integer): Integer => exact(a, b, 1, (x, y) => addBits(circuit, x, y));
export const subtract = (circuit: Circuit, a: Integer, b: Integer): Integer => exact(a, b, 1, (x, y) => subtractBits(circuit, x, y));
export const choose = (circuit: Circuit, condition: Literal, yes: Integer, no: Integer): Integer =>
  exact(yes, no, 0, (x, y) => x.map((bit, i) => circuit.ite(condition, bit, y[i])));

export function equalIntegers(circuit: Circuit, a: Integer, b: Integer): Literal {
  const [x, y] = aligned(a, b, 0);
  return equalBits(circuit, x, y);
}

export function lessInteger(circuit: Circuit, a: Integer, b: Integer): Literal {
  // With the signs turned round, the order is that of the unsigned ones.
  const [x, y] = aligned(a, b, 0).map((bits) => [...bits.slice(0, -1), not(bits.at(-1)!)]);
  return lessBits(circuit, x, y);
}

function exact(a: Integer, b: Integer, more: number, operation: (x: Bits, y: Bits) => Bits): Integer {
  const [x, y] = aligned(a, b, more);
  const bits = [...operation(x, y)];
  while (bits.length > 1 && bits.at(-1) === bits.at(-2)) bits.pop();
  return { signed: bits };
}

/** Both in the width of the wider, and some bits more. */
function aligned(a: Integer, b: Integer, more: number): [Bits, Bits] {
  const width = Math.max(a.signed.length, b.signed.length) + more;
  const widened = ({ signed }: Integer): Bits => [...signed, ...Array.from({ length: width - signed.length }, () => signed.at(-1)!)];
  return [widened(a), widened(b)];
}
