/** Short loops between constants, written out: what they address is then constant, too. Loops over bits gain nothing by that. */
import { and, comparison, isConst, type KExpr, type KFunction, kif, konst, type KStmt, zero } from "./kernel.ts";
import { exprsOf, mapParts, mapStmt, visitExpr, visitStmts } from "./kernel-map.ts";

/** Expressions and statements that all turns of a loop have together, at most. */
const mostParts = 3000;

export function unroll(f: KFunction): KFunction {
  const changing = new Set<string>();
  visitStmts(f.body, (s) => {
    if (s.op === "set") changing.add(s.name);
  });
  return { ...f, body: new Unrolling(changing).all(f.body) };
}

class Unrolling {
  /** @param changing locals that are set after they are declared */
  constructor(private readonly changing: ReadonlySet<string>) {}

  all(body: readonly KStmt[]): readonly KStmt[] {
    return body.flatMap((s) => mapStmt(s, (e) => e, (inner) => this.all(inner)).flatMap((t) => (t.op === "loop" ? this.#loop(t) : [t])));
  }

  #loop(s: Extract<KStmt, { op: "loop" }>): readonly KStmt[] {
    if (!isConst(s.from) || !isConst(s.to) || s.ty === "num") return [s];
    const [from, to] = [s.from.value, s.to.value];
    if ((to - from) * partsOf(s.body) > mostParts) return [s];
    const turns = Array.from({ length: Math.max(0, to - from) }, (_, i) => this.#turn(s, from + i)).flat();
    return [{ op: "block", label: s.label, body: merged(turns) }];
  }

  /** The body for one value; going on is leaving it. */
  #turn(s: Extract<KStmt, { op: "loop" }>, value: number): readonly KStmt[] {
    const label = `${s.label}$${value}`;
    const known = new Map<string, KExpr>([[s.name, konst(value)]]);
    let goesOn = false;
    const replace = (e: KExpr): KExpr => (e.op === "local" ? known.get(e.name) ?? e : mapParts(e, replace));
    const all = (stmts: readonly KStmt[]): readonly KStmt[] => stmts.flatMap((t) => {
      if (t.op === "continue" && t.label === s.label) {
        goesOn = true;
        return [{ op: "break", label } as const];
      }
      const made = mapStmt(t, replace, all);
      if (t.op !== "let" || this.changing.has(t.name)) return made;
      // The name may have stood for something else in another turn of a loop inside.
      const [value] = exprsOf(made[0]);
      if (isConst(value) && value.ty === t.ty) {
        known.set(t.name, value);
        return [];
      }
      known.delete(t.name);
      return made;
    });
    const body = all(s.body);
    return goesOn ? [{ op: "block", label, body }] : body;
  }
}

/** One test in place of several on bits of the same word, after which the same happens and the statements that follow do not. */
function merged(body: readonly KStmt[]): readonly KStmt[] {
  const out: KStmt[] = [];
  for (const s of body) {
    const last = out.at(-1);
    const cond = last?.op === "if" && s.op === "if" && last.else.length === 0 && s.else.length === 0 && sameJump(last.then, s.then) ? eitherBit(last.cond, s.cond) : undefined;
    if (cond && s.op === "if") out[out.length - 1] = kif(cond, s.then);
    else out.push(s);
  }
  return out;
}

const sameJump = (a: readonly KStmt[], b: readonly KStmt[]): boolean => a.at(-1)?.op === "break" && a.length === b.length && JSON.stringify(a) === JSON.stringify(b);

interface BitTest {
  readonly fn: "eq" | "ne";
  /** A word of memory, and its address. */
  readonly word: KExpr;
  readonly at: number;
  readonly bits: number;
}

/** `ne`: whether one of the bits is set. `eq`: whether one of them is not. */
function bitTest(e: KExpr): BitTest | undefined {
  if (e.op !== "binary" || (e.fn !== "ne" && e.fn !== "eq") || !isConst(e.right)) return undefined;
  const { left, right } = e;
  if (left.op !== "binary" || left.fn !== "and" || !isConst(left.right) || left.right.value === 0) return undefined;
  const word = left.left, bits = left.right.value;
  if (word.op !== "load" || !isConst(word.addr)) return undefined;
  const test = { word, at: word.addr.value, bits };
  if (right.value === 0) return e.fn === "ne" || (bits & (bits - 1)) === 0 ? { fn: e.fn, ...test } : undefined;
  // Not all of them are set.
  return e.fn === "ne" && right.value === bits ? { fn: "eq", ...test } : undefined;
}

function eitherBit(a: KExpr, b: KExpr): KExpr | undefined {
  const [x, y] = [bitTest(a), bitTest(b)];
  if (!x || !y || x.fn !== y.fn || x.at !== y.at) return undefined;
  const bits = x.bits | y.bits;
  return comparison("ne", and(x.word, konst(bits)), x.fn === "ne" ? zero : konst(bits));
}

function partsOf(body: readonly KStmt[]): number {
  let parts = 0;
  visitStmts(body, (s) => {
    parts++;
    for (const e of exprsOf(s)) visitExpr(e, () => void parts++);
  });
  return parts;
}
