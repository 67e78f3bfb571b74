import type { SatSolver } from "./solver.ts";
import type { Literal } from "./trail.ts";

/** Formulas as clauses (Tseitin): every gate is a literal that holds exactly when the formula does. Equal gates are one. */
export class Circuit {
  readonly true: Literal;
  readonly false: Literal;
  private readonly gates = new Map<string, Literal>();

  constructor(private readonly solver: SatSolver) {
    this.true = 2 * solver.newVariable();
    this.false = not(this.true);
    solver.addClause([this.true]);
  }

  input(): Literal {
    return 2 * this.solver.newVariable();
  }

  /** From now on the formula holds. */
  assert(literal: Literal): void {
    this.solver.addClause([literal]);
  }

  and(literals: readonly Literal[]): Literal {
    const inputs = [...new Set(literals)].filter((literal) => literal !== this.true).toSorted((a, b) => a - b);
    if (inputs.some((literal, i) => literal === this.false || not(literal) === inputs[i + 1])) return this.false;
    if (inputs.length === 0) return this.true;
    if (inputs.length === 1) return inputs[0];
    return this.gate(`&${inputs.join(" ")}`, (gate) => {
      for (const input of inputs) this.solver.addClause([not(gate), input]);
      this.solver.addClause([gate, ...inputs.map(not)]);
    });
  }

  or(literals: readonly Literal[]): Literal {
    return not(this.and(literals.map(not)));
  }

  xor(a: Literal, b: Literal): Literal {
    // Of positive literals, the smaller first; the signs are those of the gate.
    const [x, y] = [positive(a), positive(b)].toSorted((p, q) => p - q);
    const sign = (a & 1) ^ (b & 1);
    if (x === y) return this.false ^ sign;
    if (x === this.true) return not(y) ^ sign;
    const gate = this.gate(`^${x} ${y}`, (gate) => {
      this.solver.addClause([not(gate), x, y]);
      this.solver.addClause([not(gate), not(x), not(y)]);
      this.solver.addClause([gate, x, not(y)]);
      this.solver.addClause([gate, not(x), y]);
    });
    return gate ^ sign;
  }

  equal(a: Literal, b: Literal): Literal {
    return not(this.xor(a, b));
  }

  ite(condition: Literal, yes: Literal, no: Literal): Literal {
    if (condition & 1) return this.ite(not(condition), no, yes);
    if (condition === this.true) return yes;
    if (yes === no) return yes;
    if (yes === not(no)) return this.equal(condition, yes);
    if (yes === this.true || yes === condition) return this.or([condition, no]);
    if (yes === this.false || yes === not(condition)) return this.and([not(condition), no]);
    if (no === this.true || no === not(condition)) return this.or([not(condition), yes]);
    if (no === this.false || no === condition) return this.and([condition, yes]);
    return this.gate(`?${condition} ${yes} ${no}`, (gate) => {
      this.solver.addClause([not(condition), not(yes), gate]);
      this.solver.addClause([not(condition), yes, not(gate)]);
      this.solver.addClause([condition, not(no), gate]);
      this.solver.addClause([condition, no, not(gate)]);
      // What both say holds before the condition is known.
      this.solver.addClause([not(yes), not(no), gate]);
      this.solver.addClause([yes, no, not(gate)]);
    });
  }

  private gate(key: string, define: (gate: Literal) => void): Literal {
    const known = this.gates.get(key);
    if (known !== undefined) return known;
    const gate = this.input();
    this.gates.set(key, gate);
    define(gate);
    return gate;
  }
}

export function not(literal: Literal): Literal {
  return literal ^ 1;
}

function positive(literal: Literal): Literal {
  return literal & ~1;
}
