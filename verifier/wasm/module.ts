/** A module of WebAssembly in the making: what it imports, its functions and globals, and what it exports. */
import { Bytes } from "./bytes.ts";
import { BodyWriter, type Code, code, Global, Local, make, type Operand, typeByte, type ValueType } from "./code.ts";

type Params = { readonly [name: string]: ValueType };
type Arguments<P extends Params> = { readonly [K in keyof P]: Operand<P[K]> };
type Result = ValueType | "none";

export interface Signature<P extends Params, R extends Result> {
  /** By name, in their order. */
  readonly params: P;
  readonly result: R;
}

export class Func<P extends Params, R extends Result> {
  readonly params: { readonly [K in keyof P]: Local<P[K]> };
  /** Set once all functions that it calls are declared. The value of the last statement, or of a `ret`, is that of the function. */
  body: readonly Code[] | undefined;

  constructor(readonly index: number, readonly name: string, readonly signature: Signature<P, R>) {
    this.params = Object.fromEntries(Object.entries(signature.params).map(([k, type], i) => [k, new Local(type, i)])) as unknown as typeof this.params;
  }

  call(args: Arguments<P>): Code<R> {
    return make(this.signature.result, (to) => {
      for (const [name, type] of Object.entries(this.signature.params)) code(type, args[name]).write(to);
      to.byte(0x10);
      to.unsigned(this.index);
    });
  }
}
type AnyFunc = Func<Params, Result>;

export interface ModuleOptions {
  /** Whether atomic operations are; without, the module is for a single thread. */
  readonly atomics: boolean;
}

/** Pages of 64 KiB. A shared memory has an end. */
export interface MemoryLimits {
  readonly shared: boolean;
  readonly least: number;
  readonly most: number;
}

export class ModuleBuilder {
  readonly #types: string[] = [];
  readonly #imported: AnyFunc[] = [];
  readonly #own: AnyFunc[] = [];
  readonly #importedGlobals: { readonly name: string; readonly type: ValueType }[] = [];
  readonly #globals: { readonly type: ValueType; readonly initial: Operand<ValueType> }[] = [];
  readonly #exports: { readonly name: string; readonly func: AnyFunc }[] = [];
  #memory: { readonly name: string; readonly limits: MemoryLimits } | undefined;
  #data: { readonly at: Global<"i32">; readonly bytes: Uint8Array } | undefined;

  constructor(private readonly options: ModuleOptions) {}

