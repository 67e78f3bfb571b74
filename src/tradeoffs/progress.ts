/** Whether milestones stay possible, whatever faults do within their budgets. */
import { InternalError } from "../base/assert-never.ts";
import type { Protocol } from "../ir/protocol.ts";
import { withMilestones } from "../passes/measured.ts";
import { reduced } from "../passes/reduced.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { Reached, type Weight } from "../../verifier/explicit/graph-best.ts";
import { Worst } from "../../verifier/explicit/graph-worst.ts";
import type { ExploreOptions, MilestoneProgress, ProgressReport } from "./report.ts";
import { isConstrained, notExplored, type Steps, stepsOf } from "./steps.ts";

/** Kinds of steps. */
const own = 0, repair = 1, fault = 2;

/**
 * From every state that is reachable, faults and repairs included: can own steps alone lead to the milestone? That it is possible does
 * not say that it happens, which only a scheduler that is fair to the right steps brings about.
 * @throws DiagnosticsError where a milestone has no value; InternalError where engines disagree
 */
export async function progress({ instance: prepared }: Pick<Prepared, "instance">, options: ExploreOptions = {}): Promise<ProgressReport> {
  const instance = { ...withMilestones(prepared), metrics: [] };
  const docs = instance.properties.map(({ name, doc }) => ({ milestone: name, doc }));
  const unknown = docs.map((d): MilestoneProgress => ({ ...d, verdict: "unknown" }));
  if (unknown.length === 0) return { ...notExplored(instance, "complete"), milestones: [] };
  if (isConstrained(prepared)) return { ...notExplored(instance, "constraint"), milestones: unknown };
  const kindOf = ({ role }: Protocol["actions"][number]): number => (role === "fault" ? fault : role === "repair" ? repair : own);
  const { explored, steps } = await stepsOf({ instance, model: reduced(instance) }, 3, kindOf, options);
  return { ...explored, milestones: steps ? docs.map((d, i) => ({ ...d, ...settled(steps, steps.holds[i], d.milestone) })) : unknown };
}

function settled(steps: Steps, holds: Uint8Array, milestone: string): Pick<MilestoneProgress, "verdict" | "run" | "afterRepair"> {
  const { graph } = steps;
  const none = new Uint8Array(graph.count);
  /** The states from which no steps of the first kinds lead to the milestone. */
  const stuckWith = (kinds: number): ((state: number) => boolean) => {
    const weight: Weight = (step) => (graph.kind[step] <= kinds ? 0 : -1);
    const { cost } = new Worst(graph, holds, weight, Array(graph.count).keys());
    return (state) => cost[state] < 0;
  };
  const reached = new Reached(graph, none, () => 0);
  const runTo = (state: number): MilestoneProgress["run"] => steps.trace(reached.runTo(state), { kind: "stuck", name: milestone });
  const stuck = reached.nearest(stuckWith(own));
  if (stuck === undefined) return { verdict: "holds" };
  const blocked = reached.nearest(stuckWith(repair));
  if (blocked === undefined) return { verdict: "violated", run: runTo(stuck), afterRepair: "recovers" };
  if (reached.length[blocked] < reached.length[stuck]) throw new InternalError("progress: repairs make it worse");
  return { verdict: "violated", run: runTo(blocked), afterRepair: "blocked" };
}
