/** What a mismatch looks like to whoever has to find its cause. */
import { print } from "../../src/ir/print.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import type { Comparison, Outcome } from "./compare.ts";

export function describeMismatch({ protocol, choice }: RandomProtocol, problem: Comparison | Error): string {
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : differences(problem);
  return `${what}\n\nchoice ${JSON.stringify(choice)}\n${print(protocol)}`;
}

function differences({ interpreted, generated }: Comparison): string {
  const lines = (["end", "distinctStates", "transitions", "depth"] as const)
    .filter((k) => interpreted[k] !== generated[k])
    .map((k) => `${k}: interpreter ${interpreted[k]}, generated ${generated[k]}`);
  for (const k of ["enabled", "findings"] as const) lines.push(...unequal(k, interpreted[k], generated[k]));
  lines.push(...lacking("interpreter", interpreted, generated), ...lacking("generated", generated, interpreted));
  return lines.join("\n");
}

function unequal(what: string, left: Readonly<Record<string, number>>, right: Readonly<Record<string, number>>): string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((k) => left[k] !== right[k])
    .map((k) => `${what} ${k}: interpreter ${left[k] ?? "none"}, generated ${right[k] ?? "none"}`);
}

function lacking(who: string, one: Outcome, other: Outcome): string[] {
  const rest = new Set(other.states);
  return one.states.filter((s) => !rest.has(s)).slice(0, 3).map((s) => `only ${who}: ${s}`);
}
