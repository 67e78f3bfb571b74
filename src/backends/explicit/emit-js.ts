/** Prints kernel functions as JavaScript. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { add, boundsOf, type KBinary, type KExpr, type KFunction, konst, type KStmt } from "./kernel.ts";
import { commentText } from "./names.ts";

export function printFunction(f: KFunction): string {
  return [
    ...f.doc.map((line) => `// ${commentText(line)}`.trimEnd()),
    `function ${f.name}(${f.params.join(", ")}) {`,
    ...printBlock(f.body),
    "}",
  ].join("\n");
}

function printBlock(body: readonly KStmt[]): string[] {
  return body.flatMap(printStmt).map((line) => `  ${line}`);
}

function printStmt(s: KStmt): string[] {
  switch (s.op) {
    case "comment": return [`// ${commentText(s.text)}`];
    case "let": return [`let ${s.name} = ${value(s.value)};`];
    case "set": return [`${s.name} = ${value(s.value)};`];
    case "store": return [`m[${address(s.addr)}] = ${value(s.value)};`];
    case "copy": return copy(s.to, s.from, s.slots);
    case "clear":
      return s.slots <= unrolled
        ? Array.from({ length: s.slots }, (_, i) => `m[${address(add(s.at, konst(i)))}] = 0;`)
        : [`m.fill(0, ${address(s.at)}, ${address(add(s.at, konst(s.slots)))});`];
    case "if": return printIf(s.cond, s.then, s.else);
    case "loop": {
      // No name of a spec has a dollar sign.
      const to = s.to.op === "const" ? value(s.to) : `${s.name}$end`;
      const end = s.to.op === "const" ? "" : `, ${s.name}$end = ${value(s.to)}`;
      return labelled(s.label, s.body, `for (let ${s.name} = ${value(s.from)}${end}; ${s.name} < ${to}; ${s.name}++) {`);
    }
    case "bits": {
      const bits = `${s.name}$bits`;
      const base = s.base.op === "const" && s.base.value === 0 ? "" : ` + ${value(s.base)}`;
      const head = `for (let ${bits} = ${value(s.mask)}; ${bits} !== 0; ${bits} &= ${bits} - 1) {`;
      const [first, ...rest] = labelled(s.label, s.body, head);
      return [first, `  const ${s.name} = 31 - Math.clz32(${bits} & -${bits})${base};`, ...rest];
    }
    case "block": return leaves(s.body, s.label) ? [`${s.label}: {`, ...printBlock(s.body), "}"] : s.body.flatMap(printStmt);
    case "break": case "continue": return [`${s.op} ${s.label};`];
    case "return": return [s.value === null ? "return;" : `return ${value(s.value)};`];
    case "call": return [`${s.fn}(${s.args.map(value).join(", ")});`];
    case "violation": return [`sink.violation(${JSON.stringify(s.what)}, ${s.index}, ${s.action});`];
    case "row":
      return s.words.length === 1
        ? [`rows[sink.count] = ${value(s.words[0])};`]
        : ["{", `  const row = sink.count * ${s.words.length};`, ...s.words.map((w, i) => `  rows[${i === 0 ? "row" : `row + ${i}`}] = ${value(w)};`), "}"];
    case "rowFrom": return [`writeRow(${value(s.addr)});`];
    case "enabled": return [`enabled[${s.action}] += ${value(s.count)};`];
    case "label": return [`labels[sink.count] = ${s.action};`, ...(s.instance ? [`instances[sink.count] = ${value(s.instance)};`] : [])];
    case "count": return ["if (++sink.count === capacity) sink.flush();"];
    default: return assertNever(s);
  }
}

/** Up to this many slots are copied one by one. */
const unrolled = 4;

function copy(to: KExpr, from: KExpr, slots: number): string[] {
  if (slots > unrolled) return [`m.copyWithin(${address(to)}, ${address(from)}, ${address(add(from, konst(slots)))});`];
  return Array.from({ length: slots }, (_, i) => `m[${address(add(to, konst(i)))}] = m[${address(add(from, konst(i)))}];`);
}

