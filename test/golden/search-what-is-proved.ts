/** What is proved for any size is true in every reachable state of all small instances, as the explicit checker sees them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { checkPrepared } from "../../src/pipeline/check-prepared.ts";
import { choicesOf, defaults } from "../../src/pipeline/find-violations.ts";
import { lemmasAsInvariants } from "../../src/passes/lemmas-as-invariants.ts";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import type { CheckReport } from "../../src/pipeline/report.ts";
import { scopes } from "../differential/prove-verdicts.ts";
import { expected } from "./expected-proofs.ts";

const largest = 3;
const mostChoices = 2 ** 18;
const timeout = 60_000;

/** Undefined where the assumptions leave nothing, or where there is too much to choose from. */
async function searched(protocol: Protocol, scope: Readonly<Record<string, number>>, maxStates: number): Promise<CheckReport | undefined> {
  try {
    const prepared = prepareCompiled({ protocol: lemmasAsInvariants(protocol), warnings: [] }, { scope });
    return choicesOf(prepared.instance) > mostChoices ? undefined : await checkPrepared("", prepared, { limits: { maxStates }, keepGoing: true });
  } catch (error) {
    if (error instanceof DiagnosticsError) return undefined;
    throw error;
  }
}

/**
 * What is violated in small instances, with the first one; and how many were searched, all of their states, and not only of size 1.
 * @param most states of all instances together: small ones come first
 */
async function small(protocol: Protocol, most: number): Promise<{ violated: Record<string, string>; complete: number; larger: number }> {
  const violated: Record<string, string> = {};
  let left = most, complete = 0, larger = 0;
  for (const scope of scopes(protocol, defaults(protocol), largest)) {
    if (left <= 0) break;
    const report = await searched(protocol, scope, left);
    if (!report) continue;
    left -= report.search.distinctStates;
    for (const p of report.properties) if (p.verdict === "violated") violated[p.kind === "failure" ? "no failure" : p.name] ??= JSON.stringify(scope);
    if (report.search.end !== "complete") continue;
    complete++;
    if (protocol.sorts.length === 0 || protocol.sorts.some((s) => scope[s.name] >= 2)) larger++;
  }
  return { violated, complete, larger };
}

/**
 * @param most states of each protocol
 * @param except protocols whose small instances take long
 */
export function searchWhatIsProved(most: number, except: readonly string[] = []): void {
  describe("what is proved of", () => {
    let complete = 0;
    it.each(expected.filter(([name]) => !except.includes(name)))("%s holds in small instances", { timeout }, async (name, proofs) => {
      const spec = join("specs", name), proof = join(spec, "proof.ts");
      const found = await small(compileSpec(spec, existsSync(proof) ? { proof } : {}).protocol, most);
      expect(Object.entries(found.violated).filter(([p]) => proofs[p] === "proved")).toEqual([]);
      expect(found.larger).toBeGreaterThan(0);
      complete += found.complete;
    });

    it("many protocols holds in many instances", () => expect(complete).toBeGreaterThan(150));
  });

  describe("what is not so", () => {
    it("is violated in some", { timeout }, async () => {
      const { protocol } = compileSpec("specs/toy-consensus", { proof: "specs/toy-consensus/proof.ts" });
      const [decide, others] = [protocol.actions.filter((a) => a.name === "decide"), protocol.actions.filter((a) => a.name !== "decide")];
      expect(decide).toHaveLength(1);
      // Anyone decides anything.
      const hasty = { ...protocol, actions: [...others, ...decide.map((a) => ({ ...a, body: a.body.filter((s) => s.kind !== "require") }))] };
      expect((await small(hasty, most)).violated).toMatchObject({ agreement: expect.any(String), decidedByMajority: expect.any(String) });
    });
  });
}
