/** Hints for a proof, as data: what a model says beside lemmas. None is believed; what a hint claims goes the way of every proposal. */

export type Hint =
  /** `claim` is to be shown for each case by itself. */
  | { readonly kind: "case-split"; readonly claim: string; readonly cases: readonly string[]; readonly reason: string }
  /** Values to put for the variables of a lemma or property. */
  | { readonly kind: "instantiate"; readonly property: string; readonly terms: readonly Term[]; readonly reason: string }
  /** A variable that only remembers: what it starts with, and what actions make of it. */
  | { readonly kind: "ghost"; readonly name: string; readonly type: string; readonly initial: string; readonly updates: readonly Update[]; readonly reason: string }
  /** Something that gets smaller until the property holds. */
  | { readonly kind: "ranking"; readonly property: string; readonly measure: string; readonly reason: string }
  /** Stronger than the goal, and perhaps easier. */
  | { readonly kind: "claim"; readonly formula: string; readonly reason: string };

interface Term { readonly variable: string; readonly value: string }
interface Update { readonly action: string; readonly value: string }

export interface HintReport {
  readonly hint: Hint;
  readonly use: HintUse;
}

export type HintUse =
  /** Its formulas are among the proposals of the round. */
  | { readonly kind: "proposed"; readonly formulas: readonly string[] }
  /** Whoever has the protocol makes the instance, see `instantiate.ts`. */
  | { readonly kind: "instance" }
  /** It is among the ghosts of the round. */
  | { readonly kind: "ghost" }
  | { readonly kind: "not-used"; readonly why: string };

/** What can be made of a hint: formulas to judge like any others. */
export function useOf(hint: Hint): HintUse {
  switch (hint.kind) {
    case "claim": return { kind: "proposed", formulas: [hint.formula] };
    // The claim for each case, and that there is no other case: from these it follows.
    case "case-split": return { kind: "proposed", formulas: [...hint.cases.map((c) => `implies(${c}, ${hint.claim})`), hint.cases.map((c) => `(${c})`).join(" || "), hint.claim] };
    case "instantiate": return { kind: "instance" };
    case "ghost": return { kind: "ghost" };
    case "ranking": return { kind: "not-used", why: "there are no liveness properties yet, so nothing can be ranked" };
  }
}
