/** The implementations of this repository are tied to their specs as they should be. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDrift } from "../../src/gate/drift/drift.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";

const root = join(import.meta.dirname, "../..");

test.each(["fencing-lock", "log-follower", "revocation-by-seniors"])("%s", { timeout: 60_000 }, (name) => {
  const folder = `specs/${name}/implementation`;
  const { instance, model } = prepareSpec(`specs/${name}`, {});
  const { findings, outcome } = findDrift({ root, about: `specs/${name}`, instance, model, adapter: `${folder}/adapter.ts`, files: readdirSync(join(root, folder)).map((f) => `${folder}/${f}`) });
  expect(findings.filter((f) => f.level === "error").map((f) => f.message)).toEqual([]);
  expect(outcome.verdict).toBe("agrees");
});
