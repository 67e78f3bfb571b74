/** The WebAssembly around the generated functions: memory, unpacking, and what the contract asks for (`verifier/contract/wasm-model.ts`). */
import { InternalError } from "../../base/assert-never.ts";
import { sinkAt, type WasmModel } from "../../../verifier/contract/wasm-model.ts";
import { type Code, count, type Global, i32, i64, local, ret, sequence, type Statement, when } from "../../../verifier/wasm/code.ts";
import { type Func, ModuleBuilder } from "../../../verifier/wasm/module.ts";
import { givesValue, type KernelFunc, wasmBody } from "./emit-wasm.ts";
import { type Layout, maskOf } from "./layout.ts";
import type { Program } from "./program.ts";
import { promote } from "./promote.ts";
import type { NamedPredicate, Predicates } from "./properties.ts";
import { unpackingTables } from "./template.ts";
import { unroll } from "./unroll.ts";
import { copySlots } from "./wasm-memory.ts";

/** The sink, an i32 each. */
const sinkBytes = 16;
/** All that 32 bits can address. */
const mostPages = 65536;

const align = (at: number, to: number): number => Math.ceil(at / to) * to;

const callOf = (func: KernelFunc, args: readonly number[]): Code => func.call(Object.fromEntries(Object.keys(func.params).map((name, i) => [name, args[i]])));

/** The slots that take bits of each word. */
const bySlotsOfWord = ({ slots, words }: Layout): number[][] =>
  Array.from({ length: words }, (_, w) => slots.flatMap((p, s) => (p.word === w && p.bits > 0 ? [s] : [])));

/**
 * @param actions names of functions that together take all steps to be taken
 * @param kinds how many actions the protocol has
 */
export function wasmModel(program: Program, predicates: Predicates, actions: readonly string[], kinds: number): WasmModel {
  return new WasmTemplate(program, predicates, actions).model(kinds);
}

class WasmTemplate {
  readonly #program: Program;
  readonly #predicates: Predicates;
  readonly #actions: readonly string[];
  readonly #module = new ModuleBuilder({ atomics: false });
  readonly #base: Global<"i32">;
  readonly #flush: Func<Record<never, never>, "none">;
  readonly #violation: Func<{ readonly kind: "i32"; readonly index: "i32"; readonly action: "i32" }, "none">;
  /** Whether the target state may differ from the source, because a sink threw. */
  readonly #dirty: Global<"i32">;
  readonly #tables = new Map<string, number>();
  readonly #functions = new Map<string, KernelFunc>();
  readonly #slotsAt: number;
  readonly #enabledAt: number;

  constructor(program: Program, predicates: Predicates, actions: readonly string[]) {
    this.#program = program;
    this.#predicates = predicates;
    this.#actions = actions;
    const module = this.#module;
    module.importMemory("memory", { shared: true, least: 1, most: mostPages });
    this.#flush = module.importFunction("flush", { params: {}, result: "none" });
    this.#violation = module.importFunction("violation", { params: { kind: "i32", index: "i32", action: "i32" }, result: "none" });
    this.#base = module.importGlobal("base", "i32");
    this.#dirty = module.global("i32", 0);
    let at = sinkBytes;
    for (const [name, values] of program.tables) {
      this.#tables.set(name, at);
      at += 4 * values.length;
    }
    this.#slotsAt = align(at, 16);
    this.#enabledAt = align(this.#slotsAt + 4 * program.size, 8);
  }

