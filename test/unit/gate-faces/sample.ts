/** Reports of the gate to be drawn, with a real run in them. */
import { join } from "node:path";
import { fingerprintOf } from "../../../src/gate/fingerprint.ts";
import type { Finding } from "../../../src/gate/finding.ts";
import type { GateReport, JudgedFinding, SpecOutcome } from "../../../src/gate/report.ts";
import { check } from "../../../src/pipeline/check.ts";

export const root = join(import.meta.dirname, "../../..");

const hasty = await check("test/cli/specs/hasty-commit.ts");
const violated = hasty.properties.find((p) => p.verdict === "violated")!;

export const run: NonNullable<Finding["run"]> = { trace: violated.trace!, instance: hasty.instance };

export const span = violated.span!;

export function finding(over: Partial<JudgedFinding> = {}): JudgedFinding {
  const f: Omit<JudgedFinding, "fingerprint" | "acceptAs"> = {
    rule: "violated", level: "error", message: "consistent does not hold", details: ["RM=2, 20 states"], about: "test/cli/specs", subject: "consistent",
    span, accepted: null, stops: true, ...over,
  };
  const fingerprint = fingerprintOf(f);
  return { ...f, fingerprint, acceptAs: `${fingerprint}-0123` };
}

export const spec: SpecOutcome = {
  spec: "test/cli/specs", protocol: "HastyCommit", guards: ["src/**"], touched: ["test/cli/specs/hasty-commit.ts"],
  properties: [
    { name: "consistent", kind: "invariant", span, asked: "proved", reached: "proved", where: ["any size", "RM=2"], source: "anew", enough: true, because: "" },
    { name: "no failure", kind: "failure", span: null, asked: "exhaustive", reached: "exhaustive", where: ["RM=2"], source: "evidence", enough: true, because: "" },
  ],
  instances: [{ scope: { RM: 2 }, options: {}, design: null, verdict: "exhaustive", distinctStates: 288, depth: 10, asExpected: true, source: "anew" }],
  proofs: [{ options: {}, verdict: "proved", goals: 12, source: "anew" }],
  code: [{ kind: "drift", file: "src/**", verdict: "agrees", covered: "4 of 4 actions bound, 12 writes", source: "anew" }],
  compared: { source: "anew" }, notDone: [], notAsked: ["no adapter: nothing was run"], seconds: 1.25,
};

export const passing: GateReport = {
  verdict: "pass", root: null, exit: 0, stopped: null, base: { ref: "main", commit: "0123456789abcdef0123456789abcdef01234567" }, head: { commit: null, workingTree: true },
  policy: { file: "tenet.config.ts", from: "base" }, specs: [spec], findings: [], interrupted: false, seconds: 1.5, time: "2026-11-23T04:00:00.000Z", version: "0.1.0",
};

const open = { ...spec.properties[0], reached: "unknown", where: [], enough: false, because: "the solver ran out of time" } as const;

export const failing: GateReport = {
  ...passing, verdict: "fail", exit: 1,
  specs: [{ ...spec, properties: [{ ...spec.properties[0], reached: "violated", where: ["RM=2"], enough: false, because: "there is a run of 4 steps" }, spec.properties[1]] }],
  findings: [
    finding({ run }), finding({ rule: "invariant-removed", subject: "gone", message: "gone is not promised any more", inBase: true }),
    finding({ rule: "scope-shrunk", subject: "RM", message: "RM was 3 and is 2", stops: false, accepted: { by: "Ann", reason: "RM=3 is proved", expires: "2027-01-31" } }),
    finding({ rule: "action-unbound", level: "warning", subject: "giveUp", message: "giveUp has no implementation", stops: false, span: null, about: "src/adapter.ts" }),
  ],
};

export const undecided: GateReport = {
  ...passing, verdict: "undecided", exit: 3, specs: [{ ...spec, properties: [open], notDone: ["consistent was not proved within 10 s"] }],
  findings: [finding({ rule: "undecided", message: "consistent is not decided", span: { ...span } })],
};

export const stopped: GateReport = {
  ...passing, verdict: "undecided", exit: 2, base: null, policy: null, specs: [],
  stopped: { kind: "wrong", diagnostics: [{ code: "T1001", severity: "error", message: "there is no base main", help: "fetch it" }] },
};

export const all = { passing, failing, undecided, stopped, nothing: { ...passing, specs: [] } } as const;
