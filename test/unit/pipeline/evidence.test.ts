/** No claim of an engine gets past the oracle unless it is true. */
import { describe, expect, test } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import type { State } from "../../../src/interp/value.ts";
import { evidenceOf } from "../../../src/pipeline/evidence.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";
import type { Finding } from "../../../verifier/contract/search.ts";

const prepared = prepareSpec("test/cli/specs/tank.ts", { options: { valve: "stuck" } });

/** A packed state of a test is the level of the tank; the number of steps is the same. */
const unpack = (packed: Uint32Array): State => prepared.model.state.map((f) => (f.name === "level" || f.name === "steps" ? packed[0] : null));
const finding = (what: Finding["what"], ...levels: number[]): Finding => ({ what, path: levels.map((level) => Uint32Array.of(level)) });
const evidence = (f: Finding): ReturnType<typeof evidenceOf> => evidenceOf(f, prepared, { unpack, failureSites: [] });

describe("what an engine found", () => {
  test("the model has fewer fields than the instance, and the trace has all of them", () => {
    expect(prepared.model.state.map((f) => f.name)).toEqual(["level", "steps"]);
    expect(evidence(finding({ kind: "invariant", index: 0 }, 0, 1, 2, 3, 4)).trace).toMatchObject({
      initial: ["stuck", 0, 0], steps: [{}, {}, {}, { action: "fill" }], end: { kind: "invariant", property: "notFull" },
    });
  });

  test.each([
    ["an invariant that holds", finding({ kind: "invariant", index: 0 }, 0, 1)],
    ["a step that no action makes", finding({ kind: "invariant", index: 0 }, 0, 4)],
    ["a start that is no initial state", finding({ kind: "invariant", index: 0 }, 4)],
    ["a target that is not reached", finding({ kind: "reachable", index: 0 }, 0, 1)],
    ["a deadlock where there is a step", finding({ kind: "deadlock" }, 0, 1)],
  ])("%s is an internal error", (_, wrong) => {
    expect(() => evidence(wrong)).toThrow(InternalError);
  });
});
