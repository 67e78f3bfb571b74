/**
 * One function per action: tries every instance in the source state, writes in the target state, hands over successors.
 * Its value is the number of enabled instances.
 */
import { showSpan } from "../../base/span.ts";
import { showType } from "../../ir/type.ts";
import type { Stmt } from "../../ir/expr.ts";
import type { Action } from "../../ir/protocol.ts";
import { fieldsWritten } from "../../interp/step.ts";
import { commitOf, type Write } from "./commit.ts";
import { guardsOf, hoist, type Hoisted } from "./guards.ts";
import { fromIndex } from "./index-coding.ts";
import { add, boundsOf, isConst, type KExpr, kif, klocal, konst, type KStmt, mul, not, one, zero } from "./kernel.ts";
import { inside } from "./lower-logic.ts";
import { type Exits, Lowering, readsMemory, type Surroundings } from "./lowering.ts";
import type { Program } from "./program.ts";
import { holdsAt, holdsBetween, type Predicates } from "./properties.ts";
import { rules } from "./rules.ts";
import { canonicalRow } from "./symmetry/form.ts";

/** @param alone makes a function that ends with the first instance that changes something; its value is then 1, and otherwise 0 */
export function lowerAction(program: Program, action: Action, index: number, predicates: Predicates, alone = false): string {
  const name = program.globalName(`${alone ? "alone" : "action"}_${action.name}`);
  const lowered = new ActionLowering(program, action, index, predicates, alone);
  program.functions.push({
    name,
    doc: [
      ...(alone ? ["Where this changes something, all else can wait."] : []),
      `@action ${action.name}(${action.params.map((p) => `${p.name}: ${showType(p.type)}`).join(", ")})  ${showSpan(action.span)}`,
    ],
    params: [],
    body: lowered.body(),
  });
  return name;
}

/** Takes one step alone where that can be done, else all. */
export function lowerReduced(program: Program, alone: readonly string[], every: readonly string[]): string {
  const name = program.globalName("reduced");
  const call = (fn: string): KExpr => ({ op: "call", ty: "i32", fn, args: [] });
  const tried = klocal("steps");
  program.functions.push({
    name, doc: ["One step alone where that is enough, else all."], params: [],
    body: [
      { op: "let", ty: "i32", name: nameOf(tried), value: zero },
      ...alone.flatMap((fn): KStmt[] => [{ op: "set", ty: "i32", name: nameOf(tried), value: call(fn) }, kif(tried, [{ op: "return", value: tried }])]),
      ...every.map((fn): KStmt => ({ op: "set", ty: "i32", name: nameOf(tried), value: add(tried, call(fn)) })),
      { op: "return", value: tried },
    ],
  });
  return name;
}

class ActionLowering {
  readonly #program: Program;
  readonly #action: Action;
  readonly #index: number;
  readonly #predicates: Predicates;
  readonly #cx: Lowering;
  readonly #enabled: KExpr;
  readonly #hoisted: Hoisted;
  readonly #writes: Write[] = [];
  /** By parameter, the index of the value at hand. */
  readonly #chosen: KExpr[] = [];
  /** Names that are still in scope at the end of an instance. */
  #outer: ReadonlySet<string> = new Set();
  /** Whether something may have been written before the statement at hand. */
  #dirty = false;
  #skip = "";
  #instance = "";

  readonly #alone: boolean;

