/** What of a log was looked at, and what was not, in words. */
import { printable } from "../base/printable.ts";
import type { LogReport } from "../conform/log/report.ts";
import { count, plural } from "./figures.ts";

/** As messages name it. */
export const logName = (log: string): string => (log === "-" ? "standard input" : printable(log));

/** `that of the file`. */
export function orderText({ order, lanes }: LogReport): string {
  switch (order) {
    case "file": return "that of the file";
    case "process": return `that of each process by itself (${plural(lanes, "process", "processes")})`;
    case "clock": return `that of the clocks (${plural(lanes, "process", "processes")})`;
    case "interval": return `what had ended came before what began later (at most ${count(lanes)} at a time)`;
  }
}

/** Rows of a name and a text. */
export function logContents({ contents, given, unlogged, instance, verdict, events, widest }: LogReport): (readonly [string, string])[] {
  const { actions, fields, skipped, others, looks, unnamed, refused } = contents;
  const variables = instance.state.filter((f) => f.role === "variable").map((f) => f.name);
  const unseen = variables.filter((name) => !fields.has(name)), silent = instance.actions.filter((a) => !actions.has(a.name) && a.role === undefined).map((a) => a.name);
  const kinds = [
    ...[...actions].map(([name, n]) => `${name} ${count(n)}`), ...(unnamed > 0 ? [`unnamed ${count(unnamed)}`] : []), ...(looks > 0 ? [`looks ${count(looks)}`] : []),
    ...(refused > 0 ? [`${count(refused)} refused`] : []),
  ];
  const list = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));
  return [
    ["events", `${count(events)}${kinds.length > 0 ? `: ${kinds.join(", ")}` : ""}${verdict === "unexplained" ? ", where reading stopped" : ""}`],
    ["observed", list(variables.filter((name) => fields.has(name)))],
    ...(unseen.length > 0 ? [["never observed", list(unseen)] as const] : []),
    ...(silent.length > 0 ? [["never in the log", list(silent)] as const] : []),
    ["unlogged", unlogged.actions.length === 0 ? "no step is allowed that the log does not have" : `at most ${plural(unlogged.most, "step")} in a row of ${list(unlogged.actions)}`],
    ...(given.length > 0 ? [["taken for", given.map((g) => `${g.name} is ${g.member}`).join(", ")] as const] : []),
    ...(skipped.size > 0 ? [["not looked at", `records of ${[...skipped].map(([name, n]) => `${printable(name, 60)} (${count(n)})`).join(", ")}`] as const] : []),
    ...(others.size > 0 ? [["not looked at", `parts of lines: ${[...others].map((o) => printable(o, 60)).join(", ")}`] as const] : []),
    ...(widest > 1 ? [["states", `up to ${plural(widest, "state")} of the spec at one time`] as const] : []),
  ];
}
