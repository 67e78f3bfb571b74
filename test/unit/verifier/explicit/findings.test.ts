import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../verifier/contract/search.ts";
import { Findings } from "../../../../verifier/explicit/findings.ts";

const failure = (site: number, action: number): Finding["what"] => ({ kind: "failure", site, action });
const seen = (what: Finding["what"], steps: number, state: number) => ({ what, steps, state, row: undefined });

describe("findings", () => {
  it("keep the shortest of a property, and of two as short the one seen first", () => {
    const findings = new Findings();
    expect(findings.note(seen(failure(1, -1), 5, 10))).toBe(true);
    expect(findings.note(seen(failure(1, -1), 4, 11))).toBe(true);
    expect(findings.note(seen(failure(1, -1), 4, 12))).toBe(false);
    expect(findings.note(seen(failure(1, -1), 6, 13))).toBe(false);
    expect(findings.list(true).map(({ state }) => state)).toEqual([11]);
  });

  it("tell actions that fail at one site apart", () => {
    const findings = new Findings();
    findings.note(seen(failure(1, 0), 2, 10));
    findings.note(seen(failure(1, 1), 2, 11));
    expect(findings.list(true)).toHaveLength(2);
  });

  it("list all, or what was reached and the first violation", () => {
    const findings = new Findings();
    findings.note(seen({ kind: "step", index: 0 }, 3, 1));
    findings.note(seen({ kind: "invariant", index: 0 }, 3, 2));
    findings.note(seen({ kind: "deadlock" }, 2, 3));
    findings.note(seen({ kind: "reachable", index: 0 }, 7, 4));
    expect(findings.list(true).map(({ state }) => state)).toEqual([3, 1, 2, 4]);
    expect(findings.list(false).map(({ state }) => state)).toEqual([3, 4]);
  });
});