  /** All imports are from `env`. */
  importMemory(name: string, limits: MemoryLimits): void {
    this.#memory = { name, limits };
  }
  /** Imports come before functions of the module's own. */
  importFunction<P extends Params, R extends Result>(name: string, signature: Signature<P, R>): Func<P, R> {
    if (this.#own.length > 0) throw new Error("an import after a function");
    return kept(this.#imported, new Func(this.#imported.length, name, signature));
  }
  importGlobal<T extends ValueType>(name: string, type: T): Global<T> {
    if (this.#globals.length > 0) throw new Error("an import after a global");
    return new Global(type, this.#importedGlobals.push({ name, type }) - 1);
  }
  global<T extends ValueType>(type: T, initial: T extends "i64" ? bigint : number): Global<T> {
    return new Global(type, this.#importedGlobals.length + this.#globals.push({ type, initial }) - 1);
  }
  /** A function without a body yet. */
  declare<P extends Params, R extends Result>(name: string, signature: Signature<P, R>): Func<P, R> {
    return kept(this.#own, new Func(this.#imported.length + this.#own.length, name, signature));
  }
  func<P extends Params, R extends Result>(name: string, signature: Signature<P, R>, body: (params: Func<P, R>["params"]) => readonly Code[]): Func<P, R> {
    const f = this.declare(name, signature);
    f.body = body(f.params);
    return f;
  }
  export<P extends Params, R extends Result>(func: Func<P, R>, name = func.name): void {
    this.#exports.push({ name, func: func as unknown as AnyFunc });
  }
  /** Bytes of memory from an imported global on, set when the module is instantiated. */
  data(at: Global<"i32">, bytes: Uint8Array): void {
    this.#data = { at, bytes };
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const out = new Bytes();
    out.raw([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const section = (id: number, count: number, write: (to: Bytes) => void): void => {
      if (count === 0) return;
      const content = new Bytes();
      content.unsigned(count);
      write(content);
      out.byte(id);
      out.sized(content.get());
    };
    const typeOf = [...this.#imported, ...this.#own].map((f) => this.#typeIndex(f));
    section(1, this.#types.length, (to) => this.#types.forEach((t) => to.raw(JSON.parse(t) as number[])));
    section(2, this.#imported.length + this.#importedGlobals.length + (this.#memory ? 1 : 0), (to) => this.#writeImports(to, typeOf));
    section(3, this.#own.length, (to) => this.#own.forEach((f) => to.unsigned(typeOf[f.index])));
    section(6, this.#globals.length, (to) => this.#globals.forEach(({ type, initial }) => {
      const expression = new BodyWriter(0, false);
      code(type, initial).write(expression);
      to.raw([typeByte[type], 1, ...expression.get(), 0x0b]);
    }));
    section(7, this.#exports.length, (to) => this.#exports.forEach(({ name, func }) => {
      to.name(name);
      to.byte(0);
      to.unsigned(func.index);
    }));
    section(10, this.#own.length, (to) => this.#own.forEach((f) => to.sized(this.#functionBytes(f))));
    const data = this.#data;
    if (data) section(11, 1, (to) => {
      const at = new BodyWriter(0, false);
      data.at.write(at);
      to.raw([0, ...at.get(), 0x0b]);
      to.sized(data.bytes);
    });
    out.byte(0);
    out.sized(this.#names());
    return out.get();
  }

  #typeIndex(f: AnyFunc): number {
    const params = Object.values(f.signature.params).map((t) => typeByte[t]);
    const { result } = f.signature;
    const type = JSON.stringify([0x60, params.length, ...params, ...(result === "none" ? [0] : [1, typeByte[result]])]);
    const known = this.#types.indexOf(type);
    return known >= 0 ? known : this.#types.push(type) - 1;
  }

  #writeImports(to: Bytes, typeOf: readonly number[]): void {
    const head = (name: string, kind: number): void => {
      to.name("env");
      to.name(name);
      to.byte(kind);
    };
    for (const f of this.#imported) {
      head(f.name, 0);
      to.unsigned(typeOf[f.index]);
    }
    if (this.#memory) {
      const { name, limits } = this.#memory;
      head(name, 2);
      to.byte(limits.shared ? 3 : 1);
      to.unsigned(limits.least);
      to.unsigned(limits.most);
    }
    for (const { name, type } of this.#importedGlobals) {
      head(name, 3);
      to.raw([typeByte[type], 0]);
    }
  }

  #functionBytes(f: AnyFunc): Uint8Array {
    if (!f.body) throw new Error(`${f.name} has no body`);
    const writer = new BodyWriter(Object.keys(f.signature.params).length, this.options.atomics);
    for (const c of f.body) c.write(writer);
    const out = new Bytes();
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of writer.locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    out.unsigned(runs.length);
    for (const { type, count } of runs) {
      out.unsigned(count);
      out.byte(typeByte[type]);
    }
    out.raw(writer.get());
    out.byte(0x0b);
    return out.get();
  }

  /** Names of functions, for whoever looks with a profiler. */
  #names(): Uint8Array {
    const functions = [...this.#imported, ...this.#own];
    const list = new Bytes();
    list.unsigned(functions.length);
    for (const f of functions) {
      list.unsigned(f.index);
      list.name(f.name);
    }
    const out = new Bytes();
    out.name("name");
    out.byte(1);
    out.sized(list.get());
    return out.get();
  }
}

function kept<P extends Params, R extends Result>(list: AnyFunc[], func: Func<P, R>): Func<P, R> {
  list.push(func as unknown as AnyFunc);
  return func;
}
