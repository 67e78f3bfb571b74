import type { Circuit } from "./circuit.ts";
import { anyInteger } from "./integers.ts";
import { integerSort, maxWidth, type Sort, sortOf, type Value } from "./operators.ts";
import { Terms } from "./terms.ts";
import { NotGround, Tokens } from "./tokens.ts";

/** The constants of a text. A declared one gets its bits when it is first needed. */
export class GroundNames {
  /** Of those without a value: what they were declared as. */
  private readonly waiting = new Map<string, Sort>();
  private readonly values = new Map<string, Value>();

  /** @param integerBits of an integer that nothing is said of, its sign included */
  constructor(private readonly circuit: Circuit, private readonly integerBits: number) {}

  /** @throws NotGround if the name is taken */
  declare(name: string, sort: Sort): void {
    this.requireNew(name);
    this.waiting.set(name, sort);
  }

  /** @throws NotGround if the name is taken */
  define(name: string, sort: Sort, value: Value): void {
    this.requireNew(name);
    if (sortOf(value) !== sort) throw new NotGround(`${name} is defined as something else`);
    this.values.set(name, value);
  }

  /** Whether it was declared, and nothing has been said of it so far. */
  isUnused(name: string): boolean {
    return this.waiting.has(name);
  }

  /** Makes the value that of an unused constant. @returns false if they are of different sorts */
  equate(name: string, value: Value): boolean {
    if (this.waiting.get(name) !== sortOf(value)) return false;
    this.waiting.delete(name);
    this.values.set(name, value);
    return true;
  }

  value(name: string): Value | undefined {
    const sort = this.waiting.get(name);
    if (sort !== undefined) this.equate(name, this.any(sort));
    return this.values.get(name);
  }

  private any(sort: Sort): Value {
    if (sort === 0) return this.circuit.input();
    return sort === integerSort ? anyInteger(this.circuit, this.integerBits) : Array.from({ length: sort }, () => this.circuit.input());
  }

  private requireNew(name: string): void {
    if (this.waiting.has(name) || this.values.has(name)) throw new NotGround(`${name} is declared twice`);
  }
}

/** Say nothing about what holds. */
const ignored: ReadonlySet<string> = new Set(["set-logic", "set-option", "set-info", "check-sat"]);

/**
 * Asserts a text of SMT-LIB 2 without quantifiers over Bool and bit vectors; with `integerBits`, over integers within as many, too.
 * @throws NotGround if it is anything else
 */
export function readGround(text: string, circuit: Circuit, integerBits: number): GroundNames {
  const tokens = new Tokens(text);
  const names = new GroundNames(circuit, integerBits);
  const terms = new Terms(tokens, circuit, integerBits > 0, (name) => {
    const value = names.value(name);
    if (value === undefined) throw new NotGround(`${name} is not declared`);
    return value;
  });

  const sort = (): Sort => {
    if (tokens.next() === "symbol" && tokens.text === "Bool") return 0;
    if (tokens.kind === "symbol" && tokens.text === "Int" && integerBits > 0) return integerSort;
    if (tokens.kind !== "(" || tokens.symbol() !== "_" || tokens.symbol() !== "BitVec") throw new NotGround("a sort that is neither Bool nor a bit vector");
    const width = tokens.numeral();
    tokens.expect(")");
    if (width < 1 || width > maxWidth) throw new NotGround(`a vector of ${width} bits`);
    return width;
  };
  const noParameters = (): void => {
    tokens.expect("(");
    tokens.expect(")");
  };

  /** `(= name term)` for a name of which nothing has been said: the name is the term. @returns false if it is something else */
  const equation = (): boolean => {
    if (tokens.next() !== "(" || tokens.next() !== "symbol" || tokens.text !== "=") return false;
    if (tokens.next() !== "symbol" || !names.isUnused(tokens.text)) return false;
    const name = tokens.text;
    const value = terms.read();
    return tokens.next() === ")" && names.equate(name, value);
  };
  const assert = (): void => {
    const start = tokens.position;
    if (equation()) return;
    tokens.rewind(start);
    const value = terms.read();
    if (typeof value !== "number") throw new NotGround("a vector is asserted");
    circuit.assert(value);
  };

  while (tokens.next() !== "end") {
    if (tokens.kind !== "(") throw new NotGround(`${tokens.kind} where a command should be`);
    const command = tokens.symbol();
    switch (command) {
      case "declare-const": {
        names.declare(tokens.symbol(), sort());
        break;
      }
      case "declare-fun": {
        const name = tokens.symbol();
        noParameters();
        names.declare(name, sort());
        break;
      }
      case "define-fun": {
        const name = tokens.symbol();
        noParameters();
        names.define(name, sort(), terms.read());
        break;
      }
      case "assert": {
        assert();
        break;
      }
      default: {
        if (!ignored.has(command)) throw new NotGround(command);
        for (let kind = tokens.next(); kind !== ")"; kind = tokens.next()) {
          if (kind === "end" || kind === "(") throw new NotGround(command);
        }
        continue;
      }
    }
    tokens.expect(")");
  }
  return names;
}
