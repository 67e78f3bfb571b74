/** What is known of every state because it was so at the start and nothing can change it. */
import { fieldsWritten } from "../../interp/step.ts";
import { eq, stateRead } from "../../ir/build.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { readsState } from "./conjuncts.ts";

/**
 * Assumptions about constants, and the values of those that have one. An assumption selects initial values: of what is
 * written later it says nothing any more; and neither does an initial value that is found by what is written later.
 */
export function lasting({ state, assumptions, inits, actions }: Protocol): Property[] {
  const written = fieldsWritten([...inits, ...actions]);
  const values = state.flatMap(({ name, type, initial, span }): Property[] => (initial === null || written.has(name) || readsState(initial, written)
    ? []
    : [{ kind: "assume", name: `value of ${name}`, doc: "", body: eq(stateRead(name, type, "now", span), initial, span), span }]));
  return [...values, ...assumptions.filter((a) => !readsState(a.body, written))];
}
