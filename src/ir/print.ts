/** The textual IR, for people and goldens; `parse.ts` reads it back to an equal protocol. */
import { assertNever } from "../base/assert-never.ts";
import { noSpan, type Span } from "../base/span.ts";
import type { Domain, Expr, NamedExpr, PathStep, Place, Stmt } from "./expr.ts";
import type { Action, Liveness, Metric, Param, Property, Protocol } from "./protocol.ts";
import { exprSchema, type Shape, stmtSchema, writesType } from "./schema.ts";
import { type Bracket, type List, render, type Sexpr, type Text, type Word } from "./sexpr.ts";
import { type Bound, enumOf, type Field, sameType, type Type } from "./type.ts";

/** Well-formed protocols only: types that builders infer are not written. Without spans the text is easier to read. */
export function print(protocol: Protocol, options: { readonly spans: boolean } = { spans: true }): string {
  const files: string[] = [];
  const body = render(new Printer(options.spans).protocol(protocol), files);
  return files.length > 0 ? `${render(list("(", [word("files"), ...files.map(text)]), [])}\n${body}\n` : `${body}\n`;
}

/** One expression, without spans. */
export const printExpr = (e: Expr): string => render(new Printer(false).expr(e), []);

/** Names that need no quotes, anywhere. */
export const plainName = /^[A-Za-z_$][A-Za-z0-9_$.]*$/;
/** Words that an expression cannot have as the name of a local. */
export const reserved: ReadonlySet<string> = new Set(["true", "false"]);

const word = (w: string): Word => ({ kind: "word", text: w });
const text = (t: string): Text => ({ kind: "text", text: t });
const name = (n: string): Sexpr => (plainName.test(n) ? word(n) : text(n));
const list = (bracket: Bracket, items: readonly Sexpr[], span?: Span): List => ({ kind: "list", bracket, items, span });
const form = (head: string, ...items: readonly Sexpr[]): List => list("(", [word(head), ...items]);
const number = (n: number | null): Word => word(n === null ? "_" : String(n));
const bound = (b: Bound): Sexpr => (typeof b === "number" ? number(b) : name(b));

export function printType(t: Type): Sexpr {
  const fields = (all: readonly Field[]): List[] => all.map((f) => list("(", [name(f.name), printType(f.type)]));
  switch (t.kind) {
    case "bool": return word("bool");
    case "int": return form("int", number(t.lo), number(t.hi));
    case "enum": return form("enum", ...t.values.map(text));
    case "sort": return form("sort", name(t.name));
    case "majority": return form("majority", name(t.of.name));
    case "record": return form("record", ...fields(t.fields));
    case "union": return form("union", name(t.discriminant), ...t.variants.map((v) => list("(", [name(v.tag), ...fields(v.fields)])));
    case "option": case "set": return form(t.kind, printType(t.of));
    case "bag": case "seq": return form(t.kind, printType(t.of), bound(t.max));
    case "map": return form("map", word(t.total ? "total" : "partial"), printType(t.key), printType(t.value));
    default: return assertNever(t);
  }
}

class Printer {
  constructor(private readonly spans: boolean) {}

  private at<N extends Sexpr>(node: N, span: Span): N {
    return this.spans && !isNoSpan(span) ? { ...node, span } : node;
  }

  protocol(p: Protocol): Sexpr {
    return this.at(form("protocol", name(p.name), text(p.doc),
      form("scope", ...Object.entries(p.scope).map(([key, n]) => list("(", [name(key), number(n)]))),
      ...p.sorts.map((s) => this.at(form("sort", name(s.name), word(s.ordered ? "ordered" : "unordered"), number(s.size)), s.span)),
      ...p.state.map((f) => this.at(form(f.role, name(f.name), printType(f.type), this.optional(f.initial)), f.span)),
      ...p.assumptions.map((a) => this.property(a)),
      ...p.inits.map((a) => this.action("init", a)),
      ...p.actions.map((a) => this.action(a.role ?? "action", a)),
      ...p.properties.map((a) => this.property(a)),
      ...p.liveness.map((l) => this.liveness(l)),
      ...p.metrics.map((a) => this.property(a)),
      ...p.designs.map((d) => this.at(form("design", name(d.name), text(d.doc), ...Object.entries(d.options).map(([key, v]) => list("(", [name(key), typeof v === "string" ? text(v) : word(String(v))]))), d.span)),
    ), p.span);
  }

