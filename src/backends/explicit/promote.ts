/**
 * Slots of the target state that an action only addresses by constants live in locals while it runs: what is written to them is
 * packed from there, and never has to be made as it was. In memory the target state is the source state all the time.
 * So do slots of the source and packed states that are read more than once.
 */
import { boundsOf, isConst, type KExpr, type KFunction, klocal, konst, type KStmt, load } from "./kernel.ts";
import { exprsOf, mapParts, mapStmt, visitExpr, visitStmts } from "./kernel-map.ts";
import type { Program } from "./program.ts";

/** Longer ranges are copied in memory. */
const longestCopy = 16;

export function promote(program: Program, f: KFunction): KFunction {
  const body = byOne(f.body);
  const accesses = new Accesses(body, program.layout.words);
  if (accesses.anywhere) return f;
  const promoted = new Map<number, Promoted>();
  const states = program.packedTarget;
  for (const [slot, { reads, writes }] of accesses.slots) {
    if (slot >= states || accesses.within(slot)) continue;
    const isTarget = slot >= program.target && slot < program.packed;
    if (writes > 0 ? isTarget : reads > 1) promoted.set(slot, { name: `slot$${slot}`, written: writes > 0 });
  }
  return promoted.size === 0 ? f : { ...f, body: new Promotion(program, promoted).body(body) };
}

/** Copies of single slots in place of short ranges. */
function byOne(body: readonly KStmt[]): readonly KStmt[] {
  return body.flatMap((s) => {
    if (s.op !== "copy" || s.slots > longestCopy || !isConst(s.to) || !isConst(s.from)) return mapStmt(s, (e) => e, byOne);
    const [to, from] = [s.to.value, s.from.value];
    return Array.from({ length: s.slots }, (_, i): KStmt => ({ op: "store", addr: konst(to + i), value: load(konst(from + i)) }));
  });
}

/** What a function does with memory. */
class Accesses {
  /** Addressed by constants. */
  readonly slots = new Map<number, { reads: number; writes: number }>();
  /** Whether something may be read or written anywhere. */
  anywhere = false;
  readonly #ranges: { readonly first: number; readonly end: number }[] = [];

  /** @param words of a packed state */
  constructor(body: readonly KStmt[], words: number) {
    visitStmts(body, (s) => {
      switch (s.op) {
        case "store": this.#one(s.addr, "writes"); break;
        case "copy": this.#range(s.to, s.slots); this.#range(s.from, s.slots); break;
        case "clear": this.#range(s.at, s.slots); break;
        case "rowFrom": this.#range(s.addr, words); break;
        case "call": this.anywhere = true; break;
        default: break;
      }
      for (const e of exprsOf(s)) this.#expr(e);
    });
  }

  /** Whether a slot may be addressed otherwise than by a constant. */
  within(slot: number): boolean {
    return this.#ranges.some(({ first, end }) => slot >= first && slot < end);
  }

  #expr(all: KExpr): void {
    visitExpr(all, (e) => {
      if (e.op === "load") this.#one(e.addr, "reads");
      else if (e.op === "call") this.anywhere = true;
      else if (e.op === "same") {
        this.#range(e.left, e.slots);
        this.#range(e.right, e.slots);
      }
    });
  }

  #one(addr: KExpr, how: "reads" | "writes"): void {
    if (!isConst(addr)) return this.#range(addr, 1);
    const known = this.slots.get(addr.value) ?? { reads: 0, writes: 0 };
    known[how]++;
    this.slots.set(addr.value, known);
  }

  #range(addr: KExpr, slots: number): void {
    const bounds = boundsOf(addr);
    if (bounds) this.#ranges.push({ first: bounds[0], end: bounds[1] + slots });
    else this.anywhere = true;
  }
}

interface Promoted {
  readonly name: string;
  readonly written: boolean;
}

class Promotion {
  readonly #program: Program;
  readonly #promoted: ReadonlyMap<number, Promoted>;

  constructor(program: Program, promoted: ReadonlyMap<number, Promoted>) {
    this.#program = program;
    this.#promoted = promoted;
  }

  body(body: readonly KStmt[]): readonly KStmt[] {
    return this.#list(body, new Set(this.#promoted.keys()));
  }

  /** @param waiting slots whose locals are not set yet: as late as the list allows */
  #list(body: readonly KStmt[], waiting: ReadonlySet<number>): readonly KStmt[] {
    if (waiting.size === 0) return body.flatMap((s) => this.#stmt(s, waiting));
    const uses = body.map((s) => this.#slotsOf([s]));
    const left = new Set(waiting);
    return body.flatMap((s, i) => {
      const here = [...left].filter((slot) => uses[i].has(slot));
      const later = here.filter((slot) => descends(s) && !this.#inHead(s, slot) && !uses.slice(i + 1).some((u) => u.has(slot)));
      const now = here.filter((slot) => !later.includes(slot));
      for (const slot of here) left.delete(slot);
      return [...now.flatMap((slot) => this.#begin(slot)), ...this.#stmt(s, new Set(later))];
    });
  }

  #stmt(s: KStmt, waiting: ReadonlySet<number>): readonly KStmt[] {
    const slot = s.op === "store" && isConst(s.addr) ? this.#promoted.get(s.addr.value) : undefined;
    if (s.op === "store" && slot) return [{ op: "set", ty: "i32", name: slot.name, value: this.#expr(s.value) }];
    return mapStmt(s, (e) => this.#expr(e), (body) => this.#list(body, waiting));
  }

  #begin(slot: number): KStmt[] {
    const { name, written } = this.#promoted.get(slot)!;
    const read: KStmt = { op: "let", ty: "i32", name, value: load(konst(slot)) };
    return written ? [read, { op: "let", ty: "i32", name: before(name), value: klocal(name) }] : [read];
  }

  readonly #expr = (e: KExpr): KExpr => {
    if (e.op !== "load" || !isConst(e.addr)) return mapParts(e, this.#expr);
    const written = this.#promoted.get(this.#targetOf(e.addr.value));
    const known = written?.written ? before(written.name) : this.#promoted.get(e.addr.value)?.name;
    return known === undefined ? e : { op: "local", ty: "i32", name: known, ...(e.max !== undefined && { max: e.max }) };
  };

  /** The slot of the target state that a slot of the source state belongs to. */
  #targetOf(slot: number): number {
    return slot < this.#program.target ? slot + this.#program.target - this.#program.source : -1;
  }

  /** Promoted slots that are read or written in statements; reading the source of a written one counts. */
  #slotsOf(body: readonly KStmt[]): Set<number> {
    const found = new Set<number>();
    const note = (addr: KExpr): void => {
      if (!isConst(addr)) return;
      for (const slot of [addr.value, this.#targetOf(addr.value)]) if (this.#promoted.has(slot)) found.add(slot);
    };
    visitStmts(body, (s) => {
      if (s.op === "store") note(s.addr);
      for (const all of exprsOf(s)) visitExpr(all, (e) => { if (e.op === "load") note(e.addr); });
    });
    return found;
  }

  /** Whether the condition of an `if` reads the slot. */
  #inHead(s: KStmt, slot: number): boolean {
    return s.op === "if" && this.#slotsOf([{ ...s, then: [], else: [] }]).has(slot);
  }
}

/** Where a slot's local may be set inside; a loop comes by more than once. */
const descends = (s: KStmt): boolean => s.op === "block" || (s.op === "if" && s.else.length === 0);

const before = (name: string): string => `${name}$before`;
