/** Protocols without a proof get one that suffices, published ones and some that nobody proved; broken ones get none. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { propose, prove, writeProofFile } from "../../src/index.ts";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { broken } from "./broken-proofs.ts";

const timeout = 240_000;

const shared = lentSolvers(z3Worker());
afterAll(shared.close);

const folder = mkdtempSync(join(tmpdir(), "tenet-propose-"));
afterAll(() => rmSync(folder, { recursive: true }));

function withText(name: string, text: string): string {
  const spec = join(folder, name.replaceAll(" ", "-"));
  mkdirSync(spec);
  writeFileSync(join(spec, "spec.ts"), text);
  return spec;
}
const specText = (name: string, root = "specs"): string => readFileSync(join(root, name, "spec.ts"), "utf8");

describe("without their proof", () => {
  const published = ["lock-server", "toy-consensus", "lock-service", "decentralized-lock", "naive-consensus"].map((name) => ["specs", name]);
  const unseen = ["primary-backup", "ricart-agrawala", "token-mutex"].map((name) => ["test/unseen", name]);
  it.each([...published, ...unseen])("%s/%s", { timeout }, async (root, name) => {
    const spec = withText(name, specText(name, root));
    const found = await propose(spec, { ...shared, milliseconds: timeout });
    expect(found.verdict).toBe("proved");
    expect(found.judgement.judged.filter((j) => j.outcome.kind === "false" || j.outcome.kind === "ill-formed")).toEqual([]);
    expect(existsSync(join(spec, "proof.ts"))).toBe(false);

    expect(writeProofFile(found.file!, found.judgement)).toBe(true);
    const report = await prove(spec, shared);
    expect(report.verdict).toBe("proved");
    expect(report.warnings).toEqual([]);
    expect(report.properties.filter((p) => p.kind === "lemma").map((p) => p.name).toSorted()).toEqual(found.file!.lemmas.toSorted());
  });
});

describe("violated protocols", () => {
  const some = ["a lock server that lets everyone in", "consensus by a minority", "a lock service that grants at once"];
  it.each(broken.filter(([what]) => some.includes(what)))("%s", { timeout }, async (what, spec, _, from, to, property) => {
    const text = specText(spec).replace(from, () => to);
    expect(text).not.toBe(specText(spec));
    const found = await propose(withText(what, text), shared);
    expect(found.verdict).toBe("violated");
    expect(found.judgement.violation?.name).toBe(property);
    expect([found.judgement.judged, found.events, found.file]).toEqual([[], [], undefined]);
  });
});
