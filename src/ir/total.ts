/**
 * Whether statements come to their end without a failure, whatever the state they begin in; unlike in `cannot-fail.ts`, what a test
 * on the way has shown counts. A place is named where that is not plain to see.
 */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { read, uncast } from "./build.ts";
import { cannotFailItself, castCannotFail } from "./cannot-fail.ts";
import type { Expr, Stmt } from "./expr.ts";
import { printExpr } from "./print.ts";
import type { UnionType } from "./type.ts";
import { eachPartOfDomain, eachPartOfExpr, walkExpr, walkStmts } from "./visit.ts";

/** Where a body may fail. Integers without bounds are exact here, as they are in proofs. */
export function failureIn(body: readonly Stmt[]): Span | undefined {
  const unstable = new Set<string>();
  walkStmts(body, { place: ({ root }) => void unstable.add(root.name) });
  return new Totality(unstable).stmts(body, new Map());
}

export function failureOf(expr: Expr): Span | undefined {
  const unstable = new Set<string>();
  walkExpr(expr, { place: ({ root }) => void unstable.add(root.name) });
  return new Totality(unstable).expr(expr, new Map());
}

/** By the text of an expression: the tags that it may have, or that it is not undefined. */
type Known = ReadonlyMap<string, ReadonlySet<string> | "present">;

class Totality {
  /** @param unstable what is written somewhere, so that nothing shown of it lasts */
  constructor(private readonly unstable: ReadonlySet<string>) {}

  stmts(body: readonly Stmt[], before: Known): Span | undefined {
    let known = before;
    for (const s of body) {
      const failing = this.stmt(s, known);
      if (failing) return failing;
      if (s.kind !== "if") continue;
      if (leaves(s.then)) known = this.learn(s.cond, false, known);
      else if (leaves(s.else)) known = this.learn(s.cond, true, known);
    }
    return undefined;
  }

  expr(e: Expr, known: Known): Span | undefined {
    switch (e.kind) {
      case "connective": return this.expr(e.left, known) ?? this.expr(e.right, this.learn(e.left, e.op !== "or", known));
      case "if": return this.expr(e.cond, known) ?? this.expr(e.then, this.learn(e.cond, true, known)) ?? this.expr(e.else, this.learn(e.cond, false, known));
      case "do": return this.stmts(e.body, known);
      default: return this.parts(e, known) ?? (cannotFailItself(e) || shown(e, known) ? undefined : e.span);
    }
  }

  private parts(e: Expr, known: Known): Span | undefined {
    let failing: Span | undefined;
    const expr = (part: Expr): void => void (failing ??= this.expr(part, known));
    const on = { expr, stmt: (s: Stmt) => void (failing ??= this.stmt(s, known)), domain: (d: Parameters<typeof eachPartOfDomain>[0]) => eachPartOfDomain(d, on), place: () => undefined };
    eachPartOfExpr(e, on);
    return failing;
  }

  private stmt(s: Stmt, known: Known): Span | undefined {
    switch (s.kind) {
      case "let": return this.expr(s.value, known);
      case "assign": return this.expr(s.value, known) ?? this.expr(read(s.place, s.span), known);
      case "if": return this.expr(s.cond, known) ?? this.stmts(s.then, this.learn(s.cond, true, known)) ?? this.stmts(s.else, this.learn(s.cond, false, known));
      case "for": {
        let failing: Span | undefined;
        eachPartOfDomain(s.domain, { expr: (e) => void (failing ??= this.expr(e, known)), stmt: () => undefined, domain: () => undefined, place: () => undefined });
        return failing ?? this.stmts(s.body, known);
      }
      case "require": return this.expr(s.cond, known);
      case "return": return s.value ? this.expr(s.value, known) : undefined;
      case "block": return this.stmts(s.body, known);
      case "break": case "continue": return undefined;
      default: return assertNever(s);
    }
  }

  private learn(test: Expr, truth: boolean, known: Known): Known {
    switch (test.kind) {
      case "not": return this.learn(test.arg, !truth, known);
      case "connective": {
        const both = test.op === "and" ? truth : !truth;
        return both ? this.learn(test.right, truth, this.learn(test.left, test.op === "implies" ? !truth : truth, known)) : known;
      }
      case "isNone": return truth ? known : this.note(test.value, "present", known);
      case "eq": {
        const [a, b] = [uncast(test.left), uncast(test.right)];
        const [tag, literal] = a.kind === "tag" ? [a, b] : [b, a];
        if (tag.kind !== "tag" || literal.kind !== "literal" || typeof literal.value !== "string") return known;
        const tags = [...tagsOf(tag.object, known)].filter((t) => (t === literal.value) === truth);
        return this.note(tag.object, new Set(tags), known);
      }
      default: return known;
    }
  }

  private note(about: Expr, fact: ReadonlySet<string> | "present", known: Known): Known {
    let lasts = true;
    walkExpr(about, { expr: (e) => void (lasts &&= !(e.kind === "local" && this.unstable.has(e.name)) && !(e.kind === "state" && this.unstable.has(e.field))) });
    return lasts ? new Map([...known, [printExpr(about), fact]]) : known;
  }
}

/** Whether what is known keeps this very node from failing. */
function shown(e: Expr, known: Known): boolean {
  switch (e.kind) {
    case "unwrap": return known.get(printExpr(e.value)) === "present";
    case "get": {
      const { type } = e.object;
      return type.kind === "union" && variantsOf(type, e.object, known).every((v) => v.fields.some((f) => f.name === e.field));
    }
    case "cast": {
      const from = e.value.type;
      return from.kind === "union" && e.type.kind === "union" && castCannotFail({ ...from, variants: variantsOf(from, e.value, known) }, e.type);
    }
    case "arith": return e.op !== "div" && e.op !== "mod" && e.type.kind === "int";
    default: return false;
  }
}

const variantsOf = (type: UnionType, object: Expr, known: Known): UnionType["variants"] => {
  const tags = tagsOf(object, known);
  return type.variants.filter((v) => tags.has(v.tag));
};

/** The tags that a union may have here. */
function tagsOf(object: Expr, known: Known): ReadonlySet<string> {
  const fact = known.get(printExpr(object));
  if (fact && fact !== "present") return fact;
  return new Set(object.type.kind === "union" ? object.type.variants.map((v) => v.tag) : []);
}

/** Whether what follows a list of statements is never reached from it. */
function leaves(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  if (last?.kind === "if") return leaves(last.then) && leaves(last.else);
  return last?.kind === "return" || last?.kind === "break" || last?.kind === "continue";
}
