/** What one worker has: the functions of a block, over its own model. */
import { sinkAt } from "../../contract/wasm-model.ts";
import { Instance, Module, type WasmFunction, type WasmMemory } from "../../wasm/host.ts";
import type { BlockLayout } from "./layout.ts";

export const phaseNames = ["produce", "insert", "commit", "end"] as const;
export type Phase = (typeof phaseNames)[number];
export type Hand = { readonly [name in Exclude<Phase, "end"> | "undo" | "flush"]: () => void };

/** Sent to the thread. */
export interface HandData {
  readonly memory: WasmMemory;
  readonly model: Uint8Array<ArrayBuffer>;
  readonly sift: Uint8Array<ArrayBuffer>;
  readonly block: Uint8Array<ArrayBuffer>;
  readonly cells: BlockLayout["cells"];
  readonly base: number;
  readonly batch: number;
  readonly capacity: number;
}

export function handOf({ memory, model, sift, block, base, batch, capacity }: HandData): Hand {
  const link = (code: Uint8Array<ArrayBuffer>, imports: { readonly [name: string]: WasmFunction | number }) =>
    new Instance(new Module(code), { env: { memory, ...imports } }).exports;
  const { flush, violation } = link(sift, {});
  const { expand, check, terminal } = link(model, { base, flush, violation });
  const sink = new Int32Array(memory.buffer, base);
  sink[sinkAt.rows >>> 2] = batch;
  sink[sinkAt.capacity >>> 2] = capacity;
  const { produce, insert, commit, undo } = link(block, { expand, check, terminal, flush });
  return { produce, insert, commit, undo, flush } as unknown as Hand;
}
