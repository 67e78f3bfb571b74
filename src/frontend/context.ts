/** What the parts of the front end share: one file knows classes, another types, others bodies. */
import type ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Type } from "../ir/type.ts";

/** What the type parameters in scope stand for. */
export type TypeArgs = ReadonlyMap<ts.Symbol, Type>;

/** One object of the protocol: the protocol itself (prefix "") or a spec held in a field (prefix "net."). */
export interface Instance {
  readonly prefix: string;
  /** The class the object was made of, the most derived one. */
  readonly declaration: ts.ClassDeclaration;
  /** A group of options only. */
  readonly group?: true;
  /** A member by name, the most derived declaration of it. */
  member(name: string): Member | undefined;
  /** What `super.name` means in a method declared in `owner`. */
  superMember(owner: ts.ClassDeclaration, name: string): Member | undefined;
}

export type Member =
  /** `field` is the full name, with the prefix. */
  | { readonly kind: "state"; readonly field: string; readonly type: Type; readonly readonly: boolean }
  | { readonly kind: "instance"; readonly instance: Instance }
  /** A function among the options, where one is given: it stands where the object was made. */
  | { readonly kind: "hook"; readonly given: { readonly declaration: ts.ArrowFunction; readonly instance: Instance; readonly typeArgs: TypeArgs } | undefined }
  /** An action, property, init (by their role) or a plain helper (no role). Getters count as methods without parameters. */
  | {
      readonly kind: "method";
      readonly declaration: ts.MethodDeclaration | ts.GetAccessorDeclaration;
      readonly owner: ts.ClassDeclaration;
      readonly role: Role | undefined;
      /** Of `owner`, as this object has them. */
      readonly typeArgs: TypeArgs;
    };

export type Role = StepRole | "init" | "invariant" | "lemma" | "step" | "reachable" | "assume" | "constraint" | "terminal" | "eventually" | "leadsTo" | "milestone" | "cost";
export type StepRole = "action" | "fault" | "repair" | "delay";

/** What lowering a body needs of its surroundings. */
export interface Services {
  readonly checker: ts.TypeChecker;
  /**
   * The IR type of a TypeScript type.
   * @param at where to report a type that has none
   * @param bound the scope key for the length of an array found in it: the name of the nearest enclosing property or variable
   * @throws DiagnosticsError
   */
  typeOf(type: ts.Type, at: ts.Node, typeArgs: TypeArgs, bound: string): Type;
  /** The name under which the DSL exports what `node` refers to (`forall`, `Bag`), or undefined for anything else. */
  dslName(node: ts.Node): string | undefined;
  /** Notes a diagnostic and goes on. To abandon the member at hand, throw a `DiagnosticsError` instead. */
  report(diagnostic: Diagnostic): void;
}
