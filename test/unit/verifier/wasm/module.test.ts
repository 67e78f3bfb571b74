import { describe, expect, test } from "vitest";
import { after, block, br, brIf, type Code, copy, count, f64, fill, i32, i64, Label, local, loop, ret, when, whileTrue } from "../../../../verifier/wasm/code.ts";
import { Instance, Memory, Module, type WasmImports, type WasmInstance, type WasmMemory } from "../../../../verifier/wasm/host.ts";
import { ModuleBuilder } from "../../../../verifier/wasm/module.ts";

const instance = (module: ModuleBuilder, env: WasmImports = {}): WasmInstance["exports"] => new Instance(new Module(module.bytes()), { env }).exports;

/** The value of an expression. */
function run<T extends "i32" | "i64" | "f64">(value: Code<T>): number | bigint | undefined {
  const module = new ModuleBuilder({ atomics: false });
  module.export(module.func("run", { params: {}, result: value.type }, () => [value]));
  return instance(module).run();
}

describe("numbers", () => {
  test.each([0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, 2 ** 31 - 1, -(2 ** 31)])("%i is what it is", (n) => {
    expect(run(i32.const(n))).toBe(n);
    expect(run(i64.const(BigInt(n)))).toBe(BigInt(n));
    expect(run(f64.const(n + 0.5))).toBe(n + 0.5);
  });
  test.each([2n ** 63n - 1n, -(2n ** 63n), 2n ** 32n, -(2n ** 32n) - 1n])("%i is what it is", (n) => {
    expect(run(i64.const(n))).toBe(n);
  });

  const words = [0, 1, -1, 5, -5, 31, 0x12345678, -(2 ** 31), 2 ** 31 - 1];
  const u = (n: number): number => n >>> 0;
  test.each(words.flatMap((a) => words.map((b) => [a, b] as const)))("operators on %i and %i", (a, b) => {
    const shift = b & 31;
    expect(["add", "sub", "mul", "and", "or", "xor", "shl", "shrS", "shrU"].map((name) => run(i32[name as "add"](a, b)))).toEqual(
      [(a + b) | 0, (a - b) | 0, Math.imul(a, b), a & b, a | b, a ^ b, a << shift, a >> shift, (a >>> shift) | 0]);
    expect(["eq", "ne", "ltS", "ltU", "gtS", "gtU", "leS", "leU", "geS", "geU"].map((name) => run(i32[name as "eq"](a, b)) === 1)).toEqual(
      [a === b, a !== b, a < b, u(a) < u(b), a > b, u(a) > u(b), a <= b, u(a) <= u(b), a >= b, u(a) >= u(b)]);
    expect(["lt", "le", "gt", "ge", "eq", "ne"].map((name) => run(f64[name as "eq"](a, b)) === 1)).toEqual([a < b, a <= b, a > b, a >= b, a === b, a !== b]);
    expect(["add", "sub", "mul", "div", "min", "max"].map((name) => run(f64[name as "add"](a, b)))).toEqual([a + b, a - b, a * b, a / b, Math.min(a, b), Math.max(a, b)]);
    const [wideA, wideB] = [BigInt(a) << 7n, BigInt(b) << 7n];
    expect(["add", "and", "or", "xor"].map((name) => run(i64[name as "add"](wideA, wideB)))).toEqual([wideA + wideB, wideA & wideB, wideA | wideB, wideA ^ wideB]);
    expect(["eq", "ltS", "geU"].map((name) => run(i64[name as "eq"](wideA, wideB)) === 1)).toEqual(
      [wideA === wideB, wideA < wideB, BigInt.asUintN(64, wideA) >= BigInt.asUintN(64, wideB)]);
    if (b !== 0 && !(a === -(2 ** 31) && b === -1)) {
      expect(["divS", "divU", "remS", "remU"].map((name) => run(i32[name as "divS"](a, b)))).toEqual(
        [Math.trunc(a / b) | 0, Math.floor(u(a) / u(b)) | 0, (a % b) | 0, (u(a) % u(b)) | 0]);
    }
  });

  test("bits and conversions", () => {
    expect([run(i32.clz(1)), run(i32.ctz(8)), run(i32.popcnt(-1)), run(i64.clz(1n)), run(i64.ctz(8n)), run(i64.popcnt(-1n))]).toEqual([31, 3, 32, 63n, 3n, 64n]);
    expect([run(i32.rotl(0x80000001, 1)), run(i32.rotr(1, 1)), run(i32.eqz(0)), run(i64.eqz(2n ** 32n))]).toEqual([3, -(2 ** 31), 1, 0]);
    expect([run(i32.wrap(2n ** 32n + 5n)), run(i64.extendS(-1)), run(i64.extendU(-1))]).toEqual([5, -1n, 2n ** 32n - 1n]);
    expect([run(f64.convertS(-1)), run(f64.convertU(-1)), run(f64.convert64S(-(2n ** 40n)))]).toEqual([-1, 2 ** 32 - 1, -(2 ** 40)]);
    expect([run(i32.truncS(-1.5)), run(i32.truncU(2 ** 32 - 1)), run(i64.truncS(-(2 ** 53))), run(f64.floor(-1.5)), run(f64.trunc(-1.5))]).toEqual([-1, -1, -(2n ** 53n), -2, -1]);
    expect([run(i32.choose(1, 2, 3)), run(i32.select(0, 2, 3)), run(f64.choose(0, 2, 3)), run(i64.select(1, 2n, 3n))]).toEqual([2, 3, 3, 2n]);
  });
});

