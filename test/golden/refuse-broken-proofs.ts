/** With a lemma or a guard less, what is proved of published protocols is not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prove } from "../../src/index.ts";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { z3Worker } from "../unit/smt/z3-worker.ts";
import type { Broken } from "./broken-proofs.ts";
import { verdictsOf } from "./expected-proofs.ts";

export function refuse(broken: readonly Broken[]): void {
  const solvers = lentSolvers(z3Worker());
  const folder = mkdtempSync(join(tmpdir(), "tenet-proofs-"));
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await solvers.close();
  });

  describe("broken protocols and proofs", () => {
    it.each(broken)("%s", { timeout: 120_000 }, async (_, spec, file, from, to, property, verdict) => {
      const copy = mkdtempSync(join(folder, "spec-"));
      cpSync(join("specs", spec), copy, { recursive: true });
      const text = readFileSync(join(copy, file), "utf8");
      const changed = text.replace(from, () => to);
      expect(changed).not.toBe(text);
      writeFileSync(join(copy, file), changed);
      // A proof without a lemma is a spec alone.
      if (file === "proof.ts" && !changed.includes("@lemma")) rmSync(join(copy, file));
      expect(verdictsOf(await prove(copy, solvers))).toMatchObject({ [property]: verdict });
    });
  });
}
