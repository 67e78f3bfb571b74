import type { Finding, SearchRequest } from "../../../../verifier/contract/search.ts";

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
