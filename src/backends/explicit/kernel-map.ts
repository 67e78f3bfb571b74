/** Walking and rewriting kernel code. What is rebuilt is folded again. */
import {
  add, and, comparison, div, isConst, type KExpr, kif, konst, type KStmt, land, lor, mod, mul, narrow, not, or, select, shl, shr, sub, udiv, widen, binary, xor,
} from "./kernel.ts";

/** The expression with other parts. */
export function mapParts(e: KExpr, f: (part: KExpr) => KExpr): KExpr {
  switch (e.op) {
    case "const": case "local": return e;
    case "load": return { ...e, addr: f(e.addr) };
    case "table": return { ...e, index: f(e.index) };
    case "binary": return rebuilt(e, f(e.left), f(e.right));
    case "not": return not(f(e.arg));
    case "widen": return widen(f(e.arg));
    case "narrow": return narrow(f(e.arg));
    case "unsigned": case "popcount": return { ...e, arg: f(e.arg) };
    case "select": return select(f(e.cond), f(e.then), f(e.else));
    case "same": return { ...e, left: f(e.left), right: f(e.right) };
    case "call": return { ...e, args: e.args.map(f) };
  }
}

function rebuilt(e: Extract<KExpr, { op: "binary" }>, left: KExpr, right: KExpr): KExpr {
  if (left === e.left && right === e.right) return e;
  switch (e.fn) {
    case "add": return add(left, right);
    case "sub": return sub(left, right);
    case "mul": return mul(left, right);
    case "div": return div(left, right);
    case "udiv": return isConst(right) ? udiv(left, right.value) : { ...e, left, right };
    case "mod": return isConst(right) && right.value === 0 ? { ...e, left, right } : mod(left, right);
    case "min": case "max": return binary(e.fn, left, right);
    case "eq": case "ne": case "lt": case "le": return comparison(e.fn, left, right);
    case "and": return and(left, right);
    case "or": return or(left, right);
    case "xor": return isConst(left) && isConst(right) ? konst(left.value ^ right.value) : xor(left, right);
    case "shl": return shl(left, right);
    case "shr": return shr(left, right);
    case "land": return land(left, right);
    case "lor": return lor(left, right);
  }
}

/** The statement with other expressions and other bodies; none where it does nothing any more. */
export function mapStmt(s: KStmt, f: (e: KExpr) => KExpr, body: (stmts: readonly KStmt[]) => readonly KStmt[]): readonly KStmt[] {
  switch (s.op) {
    case "comment": case "break": case "continue": case "violation": case "count": return [s];
    case "let": case "set": return [{ ...s, value: f(s.value) }];
    case "store": return [{ ...s, addr: f(s.addr), value: f(s.value) }];
    case "copy": return [{ ...s, to: f(s.to), from: f(s.from) }];
    case "clear": return [{ ...s, at: f(s.at) }];
    case "if": {
      const cond = f(s.cond);
      if (isConst(cond)) return body(cond.value === 0 ? s.else : s.then);
      return [kif(cond, body(s.then), body(s.else))];
    }
    case "loop": return [{ ...s, from: f(s.from), to: f(s.to), body: body(s.body) }];
    case "bits": return [{ ...s, mask: f(s.mask), base: f(s.base), body: body(s.body) }];
    case "block": return [{ ...s, body: body(s.body) }];
    case "return": return [{ ...s, value: s.value === null ? null : f(s.value) }];
    case "call": return [{ ...s, args: s.args.map(f) }];
    case "row": return [{ ...s, words: s.words.map(f) }];
    case "rowFrom": return [{ ...s, addr: f(s.addr) }];
    case "label": return [s.instance ? { ...s, instance: f(s.instance) } : s];
    case "enabled": return [{ ...s, count: f(s.count) }];
  }
}

/** The expressions of a statement, not those of statements inside. */
export function exprsOf(s: KStmt): readonly KExpr[] {
  switch (s.op) {
    case "comment": case "break": case "continue": case "violation": case "count": case "block": return [];
    case "let": case "set": return [s.value];
    case "store": return [s.addr, s.value];
    case "copy": return [s.to, s.from];
    case "clear": return [s.at];
    case "if": return [s.cond];
    case "loop": return [s.from, s.to];
    case "bits": return [s.mask, s.base];
    case "return": return s.value === null ? [] : [s.value];
    case "call": return s.args;
    case "row": return s.words;
    case "rowFrom": return [s.addr];
    case "label": return s.instance ? [s.instance] : [];
    case "enabled": return [s.count];
  }
}

/** The statements inside of a statement. */
export function bodiesOf(s: KStmt): readonly (readonly KStmt[])[] {
  switch (s.op) {
    case "if": return [s.then, s.else];
    case "loop": case "bits": case "block": return [s.body];
    default: return [];
  }
}

/** Calls `f` for statements and all those inside. */
export function visitStmts(body: readonly KStmt[], f: (s: KStmt) => void): void {
  for (const s of body) {
    f(s);
    for (const inner of bodiesOf(s)) visitStmts(inner, f);
  }
}

/** Calls `f` for an expression and all its parts. */
export function visitExpr(e: KExpr, f: (e: KExpr) => void): void {
  f(e);
  switch (e.op) {
    case "const": case "local": return;
    case "load": return visitExpr(e.addr, f);
    case "table": return visitExpr(e.index, f);
    case "binary": case "same":
      visitExpr(e.left, f);
      visitExpr(e.right, f);
      return;
    case "not": case "widen": case "narrow": case "unsigned": case "popcount": return visitExpr(e.arg, f);
    case "select": for (const part of [e.cond, e.then, e.else]) visitExpr(part, f); return;
    case "call": for (const part of e.args) visitExpr(part, f);
  }
}