  constructor(program: Program, action: Action, index: number, predicates: Predicates, alone: boolean) {
    this.#program = program;
    this.#alone = alone;
    this.#action = action;
    this.#index = index;
    this.#predicates = predicates;
    const written = fieldsWritten([action]);
    const surroundings: Surroundings = {
      now: konst(program.target),
      next: null,
      stableState: (field) => !written.has(field),
      fail: (site) => [{ op: "violation", what: "failure", index: site, action: index }, this.#leave()],
      wrote: (field, addr, slots) => this.#wrote(field, addr, slots),
    };
    this.#cx = new Lowering(program, rules, surroundings);
    this.#hoisted = guardsOf(action);
    this.#enabled = klocal(this.#cx.label("enabledHere"));
  }

  body(): readonly KStmt[] {
    const cx = this.#cx;
    return cx.capture(() => {
      cx.emit({ op: "let", ty: "i32", name: nameOf(this.#enabled), value: zero });
      const all = cx.label("none");
      cx.emit({ op: "block", label: all, body: cx.capture(() => this.#level(0, [{ op: "break", label: all }])) });
      for (const s of this.#end()) cx.emit(s);
    });
  }

  #end(): readonly KStmt[] {
    return [{ op: "enabled", action: this.#index, count: this.#enabled }, { op: "return", value: this.#enabled }];
  }

  /** The loops from parameter `depth` on. `stop` ends what is being tried, because a guard is false for all of it. */
  #level(depth: number, stop: readonly KStmt[]): void {
    const cx = this.#cx;
    hoist(cx, this.#hoisted, depth, stop);
    const param = this.#action.params[depth];
    if (!param) {
      this.#tryInstance();
      return;
    }
    this.#hoisted.loop(cx, depth, (i, again) => {
      this.#chosen[depth] = i;
      cx.locals.set(param.name, fromIndex(cx, param.type, i));
      this.#level(depth + 1, [{ op: "continue", label: again }]);
    });
  }

  #tryInstance(): void {
    const cx = this.#cx;
    this.#outer = cx.names();
    this.#skip = cx.label("skip");
    this.#instance = cx.label("instance");
    const end = cx.label("end");
    const exits: Exits = { result: null, returnLabel: end, loop: null, blocked: () => [this.#leave()] };
    // The declarations of addresses have to stand outside of the block where they are assigned.
    const body = inside(cx, exits, () => {
      for (const stmt of this.#hoisted.rest) {
        this.#dirty ||= writesState(stmt);
        cx.rules.stmts(cx, [stmt]);
      }
    });
    this.#dirty = true;
    const commit = commitOf(this.#program, this.#writes, (hint) => cx.label(hint));
    const counted: KStmt = { op: "set", ty: "i32", name: nameOf(this.#enabled), value: add(this.#enabled, konst(1)) };
    const finish = [...commit.pack, ...(this.#alone ? [] : [counted]), ...this.#judge(commit.row, commit.changed)];
    const instance: KStmt = { op: "block", label: this.#instance, body: [{ op: "block", label: end, body }, ...finish] };
    cx.emit({ op: "block", label: this.#skip, body: [instance, ...commit.restore] });
    if (this.#alone) cx.emit(kif(this.#enabled, this.#end()));
  }

  /** Evaluates what concerns the step, and counts the successor in if it is to be kept. */
  #judge(row: KStmt, changed: KExpr): readonly KStmt[] {
    const { source, target } = this.#program;
    const violation = (what: "step" | "beyond", index: number): KStmt => ({ op: "violation", what, index, action: this.#index });
    const { step, constraint, invariant } = this.#predicates;
    // Whoever is told of a violation finds the successor in the row, and may empty the sink.
    const early = [...step, ...constraint, ...(constraint.length > 0 ? invariant : [])].some((p) => p.canFail);
    const steps = step.map((p, i) => kif(not(holdsBetween(p, source, target)), [row, violation("step", i)]));
    const beyond = constraint.map((p) =>
      kif(not(holdsAt(p, target)), [...invariant.map((q, i) => kif(not(holdsAt(q, target)), [row, violation("beyond", i)])), { op: "break", label: this.#instance }]));
    const keep: KStmt[] = [...(early ? [row] : []), ...beyond, ...canonicalRow(this.#program.canonical, [row]), ...this.#label(), { op: "count" }];
    const where = (body: readonly KStmt[]): readonly KStmt[] => (isConst(changed) ? (changed.value === 0 ? [] : body) : [kif(changed, body)]);
    if (this.#alone) return where([...(early ? [row] : []), ...steps, ...keep, { op: "set", ty: "i32", name: nameOf(this.#enabled), value: one }]);
    return [...(early ? [row] : []), ...steps, ...where(keep)];
  }

  #label(): readonly KStmt[] {
    const { labels, instances } = this.#program.options;
    return labels ? [{ op: "label", action: this.#index, ...(instances && { instance: this.#instanceNumber() }) }] : [];
  }

  #instanceNumber(): KExpr {
    return this.#action.params.reduce((n, { type }, i) => add(mul(n, konst(this.#cx.shapes.count(type))), this.#chosen[i]), zero);
  }

  #leave(): KStmt {
    return { op: "break", label: this.#dirty ? this.#instance : this.#skip };
  }

  #wrote(name: string, addr: KExpr, slots: number): void {
    const field = this.#program.field(name);
    const bounds = boundsOf(addr);
    // An index out of range, which fails, gives an address outside of the field. It must not be restored from.
    const inside = bounds !== undefined && bounds[0] >= this.#program.target + field.offset && bounds[1] + slots <= this.#program.target + field.offset + field.slots;
    if (inside && isConst(addr)) this.#writes.push({ kind: "fixed", first: addr.value - this.#program.target, slots });
    else if (inside && !readsMemory(addr) && namesIn(addr).every((n) => this.#outer.has(n))) this.#writes.push({ kind: "computed", field, addr, slots });
    else this.#writes.push({ kind: "fixed", first: field.offset, slots: field.slots });
  }
}

function nameOf(e: KExpr): string {
  return e.op === "local" ? e.name : "";
}

/** The locals in an address. */
function namesIn(e: KExpr): readonly string[] {
  switch (e.op) {
    case "local": return [e.name];
    case "const": return [];
    case "load": return namesIn(e.addr);
    case "table": return namesIn(e.index);
    case "binary": case "same": return [...namesIn(e.left), ...namesIn(e.right)];
    case "select": return [...namesIn(e.cond), ...namesIn(e.then), ...namesIn(e.else)];
    case "call": return e.args.flatMap(namesIn);
    case "not": case "widen": case "unsigned": case "narrow": case "popcount": return namesIn(e.arg);
  }
}

function writesState(stmt: Stmt): boolean {
  return fieldsWritten([{ name: "", doc: "", params: [], body: [stmt], span: stmt.span }]).size > 0;
}
