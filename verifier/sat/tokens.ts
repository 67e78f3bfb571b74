/** The text is not one without quantifiers over Bool and bit vectors, or is no text of SMT-LIB at all: ask another solver. */
export class NotGround extends Error {
  override readonly name = "NotGround";
}

export type TokenKind = "(" | ")" | "symbol" | "literal" | "end";

/** Up to one of these an unquoted token goes. */
const delimiter = /[\s()|";]/g;

/** The tokens of a text, one at a time: the present one is `kind` and `text`. */
export class Tokens {
  kind: TokenKind = "end";
  /** Of a symbol without its bars. */
  text = "";
  private at = 0;

  constructor(private readonly source: string) {}

  next(): TokenKind {
    const { source } = this;
    this.skip();
    const char = source[this.at];
    if (char === undefined) return (this.kind = "end");
    if (char === "(" || char === ")") {
      this.at++;
      return (this.kind = char);
    }
    if (char === "|") {
      const end = source.indexOf("|", this.at + 1);
      if (end < 0) throw new NotGround("a quoted symbol has no end");
      this.text = source.slice(this.at + 1, end);
      this.at = end + 1;
      return (this.kind = "symbol");
    }
    delimiter.lastIndex = this.at;
    const end = delimiter.exec(source)?.index ?? source.length;
    if (end === this.at) throw new NotGround(`unexpected ${char}`);
    this.text = source.slice(this.at, end);
    this.at = end;
    return (this.kind = /^[#0-9:]/.test(this.text) ? "literal" : "symbol");
  }

  /** The next token, which is a symbol. */
  symbol(): string {
    if (this.next() !== "symbol") throw new NotGround(`a symbol is missing before ${this.kind}`);
    return this.text;
  }

  /** The next token, which is a number. */
  numeral(): number {
    if (this.next() !== "literal" || !/^\d{1,9}$/.test(this.text)) throw new NotGround(`not a number: ${this.text}`);
    return Number(this.text);
  }

  expect(kind: TokenKind): void {
    if (this.next() !== kind) throw new NotGround(`${kind} is missing`);
  }

  get position(): number {
    return this.at;
  }

  /** Back to what `position` was. */
  rewind(position: number): void {
    this.at = position;
  }

  /** Over white space and comments. */
  private skip(): void {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.at);
      if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) this.at++;
      else if (code === 0x3b) {
        const end = source.indexOf("\n", this.at);
        this.at = end < 0 ? source.length : end;
      } else return;
    }
  }
}
