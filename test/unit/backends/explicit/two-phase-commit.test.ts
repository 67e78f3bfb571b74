import { expect, test } from "vitest";
import { emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { searchAll } from "./search.ts";
import { twoPhaseCommit } from "./two-phase-commit.ts";

test("two-phase commit with three resource managers", () => {
  const { source } = emitModel(twoPhaseCommit(3));
  const seen = searchAll(instantiateModule(source));
  expect({ distinct: seen.states.length, transitions: seen.transitions, depth: seen.depth }).toEqual({ distinct: 288, transitions: 1145, depth: 10 });
  expect(seen.violated).toEqual([]);
  expect(seen.reached).toEqual([0]);
  expect(seen.violations).toEqual([]);
});
