/** Everything would follow from assumptions that contradict each other, so these are looked at first. */
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { encode } from "../backends/smt/goals.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Ask, Settled } from "./induction.ts";

export interface Consistency {
  readonly settled: readonly Settled[];
  /** Where nothing is known. */
  readonly warnings: readonly Diagnostic[];
}

/** @throws DiagnosticsError */
export async function consistency(protocol: Protocol, ask: Ask): Promise<Consistency> {
  if (protocol.assumptions.length === 0) return { settled: [], warnings: [] };
  const goals = encode({ ...protocol, properties: [] }).filter((g) => g.kind === "consistency");
  const settled = await ask(goals, false);
  const [{ result }] = settled;
  const [first, ...others] = protocol.assumptions;
  const notes = others.length > 0 && { notes: others.map((a) => ({ message: "this is another", span: a.span })) };
  const names = protocol.assumptions.map((a) => a.name).join(", ");
  const unknown = (why: string): Consistency => ({
    settled,
    warnings: [{
      code: "T7003", severity: "warning", span: first.span,
      message: `whether ${others.length === 0 ? `the assumption ${names} can be satisfied` : `the assumptions ${names} contradict each other`} is not known: ${why}`,
      help: "If nothing satisfies them, what is proved here says nothing. `tenet check` shows whether an instance does.",
      ...notes,
    }],
  });
  if (result instanceof Unsupported) return unknown(`it cannot be said in logic (${result.reason})`);
  if (result.answer.kind === "sat") return { settled, warnings: [] };
  if (result.answer.kind === "unknown") return result.answer.reason === "stopped" ? { settled, warnings: [] } : unknown(`the solver has no answer (${result.answer.reason})`);
  throw new DiagnosticsError([{
    code: "T5011", severity: "error", span: first.span,
    message: others.length === 0 ? `nothing satisfies the assumption ${first.name}` : `nothing satisfies the assumptions ${names} together`,
    help: "Nothing can be proved about a protocol without instances. Mend or remove one of them.",
    ...notes,
  }]);
}
