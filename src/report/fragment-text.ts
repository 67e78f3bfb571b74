/** Fragments of logic in a reader's words. */
import type { Fragment, Maker, Outside } from "../pipeline/prove-report.ts";

/** What is wrong with a goal for which no solver is sure to come to an end, and what may help. */
export function outsideText(why: Outside): readonly [what: string, advice: string] {
  switch (why.kind) {
    case "circle": {
      const way = why.edges.map((e) => ` → ${sortText(e.to)} (${makerText(e.by)})`).join("");
      return [
        `outside the decidable fragment: ${sortText(why.edges[0].from)}${way}`,
        "A solver may not come to an end there. Break the circle: a set of pairs in place of a function, or a formula without `exists` under `forall`.",
      ];
    }
    case "quantified-integer": return [
      `outside the decidable fragment: a quantifier over integers (${makerText(why.at)})`,
      "A solver may not come to an end there. Where only the order of the numbers matters, a sort with an Order is easier.",
    ];
    case "nonlinear": return [`outside the decidable fragment: a product or quotient of variables (${makerText(why.at)})`, "A solver may not come to an end there."];
  }
}

const makerText = ({ what, kind, span }: Maker): string => `${kind === "quantifiers" && span ? "exists in " : ""}${what}${span ? `, ${span.file}:${span.line}` : ""}`;

/** As the spec writes it. */
export const sortText = (sort: string): string => sort.replace(/^Majority!(.*)$/, "Majority<$1>");

export const fragmentName: Readonly<Record<Fragment["kind"], string>> = {
  propositional: "propositional", epr: "EPR", integers: "with integers", outside: "outside the decidable fragment",
};
