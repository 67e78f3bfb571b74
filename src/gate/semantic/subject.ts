/** What is compared, and how what is found is said. */
import { nextName } from "../../backends/smt/comparison.ts";
import type { Seen } from "../../backends/smt/situation.ts";
import type { Span } from "../../base/span.ts";
import { sortsOf } from "../../interp/env.ts";
import { showValue } from "../../interp/show-value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import type { Finding, Level } from "../finding.ts";
import type { Rule } from "../rules.ts";
import type { Questions } from "./questions.ts";

/** Two versions of a protocol with their names aligned, and whom to ask about them. */
export interface Pair {
  readonly base: Protocol;
  readonly head: Protocol;
  readonly questions: Questions;
  readonly signal?: AbortSignal;
  /** States to look at, at most, where a small instance is searched. */
  readonly maxStates?: number;
}

/** A finding before it is said of which spec it is. */
export type Found = Omit<Finding, "about">;

/** Something in the change, or gone from it. */
export interface Place { readonly span: Span; readonly inBase?: true }

export const found = (rule: Rule, level: Level, subject: string, message: string, place: Place | null, details: readonly string[] = []): Found =>
  ({ rule, level, subject, message, details, span: place?.span ?? null, ...(place?.inBase && { inBase: true }) });

export const inHead = ({ span }: { readonly span: Span }): Place => ({ span });
export const inBase = ({ span }: { readonly span: Span }): Place => ({ span, inBase: true });

/** The fields that matter, one a line, as the first of the versions that has it sees it. */
export function stateLines(versions: readonly Seen[], fields?: ReadonlySet<string>): string[] {
  const shown = new Map<string, string>();
  for (const { instance, state, next, matters } of versions) {
    const sorts = sortsOf(instance);
    for (const [i, { name, type }] of instance.state.entries()) {
      const now = matters.has(name) ? [showValue(state[i], type, sorts)] : [];
      const after = matters.has(nextName(name)) ? [`${now.length > 0 ? "then" : "after the step"} ${showValue(next[i], type, sorts)}`] : [];
      if (now.length + after.length > 0 && !shown.has(name) && (fields?.has(name) ?? true)) shown.set(name, `  ${name} = ${[...now, ...after].join(", ")}`);
    }
  }
  return [...shown.values()];
}

/** `commit(node1, 3)` */
export function callOf({ instance, args, free }: Seen): string {
  const [action] = instance.actions;
  const sorts = sortsOf(instance);
  return `${action.name}(${action.params.map((p, i) => (free.has(p.name) ? "…" : showValue(args[i], p.type, sorts))).join(", ")})`;
}
