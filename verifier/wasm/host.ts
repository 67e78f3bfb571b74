/** The host's WebAssembly: Node has it, its types do not. */

export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  /** @returns the pages before; throws where there is no more memory */
  grow(pages: number): number;
}
/** What compiling gives: it can be sent to threads. */
export interface CompiledModule {
  readonly compiled?: never;
}
export type WasmFunction = (...args: (number | bigint)[]) => number | bigint | undefined;
export interface WasmInstance {
  readonly exports: { readonly [name: string]: WasmFunction };
}
export type WasmImports = { readonly [name: string]: WasmMemory | number | WasmFunction | ((...args: number[]) => void) };

interface Host {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: boolean }) => WasmMemory;
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports: { readonly env: WasmImports }) => WasmInstance;
}
export const { Memory, Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Host }).WebAssembly;
