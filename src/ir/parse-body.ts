/** Reads expressions and statements by the schema. Each node is built again from its parts as soon as these are read. */
import { InternalError } from "../base/assert-never.ts";
import { noSpan } from "../base/span.ts";
import { domainType, place } from "./build.ts";
import type { Domain, Expr, NamedExpr, PathStep, Place, Stmt } from "./expr.ts";
import { type Cursor, cursorOf, fail, integerOf, isInteger, nameOf, textOf, typeOf, wordOf } from "./parse-node.ts";
import { type Mapper, rebuildExpr, rebuildStmt } from "./rebuild.ts";
import { exprSchema, type Shape, stmtSchema, writesType } from "./schema.ts";
import type { Sexpr } from "./sexpr.ts";
import { bool, enumOf, int, type MapType, type Type } from "./type.ts";

/** The parts are built already. */
const built: Mapper = { expr: (e) => e, stmts: (body) => body, type: (t) => t, typeOf: (_kind, _name, old) => old, bind: () => undefined };

export class BodyParser {
  private readonly locals = new Map<string, Type>();

  constructor(private readonly fields: ReadonlyMap<string, Type>) {}

  /** Names are unique within an action or property, so scopes need not be left. */
  bind(name: string, type: Type): void {
    this.locals.set(name, type);
  }

  optional(node: Sexpr): Expr | null {
    return node.kind === "list" && node.items.length === 0 ? null : this.expr(node);
  }

  expr(node: Sexpr): Expr {
    const span = node.span ?? noSpan;
    if (node.kind === "text") return { kind: "literal", value: node.text, type: enumOf([node.text]), span };
    if (node.kind === "word") return this.word(node.text, node);
    const c = cursorOf(node, "(");
    const kind = wordOf(c.next("the kind of an expression"));
    switch (kind) {
      case "literal": return this.literal(node, c);
      case "local": return this.reference(node, "local", c.last(nameOf, "a name"), "now");
      case "state": {
        const field = nameOf(c.next("a name")), when = c.last(wordOf, "now or next");
        return when === "now" || when === "next" ? this.reference(node, "state", field, when) : fail(node, "expected now or next");
      }
      default: {
        if (!isKey(exprSchema, kind)) return fail(node, `unknown expression ${kind}`);
        // A tabulation's keys are the domain of its local, and are part of the type, which stands last.
        const ahead = kind === "tabulate" ? typeOf(node.items.at(-1)!) : undefined;
        if (ahead && ahead.kind !== "map") return fail(node, "expected the type of a map");
        const fields = this.fieldsOf(exprSchema[kind], c, ahead?.kind === "map" ? ahead : undefined);
        // The place of an inferred type is held by any type: `rebuildExpr` does not look at it.
        const type = writesType.has(kind) ? typeOf(c.next("a type")) : bool;
        c.end();
        return guarded(node, () => rebuildExpr({ kind, ...fields, type, span } as unknown as Expr, built));
      }
    }
  }

  private word(word: string, node: Sexpr): Expr {
    const span = node.span ?? noSpan;
    if (word === "true" || word === "false") return { kind: "literal", value: word === "true", type: bool, span };
    if (isInteger(node)) {
      const value = integerOf(node);
      return { kind: "literal", value, type: int(value, value), span };
    }
    if (!word.startsWith(".")) return this.reference(node, "local", word, "now");
    return word.endsWith("'") ? this.reference(node, "state", word.slice(1, -1), "next") : this.reference(node, "state", word.slice(1), "now");
  }

  private literal(node: Sexpr, c: Cursor): Expr {
    const value = c.next("a text or null"), type = c.last(typeOf, "a type"), span = node.span ?? noSpan;
    if (value.kind === "word" && value.text === "null" && type.kind === "option") return { kind: "literal", value: null, type, span };
    const member = textOf(value);
    return type.kind === "enum" && type.values.includes(member) ? { kind: "literal", value: member, type, span } : fail(value, "not a value of the type");
  }

  private reference(node: Sexpr, kind: "local" | "state", name: string, when: "now" | "next"): Expr {
    const span = node.span ?? noSpan, type = this.typeOfName(node, kind, name);
    return kind === "local" ? { kind, name, type, span } : { kind, field: name, when, type, span };
  }

