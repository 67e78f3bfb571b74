/** What a run that goes on for ever shows, in words. */
import type { FairInstance, LassoEnd } from "../interp/trace.ts";

export const kindWords: Readonly<Record<LassoEnd["kind"], string>> = { eventually: "eventually", leadsTo: "leads-to" };

/** `goes`: what follows the last step. `owed`: what should have come, and never does. */
export function lassoWords({ kind, loop, since, steps }: LassoEnd): { readonly goes: string; readonly owed: string } {
  const goes = loop < steps ? `… and so on for ever, from step ${loop + 1}` : "… and nothing more, for ever: no fair action is enabled";
  const owed = `${kind === "eventually" ? "It never holds" : `It is owed ${since === 0 ? "from the start" : `after step ${since}`}, and never comes`}:`;
  return { goes, owed };
}

/** Why a fair instance that is enabled in the loop need not do more. */
export const owedNothing = ({ fairness, why, step }: FairInstance): string =>
  `is ${fairness === "strong" ? "strongly fair" : "fair"}, and ${why === "taken" ? `taken in step ${step}` : `disabled ${step === 0 ? "at the start" : `after step ${step}`}`}`;
