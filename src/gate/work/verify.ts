/** Does one task: compiles, explores or proves. Runs in a process of its own. */
import { compileSpec } from "../../frontend/protocol.ts";
import type { Options } from "../../ir/protocol.ts";
import { invariantOfAntecedent } from "../../passes/vacuity.ts";
import { check } from "../../pipeline/check.ts";
import { designNamed } from "../../pipeline/options.ts";
import { prove, proofBeside } from "../../pipeline/prove.ts";
import type { Obstacle } from "../../pipeline/prove-report.ts";
import type { Instance } from "../policy/specs.ts";
import type { CheckFacts, CompileFacts, Job, ProveFacts, Run } from "./facts.ts";

export const protocolOf = ({ protocol }: Job): { readonly protocol?: string } => (protocol === null ? {} : { protocol });

/** Those of the design, and those that override them. @throws DiagnosticsError where there is no such design */
export function chosenOptions(job: Job, { options, design }: Pick<Instance, "options" | "design">): Options {
  return { ...(design !== null && designNamed(compileSpec(job.file, protocolOf(job)).protocol, design).options), ...options };
}

/** @throws DiagnosticsError where the spec or its proof is wrong */
export function compileFacts(job: Job): CompileFacts {
  const { protocol } = compileSpec(job.file, protocolOf(job));
  // A proof that does not compile is told even where nobody asks for one.
  const proof = proofBeside(job.file);
  if (proof !== undefined) compileSpec(job.file, { ...protocolOf(job), proof });
  return {
    kind: "compile", protocol: protocol.name, span: protocol.span,
    properties: [
      ...protocol.properties.flatMap(({ name, kind, span }) =>
        (kind === "invariant" || kind === "step" || kind === "reachable") && invariantOfAntecedent(name) === undefined ? [{ name, kind, span }] : []),
      ...protocol.liveness.map(({ name, kind, span }) => ({ name, kind, span })),
    ],
  };
}

/** @throws DiagnosticsError where the scope or an option is wrong */
export async function checkFacts(job: Job, { scope, options, design }: Instance, milliseconds: number): Promise<CheckFacts> {
  const report = await check(job.file, {
    ...protocolOf(job), scope, options, ...(design !== null && { design }),
    // Figures that are expected are of all states.
    symmetry: "off",
    limits: { timeoutMs: milliseconds, memoryBytes: job.limits.memoryMiB * 2 ** 20 * 0.7 },
  });
  const run = (trace: Run["trace"]): Run => ({ trace, instance: report.instance });
  return {
    kind: "check", scope: report.scope, options: report.options, verdict: report.verdict,
    distinctStates: report.search.distinctStates, transitions: report.search.transitions, depth: report.search.depth,
    complete: report.search.end === "complete",
    properties: report.properties.map(({ name, kind, span, verdict, because, trace }) => ({
      name, kind, span: span ?? null, verdict, because, ...(verdict === "violated" && trace && { run: run(trace) }),
    })),
    warnings: report.warnings.filter((w) => w.code === "T7001" || w.code === "T7002"),
  };
}

/**
 * Nothing that was proved before counts here: whoever makes a change could have written it.
 * @throws DiagnosticsError where the proof or an option is wrong
 */
export async function proveFacts(job: Job, { options, design }: Pick<Instance, "options" | "design">, milliseconds: number): Promise<ProveFacts> {
  const report = await prove(job.file, {
    ...protocolOf(job), options: chosenOptions(job, { options, design }), timeoutMs: job.limits.solverSeconds * 1000, signal: AbortSignal.timeout(milliseconds),
  });
  return {
    kind: "prove", options: report.options, verdict: report.verdict, goals: report.solver.goals, interrupted: report.interrupted,
    properties: report.properties.map(({ name, kind, span, verdict, obstacles, violation }) => ({
      name, kind, span: span ?? null, verdict, open: report.interrupted || obstacles.some((o) => o.why.kind === "gave-up"), obstacles: obstacles.map(obstacleLine), ...(violation && { run: violation }),
    })),
  };
}

function obstacleLine({ goal, why }: Obstacle): string {
  switch (why.kind) {
    case "counterexample": return `${goal}: a step leads out of what is assumed`;
    case "unsupported": return `${goal}: ${why.reason}`;
    case "gave-up": return `${goal}: the solver gave up (${why.reason})`;
    case "not-proved": return `${goal}: rests on ${why.names.join(", ")}`;
  }
}
