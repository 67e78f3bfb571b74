/** What the files that lower bodies share: names in scope, where a body stands, and the way back into the dispatch. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import type { Aliases } from "./aliases.ts";
import type { Instance, Services, TypeArgs } from "./context.ts";

export type FunctionLike = ts.MethodDeclaration | ts.GetAccessorDeclaration | ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** The statements that may write one another's locals: a body, or the inside of a `do`. */
export interface Region { readonly description: string }

/** What may be written of a local: nothing (a parameter), its parts (a `const` collection), everything (a `let`). */
export type Writable = "nothing" | "parts" | "all";

export type Binding =
  | {
      readonly kind: "local";
      readonly name: string;
      readonly type: Type;
      readonly region: Region;
      readonly writable: Writable;
      /** Turns its `let` into a mutable one. */
      markMutable(): void;
    }
  /** Stands for an expression without effects that means the same wherever it is read. */
  | { readonly kind: "value"; readonly value: Expr }
  | { readonly kind: "instance"; readonly instance: Instance; readonly when: "now" | "next" }
  | { readonly kind: "function"; readonly declaration: FunctionLike; readonly cx: Cx }
  /** Its declaration was in error, which has been reported; so its uses are not. */
  | { readonly kind: "broken" };

export class Scope {
  readonly #bindings = new Map<ts.Symbol, Binding>();
  constructor(private readonly parent?: Scope) {}

  set(symbol: ts.Symbol, binding: Binding): void {
    this.#bindings.set(symbol, binding);
  }

  find(symbol: ts.Symbol): Binding | undefined {
    return this.#bindings.get(symbol) ?? this.parent?.find(symbol);
  }
}

/** Gives out names that are unique within one member: `rm`, `rm$2`, … */
export class Names {
  readonly #used = new Map<string, { readonly number: number; readonly constant: boolean }>();

  fresh(wanted: string): string {
    return this.#take(wanted, false);
  }

  /** A name whose value never changes. */
  constant(wanted: string): string {
    return this.#take(wanted, true);
  }

  isConstant(name: string): boolean {
    return this.#used.get(name)?.constant ?? false;
  }

  /** For `isBefore` and `release`. */
  mark(): number {
    return this.#used.size;
  }

  isBefore(name: string, mark: number): boolean {
    return (this.#used.get(name)?.number ?? mark) < mark;
  }

  /** Takes back all names given out since. */
  release(mark: number): void {
    for (const [name, { number }] of this.#used) if (number >= mark) this.#used.delete(name);
  }

  #take(wanted: string, constant: boolean): string {
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${wanted}$${n}`;
      if (this.#used.has(name)) continue;
      this.#used.set(name, { number: this.#used.size, constant });
      return name;
    }
  }
}

/** A function (or constant of the module) being inlined. */
export interface Frame { readonly declaration: FunctionLike | ts.VariableDeclaration | ts.PropertyDeclaration; readonly instance: Instance | undefined; readonly label: string }

/** Lives as long as one member is being lowered. */
export interface Member {
  readonly services: Services;
  readonly names: Names;
  readonly aliases: Aliases;
  /** Errors found so far; when there are any, the member is abandoned at its end. */
  readonly errors: Diagnostic[];
  readonly dispatch: Dispatch;
  /** Calls inlined so far: a chain of helpers that each call the next one twice would unfold without end. */
  readonly inlined: { calls: number };
}

/** The way from one group of constructs to all others. */
export interface Dispatch {
  /** @param expected the type that the place of the expression asks for; literals take it, others ignore it */
  expr(cx: Cx, node: ts.Expression, expected?: Type): Expr;
  /** An expression where effects are allowed: the source of a declaration, an assignment, a `return`. */
  effectful(at: Body, node: ts.Expression, expected?: Type): Expr;
  statements(at: Body, nodes: readonly ts.Statement[]): void;
  statement(at: Body, node: ts.Statement): void;
  /** An expression for what it does. */
  effect(at: Body, node: ts.Expression): void;
  /** The body of a function without effects, its parameters bound already. */
  pureBody(cx: Cx, declaration: FunctionLike, expected: Type | undefined): Expr;
}

/** Where an expression stands. */
export interface Cx {
  readonly member: Member;
  /** The object that `this` is; undefined in functions of the module. */
  readonly instance: Instance | undefined;
  /** The class that the code stands in, for `super`. */
  readonly owner: ts.ClassDeclaration | undefined;
  /** Which state `this` is: that before or that after the step. */
  readonly when: "now" | "next";
  readonly typeArgs: TypeArgs;
  readonly scope: Scope;
  /** Why state cannot be written here ("an invariant"); undefined where it can. */
  readonly pure: string | undefined;
  readonly region: Region;
  readonly frames: readonly Frame[];
  /** The nearest name that a sequence could take its bound from. */
  readonly bound: string;
}

/** Where a statement stands. */
export interface Body {
  readonly cx: Cx;
  readonly out: Stmt[];
  readonly returns: Returns;
  /** The variable being declared, which names what is put aside for it. */
  readonly variable?: string;
  /** Whether the innermost thing that `break` leaves is a loop. */
  readonly loop: boolean;
}

/** What `return` does. */
export interface Returns {
  /** `nothing`: ends the action or block; `value`: gives the value of a `do`; `result`: is put aside for the end of a block. */
  readonly kind: "nothing" | "value" | "result";
  readonly expected: Type | undefined;
  /** Where values are returned: settled once all are known, as all must be of one type. */
  readonly values: Returned[];
}

export interface Returned { readonly list: Stmt[]; readonly index: number; readonly value: Expr; readonly node: ts.Node }

/** In a scope of its own. */
export const nested = (cx: Cx, changes: Partial<Cx> = {}): Cx => ({ ...cx, scope: new Scope(cx.scope), ...changes });

/** What a name refers to, imports followed. */
export function symbolOf(cx: Cx, node: ts.Node): ts.Symbol | undefined {
  const { checker } = cx.member.services;
  const found = node.parent && ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
}

/** The function of the language that is called: `forall`, or `tenet.forall` with the whole of it imported. */
export function dslFunction(cx: Cx, callee: ts.Expression): string | undefined {
  const { dslName } = cx.member.services;
  if (ts.isIdentifier(callee)) return dslName(callee);
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
  const outer = symbolOf(cx, callee.expression);
  return outer && outer.flags & ts.SymbolFlags.Module ? dslName(callee.name) : undefined;
}

/** Without the parentheses and type annotations around it that change nothing. */
export function bare(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return bare(node.expression);
  if (ts.isAsExpression(node) && isConstAssertion(node)) return bare(node.expression);
  return node;
}

export const isConstAssertion = (node: ts.AsExpression): boolean =>
  ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) && node.type.typeName.text === "const";

export const isUndefined = (node: ts.Expression): boolean => {
  const inner = bare(node);
  return ts.isIdentifier(inner) && inner.text === "undefined";
};

/** The text of a node for a message, cut to a readable length. */
export function textOf(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
