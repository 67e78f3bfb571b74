import type { Finding, SearchRequest, SearchResult } from "../../../../verifier/contract/search.ts";

/** A request without limits. */
export const request = (changes: Partial<SearchRequest> = {}): SearchRequest => ({
  limits: {}, deadlock: "ignore", keepGoing: false, visited: "exact", ...changes,
});

export function nameOf({ what }: Finding): string {
  switch (what.kind) {
    case "deadlock": return "deadlock";
    case "failure": return `failure ${what.site} ${what.action}`;
    default: return `${what.kind} ${what.index}`;
  }
}

/** What a search with `keepGoing` says, whatever the machine and the way. */
export const answer = ({ end, findings, completeDepth, stats }: SearchResult): unknown => ({
  end, completeDepth, distinctStates: stats.distinctStates, transitions: stats.transitions, depth: stats.depth, enabled: stats.enabled,
  findings: findings.map((finding) => [nameOf(finding), finding.path.length]).toSorted(),
});
