import * as fc from "fast-check";
import { arbitraryProtocol, type RandomProtocol } from "../property/arbitrary-protocol.ts";
import { arbitraryProvable } from "../property/arbitrary-provable.ts";

/** Small instances: every value of a sort is a bit or more in each state of a run. */
const mostValues = 2;

/** By turns, protocols of which much can be said in logic, and those with everything that the language has. */
export function sampledInstance(seed: number): RandomProtocol {
  const [{ protocol, choice }] = fc.sample<RandomProtocol>(seed % 2 === 0 ? arbitraryProtocol : arbitraryProvable, { seed, numRuns: 1 });
  const sizes = Object.fromEntries(Object.entries(choice.sizes).map(([name, size]) => [name, Math.min(size, mostValues)]));
  return { protocol, choice: { ...choice, sizes } };
}
