/** What a complete search says against the spec although no property is violated: that something never happens. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { whyDisabled } from "../interp/disabled.ts";
import { sortsOf } from "../interp/env.ts";
import { explore } from "../interp/explore.ts";
import { showValue } from "../interp/show-value.ts";
import type { Expr } from "../ir/expr.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { constantOf } from "../passes/constant.ts";
import { simplify } from "../passes/simplify.ts";
import { neverHappens } from "../passes/unchanging.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";
import type { SearchResult } from "../../verifier/contract/search.ts";
import { propertiesOf } from "./evidence.ts";
import type { Prepared } from "./prepare.ts";
import { type Grounds, settle } from "./verdict.ts";

/** Reachable states among which the reason is looked for that an action is never enabled. */
const sampleSize = 300;

/** None unless every state was seen: what has not happened yet may still happen. */
export function warningsOf(result: SearchResult, { instance, model }: Prepared, grounds: Grounds): Diagnostic[] {
  if (settle("reachable", false, grounds).verdict !== "violated") return [];
  // What belongs to another design than the options choose is not looked for.
  const chosen = simplify(instance);
  return [...vacuous(result, model, chosen), ...neverEnabled(result, instance, model, chosen)];
}

function vacuous({ findings }: SearchResult, model: Protocol, chosen: Protocol): Diagnostic[] {
  const ruledOut = new Set(chosen.properties.filter((p) => constantOf(p.body) === false).map((p) => p.name));
  const reached = new Set(findings.flatMap(({ what }) => (what.kind === "reachable" ? [what.index] : [])));
  return propertiesOf(model, "reachable").flatMap((p, i) => {
    const invariant = invariantOfAntecedent(p.name);
    if (invariant === undefined || reached.has(i) || ruledOut.has(p.name)) return [];
    return [{
      code: "T7001",
      severity: "warning",
      message: `${invariant} holds vacuously: this condition is true in no reachable state`,
      span: withoutQuantifiers(p.body).span,
      help: "Ask with a @reachable for what should become true here, or look for the step that is missing.",
    } satisfies Diagnostic];
  });
}

export const withoutQuantifiers = (e: Expr): Expr => (e.kind === "fold" ? withoutQuantifiers(e.body) : e);

function neverEnabled({ stats }: SearchResult, instance: Protocol, model: Protocol, chosen: Protocol): Diagnostic[] {
  const enabled = new Set(model.actions.filter((_, i) => stats.enabled[i] > 0).map((a) => a.name));
  const ofOtherDesigns = new Set(chosen.actions.filter((a) => neverHappens(a, new Map())).map((a) => a.name));
  // What the options rule out of a held spec, and faults, are not looked for.
  const ruledOut = (a: Action): boolean => (a.role !== undefined || a.name.includes(".")) && !model.actions.some((m) => m.name === a.name);
  const idle = instance.actions.filter((a) => !enabled.has(a.name) && !ofOtherDesigns.has(a.name) && !ruledOut(a));
  if (idle.length === 0) return [];
  const { states } = explore(instance, { maxStates: sampleSize, deadlock: "ignore" });
  return idle.map((action) => neverEnabledBecause(action, instance, states));
}

function neverEnabledBecause(action: Action, instance: Protocol, states: Parameters<typeof whyDisabled>[1]): Diagnostic {
  const why = whyDisabled(instance, states, action.name);
  const warning = { code: "T7002", severity: "warning", message: `${action.name} is never enabled`, span: action.span } as const;
  if (!why) return { ...warning, help: "Its parameters have no values, or it failed before its guards could decide." };
  const sorts = sortsOf(instance);
  const args = why.args.map((b) => `${b.name} = ${showValue(b.value, b.type, sorts)}`).join(", ");
  const message = `this never becomes true${args === "" ? "" : `, not even with ${args}`}`;
  return { ...warning, notes: [{ message, span: why.blame.span }] };
}
