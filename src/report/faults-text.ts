/** Under which faults a verdict was reached, and the choices that are no faults. */
import type { Fault } from "../passes/faults.ts";

/** A line of its own below a header, `Faults: net: loss at most 1, no duplication; nodes: unlimited crashes`; empty where there are none. */
export function faultsText(faults: readonly Fault[]): string {
  if (faults.length === 0) return "";
  const named = new Map<string, string[]>();
  for (const f of faults) {
    const path = f.option ?? f.fault;
    const dot = path.lastIndexOf(".");
    const owner = path.slice(0, Math.max(dot, 0));
    named.set(owner, [...(named.get(owner) ?? []), amount(f, path.slice(dot + 1))]);
  }
  return `\nFaults: ${[...named].map(([owner, all]) => `${owner === "" ? "" : `${owner}: `}${[...new Set(all)].join(", ")}`).join("; ")}`;
}

function amount({ budget }: Fault, name: string): string {
  switch (budget) {
    case 0: return `no ${name}`;
    case "unlimited": return `unlimited ${name}`;
    case "any": return `${name} by any budget`;
    default: return `${name} at most ${budget}`;
  }
}

/** Options as `name=value`. Budgets of faults are told apart from them; an option of a held spec that nothing was said of is left out. */
export function choicesText(options: Readonly<Record<string, string>>, faults: readonly Fault[]): string[] {
  const budgets = new Set(faults.map((f) => f.option));
  return Object.entries(options)
    .filter(([name, value]) => !budgets.has(name) && !(name.includes(".") && value === "undefined"))
    .map(([name, value]) => `${name}=${value}`);
}