describe("functions", () => {
  test("call each other, whichever comes first, with locals of all types", () => {
    const module = new ModuleBuilder({ atomics: false });
    const report = module.importFunction("report", { params: { n: "i32" }, result: "none" });
    const odd = module.declare("odd", { params: { n: "i32" }, result: "i32" });
    const even = module.func("even", { params: { n: "i32" }, result: "i32" }, ({ n }) => [i32.choose(i32.eqz(n), 1, odd.call({ n: i32.sub(n, 1) }))]);
    odd.body = [report.call({ n: odd.params.n }), i32.choose(i32.eqz(odd.params.n), 0, even.call({ n: i32.sub(odd.params.n, 1) }))];
    module.export(even);
    const sum = module.func("sum", { params: { to: "i32", by: "f64" }, result: "f64" }, ({ to, by }) => {
      const [i, total, wide] = [local("i32"), local("f64"), local("i64")];
      return [count(i, 0, to, [total.set(f64.add(total, by)), wide.set(i64.add(wide, 2n))]), f64.add(total, f64.convert64S(wide))];
    });
    module.export(sum, "total");
    const reported: number[] = [];
    const { even: isEven, total } = instance(module, { report: (n: number) => void reported.push(n) });
    expect([isEven(4), isEven(3)]).toEqual([1, 0]);
    expect(reported).toEqual([3, 1, 2, 0]);
    expect(total(4, 0.5)).toBe(10);
  });

  test("leave blocks and loops, at any depth", () => {
    const module = new ModuleBuilder({ atomics: false });
    // The least divisor greater than 1.
    module.export(module.func("divisor", { params: { n: "i32" }, result: "i32" }, ({ n }) => {
      const [none, next, i] = [new Label(), new Label(), local("i32")];
      return [
        i.set(2),
        block(none, [loop(next, [
          brIf(none, i32.geU(i, n)),
          when(i32.eqz(i32.remU(n, i)), [when(i32.eq(i, 7), [br(none)]), ret(i)], [i.set(i32.add(i, 1)), br(next)]),
        ])]),
        i32.const(-1),
      ];
    }));
    const { divisor } = instance(module);
    expect([9, 13, 35, 49].map((n) => divisor(n))).toEqual([3, -1, 5, -1]);
  });

  test("a branch to nowhere is found when the module is written", () => {
    const module = new ModuleBuilder({ atomics: false });
    module.func("f", { params: {}, result: "none" }, () => [br(new Label("gone"))]);
    expect(() => module.bytes()).toThrow("a branch to gone from outside of it");
  });
});

describe("memory", () => {
  const memory = (): WasmMemory => new Memory({ initial: 1, maximum: 2, shared: true });
  const limits = { shared: true, least: 1, most: 2 };

  test("loads, stores, ranges, globals and data", () => {
    const module = new ModuleBuilder({ atomics: false });
    module.importMemory("memory", limits);
    const base = module.importGlobal("base", "i32");
    const calls = module.global("i64", 5n);
    module.data(base, new Uint8Array([1, 2, 3, 255, 0]));
    module.export(module.func("go", { params: {}, result: "i64" }, () => [
      calls.set(i64.add(calls, 1n)),
      i32.store(base, i32.add(i32.load8U(base, 1), i32.load16U(base, 2)), 16),
      copy(i32.add(base, 32), base, 4),
      fill(i32.add(base, 36), 7, 4),
      i64.store(i32.add(base, 40), -2n, 8),
      f64.store(base, 1.5, 64),
      i32.store8(base, 0x1ff, 80),
      i32.store16(base, 0x1ffff, 82),
      i64.store32(base, -1n, 84),
      i64.load32U(base, 84),
    ]));
    const m = memory();
    const { go } = instance(module, { memory: m, base: 1024 });
    expect(go()).toBe(2n ** 32n - 1n);
    const view = new DataView(m.buffer, 1024);
    expect([view.getUint32(16, true), view.getUint32(32, true), view.getUint32(36, true), view.getBigInt64(48, true), view.getFloat64(64, true), view.getUint8(80), view.getUint16(82, true)])
      .toEqual([2 + 0xff03, 0xff030201, 0x07070707, -2n, 1.5, 0xff, 0xffff]);
  });

  test.each([true, false])("atomics do the same with and without them: %s", (atomics) => {
    const module = new ModuleBuilder({ atomics });
    module.importMemory("memory", limits);
    const [x, y] = [local("i32"), local("i64")];
    const results: Code[] = [
      i32.atomic.store(8, 5), x.set(i32.atomic.add(8, 3)), i32.store(64, x),
      i32.store(68, i32.atomic.compareExchange(0, 8, 20, 8)), i32.store(72, i32.atomic.compareExchange(8, 9, 21)), i32.store(76, i32.atomic.exchange(4, 22, 4)),
      i32.store(80, i32.atomic.or(8, 3)), i32.store(84, i32.atomic.load(8)),
      i64.atomic.store(16, 2n ** 40n), y.set(i64.atomic.add(16, 1n)), i64.store(88, y),
      i64.store(96, i64.atomic.compareExchange(16, 2n ** 40n + 1n, -1n)), i64.store(104, i64.atomic.compareExchange(16, 0n, 5n)), i64.store(112, i64.atomic.load(16)),
    ];
    module.export(module.func("go", { params: {}, result: "none" }, () => results));
    const m = memory();
    instance(module, { memory: m }).go();
    expect([...new Int32Array(m.buffer, 64, 6)]).toEqual([5, 8, 20, 20, 22, 23]);
    expect([...new BigInt64Array(m.buffer, 88, 4)]).toEqual([2n ** 40n, 2n ** 40n + 1n, -1n, -1n]);
    const code = module.bytes();
    expect(code.includes(0xfe)).toBe(atomics);
  });

  test("while and after", () => {
    const i = local("i32");
    expect(run(after([whileTrue(i32.ltS(i, 10), [i.set(i32.add(i, 3))])], i))).toBe(12);
  });
});
