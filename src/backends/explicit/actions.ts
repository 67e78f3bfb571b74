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
import { add, boundsOf, isConst, type KExpr, kif, klocal, konst, type KStmt, mul, not, zero } from "./kernel.ts";
import { inside } from "./lower-logic.ts";
import { type Exits, Lowering, readsMemory, type Surroundings } from "./lowering.ts";
import type { Program } from "./program.ts";
import { holdsAt, holdsBetween, type Predicates } from "./properties.ts";
import { rules } from "./rules.ts";

export function lowerAction(program: Program, action: Action, index: number, predicates: Predicates): string {
  const name = program.globalName(`action_${action.name}`);
  const lowered = new ActionLowering(program, action, index, predicates);
  program.functions.push({
    name,
    doc: [`@action ${action.name}(${action.params.map((p) => `${p.name}: ${showType(p.type)}`).join(", ")})  ${showSpan(action.span)}`],
    params: [],
    body: lowered.body(),
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

  constructor(program: Program, action: Action, index: number, predicates: Predicates) {
    this.#program = program;
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
      cx.emit({ op: "enabled", action: this.#index, count: this.#enabled });
      cx.emit({ op: "return", value: this.#enabled });
    });
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
    const finish = [...commit.pack, { op: "set", ty: "i32", name: nameOf(this.#enabled), value: add(this.#enabled, konst(1)) } as const, ...this.#judge(commit.row, commit.changed)];
    const instance: KStmt = { op: "block", label: this.#instance, body: [{ op: "block", label: end, body }, ...finish] };
    cx.emit({ op: "block", label: this.#skip, body: [instance, ...commit.restore] });
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
    const keep: KStmt[] = [...(early ? [row] : []), ...beyond, row, ...this.#label(), { op: "count" }];
    const kept = isConst(changed) ? (changed.value === 0 ? [] : keep) : [kif(changed, keep)];
    return [...(early ? [row] : []), ...steps, ...kept];
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
