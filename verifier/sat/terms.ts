import type { Circuit } from "./circuit.ts";
import { integerOf } from "./integers.ts";
import { apply, maxWidth, type Value } from "./operators.ts";
import { NotGround, type Tokens } from "./tokens.ts";

/** A term that has been opened and not closed; `args` are the values of its parts so far. */
type Frame =
  | { readonly kind: "apply"; readonly operator: string; readonly indices: readonly number[]; readonly args: Value[] }
  | { readonly kind: "let"; readonly bindings: [name: string, value: Value][]; hidden: [name: string, value: Value | undefined][] | undefined; readonly args: Value[] }
  | { readonly kind: "binding"; readonly name: string; readonly args: Value[] };

/** Reads terms, with a stack of its own: they may be nested deeply. */
export class Terms {
  /** By let. */
  private readonly bound = new Map<string, Value>();

  /** @param constant the value of a name that no let binds */
  constructor(private readonly tokens: Tokens, private readonly circuit: Circuit, private readonly integers: boolean, private readonly constant: (name: string) => Value) {}

  /**
   * The value of the term that starts with the next token.
   * @throws NotGround
   */
  read(): Value {
    const frames: Frame[] = [];
    for (;;) {
      const value = this.part(frames);
      if (value === undefined) continue;
      const top = frames.at(-1);
      if (top === undefined) return value;
      if (top.kind === "let" && top.hidden === undefined) throw new NotGround("a binding is missing");
      top.args.push(value);
    }
  }

  /** The value that ends with the next token or tokens, if one does. */
  private part(frames: Frame[]): Value | undefined {
    switch (this.tokens.next()) {
      case "(": return this.open(frames);
      case ")": return this.close(frames);
      case "symbol": return this.named(this.tokens.text);
      case "literal": return this.integers && /^\d+$/.test(this.tokens.text) ? integerOf(this.circuit, BigInt(this.tokens.text)) : this.bits(this.tokens.text);
      default: throw new NotGround("the text ends within a term");
    }
  }

  private open(frames: Frame[]): Value | undefined {
    const { tokens } = this;
    const top = frames.at(-1);
    if (top?.kind === "let" && top.hidden === undefined) {
      frames.push({ kind: "binding", name: tokens.symbol(), args: [] });
      return undefined;
    }
    if (tokens.next() === "(") {
      if (tokens.symbol() !== "_") throw new NotGround(`${tokens.text} as an operator`);
      const operator = tokens.symbol();
      const indices: number[] = [tokens.numeral(), tokens.numeral()];
      tokens.expect(")");
      frames.push({ kind: "apply", operator, indices, args: [] });
      return undefined;
    }
    if (tokens.kind !== "symbol") throw new NotGround(`${tokens.kind} as an operator`);
    if (tokens.text === "_") return this.numbered();
    if (tokens.text === "let") {
      tokens.expect("(");
      frames.push({ kind: "let", bindings: [], hidden: undefined, args: [] });
    } else {
      frames.push({ kind: "apply", operator: tokens.text, indices: [], args: [] });
    }
    return undefined;
  }

  private close(frames: Frame[]): Value | undefined {
    const frame = frames.at(-1);
    if (frame === undefined) throw new NotGround(") without a term");
    if (frame.kind === "let" && frame.hidden === undefined) {
      // All at once: none of them sees another.
      frame.hidden = frame.bindings.map(([name]) => [name, this.bound.get(name)]);
      for (const [name, value] of frame.bindings) this.bound.set(name, value);
      return undefined;
    }
    frames.pop();
    if (frame.kind === "apply") return apply(this.circuit, frame.operator, frame.indices, frame.args);
    if (frame.args.length !== 1) throw new NotGround(`${frame.kind} with ${frame.args.length} terms`);
    if (frame.kind === "let") {
      for (const [name, value] of (frame.hidden ?? []).toReversed()) {
        if (value === undefined) this.bound.delete(name);
        else this.bound.set(name, value);
      }
      return frame.args[0];
    }
    const outer = frames.at(-1);
    if (outer?.kind === "let") outer.bindings.push([frame.name, frame.args[0]]);
    return undefined;
  }

  private named(name: string): Value {
    const value = this.bound.get(name);
    if (value !== undefined) return value;
    if (name === "true") return this.circuit.true;
    return name === "false" ? this.circuit.false : this.constant(name);
  }

  /** `#b101` */
  private bits(text: string): Value {
    if (!/^#b[01]+$/.test(text) || text.length - 2 > maxWidth) throw new NotGround(`${text} is no bit vector`);
    return Array.from(text.slice(2), (bit) => this.constantBit(bit === "1")).toReversed();
  }

  /** `(_ bv5 3)`, after the underscore */
  private numbered(): Value {
    const name = this.tokens.symbol();
    const width = this.tokens.numeral();
    this.tokens.expect(")");
    if (!/^bv\d+$/.test(name) || width < 1 || width > maxWidth) throw new NotGround(`${name} is no bit vector`);
    const number = BigInt(name.slice(2));
    return Array.from({ length: width }, (_, i) => this.constantBit(((number >> BigInt(i)) & 1n) === 1n));
  }

  private constantBit(bit: boolean): number {
    return bit ? this.circuit.true : this.circuit.false;
  }
}
