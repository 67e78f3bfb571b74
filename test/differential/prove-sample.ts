import * as fc from "fast-check";
import { arbitraryProtocol, type RandomProtocol } from "../property/arbitrary-protocol.ts";
import { arbitraryProvable } from "../property/arbitrary-provable.ts";

/** Mostly protocols of which much can be proved; now and then one with everything that the language has. */
export function sampled(seed: number): RandomProtocol {
  const [random] = fc.sample(seed % 8 === 0 ? arbitraryProtocol : arbitraryProvable, { seed, numRuns: 1 });
  return random;
}
