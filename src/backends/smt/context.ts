/** Where an expression is evaluated, and what its evaluation found out besides its value. */
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { FailureReason } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";
import type { Shapes } from "./shapes.ts";
import { and, type Binding, exists, ff, type Term } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { type SymValue, termOf } from "./value.ts";

export const bind = (env: Env, name: string, value: SymValue): Env => ({ ...env, locals: new Map(env.locals).set(name, value) });

/** Evaluation fails here when `when` holds. */
export interface Failing { readonly when: Term; readonly reason: FailureReason; readonly span: Span }

export interface Env {
  readonly locals: ReadonlyMap<string, SymValue>;
  readonly state: ReadonlyMap<string, SymValue>;
  /** In step properties: the state after. */
  readonly next?: ReadonlyMap<string, SymValue>;
}

const mostWork = 100_000;
const longestTerm = 200_000;

export class Context {
  private depth = 0;
  private work = 0;
  private failing: Failing[] = [];
  /** Of every field, and of every local met so far: a local may have the name of a field. */
  readonly types = { state: new Map<string, Type>(), locals: new Map<string, Type>() };
  /** @param rules how expressions are evaluated: handed in, as statements and quantifiers contain expressions and the other way round */
  constructor(readonly shapes: Shapes, private readonly rules: (expr: Expr, env: Env, cx: Context) => SymValue) {}

  evaluate(expr: Expr, env: Env): SymValue {
    const value = this.rules(expr, env, this);
    // Functions of functions are expanded where they are applied, which can multiply.
    if (++this.work > mostWork || (value.kind === "term" && value.term.length > longestTerm)) throw new Unsupported("a formula too large to be shown to a solver", expr.span);
    return value;
  }
  term(expr: Expr, env: Env): Term {
    return termOf(this.evaluate(expr, env));
  }

  fail(when: Term, reason: FailureReason, span: Span): void {
    if (when !== ff) this.failing.push({ when, reason, span });
  }

  /** Evaluates something that only matters where `given` holds, for any values of `vars`: so only there can it fail. */
  under<T>(given: Term, vars: readonly Binding[], evaluate: () => T): T {
    const { value, failing } = this.observe(evaluate);
    for (const f of failing) this.fail(exists(vars, and(given, f.when)), f.reason, f.span);
    return value;
  }

  /** What `evaluate` gives, and where it fails, which is then not noted here. */
  observe<T>(evaluate: () => T): { value: T; failing: readonly Failing[] } {
    const outer = this.failing;
    this.failing = [];
    if (this.depth++ === 0) this.work = 0;
    try {
      const value = evaluate();
      return { value, failing: this.failing };
    } finally {
      this.depth--;
      this.failing = outer;
    }
  }
}
