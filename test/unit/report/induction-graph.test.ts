/** The drawing of an induction is well-formed, whatever things are called. */
import { describe, expect, test } from "vitest";
import type { GoalGrounds, ProofReport } from "../../../src/pipeline/prove-report.ts";
import { inductionGraph } from "../../../src/report/induction-graph.ts";
import { groundsByProperty } from "../../../src/report/grounds-of.ts";

const ground = (property: string, action: string, needs: readonly string[]): GoalGrounds =>
  ({ goal: `consecution ${action} ${property}`, kind: "consecution", property, action, needs: needs.map((n) => ({ part: n, property: n })), minimal: true, fragment: { kind: "epr" } });
const report = (goals: readonly GoalGrounds[], removable: readonly string[] = []): ProofReport => {
  const names = [...new Set(goals.flatMap((g) => [g.property, ...g.needs.map((n) => n.property)]))];
  return {
    protocol: "P", spec: "P", proof: null, sources: [], sorts: [], options: {}, faults: [], verdict: "proved", instancesOnly: [], searched: [], interrupted: false, warnings: [],
    properties: names.map((name, i) => ({ name, kind: i === 0 ? "invariant" : "lemma", doc: "", verdict: "proved", goals: 1, obstacles: [] })),
    solver: { goals: 0, remembered: 0, answered: [], opinions: [], seconds: 0, timeoutMs: 0, seed: 0 }, explanation: { goals, unneeded: [], removable },
  };
};
/** Names of elements; throws where they are not nested. */
function elements(svg: string): string[] {
  const open: string[] = [];
  const all: string[] = [];
  for (const [, end, name, self] of svg.replaceAll(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else {
      all.push(name);
      if (!self) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return all;
}
const texts = (svg: string): string[] => [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map((m) => m[1]);

describe("the induction graph", () => {
  test("has an arrow from a lemma to what it is needed for, and draws what could be removed dashed", async () => {
    const svg = await inductionGraph(report([ground("safe", "send", ["one", "two"]), ground("safe", "receive", ["one"]), ground("one", "send", ["one"])], ["two"]));
    expect([...svg.matchAll(/<title>(.*?)<\/title>/g)].map((m) => m[1])).toEqual(["safe", "one", "one&#45;&gt;safe", "two", "two&#45;&gt;safe"]);
    expect(texts(svg)).toEqual(["safe", "one", "send", "receive", "two", "send"]);
    expect(svg).toContain("safe needs one: send, receive");
    expect(svg.match(/<g id="node\d+" class="node lemma removable">[\s\S]*?<\/g>/)?.[0]).toContain("stroke-dasharray");
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  test("shows names as they are", async () => {
    const hostile = ['"</text><script>alert(1)</script>', "a&amp;b\\n\\N\\", "<b>x</b>", "-->", "]]>", "{a|b}"];
    const svg = await inductionGraph(report([ground(hostile[0], "<&\\E>", hostile.slice(1))]));
    expect(new Set(elements(svg))).toEqual(new Set(["svg", "style", "g", "a", "title", "path", "text", "polygon"]));
    const shown = texts(svg).map((t) => t.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#45;", "-").replaceAll("&amp;", "&"));
    expect(new Set(shown)).toEqual(new Set([...hostile, "<&\\E>"]));
  });

  test("of more lemmas than anyone reads, shows the first", async () => {
    const many = Array.from({ length: 400 }, (_, i) => `l${i}`);
    expect((await inductionGraph(report(many.map((l) => ground("safe", "go", [l]))))).match(/class="node/g)).toHaveLength(300);
  });
});

test("parts of one property that need different things in one action are one row", () => {
  const { explanation } = report([ground("p", "go", ["a"]), ground("p", "go", ["b", "p"]), ground("p", "stop", ["a", "b"])]);
  expect(groundsByProperty(explanation!).get("p")).toEqual([{ needs: ["a", "b"], where: ["go", "stop"], minimal: true }]);
});
