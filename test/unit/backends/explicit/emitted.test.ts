import { describe, expect, test } from "vitest";
import { emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { DiagnosticsError } from "../../../../src/base/diagnostic.ts";
import * as b from "../../../../src/ir/build.ts";
import { bool, int, mapOf, setOf } from "../../../../src/ir/type.ts";
import type { Sink } from "../../../../verifier/contract/model.ts";
import { action, local, node, num, place, protocol, span, state } from "./protocols.ts";
import { twoPhaseCommit } from "./two-phase-commit.ts";

const golden = new URL("../../../golden/explicit/two-phase-commit.js", import.meta.url);

describe("the emitted module", () => {
  test("is the golden one for two-phase commit", async () => {
    await expect(emitModel(twoPhaseCommit(3)).source).toMatchFileSnapshot(golden.pathname);
  });

  test("is an ES module as it stands", async () => {
    const { source } = emitModel(twoPhaseCommit(3));
    const loaded = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { words: number; createModel: unknown };
    expect(loaded.words).toBe(1);
    expect(loaded.createModel).toBeTypeOf("function");
  });

  test("says the same twice", () => {
    expect(emitModel(twoPhaseCommit(4)).source).toBe(emitModel(twoPhaseCommit(4)).source);
  });
});

describe("a model", () => {
  const n = int(0, 3);
  const counting = protocol({
    fields: { n: [n, num(0)] },
    actions: [action("set", { to: n }, [b.assign(place("n", n), local("to", n), span())])],
  });

  function sinkOf(capacity: number, flush: (sink: Sink) => void): Sink {
    const sink: Sink = { rows: new Uint32Array(capacity), capacity, count: 0, flush: () => flush(sink), violation: () => {} };
    return sink;
  }

  test("flushes a full sink and leaves the last rows in it", () => {
    const batches: number[] = [];
    const sink = sinkOf(2, (s) => {
      batches.push(s.count);
      s.count = 0;
    });
    const model = instantiateModule(emitModel(counting).source).createModel(sink);
    model.initial();
    expect(sink.count).toBe(1);
    sink.count = 0;
    expect(model.expand(new Uint32Array([0]), 0)).toBe(4);
    // The step to the state itself counts as enabled and gives no row.
    expect(batches).toEqual([2]);
    expect(sink.count).toBe(1);
    expect([...model.enabled]).toEqual([4]);
  });

  test("with labels, tells the action of every row", () => {
    const sink = { ...sinkOf(8, () => undefined), labels: new Uint16Array(8).fill(9) };
    const twice = { ...counting, actions: [...counting.actions, { ...counting.actions[0], name: "again" }] };
    const model = instantiateModule(emitModel(twice, { labels: true }).source).createModel(sink);
    expect(model.expand(new Uint32Array([0]), 0)).toBe(8);
    expect([...sink.labels]).toEqual([0, 0, 0, 1, 1, 1, 9, 9]);
  });

  test("with instances, tells which of the action's it was", () => {
    const sink = { ...sinkOf(8, () => undefined), labels: new Uint16Array(8), instances: new Uint32Array(8).fill(9) };
    const model = instantiateModule(emitModel(counting, { labels: true, instances: true }).source).createModel(sink);
    model.expand(new Uint32Array([1]), 0);
    expect([...sink.instances]).toEqual([0, 2, 3, 9, 9, 9, 9, 9]);
  });

  test("works on after a sink threw", () => {
    let thrown = false;
    const sink = sinkOf(1, (s) => {
      s.count = 0;
      if (!thrown) {
        thrown = true;
        throw new Error("enough");
      }
    });
    const model = instantiateModule(emitModel(counting).source).createModel(sink);
    expect(() => model.expand(new Uint32Array([2]), 0)).toThrow("enough");
    expect(model.expand(new Uint32Array([2]), 0)).toBe(4);
    expect(model.expand(new Uint32Array([1]), 0)).toBe(4);
  });
});

test("types that are too wide are refused", () => {
  const wide = setOf(mapOf(int(0, 99), bool, true));
  const message = (make: () => unknown): string => {
    try {
      make();
    } catch (error) {
      if (error instanceof DiagnosticsError) return error.message;
      throw error;
    }
    return "";
  };
  expect(message(() => emitModel(protocol({ fields: { wide } })))).toContain("T6010");
  const quantified = b.fold("exists", "s", { kind: "type", type: wide }, b.eq(b.size(local("s", wide), span()), num(1), span()), span());
  const asking = protocol({ fields: { n: [setOf(node), b.collection(setOf(node), [], span())] }, actions: [action("ask", {}, [b.require(quantified, span()), b.assign(place("n", setOf(node)), state("n", setOf(node)), span())])] });
  expect(message(() => emitModel(asking))).toContain("T6009");
});
