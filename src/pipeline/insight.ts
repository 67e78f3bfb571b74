/** Why an instance has so many states, and whether its properties say anything: what `tenet check --insight` counts. */
import { emitModel } from "../backends/explicit/emit-model.ts";
import { type Layout, packedBits } from "../backends/explicit/layout.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { antecedentsOf, invariantOfAntecedent } from "../passes/vacuity.ts";
import type { SearchResult } from "../../verifier/contract/search.ts";
import { Tally } from "../../verifier/explicit/tally.ts";
import { propertiesOf } from "./evidence.ts";
import type { Insight, PropertyInsight } from "./insight-report.ts";
import type { Prepared } from "./prepare.ts";
import { withoutQuantifiers } from "./warnings.ts";

export function tallyOf(model: Protocol, layout: Layout): Tally {
  const watched = { ...model, inits: [], actions: [], metrics: [], liveness: [], properties: predicatesOf(model) };
  return new Tally(model.actions.length, instantiateModule(emitModel(watched).source), fieldsOf(layout).map((f) => packedBits(layout, f)));
}

/** Reachables of the spec and what implications in its properties need, each a predicate of a state. */
const predicatesOf = (model: Protocol): readonly Property[] => [...propertiesOf(model, "reachable"), ...propertiesOf(model, "step").flatMap(antecedentsOf)];

const fieldsOf = (layout: Layout): Layout["fields"] => layout.fields.filter((f) => packedBits(layout, f).length > 0);

export function insightOf(tally: Tally, { stats }: SearchResult, { instance, model }: Prepared, layout: Layout): Insight {
  const bitsOf = ({ offset, slots }: { offset: number; slots: number }): number => layout.slots.slice(offset, offset + slots).reduce((sum, { bits }) => sum + bits, 0);
  const variables = fieldsOf(layout).map((f, i) => ({ name: f.field.name, bits: bitsOf(f), values: tally.values[i].count, exact: tally.values[i].exact }));
  const varying = new Set(variables.map((v) => v.name));
  return {
    states: tally.states,
    expanded: tally.expansions,
    bits: variables.reduce((sum, { bits }) => sum + bits, 0),
    actions: instance.actions.map(({ name }) => {
      const index = model.actions.findIndex((a) => a.name === name);
      return index < 0 ? { name, enabled: 0, fired: 0, found: 0 } : { name, enabled: stats.enabled[index], fired: tally.led[index], found: tally.discovered[index] };
    }),
    properties: propertyInsights(tally, instance, model),
    variables: variables.toSorted((a, b) => b.bits - a.bits),
    constants: instance.state.filter((f) => f.role === "variable" && !varying.has(f.name)).map((f) => f.name),
    levels: stats.levels,
    branching: { average: tally.expansions === 0 ? 0 : stats.transitions / tally.expansions, most: tally.mostSteps, withoutSteps: tally.withoutSteps },
  };
}

/** Of those that have a condition. */
function propertyInsights({ held }: Tally, instance: Protocol, model: Protocol): PropertyInsight[] {
  const predicates = predicatesOf(model);
  return instance.properties.flatMap(({ name, kind }) => {
    if ((kind !== "invariant" && kind !== "step" && kind !== "reachable") || invariantOfAntecedent(name) !== undefined) return [];
    const conditions = predicates.flatMap((p, i) => ((kind === "reachable" ? p.name : invariantOfAntecedent(p.name)) === name ? [{ span: kind === "reachable" ? p.span : withoutQuantifiers(p.body).span, states: held[i] }] : []));
    return conditions.length === 0 ? [] : [{ name, kind, conditions }];
  });
}
