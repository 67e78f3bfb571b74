/** What `expect.json` says is proved is proved. */
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prove } from "../../src/index.ts";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import { expected, verdictsOf } from "./expected-proofs.ts";

const solvers = lentSolvers(z3Worker());
afterAll(solvers.close);

describe("published protocols", () => {
  it("are there", () => expect(expected.length).toBeGreaterThan(5));
  // What a quiet machine proves in seconds has time on a busy one too.
  it.each(expected)("%s", { timeout: 300_000 }, async (name, proofs) => {
    const report = await prove(join("specs", name), { ...solvers, timeoutMs: 60_000 });
    expect(verdictsOf(report)).toEqual(proofs);
    expect(report.warnings).toEqual([]);
  });
});
