/** One small instance, its atoms and its steps, as the search for clauses sees it. */
import { FiniteSorts } from "../../backends/smt/finite-sorts.ts";
import { Machine } from "../../backends/smt/machine.ts";
import { and, not, or, type Term, tt } from "../../backends/smt/term.ts";
import { type SymValue, termValue } from "../../backends/smt/value.ts";
import { setValue } from "../../interp/value.ts";
import type { FiniteProblem } from "../../../verifier/infer/finite-problem.ts";
import type { Instance } from "./ground.ts";
import { type Ground, leastMajorities } from "./grounding.ts";
import type { Variable } from "./vocabulary.ts";

const valueTerm = (sorts: FiniteSorts, type: Variable["type"], n: number): Term =>
  sorts.encode(type, type.kind === "sort" ? n : setValue([...n.toString(2)].toReversed().flatMap((bit, i) => (bit === "1" ? [i] : []))));

/** @throws Unsupported where an action or an atom cannot be said in logic */
export function stepsOf({ protocol }: Instance, ground: readonly Ground[], variables: readonly Variable[]): FiniteProblem["steps"] {
  const sorts = new FiniteSorts(protocol.sorts);
  const types = new Map(variables.map((v) => [v.name, v.type]));
  const machine = new Machine(protocol, sorts);
  const { env: before, hypotheses } = machine.anyState();
  const after = machine.stateAfter();
  const said = (prefix: string, state: typeof before.state): Equation[] => ground.map((g, i) => ({
    name: `${prefix}!${i}`,
    term: g.kind === "agreed" ? agreedTerm(g, prefix) : machine.closed(g.atom, { locals: localsOf(g.assignment), state }),
  }));
  const localsOf = (assignment: ReadonlyMap<string, number>): Map<string, SymValue> =>
    new Map([...assignment].map(([name, n]): [string, SymValue] => [name, termValue(valueTerm(sorts, types.get(name)!, n))]));
  // Of every action the same: what it leaves as it is has a name afterwards, too.
  const named = [...said("b", before.state), ...said("a", after)];
  return protocol.actions.map((action) => {
    const step = machine.step(action, before);
    const kept = protocol.state.filter((f) => !step.changed.has(f.name)).flatMap((f) => machine.keeps(f, before));
    const query = machine.query([...step.definitions, ...kept], [
      ...hypotheses, ...step.parameters, step.enabled, { name: "nothing fails", term: not(or(...step.failing.map((f) => f.when))) },
      ...named.map(({ name, term }) => ({ name, term: `(= ${name} ${term})` })),
    ], tt);
    const text = [...query.declarations, ...named.map(({ name }) => `(declare-const ${name} Bool)`), ...query.hypotheses.map((h) => `(assert ${h.term})`)].join("\n");
    return { name: action.name, text };
  });
}

interface Equation { readonly name: string; readonly term: Term }

/** By the names of the ground atoms that it is made of. */
function agreedTerm({ op, members }: Extract<Ground, { kind: "agreed" }>, prefix: string): Term {
  const literal = (l: number): Term => ((l & 1) === 0 ? `${prefix}!${l >>> 1}` : not(`${prefix}!${l >>> 1}`));
  const satisfied = members.map((literals) => (op === "and" ? and : or)(...literals.map(literal)));
  return or(...leastMajorities(members.length).map((majority) => and(...majority.map((i) => satisfied[i]))));
}
