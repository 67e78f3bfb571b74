import { describe, expect, test } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import * as b from "../../../src/ir/build.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { int } from "../../../src/ir/type.ts";
import { instantiatePass } from "../../../src/passes/instantiate.ts";
import { type Pass, runPasses } from "../../../src/passes/runner.ts";
import { simplifyPass } from "../../../src/passes/simplify.ts";
import { vacuityPass } from "../../../src/passes/vacuity.ts";
import { property, s, sample } from "../ir/sample.ts";

const choice = { sizes: { log: 1 }, options: {} };

describe("runner", () => {
  test("runs passes in order", () => {
    const result = runPasses(sample, [instantiatePass(choice), vacuityPass, simplifyPass]);
    expect(result.properties.map((p) => p.name)).toEqual(["quiet", "antecedent of quiet"]);
    expect(result.state.map((f) => f.name)).not.toContain("mode");
  });

  test("refuses a pass before what it needs", () => {
    expect(() => runPasses(sample, [simplifyPass, instantiatePass(choice)])).toThrow(new InternalError("pass simplify needs sized"));
  });

  test("forgets what a pass breaks", () => {
    const needy: Pass = { name: "needy", needs: ["simplified"], gives: [], run: (p) => p };
    expect(() => runPasses(sample, [instantiatePass(choice), simplifyPass, needy])).not.toThrow();
    const breaking: Pass = { name: "breaking", needs: [], gives: [], breaks: ["simplified"], run: (p) => p };
    expect(() => runPasses(sample, [instantiatePass(choice), simplifyPass, breaking, needy])).toThrow("pass needy needs simplified");
  });

  test("names the pass that made an ill-formed protocol", () => {
    const breaking: Pass = { name: "breaking", needs: [], gives: [], run: (p) => ({ ...p, properties: [property("invariant", "bad", b.local("nobody", int(), s))] }) };
    expect(() => runPasses(sample, [breaking])).toThrow(/^pass breaking made an ill-formed protocol \(2 problems\): 0:0 local nobody is not in scope; 0:0 bad has type Int$/);
  });

  test("does not start with an ill-formed protocol", () => {
    const twice: Protocol = { ...sample, actions: [...sample.actions, ...sample.actions] };
    expect(() => runPasses(twice, [])).toThrow("the front end made an ill-formed protocol (1 problems): 0:0 two actions are named append");
  });
});
