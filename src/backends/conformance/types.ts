/** Types of the language as TypeScript without imports, so that whoever implements a protocol can be held to them. */
import { propertyName, sortValueStem } from "../../interp/show-value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { type Field, showName, showType, type Type } from "../../ir/type.ts";

/** What the text itself uses, or an alias may not be called. */
const reserved = [
  "Readonly", "Record", "ReadonlySet", "ReadonlyMap",
  "any", "bigint", "boolean", "never", "null", "number", "object", "string", "symbol", "undefined", "unknown", "void",
];

/** Records and choices have an alias once they were `named`; sorts have one unless TypeScript means something else by it. */
export class Types {
  private readonly taken: Set<string>;
  private readonly lines: string[] = [];
  /** By the name of the sort, or by the type. */
  private readonly sorts = new Map<string, string>();
  private readonly aliases = new Map<string, string>();

  /** @param names that are taken as well */
  constructor(protocol: Protocol, names: readonly string[]) {
    this.taken = new Set([...reserved, ...names]);
    for (const { name, ordered } of protocol.sorts) {
      const text = ordered ? "number" : `\`${sortValueStem(name)}\${number}\``;
      const plain = /^[A-Z]/.test(name) && !this.taken.has(name);
      this.sorts.set(name, plain ? name : text);
      if (plain) this.alias(name, text);
    }
  }

  /** The declarations of all aliases so far. */
  get declarations(): readonly string[] {
    return this.lines;
  }

  /** Gives records and choices inside a type names after the field in which they are found first. */
  named({ name, type }: Field): void {
    const parts: readonly Field[] = type.kind === "record" ? type.fields : type.kind === "union" ? type.variants.flatMap((v) => v.fields)
      : type.kind === "map" ? [{ name, type: type.key }, { name, type: type.value }]
      : "of" in type ? [{ name, type: type.of }] : [];
    for (const part of parts) this.named(part);
    if ((type.kind !== "record" && type.kind !== "union") || this.aliases.has(showType(type))) return;
    const text = this.text(type);
    this.aliases.set(showType(type), this.alias(this.free(aliasOf(name)), text));
  }

  /** One without a value may be left out. */
  field({ name, type }: Field): string {
    return `${propertyName(name)}${type.kind === "option" ? "?" : ""}: ${this.text(type)}`;
  }

  private text(type: Type): string {
    switch (type.kind) {
      case "bool": return "boolean";
      case "int": return "number";
      case "enum": return type.values.map((v) => showName(v, type)).join(" | ");
      case "sort": return this.sorts.get(type.name) ?? "never";
      case "option": return `${this.text(type.of)} | undefined`;
      case "record": return this.aliases.get(showType(type)) ?? fields(type.fields.map((f) => this.field(f)));
      case "union":
        return this.aliases.get(showType(type)) ?? type.variants
          .map((v) => `\n  | ${fields([`${propertyName(type.discriminant)}: ${JSON.stringify(v.tag)}`, ...v.fields.map((f) => this.field(f))])}`)
          .join("");
      case "set": case "majority": return `ReadonlySet<${this.text(type.of)}>`;
      case "bag": return `readonly { value: ${this.text(type.of)}; count: number }[]`;
      case "seq": return `readonly ${type.of.kind === "option" || type.of.kind === "enum" || type.of.kind === "seq" ? `(${this.text(type.of)})` : this.text(type.of)}[]`;
      case "map":
        return type.total && ["int", "enum", "sort"].includes(type.key.kind)
          ? `Readonly<Record<${this.text(type.key)}, ${this.text(type.value)}>>`
          : `ReadonlyMap<${this.text(type.key)}, ${this.text(type.value)}>`;
    }
  }

  private alias(name: string, text: string): string {
    this.taken.add(name);
    this.lines.push(`export type ${name} =${text.startsWith("\n") ? "" : " "}${text};`);
    return name;
  }

  private free(name: string): string {
    let free = name;
    for (let n = 2; this.taken.has(free); n++) free = `${name}${n}`;
    return free;
  }
}

const fields = (texts: readonly string[]): string => (texts.length === 0 ? "{}" : `{ ${texts.join("; ")} }`);

/** `net.messages` holds what is called Message. */
function aliasOf(field: string): string {
  const last = field.slice(field.lastIndexOf(".") + 1).replace(/[^\p{L}\p{N}]/gu, "").replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
  return /^\p{L}/u.test(last) ? last[0].toUpperCase() + last.slice(1) : "Item";
}