  private typeOfName(node: Sexpr, kind: "local" | "state", name: string): Type {
    return (kind === "local" ? this.locals : this.fields).get(name) ?? fail(node, `unknown ${kind === "local" ? "local" : "field"} ${name}`);
  }

  stmts(node: Sexpr): readonly Stmt[] {
    return cursorOf(node, "{").rest().map((s) => this.stmt(s));
  }

  private stmt(node: Sexpr): Stmt {
    const c = cursorOf(node, "(");
    const kind = wordOf(c.next("the kind of a statement"));
    if (!isKey(stmtSchema, kind)) return fail(node, `unknown statement ${kind}`);
    const fields = this.fieldsOf(stmtSchema[kind], c, undefined);
    c.end();
    const stmt = guarded(node, () => rebuildStmt({ kind, ...fields, span: node.span ?? noSpan } as unknown as Stmt, built));
    if (stmt.kind === "let") this.bind(stmt.name, stmt.value.type);
    return stmt;
  }

  private fieldsOf(schema: Readonly<Record<string, Shape>>, c: Cursor, tabulated: MapType | undefined): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(schema)) {
      const node = c.next(key);
      fields[key] = this.field(node, shape);
      // The variable is in scope in the part that follows its domain.
      if (key === "local" && tabulated) this.bind(fields.local as string, tabulated.key);
      if (key === "domain") guarded(node, () => this.bind(fields.local as string, domainType(fields.domain as Domain)));
    }
    return fields;
  }

  private field(node: Sexpr, shape: Shape): unknown {
    switch (shape) {
      case "expr": return this.expr(node);
      case "expr?": return this.optional(node);
      case "exprs": return cursorOf(node, "[").rest().map((n) => this.expr(n));
      case "named": return cursorOf(node, "[").rest().map((n): NamedExpr => {
        const c = cursorOf(n, "(");
        return { name: nameOf(c.next("a name")), value: c.last((v) => this.expr(v), "a value") };
      });
      case "entries": return cursorOf(node, "[").rest().map((n) => {
        const c = cursorOf(n, "(");
        return { key: this.expr(c.next("a key")), value: c.last((v) => this.expr(v), "a value") };
      });
      case "domain": return this.domain(node);
      case "stmts": return this.stmts(node);
      case "place": return this.place(node);
      case "name": case "value": return nameOf(node);
      default: {
        const given = wordOf(node), words = "yes" in shape ? [shape.no, shape.yes] : shape;
        if (!words.includes(given)) return fail(node, `expected one of ${words.join(", ")}`);
        return "yes" in shape ? given === shape.yes : given;
      }
    }
  }

  private domain(node: Sexpr): Domain {
    const c = cursorOf(node, "(");
    const kind = wordOf(c.next("the kind of a domain"));
    const value = (n: Sexpr): Expr => this.expr(n);
    switch (kind) {
      case "type": return { kind, type: c.last(typeOf, "a type") };
      case "elements": return { kind, of: c.last(value, "a collection") };
      case "range": return { kind, from: value(c.next("the start")), to: c.last(value, "the end") };
      default: return fail(node, `unknown domain ${kind}`);
    }
  }

  private place(node: Sexpr): Place {
    const c = cursorOf(node, "[");
    const kind = wordOf(c.next("state or local"));
    if (kind !== "state" && kind !== "local") return fail(node, "expected state or local");
    const name = nameOf(c.next("a name"));
    const type = this.typeOfName(node, kind, name);
    const path = c.rest().map((n) => this.step(n));
    return guarded(node, () => place({ kind, name, type }, path));
  }

  private step(node: Sexpr): PathStep {
    const c = cursorOf(node, "("), span = node.span ?? noSpan;
    const kind = wordOf(c.next("a step"));
    switch (kind) {
      case "get": return { kind, field: c.last(nameOf, "a field"), span };
      case "at": return { kind, key: c.last((n) => this.expr(n), "a key"), span };
      case "unwrap": c.end(); return { kind, span };
      default: return fail(node, `unknown step ${kind}`);
    }
  }
}

const isKey = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);

/** A builder refuses ill-typed input with an InternalError; here the text is at fault. */
export function guarded<T>(node: Sexpr, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof InternalError) return fail(node, error.message);
    throw error;
  }
}
