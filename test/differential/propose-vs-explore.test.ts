/**
 * Whatever is proposed for 12 random protocols and 4 published ones with mistakes, nothing is accepted or said to be proved that a search of small instances
 * refutes. For more: `npm run differential -- --propose --runs 2000`; for all published protocols and all their mistakes: `--propose --published`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { sampled } from "./prove-sample.ts";
import { randomComparison } from "./propose-compare.ts";
import { newProposeCounts } from "./propose-counts.ts";
import { compareVariant, variants } from "./propose-published.ts";

const solvers = lentSolvers(z3Worker());
const folder = mkdtempSync(join(tmpdir(), "tenet-propose-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await solvers.close();
});
const runs = 12, together = 4;
const limits = { milliseconds: 1500, mistaken: 12, mostStates: 500, statesInAll: 900 };
/** What is known to be found has time on a busy machine too: without it the test would have nothing to be wrong about. */
const unhurried = { ...limits, milliseconds: 60_000 };

describe("what is accepted is so", () => {
  const counts = newProposeCounts();
  const compare = randomComparison(solvers, limits, counts);
  test.each(Array.from({ length: runs / together }, (_, i) => 1 + i * together))("for random protocols from seed %i", { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + together; seed++) {
      await compare(sampled(seed), seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
  });

  const all = variants();
  const some = ["a lock server without its lemma", "a lock server that lets everyone in", "consensus without its lemma", "a firewall that trusts everyone"];
  test.each(all.filter((v) => some.includes(v.what)))("for $what", { timeout: 300_000 }, (variant) => compareVariant(variant, folder, solvers, unhurried, counts));

  test("and there was something to be wrong about", () => {
    expect(all.length).toBeGreaterThan(150);
    expect(counts.protocols).toBe(runs + some.length);
    expect(counts.broken).toBeGreaterThan(runs / 4);
    expect(counts.tried).toBeGreaterThan(180);
    expect(counts.accepted).toBeGreaterThan(0);
    expect(counts.false).toBeGreaterThan(40);
    expect(counts.completeScopes).toBeGreaterThan(50);
  });
});
