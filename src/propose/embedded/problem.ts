/** One small instance, its atoms and its steps, as the search for clauses sees it. */
import { FiniteSorts } from "../../backends/smt/finite-sorts.ts";
import { Machine } from "../../backends/smt/machine.ts";
import { not, or, type Term, tt } from "../../backends/smt/term.ts";
import { type SymValue, termValue } from "../../backends/smt/value.ts";
import { setValue } from "../../interp/value.ts";
import type { FiniteProblem } from "../../../verifier/infer/finite-problem.ts";
import type { Grounding, Instance } from "./ground.ts";
import type { Variable } from "./vocabulary.ts";

const valueTerm = (sorts: FiniteSorts, type: Variable["type"], n: number): Term =>
  sorts.encode(type, type.kind === "sort" ? n : setValue([...n.toString(2)].toReversed().flatMap((bit, i) => (bit === "1" ? [i] : []))));

/** @throws Unsupported where an action or an atom cannot be said in logic */
export function stepsOf(instance: Instance, { ground }: Grounding, variables: readonly Variable[]): FiniteProblem["steps"] {
  const { protocol } = instance;
  const sorts = new FiniteSorts(protocol.sorts);
  const types = new Map(variables.map((v) => [v.name, v.type]));
  const locals = ground.map(({ assignment }) => new Map([...assignment].map(([name, n]): [string, SymValue] => [name, termValue(valueTerm(sorts, types.get(name)!, n))])));
  return protocol.actions.map((action) => {
    const machine = new Machine(protocol, sorts);
    const { env, hypotheses } = machine.anyState();
    const step = machine.step(action, env);
    const said = (prefix: string, state: typeof env.state): { name: string; term: Term }[] =>
      ground.map(({ atom }, i) => ({ name: `${prefix}!${i}`, term: machine.closed(atom, { locals: locals[i], state }) }));
    const named = [...said("b", env.state), ...said("a", step.after)];
    const query = machine.query(step.definitions, [
      ...hypotheses, ...step.parameters, step.enabled, { name: "nothing fails", term: not(or(...step.failing.map((f) => f.when))) },
      ...named.map(({ name, term }) => ({ name, term: `(= ${name} ${term})` })),
    ], tt);
    const text = [...query.declarations, ...named.map(({ name }) => `(declare-const ${name} Bool)`), ...query.hypotheses.map((h) => `(assert ${h.term})`)].join("\n");
    return { name: action.name, text };
  });
}
