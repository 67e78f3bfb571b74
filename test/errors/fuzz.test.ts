/** Whatever accident happens to a spec, it compiles or says what is wrong; and what compiles is well-formed. */
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { plain } from "../../src/report/palette.ts";
import { renderDiagnostics } from "../../src/report/diagnostics.ts";
import { withFiles } from "../unit/frontend/spec-text.ts";
import { mutate } from "./mutate.ts";

const specs = readdirSync("specs").map((name) => readFileSync(`specs/${name}/spec.ts`, "utf8"));
const accident = fc.record({ kind: fc.constantFrom("delete" as const, "double" as const, "swap" as const, "replace" as const, "cut" as const), at: fc.nat(), other: fc.nat() });
const runs = Number(process.env.TENET_FUZZ_RUNS ?? 200);

test("accidents never get further than a diagnostic", () => {
  fc.assert(
    fc.property(fc.constantFrom(...specs), fc.array(accident, { minLength: 1, maxLength: 3 }), (text, accidents) => {
      const bad = mutate(text, accidents);
      withFiles({ "spec.ts": bad }, (folder) => {
        try {
          expect(problemsOf(compileSpec(folder).protocol)).toEqual([]);
        } catch (error) {
          if (!(error instanceof DiagnosticsError)) throw error;
          expect(error.diagnostics.length).toBeGreaterThan(0);
          expect(error.diagnostics.filter((d) => !d.help)).toEqual([]);
          expect(renderDiagnostics(error.diagnostics, () => bad, plain)).toContain("^");
        }
      });
    }),
    { numRuns: runs, seed: 7 },
  );
});
