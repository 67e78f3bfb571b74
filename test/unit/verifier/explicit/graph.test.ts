import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Finding } from "../../../../verifier/contract/search.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { type Expected, type Graph, graphModel, naiveSearch, unpack } from "./graph.ts";
import { anyDeadlock, anyGraph } from "./graphs.ts";
import { nameOf, request } from "./run.ts";

const anyVisited = fc.constantFrom("exact" as const, "hashed" as const);

const isViolation = (name: string): boolean => !name.startsWith("reachable");

/** Each step of the path is an edge, and the end shows what was found. */
function expectRun(graph: Graph, finding: Finding): void {
  const path = finding.path.map((state) => unpack(graph, state));
  expect(graph.initial).toContain(path[0]);
  for (let i = 1; i < path.length; i++) {
    expect(graph.nodes[path[i - 1]].beyond).toBe(false);
    expect(graph.nodes[path[i - 1]].edges.map(({ to }) => to)).toContain(path[i]);
  }
  const last = graph.nodes[path.at(-1)!];
  switch (finding.what.kind) {
    case "invariant": return expect(last.broken).toContain(finding.what.index);
    case "reachable": return expect(last.reached).toContain(finding.what.index);
    case "step": return expect(graph.nodes[path.at(-2)!].edges).toContainEqual({ to: path.at(-1), breaksStep: true });
    case "deadlock": return expect(last.edges).toEqual([]);
    case "failure": return expect(finding.what.action < 0 ? [last.failingSite, last.failingTerminal] : [last.failingAction]).toContain(finding.what.site);
  }
}

function expectFindings(graph: Graph, findings: readonly Finding[], expected: Expected): void {
  expect(new Map(findings.map((f) => [nameOf(f), f.path.length - 1]))).toEqual(expected.steps);
  for (const finding of findings) expectRun(graph, finding);
  const lengths = findings.map(({ path }) => path.length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
}

describe("search of random graphs", () => {
  test.prop([anyGraph, anyDeadlock, anyVisited])("with keepGoing finds every state and the shortest of every finding", async (graph, deadlock, visited) => {
    const expected = naiveSearch(graph, deadlock);
    const result = await search(graphModel(graph), request({ keepGoing: true, deadlock, visited }));
    const depth = Math.max(0, ...expected.kept.values());
    expect(result.end).toBe("complete");
    expect(result.stats.distinctStates).toBe(expected.kept.size);
    expect(result.stats.transitions).toBe(expected.transitions);
    expect(result.stats.enabled).toEqual([expected.transitions]);
    expect(result.stats.depth).toBe(depth);
    if (expected.kept.size > 0) expect(result.completeDepth).toBe(depth + 1);
    expectFindings(graph, result.findings, expected);
  });

  test.prop([anyGraph, anyDeadlock, anyVisited])("without keepGoing reports one violation, a shortest of all", async (graph, deadlock, visited) => {
    const expected = naiveSearch(graph, deadlock);
    const result = await search(graphModel(graph), request({ deadlock, visited }));
    const violations = [...expected.steps].filter(([name]) => isViolation(name)).map(([, steps]) => steps);
    const found = result.findings.filter((f) => isViolation(nameOf(f)));
    if (violations.length === 0) {
      expect(result.end).toBe("complete");
      expectFindings(graph, result.findings, expected);
    } else {
      expect(result.end).toBe("violation");
      expect(found.map(({ path }) => path.length - 1)).toEqual([Math.min(...violations)]);
      for (const finding of result.findings) {
        expectRun(graph, finding);
        expect(finding.path.length - 1).toBe(expected.steps.get(nameOf(finding)));
      }
    }
  });

  test.prop([anyGraph, anyDeadlock, anyVisited, fc.nat(6)])("checks but does not expand states at maxDepth", async (graph, deadlock, visited, maxDepth) => {
    const expected = naiveSearch(graph, deadlock, maxDepth);
    const result = await search(graphModel(graph), request({ keepGoing: true, deadlock, visited, limits: { maxDepth } }));
    const reaches = [...expected.kept.values()].includes(maxDepth);
    expect(result.end).toBe(reaches ? "max-depth" : "complete");
    if (reaches) expect(result.completeDepth).toBe(maxDepth);
    expect(result.stats.distinctStates).toBe(expected.kept.size);
    expect(result.stats.transitions).toBe(expected.transitions);
    expectFindings(graph, result.findings, expected);
  });

  test.prop([anyGraph, anyVisited, fc.integer({ min: 1, max: 30 })])("keeps no more than maxStates, and says when there were more", async (graph, visited, maxStates) => {
    const expected = naiveSearch(graph, "ignore");
    const result = await search(graphModel(graph), request({ keepGoing: true, visited, limits: { maxStates } }));
    expect(result.end).toBe(expected.kept.size > maxStates ? "max-states" : "complete");
    expect(result.stats.distinctStates).toBe(Math.min(expected.kept.size, maxStates));
    for (const finding of result.findings) {
      expectRun(graph, finding);
      expect(finding.path.length - 1).toBe(expected.steps.get(nameOf(finding)));
    }
    // Whatever is nearer than the depth that is complete was found.
    for (const [name, steps] of expected.steps) {
      if (steps < result.completeDepth) expect(result.findings.map(nameOf)).toContain(name);
    }
  });
});
