/** What somebody who is mistaken would propose as lemmas of a protocol: its own formulas with a mistake, negated, contradictory, circular. */
import * as fc from "fast-check";
import * as b from "../../src/ir/build.ts";
import type { Expr, Stmt } from "../../src/ir/expr.ts";
import type { Property, Protocol } from "../../src/ir/protocol.ts";
import { freeLocals, renameBound } from "../../src/ir/substitute.ts";
import { walkExpr } from "../../src/ir/visit.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { protocolsOf } from "../property/arbitrary-protocol.ts";
import { mutated } from "../property/mutate-protocol.ts";

/** @param most of them, evenly from all */
export function mistaken(protocol: Protocol, seed: number, most: number): Expr[] {
  const span = { ...protocol.span, file: "proposal" };
  const claims = protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma");
  const all = [
    b.boolLit(true, span), b.boolLit(false, span),
    ...claims.flatMap(({ body }) => {
      const again = renameBound(body, (name) => `${name}Again`);
      return [b.connective("implies", body, again, span), b.connective("and", body, b.not(again, span), span), b.not(body, span)];
    }),
    ...claims.flatMap((p) => mutants(protocol, p, seed)),
    ...[...claims, ...protocol.assumptions].flatMap((p) => closedParts(p.body)).flatMap((e) => [e, b.not(e, span)]),
    ...protocol.actions.flatMap((a) => guards(a.body)).flatMap(closures).flatMap((e) => [e, b.not(e, span)]),
  ].filter((body) => isWellFormed(protocol, body));
  const stride = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * stride)]);
}

/** Locals of statements are not renamed, and may be doubled. */
const isWellFormed = (protocol: Protocol, body: Expr): boolean =>
  problemsOf({ ...protocol, properties: [...protocol.properties, { kind: "lemma", name: "proposed", doc: "", body, span: body.span }] }).length === 0;

const mutantsOfEach = 8;

/** The property with a mistake. */
export function mutants(protocol: Protocol, property: Property, seed: number): Expr[] {
  const alone: Protocol = { ...protocol, actions: [], inits: [], assumptions: [], properties: [{ ...property, kind: "invariant" }] };
  const changed = fc.sample(protocolsOf((c) => ({ protocol: mutated(alone, c), choice: { sizes: {}, options: {} } })), { seed, numRuns: mutantsOfEach });
  return changed.map((r) => r.protocol.properties[0].body);
}

function closedParts(expr: Expr): Expr[] {
  const found: Expr[] = [];
  walkExpr(expr, { expr: (e) => { if (e !== expr && e.type.kind === "bool" && e.kind !== "literal" && freeLocals(e).size === 0) found.push(e); } });
  return found;
}

const guards = (body: readonly Stmt[]): Expr[] => body.flatMap((s) => (s.kind === "require" ? [s.cond] : []));

/** For all values of what is free in it, and for some. */
function closures(expr: Expr): Expr[] {
  const free = [...freeLocals(expr)];
  const close = (kind: "forall" | "exists"): Expr => free.reduce<Expr>((e, [name, type]) => b.fold(kind, name, { kind: "type", type }, e, expr.span), expr);
  return free.length === 0 ? [expr] : [close("forall"), close("exists")];
}
