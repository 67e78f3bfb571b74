import { DiagnosticsError } from "../base/diagnostic.ts";
import type { Protocol } from "../ir/protocol.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";

/** @throws DiagnosticsError where the protocol has no `reachable` of that name */
export function requireReachable(protocol: Protocol, name: string): void {
  const names = protocol.properties.filter((p) => p.kind === "reachable" && invariantOfAntecedent(p.name) === undefined).map((p) => p.name);
  if (names.includes(name)) return;
  throw new DiagnosticsError([{
    code: "T6100",
    severity: "error",
    message: `${protocol.name} has no @reachable named ${JSON.stringify(name)}`,
    help: names.length > 0 ? `It has ${names.join(", ")}.` : "It has none: write one, and its witness can be shown.",
  }]);
}
