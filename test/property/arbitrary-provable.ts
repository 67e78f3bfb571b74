/** Random protocols of which much can be proved, and much cannot: patterns with noise and mistakes, and published protocols with mistakes. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compileSpec } from "../../src/frontend/protocol.ts";
import * as b from "../../src/ir/build.ts";
import type { Expr } from "../../src/ir/expr.ts";
import type { Protocol, SortDecl } from "../../src/ir/protocol.ts";
import { sort as sortNamed } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import { fieldsWritten } from "../../src/interp/step.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { protocolsOf, type RandomProtocol } from "./arbitrary-protocol.ts";
import type { Choices } from "./choices.ts";
import { withLocal } from "./gen-expr.ts";
import { ProvableGen, provableTypes } from "./gen-provable.ts";
import { provableBody } from "./gen-provable-stmt.ts";
import { mutated } from "./mutate-protocol.ts";
import { patterns, Plan } from "./provable-patterns.ts";

const span = { file: "random.ts", line: 1, column: 1, endLine: 1, endColumn: 2 };

export function provableProtocol(c: Choices): RandomProtocol {
  const made = c.chance(12) ? published(c) : composed(c);
  if (!c.chance(75)) return made;
  const once = mutated(made.protocol, c), protocol = c.chance(40) ? mutated(once, c) : once;
  // A change may leave something that the front end refuses.
  return problemsOf(protocol).length === 0 ? { ...made, protocol } : made;
}
export const arbitraryProvable = protocolsOf(provableProtocol);

function composed(c: Choices): RandomProtocol {
  const sorts: SortDecl[] = [
    { name: "Node", ordered: false, size: null, span },
    ...(c.chance(60) ? [{ name: "Term", ordered: true, size: null, span }] : []),
    ...(c.chance(30) ? [{ name: "Key", ordered: false, size: null, span }] : []),
  ];
  const sizes = Object.fromEntries(sorts.map((s) => [s.name, c.between(1, 3)]));
  const plan = new Plan(new ProvableGen(c, provableTypes(c, sorts, sizes)));
  c.times(1, 2, () => c.pick(patterns)(plan));
  if (c.chance(75)) noise(plan);
  const protocol: Protocol = {
    name: "Random", doc: "", span, sorts, scope: {}, state: plan.fields, assumptions: plan.assumptions, inits: plan.inits, actions: plan.actions, properties: plan.properties, liveness: [], designs: [], metrics: [],
  };
  return { protocol, choice: { sizes, options: {} } };
}

/** Fields, actions and properties that need not make sense. */
function noise(plan: Plan): void {
  const { g, c } = plan;
  for (const { name, ordered } of g.types.sorts) if (!ordered) plan.field(sortNamed(name), null, "constant");
  c.times(0, 2, () => {
    const type = g.types.any();
    const open = g.types.cardinality(type) <= 8 && c.chance(20);
    plan.field(type, open ? null : g.expr(type, plan.scope(), c.chance(20) ? 1 : 0), c.chance(10) ? "constant" : "variable");
  });
  const params = (): t.Type[] => c.times(0, 2, () => g.types.anyWhere((x) => ["sort", "bool", "enum", "union", "record"].includes(x.kind) && g.types.cardinality(x) <= 16, t.bool));
  const body = (require: boolean) => (...args: Expr[]) => {
    const locals = args.filter((a) => a.kind === "local");
    return provableBody(g, locals.reduce((s, a) => withLocal(s, a.name, a.type), plan.scope({ require, writes: true })));
  };
  if (c.chance(25)) plan.action(params(), body(c.chance(20)), plan.inits);
  c.times(0, 2, () => plan.action(params(), body(true)));
  c.times(1, 3, () => plan.property(c.chance(20) ? "lemma" : "invariant", invariant(plan)));
  if (c.chance(30)) plan.property("step", g.bool(plan.scope({ next: true }), 3));
  if (c.chance(15)) plan.property("assume", b.connective("or", g.bool(plan.scope(), 1), g.bool(plan.scope(), 1), g.span()));
}

function invariant(plan: Plan): Expr {
  const { g } = plan;
  const domain = g.domain(plan.scope(), 1);
  return g.bound(domain, plan.scope(), (name, inner) =>
    b.fold("forall", name, domain, b.connective("implies", g.bool(inner, 2), g.bool(inner, 2), g.span()), g.span()));
}

const compiled = new Map<string, Protocol>();
let names: readonly string[] | undefined;

/** A protocol of `specs/`, with what its proof adds. */
function published(c: Choices): RandomProtocol {
  // Those without proof have few invariants that a proof can say.
  names ??= readdirSync("specs").toSorted().filter((name) => existsSync(join("specs", name, "proof.ts")));
  const name = c.pick(names);
  const folder = join("specs", name);
  const known = compiled.get(name) ?? compileSpec(folder, { proof: join(folder, "proof.ts") }).protocol;
  compiled.set(name, known);
  const written = fieldsWritten(known.actions);
  const constants = known.state.some((f) => f.initial === null && !written.has(f.name));
  return { protocol: known, choice: { sizes: { ...known.scope, ...Object.fromEntries(known.sorts.map((s) => [s.name, c.between(1, constants ? 2 : 3)])) }, options: {} } };
}