function labelled(label: string, body: readonly KStmt[], head: string): string[] {
  return [`${leaves(body, label) ? `${label}: ` : ""}${head}`, ...printBlock(body), "}"];
}

function printIf(cond: KExpr, then: readonly KStmt[], otherwise: readonly KStmt[]): string[] {
  const head = `if (${truth(cond, 0)}) {`;
  if (otherwise.length === 0) {
    const body = then.flatMap(printStmt);
    return body.length === 1 && !body[0].startsWith("//") && !body[0].startsWith("let ") ? [`if (${truth(cond, 0)}) ${body[0]}`] : [head, ...body.map((l) => `  ${l}`), "}"];
  }
  if (otherwise.length === 1 && otherwise[0].op === "if") {
    const [first, ...rest] = printStmt(otherwise[0]);
    return [head, ...printBlock(then), `} else ${first}`, ...rest];
  }
  return [head, ...printBlock(then), "} else {", ...printBlock(otherwise), "}"];
}

/** Whether a jump to the label is inside. */
function leaves(body: readonly KStmt[], label: string): boolean {
  return body.some((s) => {
    switch (s.op) {
      case "break": case "continue": return s.label === label;
      case "if": return leaves(s.then, label) || leaves(s.else, label);
      case "loop": case "bits": case "block": return leaves(s.body, label);
      default: return false;
    }
  });
}

// Expressions. Levels are those of JavaScript, the greater the tighter.

const level = { select: 1, lor: 2, land: 3, or: 4, xor: 5, and: 6, eq: 7, lt: 8, shift: 9, add: 10, mul: 11, unary: 12, atom: 13 };
const paren = (text: string, own: number, outer: number): string => (own < outer ? `(${text})` : text);

const truths = new Set<KBinary>(["eq", "ne", "lt", "le", "land", "lor"]);
const isTruth = (e: KExpr): boolean => e.op === "not" || e.op === "same" || (e.op === "binary" && truths.has(e.fn));

/** As a condition of JavaScript. */
function truth(e: KExpr, outer: number): string {
  switch (e.op) {
    case "not": return isTruth(e.arg) ? `!${truth(e.arg, level.unary)}` : paren(`${value(e.arg, level.lt)} === 0`, level.eq, outer);
    case "same": return paren(same(e.left, e.right, e.slots), e.slots <= unrolled ? level.land : level.atom, outer);
    case "binary":
      switch (e.fn) {
        case "eq": return paren(`${value(e.left, level.lt)} === ${value(e.right, level.lt)}`, level.eq, outer);
        case "ne": return paren(`${value(e.left, level.lt)} !== ${value(e.right, level.lt)}`, level.eq, outer);
        case "lt": return paren(`${value(e.left, level.shift)} < ${value(e.right, level.shift)}`, level.lt, outer);
        case "le": return paren(`${value(e.left, level.shift)} <= ${value(e.right, level.shift)}`, level.lt, outer);
        case "land": return paren(`${truth(e.left, level.land)} && ${truth(e.right, level.land)}`, level.land, outer);
        case "lor": return paren(`${truth(e.left, level.lor)} || ${truth(e.right, level.lor)}`, level.lor, outer);
        default: return paren(`${value(e, level.lt)} !== 0`, level.eq, outer);
      }
    case "const": return e.value === 0 ? "false" : "true";
    default: return paren(`${value(e, level.lt)} !== 0`, level.eq, outer);
  }
}

function same(left: KExpr, right: KExpr, slots: number): string {
  if (slots > unrolled) return `same(${address(left)}, ${address(right)}, ${slots})`;
  return Array.from({ length: slots }, (_, i) => `m[${address(add(left, konst(i)))}] === m[${address(add(right, konst(i)))}]`).join(" && ");
}

