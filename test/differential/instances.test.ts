/** What a model says of a row, that it is from this instance of that action, the interpreter must say, too. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Codec } from "../../src/backends/explicit/codec.ts";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { sortsOf } from "../../src/interp/env.ts";
import { argumentsAt, runAction } from "../../src/interp/step.ts";
import { stateKey } from "../../src/interp/value.ts";
import { compileSpec } from "../../src/frontend/protocol.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { prepareCompiled } from "../../src/pipeline/prepare.ts";
import type { Sink } from "../../verifier/contract/model.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";

/** Goes through the first states breadth first. @returns rows that were compared, and those that are from another instance */
function compareRows(model: Protocol, mostStates: number): { rows: number; wrong: readonly string[] } {
  const { source, layout } = emitModel(model, { labels: true, instances: true });
  const module = instantiateModule(source), codec = new Codec(model, layout), sorts = sortsOf(model), capacity = 64;
  const states: Uint32Array[] = [], known = new Set<string>(), wrong: string[] = [];
  let from: Uint32Array | undefined, rows = 0;
  const sink = {
    rows: new Uint32Array(capacity * module.words), capacity, count: 0, labels: new Uint16Array(capacity), instances: new Uint32Array(capacity),
    flush() {
      for (let r = 0; r < sink.count; r++) {
        const row = sink.rows.slice(r * module.words, (r + 1) * module.words), key = row.join();
        if (!known.has(key)) states.push(row);
        known.add(key);
        if (from) judge(from, row, sink.labels[r], sink.instances[r]);
      }
      sink.count = 0;
    },
    violation: () => undefined,
  } satisfies Sink;
  const judge = (before: Uint32Array, row: Uint32Array, label: number, instance: number): void => {
    rows++;
    const action = model.actions[label], outcome = runAction(model, codec.decode(before), action, argumentsAt(action, instance, sorts));
    if (outcome.kind !== "step" || stateKey(outcome.next) !== stateKey(codec.decode(row))) wrong.push(`${action.name} ${instance}: ${outcome.kind}`);
  };
  const made = module.createModel(sink);
  made.initial();
  sink.flush();
  for (let i = 0; i < Math.min(states.length, mostStates); i++) {
    from = states[i];
    made.expand(from, 0);
    sink.flush();
  }
  return { rows, wrong };
}

describe("rows are from the instances that they are said to be from", () => {
  test("in random protocols", () => {
    let all = 0;
    for (const { protocol, choice } of fc.sample(arbitraryProtocol, { seed: 1, numRuns: 25 })) {
      const { model } = prepareCompiled({ protocol, warnings: [] }, { scope: choice.sizes, options: choice.options });
      const { rows, wrong } = compareRows(model, 10);
      expect(wrong).toEqual([]);
      all += rows;
    }
    expect(all).toBeGreaterThan(300);
  });

  test.each(["two-phase-commit", "paxos", "raft"])("in %s", (name) => {
    const { rows, wrong } = compareRows(prepareCompiled(compileSpec(`specs/${name}`), {}).model, 40);
    expect(wrong).toEqual([]);
    expect(rows).toBeGreaterThan(100);
  });
});
