/** What is asked of every design. */
import type { Protocol } from "../ir/protocol.ts";
import type { Row, RowKind } from "./table.ts";

/** The properties of the spec, and those that no spec declares. */
export function rowsOf({ properties, metrics }: Protocol): Row[] {
  const declared = properties.flatMap(({ kind, name, doc }) => (kind === "invariant" || kind === "step" ? [{ kind, name, doc }] : []));
  return [
    ...declared,
    ...metrics.flatMap(({ kind, name, doc }): Row[] => (kind === "milestone" ? [{ kind: "progress", name, doc }] : [])),
    { kind: "failure", name: "no failure", doc: "No bound is left, no undefined value is read: nothing fails to evaluate." },
    ...(properties.some((p) => p.kind === "terminal") ? [{ kind: "deadlock", name: "deadlock", doc: "Every state has a step, or may be the last." } as const] : []),
  ];
}

/** A row among the findings of a search. */
export const keyOf = (kind: RowKind, name: string): string => `${kind} ${name}`;
