/**
 * What a part of a system can know of the guard of an action. Parts of the guard that read what it does not have are left to those
 * who give it the event: that the message was sent, say. Where the rest is false, the action is not possible, whatever the rest of
 * the system is like, and the event has to be refused.
 */
import * as build from "../../ir/build.ts";
import type { Domain, Expr, Stmt } from "../../ir/expr.ts";
import type { Action } from "../../ir/protocol.ts";
import { walkExpr } from "../../ir/visit.ts";

export interface VisibleGuard {
  /** The body as far as the visible parts of its guard need it. */
  readonly body: readonly Stmt[];
  /** Parts of the guard that are left to others. */
  readonly assumed: readonly Expr[];
  /** Undefined unless whether a guard is met at all depends on what is hidden: then nothing has to be refused. */
  readonly undecided?: Expr | Stmt;
}

/**
 * @param fields those that are hidden
 * @param untold parameters that are hidden
 */
export function visibleGuard({ body }: Action, fields: ReadonlySet<string>, untold: ReadonlySet<string>): VisibleGuard {
  const taint = new Taint(fields, untold);
  // What is hidden may come round in a loop.
  for (let known = -1; known < taint.size; ) {
    known = taint.size;
    taint.spread(body, false);
  }
  const assumed: Expr[] = [];
  let undecided: Expr | Stmt | undefined;
  const visible = (stmts: readonly Stmt[]): Stmt[] => stmts.flatMap((s): Stmt[] => {
    switch (s.kind) {
      case "let": return taint.has(s.name) ? [] : [s];
      case "assign": return taint.has(rootOf(s)) ? [] : [s];
      case "require": {
        const parts = conjuncts(s.cond);
        assumed.push(...parts.filter((p) => taint.reads(p)));
        const rest = parts.filter((p) => !taint.reads(p));
        return rest.length === 0 ? [] : [build.require(build.joined("and", rest, s.span), s.span)];
      }
      case "if": {
        if (!taint.reads(s.cond)) return [build.ifStmt(s.cond, visible(s.then), visible(s.else), s.span)];
        if (decides([...s.then, ...s.else])) undecided ??= s.cond;
        return [];
      }
      case "for": {
        if (!taint.ofDomain(s.domain)) return [build.forStmt(s.local, s.domain, visible(s.body), s.span)];
        if (decides(s.body)) undecided ??= s;
        return [];
      }
      case "block": return [build.block(visible(s.body), s.span)];
      case "return": case "break": case "continue": return [s];
    }
  });
  const whole = visible(body);
  return { body: whole.slice(0, whole.findLastIndex((s) => decides([s])) + 1), assumed, ...(undecided && { undecided }) };
}

const conjuncts = (e: Expr): Expr[] => (e.kind === "connective" && e.op === "and" ? [...conjuncts(e.left), ...conjuncts(e.right)] : [e]);

/** Whether statements say that the action is not possible, or leave out others that do. */
function decides(stmts: readonly Stmt[]): boolean {
  return stmts.some((s) => {
    switch (s.kind) {
      case "require": case "return": case "break": case "continue": return true;
      case "if": return decides(s.then) || decides(s.else);
      case "for": case "block": return decides(s.body);
      default: return false;
    }
  });
}

const rootOf = ({ place: { root } }: Extract<Stmt, { kind: "assign" }>): string => (root.kind === "state" ? stateName(root.name) : root.name);
const stateName = (field: string): string => `this.${field}`;

/** Locals and fields whose values depend on what is hidden. */
class Taint {
  readonly #names: Set<string>;

  constructor(fields: ReadonlySet<string>, untold: ReadonlySet<string>) {
    this.#names = new Set([...[...fields].map(stateName), ...untold]);
  }

  get size(): number {
    return this.#names.size;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  reads(e: Expr): boolean {
    let found = false;
    walkExpr(e, { expr: (x) => { found ||= (x.kind === "local" && this.has(x.name)) || (x.kind === "state" && this.has(stateName(x.field))); } });
    return found;
  }

  ofDomain(d: Domain): boolean {
    return d.kind === "elements" ? this.reads(d.of) : d.kind === "range" && (this.reads(d.from) || this.reads(d.to));
  }

  /** @param hidden whether it is hidden that these statements run */
  spread(stmts: readonly Stmt[], hidden: boolean): void {
    for (const s of stmts) {
      switch (s.kind) {
        case "let": if (hidden || this.reads(s.value)) this.#names.add(s.name); break;
        case "assign": if (hidden || this.reads(s.value) || s.place.path.some((p) => p.kind === "at" && this.reads(p.key))) this.#names.add(rootOf(s)); break;
        case "if": {
          const inside = hidden || this.reads(s.cond);
          this.spread(s.then, inside);
          this.spread(s.else, inside);
          break;
        }
        case "for": {
          const inside = hidden || this.ofDomain(s.domain);
          if (inside) this.#names.add(s.local);
          this.spread(s.body, inside);
          break;
        }
        case "block": this.spread(s.body, hidden); break;
        case "require": case "return": case "break": case "continue": break;
      }
    }
  }
}
