/** From an instance of a protocol to a JavaScript module that implements the contract of the explicit engine. */
import type { WasmModel } from "../../../verifier/contract/wasm-model.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { lowerAction, lowerReduced } from "./actions.ts";
import { lowerInitial } from "./initial.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type EmitOptions, type FailureSite, Program } from "./program.ts";
import { lowerChosen, lowerCosts, lowerProperties } from "./properties.ts";
import { lowerCanonical } from "./symmetry/lower.ts";
import { moduleText } from "./template.ts";
import { wasmModel } from "./wasm-model.ts";

export interface EmittedModel {
  /** An ES module; see `ModelModule` of the contract. */
  readonly source: string;
  /** The same as WebAssembly, without costs; absent where instances of actions are asked for. */
  readonly wasm?: () => WasmModel;
  readonly layout: Layout;
  /** What the indices of failures mean. */
  readonly failureSites: readonly FailureSite[];
  /** Whether the body of this loop of the protocol (a fold, a comprehension or a statement) cannot fail, as far as is known. */
  readonly isSafe: (loop: Expr | Stmt) => boolean;
}

/**
 * @param protocol an instance: sorts have sizes, bounds are numbers
 * @throws DiagnosticsError where a type has too many values or takes too much room
 */
export function emitModel(protocol: Protocol, options: EmitOptions = {}): EmittedModel {
  const layout = layoutOf(protocol);
  const program = new Program(layout, options);
  if (options.symmetry) program.canonical = lowerCanonical(program, options.symmetry);
  const predicates = lowerProperties(program, protocol);
  const every = protocol.actions.map((a, i) => lowerAction(program, a, i, predicates));
  const alone = (options.reduction ?? []).map((i) => lowerAction(program, protocol.actions[i], i, predicates, true));
  const actions = alone.length > 0 ? [lowerReduced(program, alone, every)] : every;
  lowerInitial(program, protocol, predicates);
  const costs = lowerCosts(program, protocol);
  const chosen = options.liveness ? lowerChosen(program, protocol) : [];
  const source = moduleText(program, protocol, { predicates, actions, costs, chosen });
  return { source, ...(!options.instances && { wasm: () => wasmModel(program, predicates, actions, protocol.actions.length) }), layout, failureSites: program.failureSites, isSafe: (loop) => program.isSafe(loop) };
}
