/**
 * For every implication among the invariants, a hidden `reachable`: can its left side become true? An invariant of
 * which it cannot holds for the wrong reason.
 */
import { boolLit, connective, fold } from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { walkExpr } from "../ir/visit.ts";
import type { Pass } from "./runner.ts";

const prefix = "antecedent of ";

export const vacuityPass: Pass = { name: "vacuity", needs: [], gives: ["antecedents"], run: addAntecedents };

/** The invariant that a hidden property belongs to, or undefined for a property of the spec (whose name has no space). */
export const invariantOfAntecedent = (name: string): string | undefined =>
  name.startsWith(prefix) ? name.slice(prefix.length).replace(/ #\d+$/, "") : undefined;

export function addAntecedents(protocol: Protocol): Protocol {
  const hidden = protocol.properties.flatMap((p) => (p.kind === "invariant" ? antecedentsOf(p) : []));
  return { ...protocol, properties: [...protocol.properties, ...hidden] };
}

/** Of a step property, too, as far as they are about the state before the step alone: the others are not predicates of a state. */
export function antecedentsOf(invariant: Property): Property[] {
  const found = conditions(invariant.body).filter((c) => !looksAhead(c));
  return found.map((body, i) => ({
    kind: "reachable",
    name: `${prefix}${invariant.name}${found.length > 1 ? ` #${i + 1}` : ""}`,
    doc: "",
    body,
    span: body.span,
  }));
}

/**
 * What must be possible for an invariant to say something, one condition for each implication in it. A condition is
 * evaluated no further than the invariant itself where that holds, so it fails only where the invariant does.
 */
function conditions(e: Expr): Expr[] {
  if (e.kind === "fold" && e.op === "forall") return conditions(e.body).map((c) => fold("exists", e.local, e.domain, c, e.span));
  if (e.kind === "connective" && e.op === "and") {
    return [...conditions(e.left), ...conditions(e.right).map((c) => connective("and", e.left, c, e.right.span))];
  }
  const implication = splitImplication(e);
  if (!implication) return [];
  const inner = conditions(implication.then);
  const ifs = implication.ifs;
  return inner.length > 0 ? inner.map((c) => connective("and", ifs, c, ifs.span)) : [ifs];
}

function looksAhead(condition: Expr): boolean {
  let ahead = false;
  walkExpr(condition, { expr: (e) => { ahead ||= e.kind === "state" && e.when === "next"; } });
  return ahead;
}

/** `implies(a, b)`, `!a || b`, `!a || !b || c`. */
function splitImplication(e: Expr): { readonly ifs: Expr; readonly then: Expr } | undefined {
  if (e.kind !== "connective") return undefined;
  if (e.op === "implies") return { ifs: e.left, then: e.right };
  if (e.op !== "or") return undefined;
  const parts = disjuncts(e);
  const firstOther = parts.findIndex((p) => p.kind !== "not");
  const split = firstOther < 0 ? parts.length - 1 : firstOther;
  if (split === 0) return undefined;
  const ifs = parts.slice(0, split).map((p) => (p.kind === "not" ? p.arg : boolLit(true, p.span)));
  return {
    ifs: ifs.reduce((a, b) => connective("and", a, b, a.span)),
    then: parts.slice(split).reduce((a, b) => connective("or", a, b, a.span)),
  };
}

const disjuncts = (e: Expr): Expr[] => (e.kind === "connective" && e.op === "or" ? [...disjuncts(e.left), ...disjuncts(e.right)] : [e]);
