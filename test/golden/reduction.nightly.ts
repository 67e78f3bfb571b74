/** The table of docs/reduction.md: of every spec of the shelf, what is taken alone, and the states that are left. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planReduction } from "../../src/passes/reduction/plan.ts";
import { check } from "../../src/pipeline/check.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";

interface Row { readonly spec: string; readonly scope: Readonly<Record<string, number>>; readonly alone: string; readonly full: string; readonly reduced: string }

const rows = readFileSync("docs/reduction.md", "utf8").split("\n").flatMap((line): Row[] => {
  const [, spec, scope, alone, full, reduced] = /^\| ([a-z][a-z-]+)(?: with (\S+))? \| (.*?) \| (.*?) \| (.*?) \|/.exec(line) ?? [];
  const sizes = (scope ?? "").split(",").filter((s) => s !== "").map((s): [string, number] => [s.split("=")[0], Number(s.split("=")[1])]);
  return spec === undefined ? [] : [{ spec, scope: Object.fromEntries(sizes), alone, full, reduced }];
});

test("every spec of which an action can be taken alone stands in the table", () => {
  const able = readdirSync("specs").flatMap((spec) => {
    const { model } = prepareSpec(`specs/${spec}`, {});
    const { alone } = planReduction(model);
    return alone.length > 0 && model.liveness.length === 0 ? [`${spec}: ${alone.map((i) => model.actions[i].name).join(", ")}`] : [];
  });
  expect(rows.filter((r) => Object.keys(r.scope).length === 0).map((r) => `${r.spec}: ${r.alone}`)).toEqual(able);
});

test.each(rows)("$spec with $scope", async ({ spec, scope, alone, full, reduced }) => {
  const states = async (reduction: "on" | "off"): Promise<string> => {
    const { search, verdict } = await check(`specs/${spec}`, { scope, reduction, symmetry: "off" });
    expect(verdict).toBe("exhaustive");
    if (reduction === "on") expect(search.reduction).toEqual({ used: true, actions: alone.split(", ") });
    return search.distinctStates.toLocaleString("en");
  };
  expect(await states("on")).toBe(reduced);
  if (!full.startsWith("more than")) expect(await states("off")).toBe(full);
});
