/**
 * A loop over a domain without a bound, where its rounds cannot see each other. Then the loop is one update of all
 * elements at once. Each field or local that the body writes must be written in one of two ways only, and not be read otherwise:
 * - at the round's own element: `this.seen[n] = …`
 * - by adding: `this.sent.add({ kind: "vote", to: n })`.
 * Any other loop is outside what can be proved.
 */
import type { Expr, PathStep, Place, Stmt } from "../../ir/expr.ts";
import { domainType } from "../../ir/build.ts";
import { sameType, type Type } from "../../ir/type.ts";
import { walkStmts } from "../../ir/visit.ts";
import { bind, type Context, type Env } from "./context.ts";
import { inDomain, type Member } from "./eval-domains.ts";
import { and, exists, ff, forall, implies, or, type Term } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue } from "./value.ts";

type For = Extract<Stmt, { kind: "for" }>;
type Way = "own element" | "adding";
interface Written { readonly root: Place["root"]; readonly way: Way }
/** The state after one round, and when the round may happen. */
export type Round = (env: Env) => { readonly env: Env; readonly enabled: Term };

export function parallelFor(stmt: For, all: readonly Member[], env: Env, cx: Context, run: Round): { env: Env; enabled: Term } {
  const written = writtenBy(stmt);
  const round = (element: SymValue, from: Env) => run(bind(from, stmt.local, element));
  // Noted here, once: where a round can fail, and that every round must be able to happen.
  const enabled = and(...all.map((m) => forall(m.vars, implies(m.where, cx.under(m.where, m.vars, () => round(m.value, env).enabled)))));
  const quietly = (element: SymValue, from: Env): Env => cx.observe(() => round(element, from)).value.env;

  let after = env;
  for (const { root, way } of written) {
    const old = (root.kind === "state" ? env.state : env.locals).get(root.name)!;
    const set = (in_: Env, value: SymValue): Env => (root.kind === "state"
      ? { ...in_, state: new Map(in_.state).set(root.name, value) }
      : { ...in_, locals: new Map(in_.locals).set(root.name, value) });
    const get = (in_: Env): SymValue => (root.kind === "state" ? in_.state : in_.locals).get(root.name)!;
    after = set(after, way === "adding"
      ? { kind: "set", has: (y) => or(as("set", old).has(y), ...all.map((m) => exists(m.vars, and(m.where, as("set", get(quietly(m.value, set(env, { kind: "set", has: () => ff })))).has(y))))) }
      : { kind: "map", at: (k) => cx.shapes.ite(inDomain(stmt.domain, k, env, cx, stmt.span), as("map", get(quietly(k, env))).at(k), as("map", old).at(k), valueOf(root.type), stmt.span) });
  }
  return { env: after, enabled };
}

const valueOf = (type: Type): Type => (type.kind !== "map" ? type : type.total ? type.value : { kind: "option", of: type.value });

/** What the body writes, and how. @throws Unsupported when its rounds may see each other */
function writtenBy(stmt: For): Written[] {
  const refuse = (why: string, span = stmt.span): never => {
    throw new Unsupported(`a loop without a bound ${why}: its rounds must be independent`, span);
  };
  const found = new Map<string, Written>();
  const own = new Set<string>();
  /** Reads of what is written that see nothing of other rounds. */
  const harmless = new Set<Expr>();
  /** A sequence may hold an element twice, and then its second round sees the first. */
  const repeats = stmt.domain.kind === "elements" && stmt.domain.of.type.kind === "seq";
  walkStmts(stmt.body, {
    stmt(s) {
      if (s.kind === "let") own.add(s.name);
      if (s.kind === "return" || s.kind === "break" || s.kind === "continue") refuse(`with ${s.kind} in it`, s.span);
      if (s.kind !== "assign" || (s.place.root.kind === "local" && own.has(s.place.root.name))) return;
      const { root, path } = s.place;
      const adding = path.length === 0 && root.type.kind === "set" ? addedTo(s.value, root) : undefined;
      const way: Way | undefined = atOwn(path[0], stmt.local) && root.type.kind === "map" && sameType(root.type.key, domainType(stmt.domain)) && !repeats
        ? "own element"
        : adding ? "adding" : undefined;
      const known = found.get(keyOf(root));
      if (!way || (known && known.way !== way)) return refuse(`that writes ${root.name} other than at its own element or by adding`, s.span);
      if (adding) harmless.add(adding);
      found.set(keyOf(root), { root, way });
    },
  });
  walkStmts(stmt.body, {
    expr(e) {
      const root = e.kind === "state" ? { kind: e.kind, name: e.field } : e.kind === "local" ? e : undefined;
      if (e.kind === "at" && e.key.kind === "local" && e.key.name === stmt.local) harmless.add(e.collection);
      if (root && found.has(keyOf(root)) && !harmless.has(e)) refuse(`that reads ${root.name}, which other rounds write`, e.span);
    },
  });
  return [...found.values()];
}

const atOwn = (step: PathStep | undefined, local: string): boolean => step?.kind === "at" && step.key.kind === "local" && step.key.name === local;

/** The read of a set to which `value` adds one element, if that is what it does. */
function addedTo(value: Expr, root: Place["root"]): Expr | undefined {
  if (value.kind !== "with" || value.op !== "add") return undefined;
  const { collection: c } = value;
  return (c.kind === "state" && root.kind === "state" && c.field === root.name) || (c.kind === "local" && root.kind === "local" && c.name === root.name) ? c : undefined;
}

/** A local may have the name of a field. */
const keyOf = ({ kind, name }: Pick<Place["root"], "kind" | "name">): string => `${kind} ${name}`;
