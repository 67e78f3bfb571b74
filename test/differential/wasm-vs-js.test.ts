/** Models as WebAssembly do, one after the other, what models as JavaScript do: on random protocols and on specs. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { wasmAsModel } from "../unit/backends/explicit/wasm-as-model.ts";
import { eventsOf } from "./wasm-events.ts";

function sameEvents(model: Protocol, mostStates: number, capacity: number): readonly string[] {
  const emitted = emitModel(model, { labels: true });
  const module = instantiateModule(emitted.source, emitted.wasm);
  const events = eventsOf(module, mostStates, capacity);
  expect(eventsOf(wasmAsModel(module), mostStates, capacity)).toEqual(events);
  return events;
}

test("on random protocols", () => {
  const seen = { rows: 0, violations: 0, stopped: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const [{ protocol, choice }] = fc.sample(arbitraryProtocol, { seed, numRuns: 1 });
    const { model } = prepareCompiled({ protocol, warnings: [] }, { scope: choice.sizes, options: choice.options });
    const events = sameEvents(model, 25, 1 + (seed % 8));
    seen.rows += events.filter((e) => e.startsWith("row")).length;
    seen.violations += events.filter((e) => /^(step|failure|beyond|check-failure|invariant) /.test(e)).length;
    seen.stopped += events.filter((e) => e === "stopped").length;
  }
  expect(seen.rows).toBeGreaterThan(1000);
  expect(seen.violations).toBeGreaterThan(250);
  expect(seen.stopped).toBeGreaterThan(20);
});

test.each(["two-phase-commit", "paxos", "raft", "multi-region", "byzantine-broadcast"])("on %s", (name) => {
  const events = sameEvents(prepareCompiled(compileSpec(`specs/${name}`), {}).model, 60, 50);
  expect(events.length).toBeGreaterThan(100);
});