/** As a number. */
function value(e: KExpr, outer = 0): string {
  if (isTruth(e)) return paren(`${truth(e, level.lor)} ? 1 : 0`, level.select, outer);
  switch (e.op) {
    case "const": return constant(e, outer);
    case "local": return e.name;
    case "load": return `m[${address(e.addr)}]`;
    case "table": return `${e.table}[${address(e.index)}]`;
    case "binary": return arithmetic(e, outer);
    case "widen": return value(e.arg, outer);
    case "narrow": return paren(`${value(e.arg, level.or)} | 0`, level.or, outer);
    case "unsigned": return paren(`${value(e.arg, level.shift)} >>> 0`, level.shift, outer);
    case "popcount": return `popcount(${value(e.arg)})`;
    case "select": return paren(`${truth(e.cond, level.lor)} ? ${value(e.then, level.select)} : ${value(e.else, level.select)}`, level.select, outer);
    case "call": return `${e.fn}(${e.args.map((a) => value(a)).join(", ")})`;
    case "not": case "same": throw new InternalError("a truth value printed as a number");
    default: return assertNever(e);
  }
}

function constant(e: Extract<KExpr, { op: "const" }>, outer: number): string {
  const note = e.note === undefined ? "" : ` /* ${commentText(e.note)} */`;
  return paren(`${e.value}${note}`, e.value < 0 ? level.unary : level.atom, outer);
}

function arithmetic(e: Extract<KExpr, { op: "binary" }>, outer: number): string {
  const i32 = e.ty === "i32";
  const infix = (sign: string, own: number): string => paren(`${value(e.left, own)} ${sign} ${value(e.right, own + 1)}`, own, outer);
  const wrapped = (sign: string, own: number): string =>
    i32 && !boundsOf(e) ? paren(`${value(e.left, own)} ${sign} ${value(e.right, own + 1)} | 0`, level.or, outer) : infix(sign, own);
  switch (e.fn) {
    case "add":
      if (e.right.op === "const" && e.right.value < 0 && e.right.value > -(2 ** 31)) {
        return arithmetic({ ...e, fn: "sub", right: { ...e.right, value: -e.right.value } }, outer);
      }
      return wrapped("+", level.add);
    case "sub": return wrapped("-", level.add);
    case "mul": return i32 && !boundsOf(e) ? `Math.imul(${value(e.left)}, ${value(e.right)})` : infix("*", level.mul);
    case "div": return i32 ? paren(`Math.floor(${value(e.left, level.mul)} / ${value(e.right, level.unary)}) | 0`, level.or, outer) : `Math.floor(${value(e.left, level.mul)} / ${value(e.right, level.unary)})`;
    case "udiv": return paren(`${value(e.left, level.mul)} / ${value(e.right, level.unary)} | 0`, level.or, outer);
    case "mod": return wrapped("%", level.mul);
    case "min": return `Math.min(${value(e.left)}, ${value(e.right)})`;
    case "max": return `Math.max(${value(e.left)}, ${value(e.right)})`;
    case "and": return infix("&", level.and);
    case "or": return infix("|", level.or);
    case "xor": return infix("^", level.xor);
    case "shl": return infix("<<", level.shift);
    case "shr": return infix(">>>", level.shift);
    default: throw new InternalError(`${e.fn} printed as a number`);
  }
}

/** An address or index: small and non-negative, so that sums need no wrapping. */
function address(e: KExpr, outer = 0): string {
  if (e.op !== "binary" || (e.fn !== "add" && e.fn !== "mul") || e.ty !== "i32") return value(e, outer);
  if (e.fn === "mul") return paren(`${address(e.left, level.mul)} * ${address(e.right, level.unary)}`, level.mul, outer);
  // The constant, which says what is addressed, comes first.
  const [first, second] = e.right.op === "const" ? [e.right, e.left] : [e.left, e.right];
  return paren(`${address(first, level.add)} + ${address(second, level.mul)}`, level.add, outer);
}
