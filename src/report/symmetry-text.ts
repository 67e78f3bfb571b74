/** What a search up to symmetry counted, and which sorts it told apart. */
import { showSpan } from "../base/span.ts";
import type { SearchReport } from "../pipeline/report.ts";
import { plural } from "./figures.ts";

/** `920 states up to symmetry of RM, which stand for 296,448`. */
export function statesText({ distinctStates, representedStates, symmetry }: SearchReport): string {
  const states = plural(distinctStates, "state");
  if (!symmetry || symmetry.sorts.length === 0) return states;
  const upTo = `${states} up to symmetry of ${symmetry.sorts.join(", ")}`;
  return representedStates === undefined ? upTo : `${upTo}, which stand for ${manyText(representedStates)}`;
}

/** Beyond 2^53 a number is an estimate. */
const manyText = (n: number): string => (n <= Number.MAX_SAFE_INTEGER ? n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",") : `about ${n.toExponential(1).replace("e+", "e")}`);

/** Of unordered sorts only: that an order is one needs no saying. */
export const apartTexts = ({ symmetry }: SearchReport): string[] =>
  (symmetry?.apart ?? []).filter((d) => d.reason !== "it is ordered").map((d) => `no symmetry of ${d.sort}: ${d.reason} (${showSpan(d.span)})`);
