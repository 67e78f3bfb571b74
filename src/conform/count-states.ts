/** How many states an instance has: the generated checker knows soon where the interpreter would take long to find out that they are too many. */
import { emitModel } from "../backends/explicit/emit-model.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import type { Protocol } from "../ir/protocol.ts";
import { withMemory } from "../pipeline/search-report.ts";
import type { SearchLimits } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";
import type { Call } from "./space.ts";

/**
 * @param model of which only the actions of these calls happen
 * @returns undefined where a limit was reached
 */
export async function countStates(model: Protocol, calls: readonly Call[], limits: SearchLimits, interrupted: () => boolean): Promise<number | undefined> {
  const bound = new Set(calls.map((c) => c.action.name));
  const steps = { ...model, actions: model.actions.filter((a) => bound.has(a.name)), properties: model.properties.filter((p) => p.kind === "constraint"), liveness: [], metrics: [] };
  const { end, stats } = await search(
    instantiateModule(emitModel(steps).source), { limits: withMemory(limits), deadlock: "ignore", keepGoing: true, visited: "exact" }, { interrupted },
  );
  return end === "complete" ? stats.distinctStates : undefined;
}
