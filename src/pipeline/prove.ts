/** Shows that properties hold in every instance of a protocol, whatever its size; or says what is in the way. */
import { existsSync } from "node:fs";
import { InternalError } from "../base/assert-never.ts";
import { proofPath } from "../frontend/program.ts";
import { compileSpec } from "../frontend/protocol.ts";
import type { Snapshot } from "../frontend/snapshot.ts";
import type { Liveness, Options, PropertyKind, Protocol } from "../ir/protocol.ts";
import { faultsOf } from "../passes/faults.ts";
import { reduced } from "../passes/reduced.ts";
import { explain } from "./explain.ts";
import { findViolations } from "./find-violations.ts";
import { induction, type Settled } from "./induction.ts";
import { shownOptions, withOptions } from "./options.ts";
import { consistency } from "./proof-consistency.ts";
import { lockBeside, ProofLock } from "./proof-lock.ts";
import { provedProperties } from "./proof-properties.ts";
import { Session, type SessionListener, type SessionOptions } from "./proof-session.ts";
import type { ProofReport, ProofVerdict } from "./prove-report.ts";

export interface ProveOptions extends SessionOptions {
  /** A file with lemmas. By default the proof.ts beside spec.ts, if there is one. */
  readonly proof?: string;
  /** The class to take, where the file has several. */
  readonly protocol?: string;
  /** Values of the protocol's options by name; text is read as a value of the option's type. */
  readonly options?: Options;
  readonly listener?: ProveListener;
  /** What was read before, and what is read now. */
  readonly snapshot?: Snapshot;
  /** What the verdict rests on: goals with their answers, for whoever wants to ask someone else. All of them are asked then. */
  readonly evidence?: (settled: readonly Settled[]) => void;
  /** Whether what was proved before is taken from `proof.lock.json` beside the spec, and written there; `fresh`: only written. By default neither. */
  readonly lock?: "use" | "fresh";
  /** Say afterwards what each goal rests on, and which lemmas the proof can do without. */
  readonly explain?: boolean;
}

export interface ProveListener extends SessionListener {
  /** The spec is compiled and the proof begins. */
  proving?(): void;
}

/** After so long, an explanation asks no more. */
const explanationMs = 60_000;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong, or the assumptions contradict each other;
 * SolverMissing where someone is to be asked who is not there; InternalError where engines or solvers disagree
 */
export async function prove(spec: string, options: ProveOptions = {}): Promise<ProofReport> {
  const start = performance.now();
  const proof = options.proof ?? proofBeside(spec);
  const compiled = compileSpec(spec, { ...(options.protocol !== undefined && { protocol: options.protocol }), ...(proof !== undefined && { proof }), ...(options.snapshot && { snapshot: options.snapshot }) });
  const protocol = withOptions(compiled.protocol, options.options ?? {});
  options.listener?.proving?.();

  const choices = shownOptions(protocol);
  // Evidence and second opinions are about everything.
  const lock = options.lock && !options.evidence && !options.secondOpinion ? await ProofLock.open(lockBeside(spec), sectionOf(protocol), options.lock === "fresh") : undefined;
  const session = new Session(options, lock);
  try {
    if (options.secondOpinion || (options.solver && options.solver !== "auto")) await session.start();
    const ask = session.ask.bind(session);
    const model = reduced(protocol);
    const consistent = await consistency(model, ask);
    const shown = await induction(model, ask);
    options.evidence?.([...consistent.settled, ...shown.own, ...shown.rest]);
    const explanation = options.explain ? await explain(model, shown, session.wonder(explanationMs)) : undefined;
    const properties = provedProperties(model, shown);
    const open = properties.filter((p) => p.verdict !== "proved");
    const scopes = open.flatMap((p) => p.obstacles.flatMap(({ why }) => (why.kind === "counterexample" && why.example ? [why.example.instance.scope] : [])));
    const { found, searched } = open.length === 0 || options.signal?.aborted
      ? { found: new Map<string, never>(), searched: [] }
      : await findViolations(protocol, [{}, ...scopes], options.signal);
    for (const name of found.keys()) {
      // What an instance can hold of a sequence or an integer is no concern of a proof.
      if (name !== "no failure" && properties.some((p) => p.name === name && p.verdict === "proved")) throw new InternalError(`${name} was proved, and an instance violates it`);
    }
    const judged = properties.map((p) => {
      const violation = p.verdict === "proved" ? undefined : found.get(p.name);
      return violation ? { ...p, verdict: "violated" as const, violation } : p;
    });
    return {
      protocol: protocol.name,
      spec,
      proof: proof ?? null,
      sources: [...new Set([...protocol.state, ...protocol.actions, ...protocol.properties, ...protocol.liveness].map((d) => d.span.file))].toSorted(),
      sorts: protocol.sorts.map((s) => s.name),
      options: choices,
      faults: faultsOf(protocol),
      verdict: weakest(judged.map((p) => p.verdict)),
      properties: judged,
      instancesOnly: [...protocol.properties, ...protocol.liveness].flatMap(({ name, kind }) => (isOfInstances(kind) ? [{ name, kind }] : [])),
      searched,
      interrupted: options.signal?.aborted ?? false,
      warnings: [...compiled.warnings, ...consistent.warnings, ...(lock ? [...lock.warnings, ...lock.save(!options.signal?.aborted)] : [])],
      solver: { ...session.figures, seconds: (performance.now() - start) / 1000 },
      ...(explanation && { explanation }),
    };
  } finally {
    await session.close();
  }
}

/** Under which name `proof.lock.json` has what is known of a protocol with its options. */
export const sectionOf = (protocol: Protocol): string =>
  [protocol.name, ...Object.entries(shownOptions(protocol)).map(([name, value]) => `${name}=${value}`)].join(" ");

const isOfInstances = (kind: PropertyKind | Liveness["kind"]): kind is ProofReport["instancesOnly"][number]["kind"] =>
  kind === "reachable" || kind === "terminal" || kind === "eventually" || kind === "leadsTo";

/** The file with the lemmas, if there is one. */
export function proofBeside(spec: string): string | undefined {
  const file = proofPath(spec);
  return existsSync(file) ? file : undefined;
}

const strength: Readonly<Record<ProofVerdict, number>> = { violated: 0, unknown: 1, "not-inductive": 2, proved: 3 };
const weakest = (verdicts: readonly ProofVerdict[]): ProofVerdict => verdicts.reduce((a, b) => (strength[a] < strength[b] ? a : b), "proved");
