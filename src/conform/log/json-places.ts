/** Where something is in a line of JSON: for messages only, after `JSON.parse` or a reader of values has refused it. */

type Path = readonly (string | number)[];

/** The offset at which the text stops being JSON; undefined where it is JSON. */
export function brokenAt(text: string): number | undefined {
  const places = new Places(text);
  places.walk();
  return places.broken;
}

/** The offset of the part at a path, or of the innermost part around it that there is. */
export function offsetOf(text: string, path: Path): number {
  const places = new Places(text, path);
  places.walk();
  return places.found;
}

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
interface Container {
  readonly kind: "object" | "array";
  index: number;
  /** Whether all steps on the way to it are those of the path. */
  readonly on: boolean;
}

/** A walk without recursion, as a line may be nested however deeply. */
class Places {
  broken: number | undefined;
  found = 0;
  readonly #text: string;
  readonly #path: Path;
  #at = 0;
  readonly #open: Container[] = [];

  constructor(text: string, path: Path = []) {
    this.#text = text;
    this.#path = path;
  }

  walk(): void {
    if (!this.#value(true)) return this.#break();
    while (this.#open.length > 0) if (!this.#next(this.#open[this.#open.length - 1])) return this.#break();
    this.#space();
    if (this.#at < this.#text.length) this.#break();
  }

  #break(): void {
    this.broken = this.#at;
  }

  /** The next item of what is open, or its end. */
  #next(container: Container): boolean {
    this.#space();
    const close = container.kind === "object" ? "}" : "]";
    if (this.#text[this.#at] === close) {
      this.#at++;
      this.#open.pop();
      return true;
    }
    if (container.index > 0) {
      if (this.#text[this.#at] !== ",") return false;
      this.#at++;
      this.#space();
    }
    const index = container.index++;
    let step: string | number = index;
    if (container.kind === "object") {
      const from = this.#at;
      if (!this.#string()) return false;
      step = JSON.parse(this.#text.slice(from, this.#at)) as string;
      this.#space();
      if (this.#text[this.#at] !== ":") return false;
      this.#at++;
    }
    return this.#value(container.on && this.#path[this.#open.length - 1] === step);
  }

  #value(on: boolean): boolean {
    this.#space();
    if (on && this.#open.length <= this.#path.length) this.found = this.#at;
    const c = this.#text[this.#at];
    if (c === "{" || c === "[") {
      this.#at++;
      this.#open.push({ kind: c === "{" ? "object" : "array", index: 0, on });
      return true;
    }
    if (c === '"') return this.#string();
    literal.lastIndex = this.#at;
    const match = literal.exec(this.#text)?.[0];
    this.#at += match?.length ?? 0;
    return match !== undefined;
  }

  /** Stops at what cannot be in one. */
  #string(): boolean {
    if (this.#text[this.#at] !== '"') return false;
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at];
      if (c === '"') {
        this.#at++;
        return true;
      }
      if (c < " ") return false;
      if (c !== "\\") continue;
      const escape = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(this.#text.slice(this.#at + 1, this.#at + 6))?.[0];
      if (escape === undefined) return false;
      this.#at += escape.length;
    }
    return false;
  }

  #space(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }
}
