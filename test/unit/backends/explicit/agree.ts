/** Runs a protocol on the interpreter and as generated code, and compares all that can be seen. */
import { expect } from "vitest";
import { Codec } from "../../../../src/backends/explicit/codec.ts";
import { type EmittedModel, emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { showSpan } from "../../../../src/base/span.ts";
import type { FailureSite } from "../../../../src/backends/explicit/program.ts";
import { explore } from "../../../../src/interp/explore.ts";
import { stateKey } from "../../../../src/interp/value.ts";
import type { Protocol } from "../../../../src/ir/protocol.ts";
import { type Seen, searchAll } from "./search.ts";
import { wasmAsModel } from "./wasm-as-model.ts";

export interface Observed {
  readonly states: readonly string[];
  readonly transitions: number;
  readonly depth: number;
  readonly enabled: Readonly<Record<string, number>>;
  /** What was violated, reached or failed. */
  readonly findings: readonly string[];
}

/** Fails the test unless interpreter and generated code agree. */
export function agree(protocol: Protocol, capacity?: number): Observed {
  const oracle = observeOracle(protocol);
  for (const [inLanguage, observed] of Object.entries(observeModels(protocol, capacity))) expect(observed, inLanguage).toEqual(oracle);
  return oracle;
}

function observeOracle(protocol: Protocol): Observed {
  const { states, transitions, depth, enabled, findings } = explore(protocol, { deadlock: "ignore" });
  return {
    states: states.map(stateKey).toSorted(),
    transitions,
    depth,
    enabled: Object.fromEntries(enabled),
    findings: [...new Set(findings.map(({ claim, failure }) => {
      switch (claim.kind) {
        case "failure": return failureText({ reason: failure!.reason, span: claim.span }, claim.action ?? "");
        case "deadlock": return claim.kind;
        default: return `${claim.kind} ${claim.name}`;
      }
    }))].toSorted(),
  };
}

function observeModels(protocol: Protocol, capacity?: number): Record<string, Observed> {
  const emitted = emitModel(protocol);
  const module = instantiateModule(emitted.source, emitted.wasm);
  return {
    "as JavaScript": observeModel(protocol, emitted, searchAll(module, capacity)),
    "as WebAssembly": observeModel(protocol, emitted, searchAll(wasmAsModel(module), capacity)),
  };
}

function observeModel(protocol: Protocol, emitted: EmittedModel, seen: Seen): Observed {
  const codec = new Codec(protocol, emitted.layout);
  for (const packed of seen.states) expect(codec.encode(codec.decode(packed))).toEqual(packed);
  return {
    states: seen.states.map((packed) => stateKey(codec.decode(packed))).toSorted(),
    transitions: seen.transitions,
    depth: seen.depth,
    enabled: Object.fromEntries(protocol.actions.map((a, i) => [a.name, seen.enabled[i]])),
    findings: [...new Set(findings(protocol, seen, emitted.failureSites))].toSorted(),
  };
}

function findings(protocol: Protocol, seen: Seen, sites: readonly FailureSite[]): string[] {
  const named = (kind: string, index: number): string => `${kind} ${protocol.properties.filter((p) => p.kind === kind)[index].name}`;
  return [
    ...seen.violated.map((i) => named("invariant", i)),
    ...seen.reached.map((i) => named("reachable", i)),
    ...seen.violations.map((text) => {
      const [kind, index, action] = text.split(" ");
      if (kind === "step") return named("step", Number(index));
      if (kind === "beyond") return named("invariant", Number(index));
      return failureText(sites[Number(index)], kind === "failure" && Number(action) >= 0 ? protocol.actions[Number(action)].name : "");
    }),
  ];
}

const failureText = (site: FailureSite, action: string): string => `${site.reason} ${showSpan(site.span)} ${action}`;