  private property(p: Property | Metric): Sexpr {
    return this.at(form(p.kind, name(p.name), text(p.doc), this.expr(p.body)), p.span);
  }

  private action(head: string, a: Action): Sexpr {
    return this.at(form(head, name(a.name), text(a.doc), this.params(a.params), this.stmts(a.body), ...(a.fair ? [word(a.fair)] : [])), a.span);
  }

  private liveness(l: Liveness): Sexpr {
    return this.at(form(l.kind, name(l.name), text(l.doc), this.params(l.params), ...(l.from ? [this.expr(l.from)] : []), this.expr(l.to)), l.span);
  }

  private params(params: readonly Param[]): List {
    return list("[", params.map((p) => this.at(list("(", [name(p.name), printType(p.type)]), p.span)));
  }

  expr(e: Expr): Sexpr {
    return this.at(this.bare(e), e.span);
  }

  private bare(e: Expr): Sexpr {
    switch (e.kind) {
      case "literal":
        if (typeof e.value === "string" && sameType(e.type, enumOf([e.value]))) return text(e.value);
        if (typeof e.value === "string") return form("literal", text(e.value), printType(e.type));
        return e.value === null ? form("literal", word("null"), printType(e.type)) : word(String(e.value));
      case "local": return plainName.test(e.name) && !reserved.has(e.name) ? word(e.name) : form("local", name(e.name));
      case "state":
        if (!plainName.test(e.field)) return form("state", name(e.field), word(e.when));
        return word(`.${e.field}${e.when === "next" ? "'" : ""}`);
      default: {
        const type = writesType.has(e.kind) ? [printType(e.type)] : [];
        return form(e.kind, ...this.fields(e, exprSchema[e.kind]), ...type);
      }
    }
  }

  private optional(e: Expr | null): Sexpr {
    return e ? this.expr(e) : list("(", []);
  }

  private stmts(body: readonly Stmt[]): Sexpr {
    return list("{", body.map((s) => this.at(form(s.kind, ...this.fields(s, stmtSchema[s.kind])), s.span)));
  }

  private fields(node: Expr | Stmt, schema: Readonly<Record<string, Shape>>): Sexpr[] {
    return Object.entries(schema).map(([key, shape]) => this.field((node as unknown as Readonly<Record<string, unknown>>)[key], shape));
  }

  private field(value: unknown, shape: Shape): Sexpr {
    switch (shape) {
      case "expr": return this.expr(value as Expr);
      case "expr?": return this.optional(value as Expr | null);
      case "exprs": return list("[", (value as readonly Expr[]).map((e) => this.expr(e)));
      case "named": return list("[", (value as readonly NamedExpr[]).map((f) => list("(", [name(f.name), this.expr(f.value)])));
      case "entries":
        return list("[", (value as readonly { key: Expr; value: Expr }[]).map((e) => list("(", [this.expr(e.key), this.expr(e.value)])));
      case "domain": return this.domain(value as Domain);
      case "stmts": return this.stmts(value as readonly Stmt[]);
      case "place": return this.place(value as Place);
      case "name": return name(value as string);
      case "value": return word(String(value));
      default: return word("yes" in shape ? (value ? shape.yes : shape.no) : (value as string));
    }
  }

  private domain(d: Domain): Sexpr {
    switch (d.kind) {
      case "type": return form("type", printType(d.type));
      case "elements": return form("elements", this.expr(d.of));
      case "range": return form("range", this.expr(d.from), this.expr(d.to));
      default: return assertNever(d);
    }
  }

  private place({ root, path }: Place): Sexpr {
    return list("[", [word(root.kind), name(root.name), ...path.map((s) => this.at(this.step(s), s.span))]);
  }

  private step(s: PathStep): List {
    switch (s.kind) {
      case "get": return form("get", name(s.field));
      case "at": return form("at", this.expr(s.key));
      case "unwrap": return form("unwrap");
      default: return assertNever(s);
    }
  }
}

const isNoSpan = (s: Span): boolean =>
  s.line === noSpan.line && s.column === noSpan.column && s.endLine === noSpan.endLine && s.endColumn === noSpan.endColumn && s.file === noSpan.file;
