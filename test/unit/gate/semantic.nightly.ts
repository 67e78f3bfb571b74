/** What is said of small edits of published specs: what is lost is found, and what is only said differently is not. Those that are not in semantic.test.ts. */
import { afterAll, describe, expect, it } from "vitest";
import { lentSolvers } from "../smt/lent-solvers.ts";
import { z3Worker } from "../smt/z3-worker.ts";
import { differences, summaries } from "./compared.ts";
import { more } from "./edits.ts";

const solvers = lentSolvers(z3Worker());
afterAll(() => solvers.close());

describe("edits of published specs", () => {
  it.each(more)("%s: %s", async (_, spec, edits, expected) => {
    expect(summaries(await differences(spec, edits, solvers))).toEqual(expected);
  });
});
