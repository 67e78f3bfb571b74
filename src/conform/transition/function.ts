/** A transition function as it is compared with a spec: read from a file, or made by a test. */
import type { PartOfType } from "../../frontend/functions.ts";
import type { Span } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { SortDecl } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";

export interface TransitionFunction {
  readonly name: string;
  readonly span: Span;
  readonly state: Input;
  readonly event: Input;
  /** Over locals with the names of the inputs. */
  readonly result: Expr;
  readonly returns: Span;
  readonly sorts: readonly SortDecl[];
}

export interface Input {
  readonly name: string;
  readonly type: Type;
  at(path: readonly PartOfType[]): Span;
}
