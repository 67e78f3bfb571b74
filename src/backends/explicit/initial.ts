/** The function that makes all initial states, in the target state. */
import { showSpan } from "../../base/span.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import { fieldsWritten } from "../../interp/step.ts";
import { rowOfTarget } from "./commit.ts";
import { checkIndexable, fromIndex } from "./index-coding.ts";
import { type KExpr, kif, konst, type KStmt, not, zero } from "./kernel.ts";
import { inside } from "./lower-logic.ts";
import { Lowering } from "./lowering.ts";
import type { Program } from "./program.ts";
import { holdsAt, type NamedPredicate, type Predicates } from "./properties.ts";
import { rules } from "./rules.ts";
import { canonicalRow } from "./symmetry/form.ts";

export function lowerInitial(program: Program, protocol: Protocol, predicates: Predicates): void {
  const initial = new InitialLowering(program, protocol, predicates);
  program.functions.push({ name: "initial", doc: [`The initial states  ${showSpan(protocol.span)}`], params: [], body: initial.body() });
}

class InitialLowering {
  readonly #program: Program;
  readonly #protocol: Protocol;
  readonly #predicates: Predicates;
  readonly #cx: Lowering;
  /** Ends the choice at hand. */
  #stop: KStmt = { op: "return", value: null };
  #written: ReadonlySet<string> = new Set();

  constructor(program: Program, protocol: Protocol, predicates: Predicates) {
    this.#program = program;
    this.#protocol = protocol;
    this.#predicates = predicates;
    this.#cx = new Lowering(program, rules, {
      now: konst(program.target),
      next: null,
      stableState: (field) => !this.#written.has(field),
      fail: (site) => [{ op: "violation", what: "failure", index: site, action: -1 }, this.#stop],
    });
  }

  body(): readonly KStmt[] {
    return this.#cx.capture(() => this.#field(0));
  }

  /** Gives values to the fields from the given one on. */
  #field(from: number): void {
    const cx = this.#cx;
    const field = this.#protocol.state[from];
    if (!field) {
      for (const p of this.#predicates.assume) cx.if(not(holdsAt(p, this.#program.target)), () => cx.emit(this.#stop));
      this.#init(0);
      return;
    }
    const at = this.#program.fieldAddress(field.name, konst(this.#program.target));
    if (field.initial) {
      // What the place held from an earlier initial state is not read.
      cx.exprInto(field.initial, at);
      this.#field(from + 1);
      return;
    }
    checkIndexable(cx, field.type, field.span);
    cx.loop(field.name, zero, konst(cx.shapes.count(field.type)), (i, { again }) => {
      cx.storeOperand(at, fromIndex(cx, field.type, i), field.span);
      this.#within({ op: "continue", label: again }, () => this.#field(from + 1));
    });
  }

  /** Runs the inits from the given one on, each for every choice of its parameters. */
  #init(from: number): void {
    const init = this.#protocol.inits[from];
    if (init) this.#choices(init, () => this.#init(from + 1));
    else this.#found();
  }

  #choices(init: Action, then: () => void): void {
    const cx = this.#cx;
    const slots = this.#program.layout.slots.length;
    const before = konst(this.#program.allocate(slots));
    const target = konst(this.#program.target);
    if (slots > 0) cx.emit({ op: "copy", to: before, from: target, slots });
    const label = cx.label(init.name);
    const instance = (): void => {
      const end = cx.label("end");
      const block = cx.label("choice");
      const body = cx.capture(() => this.#within({ op: "break", label: block }, () => {
        this.#written = fieldsWritten([init]);
        const exits = { result: null, returnLabel: end, loop: null, blocked: () => [this.#stop] };
        cx.emit({ op: "block", label: end, body: inside(cx, exits, () => cx.rules.stmts(cx, init.body)) });
        then();
      }));
      cx.emit({ op: "block", label: block, body });
      if (slots > 0) cx.emit({ op: "copy", to: target, from: before, slots });
    };
    const params = (depth: number): void => {
      const param = init.params[depth];
      if (!param) {
        instance();
        return;
      }
      checkIndexable(cx, param.type, param.span);
      cx.loop(param.name, zero, konst(cx.shapes.count(param.type)), (i) => {
        cx.locals.set(param.name, fromIndex(cx, param.type, i));
        params(depth + 1);
      });
    };
    cx.emit({ op: "block", label, body: cx.capture(() => params(0)) });
  }

  /** Hands over the state made, if it is to be kept. */
  #found(): void {
    const cx = this.#cx;
    const { constraint, invariant } = this.#predicates;
    const { target } = this.#program;
    const holds = (p: NamedPredicate): KExpr => holdsAt(p, target);
    cx.emit(...rowOfTarget(this.#program, (hint) => cx.label(hint)));
    for (const p of constraint) {
      cx.emit(kif(not(holds(p)), [...invariant.map((q, i) => kif(not(holds(q)), [{ op: "violation", what: "beyond", index: i, action: -1 }])), this.#stop]));
    }
    cx.emit(...canonicalRow(this.#program.canonical, []), { op: "count" });
  }

  #within(stop: KStmt, write: () => void): void {
    const outer = this.#stop;
    this.#stop = stop;
    write();
    this.#stop = outer;
  }
}
