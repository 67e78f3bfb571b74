export interface Edge<By> { readonly from: string; readonly to: string; readonly by: By }

/** The edges of a shortest way from a node back to itself; undefined where there is none. */
export function shortestCycle<By>(edges: readonly Edge<By>[]): readonly Edge<By>[] | undefined {
  // Of several edges between two nodes, the first is as good as any.
  const next = new Map<string, Map<string, Edge<By>>>();
  for (const e of edges) {
    const out = next.get(e.from) ?? new Map<string, Edge<By>>();
    if (!out.has(e.to)) out.set(e.to, e);
    next.set(e.from, out);
  }
  const cycles = [...next.keys()].flatMap((start) => {
    const cycle = shortestWay(start, next);
    return cycle ? [cycle] : [];
  });
  return cycles.toSorted((a, b) => a.length - b.length)[0];
}

function shortestWay<By>(start: string, next: ReadonlyMap<string, ReadonlyMap<string, Edge<By>>>): readonly Edge<By>[] | undefined {
  let ends: (readonly Edge<By>[])[] = [[]];
  const seen = new Set<string>();
  while (ends.length > 0) {
    const longer: (readonly Edge<By>[])[] = [];
    for (const way of ends) {
      for (const edge of next.get(way.at(-1)?.to ?? start)?.values() ?? []) {
        if (edge.to === start) return [...way, edge];
        if (!seen.has(edge.to)) longer.push([...way, edge]);
        seen.add(edge.to);
      }
    }
    ends = longer;
  }
  return undefined;
}
