import { type Circuit, not } from "./circuit.ts";
import type { Literal } from "./trail.ts";

/** A bit vector, its lowest bit first. */
export type Bits = readonly Literal[];

/** All of one width. */
export function equalBits(circuit: Circuit, a: Bits, b: Bits): Literal {
  return circuit.and(a.map((bit, i) => circuit.equal(bit, b[i])));
}

/** Unsigned. */
export function lessBits(circuit: Circuit, a: Bits, b: Bits): Literal {
  // Where they differ, the higher bit decides.
  return a.reduce((lower, bit, i) => circuit.ite(circuit.xor(bit, b[i]), b[i], lower), circuit.false);
}

/** Modulo the width. */
export function addBits(circuit: Circuit, a: Bits, b: Bits): Bits {
  return sum(circuit, a, b, circuit.false);
}

export function subtractBits(circuit: Circuit, a: Bits, b: Bits): Bits {
  return sum(circuit, a, b.map(not), circuit.true);
}

function sum(circuit: Circuit, a: Bits, b: Bits, carryIn: Literal): Bits {
  let carry = carryIn;
  return a.map((bit, i) => {
    const differ = circuit.xor(bit, b[i]);
    const digit = circuit.xor(differ, carry);
    carry = circuit.ite(differ, carry, bit);
    return digit;
  });
}
