/**
 * What is well-formed but surely not meant. All but one are warnings: the verdict of the checker is right all the same,
 * it just says less than its author believes. What a held spec brings along is judged where that spec is checked by itself.
 */
import type { Code } from "../base/codes.ts";
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Action, Liveness, Metric, Property, Protocol } from "../ir/protocol.ts";
import { neverTrue } from "./never-true.ts";
import { predicatesOf } from "../ir/visit.ts";
import { usesOfBody, usesOfExpr, type Uses } from "../ir/uses.ts";

export function traps(protocol: Protocol): Diagnostic[] {
  const steps = [...protocol.inits, ...protocol.actions].map((a) => ({ action: a, uses: usesOfBody(a.body) }));
  const properties = [...protocol.assumptions, ...protocol.properties, ...protocol.metrics].map((p) => ({ property: p, uses: usesOfExpr(p.body) }));
  const live = protocol.liveness.map((l) => ({ property: l, uses: predicatesOf(l).map(usesOfExpr) }));
  return [
    ...steps.flatMap(({ action, uses }) => actionTraps(action, uses, protocol.inits.includes(action))),
    ...properties.flatMap(({ property, uses }) => propertyTraps(property, uses, protocol)),
    ...live.flatMap(({ property, uses }) => [...unusedParams(property, uses), ...livenessTraps(property, uses)]),
    ...fieldTraps(protocol, steps.map((s) => s.uses), [...properties.map((p) => p.uses), ...live.flatMap((l) => l.uses)]),
  ].filter((t) => !t.of.includes(".")).map((t) => t.diagnostic);
}

interface Trap { readonly of: string; readonly diagnostic: Diagnostic }

const trap = (of: string, code: Code, span: Span, message: string, help: string, severity: Severity = "warning"): Trap => ({
  of, diagnostic: { code, severity, message, span, help },
});

function actionTraps(action: Action, uses: Uses, init: boolean): Trap[] {
  const never = neverTrue(action.body);
  return [
    ...(never ? [trap(action.name, "T5001", never, `${action.name} can never happen: this is never true`, "mend the condition, or remove the action")] : []),
    ...(uses.writes.size === 0 && !init ? [trap(action.name, "T5010", action.span, `${action.name} changes nothing`, "assign to the state, or remove the action: a step that changes nothing is always allowed")] : []),
    ...unusedParams(action, [uses]),
  ];
}

function unusedParams({ name: of, params }: Action | Liveness, uses: readonly Uses[]): Trap[] {
  const unused = params.filter((p) => !p.name.startsWith("_") && !uses.some((u) => u.locals.has(p.name)));
  return unused.map((p) => trap(of, "T5005", p.span, `${p.name} is never used, so all its values do the same`, `remove it, or name it _${p.name}`));
}

/** What is reached says something; when it has to be may be always. */
function livenessTraps({ name, span }: Liveness, uses: readonly Uses[]): Trap[] {
  return uses.at(-1)?.reads.size === 0 ? [trap(name, "T5004", span, `${name} says nothing about the state that is to come`, "mention a field: this.…")] : [];
}

function propertyTraps(property: Property | Metric, uses: Uses, protocol: Protocol): Trap[] {
  const { kind, name, span } = property;
  const variable = protocol.state.find((f) => f.role === "variable" && uses.reads.has(f.name));
  if (kind === "assume" && variable) {
    return [trap(name, "T5009", span, `an assumption is about constants, and ${variable.name} changes`, `write readonly ${variable.name}, or make this an @invariant or an @init with require(…)`, "error")];
  }
  // `@terminal never() { return false; }` says that the protocol never ends.
  if (kind === "terminal") return [];
  if (uses.reads.size === 0) return [trap(name, "T5004", span, `${name} says nothing about the state`, "mention a field: this.…")];
  if ((kind === "step" || kind === "stepCost") && !uses.readsNext) {
    const instead = kind === "step" ? "make it an @invariant" : "leave the parameter out, for a cost of the state";
    return [trap(name, "T5007", span, `${name} never looks at the state after the step`, `compare with the parameter: next.votes; or ${instead}`)];
  }
  return [];
}

function fieldTraps(protocol: Protocol, steps: readonly Uses[], properties: readonly Uses[]): Trap[] {
  const initials = protocol.state.map((f) => (f.initial ? usesOfExpr(f.initial).reads : new Set<string>()));
  const read = new Set([...[...steps, ...properties].flatMap((u) => [...u.reads]), ...initials.flatMap((r) => [...r])]);
  const written = new Set(steps.flatMap((u) => [...u.writes]));
  return protocol.state.flatMap((f) => {
    if (!read.has(f.name)) return [trap(f.name, "T5003", f.span, `${f.name} is never read`, "use it in a guard or a property, or remove it: it only makes more states")];
    if (f.role === "variable" && !written.has(f.name)) return [trap(f.name, "T5002", f.span, `no action writes ${f.name}`, `write readonly ${f.name} if it is a constant, or change it in an action`)];
    return [];
  });
}
