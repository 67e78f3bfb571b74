/** Graphs as models, and what a search of one has to find, computed in the most naive way. */
import type { ModelModule, Sink } from "../../../../verifier/contract/model.ts";
import type { SearchRequest } from "../../../../verifier/contract/search.ts";

export interface GraphNode {
  readonly edges: readonly Edge[];
  /** Invariants broken and reachables reached here, by index. */
  readonly broken: readonly number[];
  readonly reached: readonly number[];
  /** An action that fails here, and a site where evaluating an invariant fails. */
  readonly failingAction?: number;
  readonly failingSite?: number;
  /** A site where evaluating the terminal predicate fails. */
  readonly failingTerminal?: number;
  readonly beyond: boolean;
  readonly terminal: boolean;
}

export interface Edge {
  readonly to: number;
  readonly breaksStep: boolean;
}

export interface Graph {
  readonly words: number;
  readonly initial: readonly number[];
  readonly nodes: readonly GraphNode[];
}

export const plainNode: GraphNode = { edges: [], broken: [], reached: [], beyond: false, terminal: false };
export const edge = (to: number): Edge => ({ to, breaksStep: false });
export const invariants = ["first", "second"];
export const reachables = ["here", "there"];

/** The packed node: its number in the last word, nothing in the others but in the first one its lowest bit. */
export function pack(graph: Graph, node: number): number[] {
  const row = Array.from({ length: graph.words }, () => 0);
  if (graph.words > 1) row[0] = (node & 1) << 31 >>> 0;
  row[graph.words - 1] = node;
  return row;
}

export const unpack = (graph: Graph, state: Uint32Array): number => state[graph.words - 1];

export function graphModel(graph: Graph): ModelModule {
  const { words, nodes } = graph;
  return {
    words,
    createModel(sink: Sink) {
      const enabled = new Float64Array(1);
      const write = (node: number): void => sink.rows.set(pack(graph, node), sink.count * words);
      const keep = (node: number): void => {
        if (nodes[node].beyond) {
          for (const index of nodes[node].broken) sink.violation("beyond", index, 0);
        } else if (++sink.count === sink.capacity) sink.flush();
      };
      return {
        words, actions: ["go"], invariants, steps: ["smooth"], reachables, hasTerminal: true, enabled,
        initial() {
          for (const node of graph.initial) {
            write(node);
            keep(node);
          }
        },
        expand(states, offset) {
          const from = states[offset + words - 1];
          const node = nodes[from];
          if (node.failingAction !== undefined) sink.violation("failure", node.failingAction, 0);
          for (const { to, breaksStep } of node.edges) {
            write(to);
            if (breaksStep) sink.violation("step", 0, 0);
            if (to !== from) keep(to);
          }
          enabled[0] += node.edges.length;
          return node.edges.length;
        },
        check(states, offset, skip, pending) {
          const node = nodes[states[offset + words - 1]];
          if (node.failingSite !== undefined) sink.violation("check-failure", node.failingSite, -1);
          for (const index of node.reached) pending[index] = 0;
          return node.broken.find((index) => skip[index] === 0) ?? -1;
        },
        terminal(states, offset) {
          const node = nodes[states[offset + words - 1]];
          if (node.failingTerminal !== undefined) sink.violation("check-failure", node.failingTerminal, -1);
          return node.terminal;
        },
      };
    },
  };
}

export interface Expected {
  /** Depth by kept node. */
  readonly kept: ReadonlyMap<number, number>;
  readonly transitions: number;
  /** Fewest steps by what is found, named as `nameOf` does. */
  readonly steps: ReadonlyMap<string, number>;
}

/** Everything there is, to the depth at which states are not expanded. */
export function naiveSearch(graph: Graph, deadlock: SearchRequest["deadlock"], maxDepth = Infinity): Expected {
  const kept = new Map<number, number>();
  const steps = new Map<string, number>();
  let transitions = 0;
  const note = (name: string, at: number): void => void steps.set(name, Math.min(at, steps.get(name) ?? Infinity));
  const visit = (number: number, at: number): void => {
    const node = graph.nodes[number];
    if (kept.has(number)) return;
    for (const index of node.broken) note(`invariant ${index}`, at);
    if (node.beyond) return;
    kept.set(number, at);
    for (const index of node.reached) note(`reachable ${index}`, at);
    if (node.failingSite !== undefined) note(`failure ${node.failingSite} -1`, at);
  };
  for (const number of graph.initial) visit(number, 0);
  // Insertion order of the map is breadth-first order.
  for (const [number, at] of kept) {
    if (at === maxDepth) continue;
    const node = graph.nodes[number];
    if (node.failingAction !== undefined) note(`failure ${node.failingAction} 0`, at);
    if (node.edges.length === 0 && deadlock === "error") note("deadlock", at);
    if (node.edges.length === 0 && deadlock === "terminal") {
      if (node.failingTerminal !== undefined) note(`failure ${node.failingTerminal} -1`, at);
      else if (!node.terminal) note("deadlock", at);
    }
    transitions += node.edges.length;
    for (const { to, breaksStep } of node.edges) {
      if (breaksStep) note("step 0", at + 1);
      if (to !== number) visit(to, at + 1);
    }
  }
  return { kept, transitions, steps };
}
