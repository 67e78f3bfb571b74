/** What `expect.json` says is proved is proved; and with a lemma or a guard less, it is not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prove, type ProofReport } from "../../src/index.ts";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { broken } from "./broken-proofs.ts";
import { expected } from "./expected-proofs.ts";

const timeout = 120_000;

const solvers = lentSolvers(z3Worker());
afterAll(solvers.close);

const proof = (spec: string): Promise<ProofReport> => prove(spec, solvers);
const verdicts = (report: ProofReport): Record<string, string> => Object.fromEntries(report.properties.map((p) => [p.name, p.verdict]));

describe("published protocols", () => {
  it("are there", () => expect(expected.length).toBeGreaterThan(5));
  it.each(expected)("%s", { timeout }, async (name, proofs) => {
    const report = await proof(join("specs", name));
    expect(verdicts(report)).toEqual(proofs);
    expect(report.warnings).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), "tenet-proofs-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("broken protocols and proofs", () => {
  it.each(broken)("%s", { timeout }, async (_, spec, file, from, to, property, verdict) => {
    const copy = mkdtempSync(join(folder, "spec-"));
    cpSync(join("specs", spec), copy, { recursive: true });
    const text = readFileSync(join(copy, file), "utf8");
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    writeFileSync(join(copy, file), changed);
    // A proof without a lemma is a spec alone.
    if (file === "proof.ts" && !changed.includes("@lemma")) rmSync(join(copy, file));
    expect(verdicts(await proof(copy))).toMatchObject({ [property]: verdict });
  });
});
