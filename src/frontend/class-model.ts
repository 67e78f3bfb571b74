/** Objects of a protocol, as `classes.ts` makes them. */
import type ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Expr } from "../ir/expr.ts";
import type { StateField } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import type { Instance, Role, TypeArgs } from "./context.ts";
import type { Method } from "./members.ts";
import type { Program } from "./program.ts";
import type { TypeOf } from "./types.ts";

/** An object with all that `protocol.ts` assembles. */
export interface Model extends Instance {
  /** State and held specs, in the order in which they get their initial values. */
  readonly slots: readonly Slot[];
  /** Methods that have a role, those of base classes first; an override stands in the place of what it overrides. */
  readonly methods: readonly RoleMethod[];
  /** The `static scope` of the classes, the most derived first. */
  readonly scopes: readonly ts.Expression[];
  /** The `static designs` of the most derived class that has them. */
  readonly designs: ts.Expression | undefined;
}

export type Slot = StateSlot | { readonly kind: "instance"; readonly model: Model };

export interface StateSlot {
  readonly kind: "state";
  readonly name: string;
  readonly type: Type;
  readonly role: StateField["role"];
  /** The expression, and where it stands: the names in it are those of that object. */
  readonly initial: { readonly expression: ts.Expression; readonly instance: Instance; readonly typeArgs: TypeArgs } | { readonly value: Expr } | null;
  readonly declaration: ts.Declaration;
}

export interface RoleMethod extends Method { readonly role: Role; readonly typeArgs: TypeArgs }

export interface ClassServices {
  readonly program: Program;
  readonly typeOf: TypeOf;
  report(diagnostic: Diagnostic): void;
}

/** How an object is made: by the user (`undefined`) or by `new` or `super` with arguments. */
export interface Making { readonly args: readonly ts.Expression[]; readonly instance: Instance; readonly typeArgs: TypeArgs }
