/** A model as WebAssembly, used like one of JavaScript. */
import type { ModelModule, Sink } from "../../../../verifier/contract/model.ts";
import { sinkAt, violationKinds } from "../../../../verifier/contract/wasm-model.ts";
import { Instance, Memory, Module } from "../../../../verifier/wasm/host.ts";

const page = 65536;

/** The same module, whose models run as WebAssembly. They do not begin at 0, and not in a memory of zeros. */
export function wasmAsModel(module: ModelModule): ModelModule {
  const { words } = module;
  const wasm = module.wasm!();
  const code = new Module(wasm.code);
  return {
    words,
    createModel(sink: Sink) {
      const { actions, invariants, steps, reachables, hasTerminal } = module.createModel(sink);
      const base = 4096;
      const rowsAt = base + wasm.bytes, labelsAt = rowsAt + 4 * words * sink.capacity, stateAt = labelsAt + 4 * sink.capacity, skipAt = stateAt + 4 * words, pendingAt = skipAt + invariants.length;
      const memory = new Memory({ initial: Math.ceil((pendingAt + reachables.length) / page), maximum: 65536, shared: true });
      const bytes = new Uint8Array(memory.buffer).fill(0xa5, 0, base).fill(0xa5, rowsAt);
      const at = (address: number, length: number): Uint32Array => new Uint32Array(memory.buffer, address, length);
      const count = at(base + sinkAt.count, 1);
      /** Shows the rows to the sink, the one under construction included, for as long as it is told something. */
      const shown = (tell: () => void): void => {
        sink.rows.set(at(rowsAt, words * sink.capacity));
        sink.labels?.set(new Uint16Array(memory.buffer, labelsAt, sink.capacity));
        sink.count = count[0];
        tell();
        count[0] = sink.count;
      };
      const { exports } = new Instance(code, { env: {
        memory, base,
        flush: () => shown(() => sink.flush()),
        violation: (kind: number, index: number, action: number) => shown(() => sink.violation(violationKinds[kind], index, action)),
      } });
      at(base + sinkAt.rows, 1)[0] = rowsAt;
      at(base + sinkAt.labels, 1)[0] = labelsAt;
      at(base + sinkAt.capacity, 1)[0] = sink.capacity;
      const run = (name: string, ...args: number[]): number => {
        count[0] = sink.count;
        try {
          return Number(exports[name](...args) ?? 0);
        } finally {
          shown(() => {});
        }
      };
      const take = (states: Uint32Array, offset: number): number => {
        at(stateAt, words).set(states.subarray(offset, offset + words));
        return stateAt;
      };
      return {
        words, actions, invariants, steps, reachables, hasTerminal,
        initial: () => void run("initial"),
        expand: (states, offset) => run("expand", take(states, offset)),
        check(states, offset, skip, pending) {
          bytes.set(skip, skipAt);
          bytes.set(pending, pendingAt);
          try {
            return run("check", take(states, offset), skipAt, pendingAt);
          } finally {
            pending.set(bytes.subarray(pendingAt, pendingAt + pending.length));
          }
        },
        terminal: (states, offset) => run("terminal", take(states, offset)) !== 0,
        get enabled() {
          return Float64Array.from(new BigInt64Array(memory.buffer, base + wasm.enabledAt, actions.length), Number);
        },
      };
    },
  };
}
