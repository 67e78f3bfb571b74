/** Protocols that the proposer of lemmas was not made with: each is right in its default instance, and says so without a warning. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/index.ts";

const names = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);

test.each(names)("%s", async (name) => {
  const report = await check(join(import.meta.dirname, name));
  expect(report.verdict).toBe("exhaustive");
  expect(report.warnings).toEqual([]);
});
