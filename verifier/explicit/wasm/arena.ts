import { Memory, type WasmMemory } from "../../wasm/host.ts";
import { type MemoryBudget, OutOfMemory, refusable } from "../memory.ts";

const pageBytes = 2 ** 16;
/** 4 GiB, which is all that addresses of 32 bits reach. */
export const mostPages = 2 ** 16;

/** One shared memory, handed out from its beginning on. What is handed out is zero, unless it has served before. */
export class Arena {
  readonly memory: WasmMemory;
  private end = 0;
  private pages = 1;
  private readonly spare: number[] = [];

  /**
   * @param chunkBytes the size of chunks, which are all of one
   * @throws OutOfMemory where this machine has no such memory
   */
  constructor(private readonly chunkBytes: number, private readonly budget: MemoryBudget) {
    this.memory = refusable(() => new Memory({ initial: this.pages, maximum: mostPages, shared: true }));
  }

  /**
   * @returns the address, a multiple of 64
   * @throws OutOfMemory
   */
  take(bytes: number): number {
    const at = this.end;
    const end = at + Math.ceil(bytes / 64) * 64;
    const more = Math.ceil(end / pageBytes) - this.pages;
    if (end > mostPages * pageBytes) throw new OutOfMemory("the end of WebAssembly's memory");
    this.budget.take(end - at, () => (more > 0 ? this.memory.grow(more) : 0));
    this.pages += Math.max(0, more);
    this.end = end;
    return at;
  }

  /** Whether that much more can be had. */
  allows(bytes: number): boolean {
    return this.end + bytes <= mostPages * pageBytes && this.budget.allows(bytes);
  }

  /** @throws OutOfMemory */
  chunk(): number {
    return this.spare.pop() ?? this.take(this.chunkBytes);
  }

  /** What is there serves as chunks from now on. */
  recycle(at: number, bytes: number): void {
    for (let chunk = at; chunk + this.chunkBytes <= at + bytes; chunk += this.chunkBytes) this.spare.push(chunk);
  }
}
