import type { GroundLiteral, GroundSolver } from "../contract/ground.ts";
import { Circuit, not } from "./circuit.ts";
import { readGround } from "./ground-text.ts";
import { SatSolver } from "./solver.ts";
import type { Literal } from "./trail.ts";

/**
 * A solver for a text without quantifiers over Bool and bit vectors. Names are given without bars; a new name is a new constant.
 * @param integerBits where not 0, integers are taken, too: terms are exact, but constants of which nothing is said have only so many
 * bits, their sign included. Then "unsat" says nothing of greater ones: for whoever may be wrong.
 * @throws NotGround if the text is anything else
 */
export function openGround(text: string, integerBits = 0): GroundSolver {
  const solver = new SatSolver();
  const circuit = new Circuit(solver);
  const names = readGround(text, circuit, integerBits);
  const handles = new Map<string, GroundLiteral>();
  /** By handle. Several constants may be one literal. */
  const literals: Literal[] = [0];
  let assumed: readonly GroundLiteral[] = [];

  const literal = (handle: GroundLiteral): Literal => {
    const found = literals[Math.abs(handle)];
    if (handle === 0 || found === undefined) throw new RangeError(`${handle} is no constant`);
    return handle < 0 ? not(found) : found;
  };

  return {
    constant(name) {
      const known = handles.get(name);
      if (known !== undefined) return known;
      let value = names.value(name);
      if (value === undefined) names.define(name, 0, (value = circuit.input()));
      if (typeof value !== "number") throw new RangeError(`${name} is a bit vector`);
      handles.set(name, literals.push(value) - 1);
      return literals.length - 1;
    },
    assertOr: (some) => solver.addClause(some.map(literal)),
    check(assumptions, milliseconds) {
      assumed = [...assumptions];
      return solver.solve(assumed.map(literal), performance.now() + milliseconds);
    },
    core() {
      const core = new Set(solver.core());
      // Of constants that are one literal, one is enough.
      return assumed.filter((handle) => core.delete(literal(handle)));
    },
    holds: (constant) => solver.value(literal(constant)),
    close: () => {},
  };
}
