/** One function per predicate: 1 or 0 for the state at the address `at`; of a step, with the state after it at `next`. */
import { assertNever } from "../../base/assert-never.ts";
import { showSpan } from "../../base/span.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Liveness, Metric, Property, PropertyKind, Protocol } from "../../ir/protocol.ts";
import { showType } from "../../ir/type.ts";
import { predicatesOf } from "../../ir/visit.ts";
import { checkIndexable, fromIndex } from "./index-coding.ts";
import { type KExpr, klocal, konst, mod, udiv } from "./kernel.ts";
import { Lowering } from "./lowering.ts";
import type { Program } from "./program.ts";
import { rules } from "./rules.ts";

export interface NamedPredicate {
  readonly name: string;
  readonly fn: string;
  /** Whether its evaluation can fail. */
  readonly canFail: boolean;
}

/** Lemmas are no business of a search. */
export type Predicates = Readonly<Record<Exclude<PropertyKind, "lemma">, readonly NamedPredicate[]>>;

export function lowerProperties(program: Program, protocol: Protocol): Predicates {
  const ofKind = (kind: PropertyKind): readonly NamedPredicate[] =>
    [...protocol.properties, ...protocol.assumptions].filter((p) => p.kind === kind).map((p) => lowerProperty(program, p));
  return {
    invariant: ofKind("invariant"), step: ofKind("step"), reachable: ofKind("reachable"), constraint: ofKind("constraint"), terminal: ofKind("terminal"), assume: ofKind("assume"),
  };
}

/** Numbers of a state or of a step. What milestones there are is none of the engine's business. */
export const lowerCosts = (program: Program, { metrics }: Protocol): readonly NamedPredicate[] =>
  metrics.filter((m) => m.kind !== "milestone").map((m) => lowerProperty(program, m));

/** What a predicate counts as where its evaluation fails, which is told apart: neither violated nor reached, and beyond a constraint. */
function valueOnFailure(kind: PropertyKind | Metric["kind"]): number {
  switch (kind) {
    case "invariant": case "lemma": case "step": case "terminal": return 1;
    case "reachable": case "constraint": case "assume": case "milestone": case "cost": case "stepCost": return 0;
    default: return assertNever(kind);
  }
}

function lowerProperty(program: Program, property: Property | Metric): NamedPredicate {
  let canFail = false;
  const name = program.globalName(`${property.kind}_${property.name}`);
  const step = property.kind === "step" || property.kind === "stepCost";
  const isNumber = property.kind === "cost" || property.kind === "stepCost";
  const cx = new Lowering(program, rules, {
    now: klocal("at"),
    next: step ? klocal("next") : null,
    stableState: () => true,
    fail: (site) => {
      canFail = true;
      return [
        { op: "violation", what: property.kind === "assume" ? "failure" : "check-failure", index: site, action: -1 },
        { op: "return", value: konst(valueOnFailure(property.kind)) },
      ];
    },
  });
  cx.label("at");
  cx.label("next");
  const body = cx.capture(() => cx.emit({ op: "return", value: isNumber ? cx.int(property.body).value : cx.truth(property.body) }));
  program.functions.push({
    name, doc: [`@${property.kind} ${property.name}  ${showSpan(property.span)}`], params: step ? ["at", "next"] : ["at"], body,
  });
  return { name: property.name, fn: name, canFail };
}

/** A predicate with parameters, which are chosen by number: the place of their values in the order of the interpreter. */
export interface ChosenPredicate { readonly fn: string; readonly choices: number }

/** Of each liveness property, `from` if it has one, then `to`. */
export const lowerChosen = (program: Program, { liveness }: Protocol): readonly ChosenPredicate[] =>
  liveness.flatMap((l) => predicatesOf(l).map((body, i) => lowerChoice(program, l, body, `${l.kind}_${l.name}${l.from && i === 0 ? "_from" : ""}`)));

function lowerChoice(program: Program, { kind, name, params, span }: Liveness, predicate: Expr, hint: string): ChosenPredicate {
  const fn = program.globalName(hint);
  const cx = new Lowering(program, rules, {
    now: klocal("at"), next: null, stableState: () => true,
    fail: (site) => [{ op: "violation", what: "check-failure", index: site, action: -1 }, { op: "return", value: konst(0) }],
  });
  cx.label("at");
  cx.label("choice");
  let choices = 1;
  const body = cx.capture(() => {
    for (const p of params.toReversed()) {
      checkIndexable(cx, p.type, p.span);
      const n = cx.shapes.count(p.type);
      cx.locals.set(p.name, fromIndex(cx, p.type, cx.once(p.name, mod(udiv(klocal("choice"), choices), konst(n)))));
      choices *= n;
    }
    cx.emit({ op: "return", value: cx.truth(predicate) });
  });
  program.functions.push({ name: fn, doc: [`@${kind} ${name}(${params.map((p) => `${p.name}: ${showType(p.type)}`).join(", ")})  ${showSpan(span)}`], params: ["at", "choice"], body });
  return { fn, choices };
}

/** Whether a predicate holds of the state at an address. */
export const holdsAt = ({ fn }: NamedPredicate, at: number): KExpr => ({ op: "call", ty: "i32", fn, args: [konst(at)] });
export const holdsBetween = ({ fn }: NamedPredicate, at: number, next: number): KExpr => ({ op: "call", ty: "i32", fn, args: [konst(at), konst(next)] });

