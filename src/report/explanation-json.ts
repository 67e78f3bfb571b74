import type { Explanation, GoalGrounds } from "../pipeline/prove-report.ts";
import { fragmentJson } from "./fragment-json.ts";
import { locationJson } from "./json.ts";

export const explanationJson = ({ goals, unneeded, removable }: Explanation): object => ({ goals: goals.map(goalJson), unneeded, removable });

function goalJson({ goal, kind, property, action, needs, minimal, fragment }: GoalGrounds): object {
  return {
    goal, kind, property, ...(action !== undefined && { action }),
    needs: needs.map(({ part, property, span }) => ({ part, property, location: span ? locationJson(span) : null })),
    minimal, fragment: fragmentJson(fragment),
  };
}
