/** What a mismatch looks like to whoever has to find its cause. */
import { print } from "../../src/ir/print.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import type { Comparison, Outcome } from "./compare.ts";

export function describeMismatch({ protocol, choice }: RandomProtocol, problem: Comparison | Error): string {
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : differences(problem);
  return `${what}\n\nchoice ${JSON.stringify(choice)}\n${print(protocol)}`;
}

function differences({ interpreted, generated, assembled }: Comparison): string {
  return [
    ...unlike(interpreted, generated, "JavaScript"), ...unlike(interpreted, assembled, "WebAssembly"),
    ...lacking("interpreter", interpreted, generated), ...lacking("generated", generated, interpreted),
  ].join("\n");
}

function unlike(interpreted: Outcome, other: Omit<Outcome, "states">, name: string): string[] {
  const lines = (["end", "distinctStates", "transitions", "depth"] as const)
    .filter((k) => interpreted[k] !== other[k])
    .map((k) => `${k}: interpreter ${interpreted[k]}, ${name} ${other[k]}`);
  for (const k of ["enabled", "findings"] as const) lines.push(...unequal(k, interpreted[k], other[k], name));
  return lines;
}

function unequal(what: string, left: Readonly<Record<string, number>>, right: Readonly<Record<string, number>>, name: string): string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((k) => left[k] !== right[k])
    .map((k) => `${what} ${k}: interpreter ${left[k] ?? "none"}, ${name} ${right[k] ?? "none"}`);
}

function lacking(who: string, one: Outcome, other: Outcome): string[] {
  const rest = new Set(other.states);
  return one.states.filter((s) => !rest.has(s)).slice(0, 3).map((s) => `only ${who}: ${s}`);
}
