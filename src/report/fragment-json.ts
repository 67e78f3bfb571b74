import type { Fragment, Maker } from "../pipeline/prove-report.ts";
import { sortText } from "./fragment-text.ts";
import { locationJson } from "./json.ts";

export function fragmentJson(fragment: Fragment): object {
  if (fragment.kind !== "outside") return { kind: fragment.kind };
  const { why } = fragment;
  return {
    kind: "outside",
    because: why.kind,
    path: why.kind === "circle" ? why.edges.map((e) => ({ from: sortText(e.from), to: sortText(e.to), ...makerJson(e.by) })) : [makerJson(why.at)],
  };
}

const makerJson = ({ what, kind, span }: Maker): object => ({ by: kind, what, location: span ? locationJson(span) : null });
