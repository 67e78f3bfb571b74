/** When a reduction is used, and what is said where it is not. */
import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../../src/pipeline/check-prepared.ts";
import { checkPrepared } from "../../../src/pipeline/check-prepared.ts";
import { prepareCompiled } from "../../../src/pipeline/prepare.ts";
import { protocolOf } from "../frontend/lower-run.ts";

const votes = (extra = ""): string => `
import { eventually } from "tenet";
type Node = Sort<"Node">;
export class Votes {
  static scope = { Node: 3 };
  seen = new Set<Node>();
  count: Int<0, 3> = 0;
  @action look(node: Node) { require(!this.seen.has(node)); this.seen.add(node); }
  @action tick() { require(this.count < 3); this.count += 1; }
  @reachable late() { return this.count === 3; }
  ${extra}
}`;

const checked = async (extra: string, options: CheckOptions) =>
  checkPrepared("", prepareCompiled({ protocol: protocolOf(votes(extra)), warnings: [] }, {}), options);
const reasonOf = async (extra: string, options: CheckOptions): Promise<unknown> => (await checked(extra, { ...options, reduction: "on" })).search.reduction;

describe("reduction", () => {
  test("is used where it is asked for; the same is said of all properties", async () => {
    const [full, reduced] = [await checked("", {}), await checked("", { reduction: "on" })];
    expect(reduced.search).toMatchObject({ distinctStates: 7, reduction: { used: true, actions: ["look"] } });
    expect(full.search.distinctStates).toBe(32);
    expect(full.search.reduction).toBeUndefined();
    expect(reduced.properties.map((p) => p.verdict)).toEqual(full.properties.map((p) => p.verdict));
  });

  test("is not worth it for small searches, nor said anything of there", async () => {
    expect((await checked("", { reduction: "auto" })).search).toMatchObject({ distinctStates: 32 });
    expect((await checked("", { reduction: "auto" })).search.reduction).toBeUndefined();
  });

  test("is not used, with a reason, where it is not sound or something else is asked for", async () => {
    const off = (reason: string): object => ({ used: false, reason });
    expect(await reasonOf("", { limits: { maxDepth: 2 } })).toEqual(off("all runs of a length are asked for, and some become longer"));
    expect(await reasonOf("", { witness: "late" })).toEqual(off("the shortest run is asked for"));
    expect(await reasonOf("@eventually done() { return this.count === 3; }", {})).toEqual(off("liveness properties need all steps"));
    expect(await reasonOf("@step moves(next: this) { return next.count !== this.count; }", {}))
      .toEqual(off("the step property moves may be broken by steps that change nothing it reads"));
    expect(await reasonOf("@invariant some() { return this.seen.size >= 0 && this.count >= 0; }", {}))
      .toEqual(off("no action can be taken alone: some can tell whether look has come, and so on (1 more)"));
  });

  test("goes together with symmetry: witnesses are real runs all the same", async () => {
    const report = await checked("@reachable all() { return forall((node: Node) => this.seen.has(node)) && this.count === 2; }", { reduction: "on", symmetry: "on" });
    expect(report).toMatchObject({ verdict: "exhaustive", search: { reduction: { used: true, actions: ["look"] }, symmetry: { sorts: ["Node"] }, distinctStates: 7 } });
    expect(report.properties.find((p) => p.name === "all")!.trace!.steps).toHaveLength(5);
  });

  test("shows a shortest run of a violation", async () => {
    const report = await checked("@invariant few() { return this.count < 2; }", { reduction: "on" });
    expect(report.properties.find((p) => p.name === "few")).toMatchObject({ verdict: "violated" });
    expect(report.properties.find((p) => p.name === "few")!.trace!.steps).toHaveLength(2);
    expect(report.search.reduction).toMatchObject({ used: false, reason: expect.stringContaining("a violation was found with it") });
  });

  test("never says how deep it has looked", async () => {
    const report = await checked("", { reduction: "on", limits: { maxStates: 4 } });
    expect(report).toMatchObject({ verdict: "unknown", because: ["max-states"] });
    expect(report.depth).toBeUndefined();
  });
});
