/** Random graphs, with everything in them that a search can find. */
import { fc } from "@fast-check/vitest";
import type { Graph, GraphNode } from "./graph.ts";

const node = (nodes: number): fc.Arbitrary<GraphNode> => fc.record({
  edges: fc.array(fc.record({ to: fc.nat(nodes - 1), breaksStep: rarely }), { maxLength: 3 }),
  broken: fc.oneof({ weight: 12, arbitrary: fc.constant([]) }, fc.subarray([0, 1])),
  reached: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, fc.subarray([0, 1])),
  failingAction: fc.option(fc.nat(2), { freq: 15, nil: undefined }),
  failingSite: fc.option(fc.nat(2), { freq: 15, nil: undefined }),
  failingTerminal: fc.option(fc.nat(2), { freq: 2, nil: undefined }),
  beyond: rarely,
  terminal: fc.boolean(),
});
const rarely = fc.nat(9).map((n) => n === 0);

export const anyGraph: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 40 }).chain((nodes) => fc.record({
  words: fc.constantFrom(1, 2, 3, 5, 8, 9, 20),
  initial: fc.array(fc.nat(nodes - 1), { maxLength: 4 }),
  nodes: fc.array(node(nodes), { minLength: nodes, maxLength: nodes }),
}));
export const anyDeadlock = fc.constantFrom("error" as const, "terminal" as const, "ignore" as const);
