/** Published protocols, as they are and with mistakes: what is proposed for them, and what is accepted, against searches of small instances. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileSpec } from "../../src/frontend/protocol.ts";
import { showExpr } from "../../src/interp/show-expr.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { defaults } from "../../src/pipeline/find-violations.ts";
import { Judge } from "../../src/propose/judge.ts";
import { proofFile, writeProofFile } from "../../src/propose/proof-file.ts";
import { propose } from "../../src/propose/propose.ts";
import type { Proposal } from "../../src/propose/proposal.ts";
import { broken, slowlyBroken } from "../golden/broken-proofs.ts";
import { expected } from "../golden/expected-proofs.ts";
import { empty, illFormed, wrong } from "../unit/propose/hostile-formulas.ts";
import { mutants } from "./propose-candidates.ts";
import { compareJudgement, type ProposeLimits, type Solvers } from "./propose-compare.ts";
import type { ProposeCounts } from "./propose-counts.ts";

/** A spec, what is written in its files, and what must become of it. */
export interface Variant {
  readonly what: string;
  readonly spec: string;
  readonly text: string;
  readonly proof: string | undefined;
  readonly must?: "be violated" | "not be known";
}

const textOf = (spec: string, file: "spec.ts" | "proof.ts"): string => readFileSync(join("specs", spec, file), "utf8");
const hasLemma = (proof: string | undefined): boolean => proof?.includes("@lemma") ?? false;

/** With the mistakes of `broken-proofs.ts`; as they are, with their proofs and without; and with each guard left out that stands on a line of its own. */
export function variants(): Variant[] {
  const all = [...broken, ...slowlyBroken].map(([what, spec, file, from, to, , verdict]): Variant => {
    const text = textOf(spec, "spec.ts"), proof = proofOf(spec);
    const must = verdict === "violated" ? "be violated" : "not be known";
    return file === "spec.ts" ? { what, spec, must, text: text.replace(from, () => to), proof } : { what, spec, must, text, proof: proof?.replace(from, () => to) };
  });
  for (const [spec] of expected) {
    const text = textOf(spec, "spec.ts"), proof = proofOf(spec);
    all.push({ what: `${spec} as it is`, spec, text, proof });
    if (hasLemma(proof)) all.push({ what: `${spec} without its proof`, spec, text, proof: undefined });
    const lines = text.split("\n");
    for (const [i, line] of lines.entries()) {
      if (/^\s*require\(.*\);$/.test(line)) all.push({ what: `${spec} without the guard of line ${i + 1}`, spec, text: lines.toSpliced(i, 1).join("\n"), proof: undefined });
    }
  }
  return all;
}

function proofOf(spec: string): string | undefined {
  try {
    return textOf(spec, "proof.ts");
  } catch {
    return undefined;
  }
}

/** @param folder for files, empty afterwards as before */
export async function compareVariant({ what, spec, text, proof, must }: Variant, folder: string, solvers: Solvers, limits: ProposeLimits, counts: ProposeCounts): Promise<void> {
  const at = join(folder, what.replaceAll(/[^\w]+/g, "-"));
  mkdirSync(at);
  try {
    writeFileSync(join(at, "spec.ts"), text);
    // A proof without a lemma is a spec alone.
    if (hasLemma(proof)) writeFileSync(join(at, "proof.ts"), proof!);
    counts.protocols++;
    // What is violated is found in no time, except on a machine that has none.
    const found = await propose(at, { ...solvers, milliseconds: must === "be violated" ? Math.max(60_000, limits.milliseconds) : limits.milliseconds });
    const sizes = defaults(found.protocol);
    if (must === "be violated" ? found.verdict !== "violated" : must === "not be known" && found.verdict === "known") throw new Error(`${what} must ${must}, and is ${found.verdict}`);
    if ((found.verdict === "violated") !== (found.judgement.violation !== undefined)) throw new Error(`${what} is ${found.verdict}, and that is not what its run says`);
    await compareJudgement(found.judgement, sizes, limits, counts);
    if (found.verdict === "known") counts.known++;
    if (found.file && writeProofFile(found.file, found.judgement)) {
      counts.found += found.file.lemmas.length;
      const { properties } = compileSpec(at, { proof: join(at, "proof.ts") }).protocol;
      const missing = found.file.lemmas.filter((name) => !properties.some((p) => p.kind === "lemma" && p.name === name));
      if (missing.length > 0) throw new Error(`${what}: ${missing.join(", ")} is not in the file that was written`);
      rmSync(join(at, "proof.ts"));
    }
    if (found.verdict !== "violated") await hostile(at, compileSpec(join("specs", spec), { ...(proof !== undefined && { proof: join("specs", spec, "proof.ts") }) }).protocol, solvers, limits, counts);
  } finally {
    rmSync(at, { recursive: true });
  }
}

/** @param known the protocol with its proof */
async function hostile(at: string, known: Protocol, solvers: Solvers, limits: ProposeLimits, counts: ProposeCounts): Promise<void> {
  const judge = new Judge(at, { ...solvers, maxStates: limits.mostStates });
  try {
    const claims = known.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma");
    const invariants = claims.filter((p) => p.kind === "invariant").map((p) => `this.${p.name}()`);
    const circular = invariants.flatMap((p) => [p, `!${p}`, `implies(${p}, ${p})`, `${p} && !${p}`, `implies(!${p}, ${p})`]);
    const mistakes = claims.flatMap((p) => mutants(known, p, 1)).map((e) => showExpr(e));
    const texts = [...illFormed, ...empty, ...wrong, ...circular, ...claims.map((p) => showExpr(p.body)), ...mistakes];
    // All of one name, and with reasons that would end a comment.
    const proposals = [...new Set(texts)].map((text): Proposal => ({ text, name: claims[0].name, reason: "because */ } evil() { return true; } /* @lemma", by: { proposer: "model", round: 1 } }));
    const judgement = await judge.judge(proposals, { signal: AbortSignal.timeout(limits.milliseconds), timeoutMs: 1000 });
    const accepted = new Set(judgement.accepted.map((a) => a.proposal.text));
    const never = [...illFormed, ...empty, ...wrong].filter((text) => accepted.has(text));
    if (never.length > 0) throw new Error(`accepted: ${never.join(", ")}`);
    await compareJudgement(judgement, defaults(judgement.protocol), limits, counts);
    // Throws where the text would not say what was proved.
    proofFile(at, judgement);
  } finally {
    await judge.close();
  }
}
