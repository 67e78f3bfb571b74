/** Which operations take effect: a revocation by a senior voids what its subject writes, but for what the revoker had seen. */
import type { OperationGraph } from "./graph.ts";
import type { Hash } from "./operation.ts";

/** From the most senior author to the least: whether an operation counts depends on those of more senior authors alone. */
export function effective(graph: OperationGraph): ReadonlySet<Hash> {
  const bySeniority = [...graph.hashes].toSorted((a, b) => graph.operation(a).author - graph.operation(b).author);
  const revocations: Hash[] = [];
  const counted = new Set<Hash>();
  for (const hash of bySeniority) {
    if (revocations.some((revocation) => voids(graph, revocation, hash))) continue;
    counted.add(hash);
    if (graph.operation(hash).revokes !== null) revocations.push(hash);
  }
  return counted;
}

function voids(graph: OperationGraph, revocation: Hash, hash: Hash): boolean {
  const { author: revoker, revokes } = graph.operation(revocation);
  const { author } = graph.operation(hash);
  return revokes === author && revoker < author && !graph.past(revocation).has(hash);
}
