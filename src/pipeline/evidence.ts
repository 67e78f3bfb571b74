/** From what an engine found to a trace that the oracle has confirmed. */
import { InternalError } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import type { Claim } from "../interp/claim.ts";
import { envOf } from "../interp/env.ts";
import { evaluate } from "../interp/eval.ts";
import { replay } from "../interp/replay.ts";
import type { Trace } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import type { Finding } from "../../verifier/contract/search.ts";
import type { Prepared } from "./prepare.ts";

export interface Evidence {
  readonly claim: Claim;
  readonly trace: Trace;
}

/** What it takes to understand a finding. */
export interface Reader {
  /** A packed state as values of the fields of the model. */
  unpack(packed: Uint32Array): State;
  readonly failureSites: readonly { readonly span: Span }[];
}

/** @throws InternalError where the oracle does not agree with the engine */
export function evidenceOf(finding: Finding, { instance, model }: Prepared, { unpack, failureSites }: Reader): Evidence {
  const claim = claimOf(finding.what, model, failureSites);
  const states = finding.path.map((packed) => restore(unpack(packed), model, instance));
  return { claim, trace: replay(instance, states, claim) };
}

function claimOf(what: Finding["what"], model: Protocol, sites: Reader["failureSites"]): Claim {
  switch (what.kind) {
    case "invariant": case "reachable": case "step": return { kind: what.kind, name: propertiesOf(model, what.kind)[what.index].name };
    case "deadlock": return { kind: "deadlock" };
    case "failure": return { kind: "failure", span: sites[what.site].span, action: what.action < 0 ? null : model.actions[what.action].name };
  }
}

/** In declaration order, as an engine counts them. */
export const propertiesOf = (protocol: Protocol, kind: Property["kind"]): readonly Property[] => protocol.properties.filter((p) => p.kind === kind);

/** Puts back the constants that are not part of the model's state. */
export function restore(state: State, model: Protocol, instance: Protocol): State {
  const position = new Map(model.state.map((f, i) => [f.name, i]));
  const full: State[number][] = [];
  for (const field of instance.state) {
    const at = position.get(field.name);
    if (at !== undefined) full.push(state[at]);
    else if (field.initial) full.push(evaluate(field.initial, envOf(instance, full)));
    else throw new InternalError(`the model lacks the field ${field.name}`);
  }
  return full;
}