  model(kinds: number): WasmModel {
    for (const f of this.#program.functions) {
      const params = Object.fromEntries(f.params.map((name) => [name, "i32" as const]));
      this.#functions.set(f.name, this.#module.declare(f.name, { params, result: givesValue(f.body) ? "i32" : "none" }));
    }
    this.#defineFunctions();
    this.#exportModel(this.#loadFunction());
    if (this.#tables.size > 0) this.#module.data(this.#base, this.#tableBytes());
    const { slots, words } = this.#program.layout;
    const usedBits = Array.from({ length: words }, (_, w) => Math.max(0, ...slots.filter((p) => p.word === w).map((p) => p.shift + p.bits)));
    return { code: this.#module.bytes(), bytes: align(this.#enabledAt + 8 * kinds, 16), enabledAt: this.#enabledAt, usedBits };
  }

  #func(name: string): KernelFunc {
    const func = this.#functions.get(name);
    if (!func) throw new InternalError(`no function ${name}`);
    return func;
  }

  #tableBytes(): Uint8Array {
    const bytes = new DataView(new ArrayBuffer(this.#slotsAt));
    for (const [name, values] of this.#program.tables) values.forEach((v, i) => bytes.setInt32(this.#tables.get(name)! + 4 * i, v, true));
    return new Uint8Array(bytes.buffer);
  }

  #defineFunctions(): void {
    const [base, words] = [this.#base, this.#program.layout.words];
    const number = i32.load(base, sinkAt.count);
    const next = local("i32");
    const shared = {
      base, words, slotsAt: this.#slotsAt,
      tableAt: (name: string): number => this.#tables.get(name)!,
      func: (name: string): KernelFunc => this.#func(name),
      violation: (kind: number, index: number, action: number): Statement => this.#violation.call({ kind, index, action }),
      rowAddress: i32.add(i32.load(base, sinkAt.rows), i32.mul(number, 4 * words)),
      label: (action: number): Statement => i32.store16(i32.add(i32.load(base, sinkAt.labels), i32.shl(number, 1)), action),
      count: sequence([
        i32.store(base, next.tee(i32.add(number, 1)), sinkAt.count),
        when(i32.eq(next, i32.load(base, sinkAt.capacity)), [this.#flush.call({})]),
      ]),
      enabled: (action: number, by: Code<"i32">): Statement => {
        const at = this.#enabledAt + 8 * action;
        return i64.store(base, i64.add(i64.load(base, at), i64.extendS(by)), at);
      },
    };
    for (const f of this.#program.functions) {
      const func = this.#func(f.name), inLine = unroll(f);
      func.body = wasmBody(this.#actions.includes(f.name) ? promote(this.#program, inLine) : inLine, func, shared);
    }
  }

  /** Makes a packed state the source and target. Words that are already there are not unpacked again. */
  #loadFunction(): Func<{ readonly state: "i32" }, "none"> {
    const { layout, packed, packedTarget, source, target } = this.#program;
    const at = local("i32");
    const place = (n: number) => ({ address: at, offset: this.#slotsAt + 4 * n });
    const reset = when(this.#dirty, [
      copySlots(place(target), place(source), layout.slots.length), copySlots(place(packedTarget), place(packed), layout.words), this.#dirty.set(0),
    ]);
    const tables = unpackingTables(this.#program);
    return this.#module.func("load", { params: { state: "i32" }, result: "none" }, ({ state }) => [
      at.set(this.#base), reset, ...(tables ? this.#unpackByTables(tables, state, at) : this.#unpackInLine(state, at)),
    ]);
  }

  #unpackInLine(state: Code<"i32">, at: Code<"i32">): Statement[] {
    const { layout, packed, packedTarget, source, target } = this.#program;
    const [word, value] = [local("i32"), local("i32")];
    const slot = (n: number): number => this.#slotsAt + 4 * n;
    const unpack = (s: number): Statement[] => {
      const { shift, bits } = layout.slots[s];
      const shifted = shift === 0 ? word : i32.shrU(word, shift);
      return [value.set(shift + bits === 32 ? shifted : i32.and(shifted, maskOf(bits))), i32.store(at, value, slot(source + s)), i32.store(at, value, slot(target + s))];
    };
    return bySlotsOfWord(layout).flatMap((slots, w) => [
      word.set(i32.load(state, 4 * w)),
      when(i32.ne(word, i32.load(at, slot(packed + w))), [
        i32.store(at, word, slot(packed + w)),
        i32.store(at, word, slot(packedTarget + w)),
        ...slots.flatMap(unpack),
      ]),
    ]);
  }

  #unpackByTables(tables: NonNullable<ReturnType<typeof unpackingTables>>, state: Code<"i32">, at: Code<"i32">): Statement[] {
    const { layout, packed, packedTarget, source, target } = this.#program;
    const [w, s, word, value, atWord, atSlot] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32")];
    const slot = (n: number): number => this.#slotsAt + 4 * n;
    const [starts, shifts, masks] = [tables.starts, tables.shifts, tables.masks].map((name) => this.#tables.get(name)!);
    return [count(w, 0, layout.words, [
      atWord.set(i32.add(at, i32.shl(w, 2))),
      word.set(i32.load(i32.add(state, i32.shl(w, 2)))),
      when(i32.ne(word, i32.load(atWord, slot(packed))), [
        i32.store(atWord, word, slot(packed)),
        i32.store(atWord, word, slot(packedTarget)),
        count(s, i32.load(atWord, starts), i32.load(atWord, starts + 4), [
          atSlot.set(i32.add(at, i32.shl(s, 2))),
          value.set(i32.and(i32.shrU(word, i32.load(atSlot, shifts)), i32.load(atSlot, masks))),
          i32.store(atSlot, value, slot(source)),
          i32.store(atSlot, value, slot(target)),
        ]),
      ]),
    ])];
  }

  #exportModel(load: Func<{ readonly state: "i32" }, "none">): void {
    const { invariant, reachable, terminal } = this.#predicates;
    const module = this.#module;
    const value = (name: string, ...args: number[]): Code<"i32"> => callOf(this.#func(name), args) as Code<"i32">;
    const holds = (p: NamedPredicate): Code<"i32"> => value(p.fn, this.#program.source);
    module.export(module.func("initial", { params: {}, result: "none" }, () => [this.#dirty.set(1), callOf(this.#func("initial"), []) as Statement]));
    module.export(module.func("expand", { params: { state: "i32" }, result: "i32" }, ({ state }) => {
      const steps = local("i32");
      const all = this.#actions.map((name) => steps.set(i32.add(steps, value(name))));
      return [load.call({ state }), this.#dirty.set(1), ...all, this.#dirty.set(0), steps];
    }));
    module.export(module.func("check", { params: { state: "i32", skip: "i32", pending: "i32" }, result: "i32" }, ({ state, skip, pending }) => [
      load.call({ state }),
      ...reachable.map((p, i) => when(i32.load8U(pending, i), [when(holds(p), [i32.store8(pending, 0, i)])])),
      ...invariant.map((p, i) => when(i32.eqz(i32.load8U(skip, i)), [when(i32.eqz(holds(p)), [ret(i32.const(i))])])),
      i32.const(-1),
    ]));
    module.export(module.func("terminal", { params: { state: "i32" }, result: "i32" }, ({ state }) => {
      const any = terminal.map(holds).reduce<Code<"i32">>((found, p) => i32.choose(found, 1, i32.ne(p, 0)), i32.const(terminal.length === 0 ? 1 : 0));
      return [load.call({ state }), any];
    }));
  }
}
