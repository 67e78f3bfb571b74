/** What takes the rows that a worker's model makes: it keeps those that the worker has not made lately. */
import { block, br, brIf, count, i32, i64, Label, local, when } from "../../wasm/code.ts";
import { ModuleBuilder } from "../../wasm/module.ts";
import { sinkAt } from "../../contract/wasm-model.ts";
import { sharedMemory } from "../wasm/keep.ts";
import type { Plan } from "../wasm/plan.ts";
import { compareRows, copyRow } from "../wasm/rows.ts";
import type { TableCode } from "../wasm/tables.ts";
import { type BlockLayout, events, workerAt } from "./layout.ts";

/** Exports `flush` and `violation`, as a model imports them, for worker `me`. */
export function siftModule(plan: Plan, table: TableCode, layout: BlockLayout, me: number): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ atomics: true });
  module.importMemory("memory", sharedMemory);
  const { words, rowBytes } = plan;
  const { rowsPerWorker, cells } = layout;
  const { counts, batch, recent, base } = layout.own[me];
  const firstRow = me * rowsPerWorker;

  module.export(module.func("flush", { params: {}, result: "none" }, () => {
    const [n, i, kept, row, to, seen, seenRow, hash] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i64")];
    const [known, news] = [new Label("known"), new Label("news")];
    return [
      n.set(i32.load(base, sinkAt.count)),
      i32.store(base, 0, sinkAt.count),
      i32.store(counts, i32.add(i32.load(counts, workerAt.made), n), workerAt.made),
      kept.set(i32.load(counts, workerAt.kept)),
      when(i32.gtU(i32.add(kept, n), rowsPerWorker), [i32.atomic.store(cells.event, events.rows), n.set(0)]),
      row.set(batch),
      to.set(i32.add(i32.mul(kept, rowBytes), layout.rows + firstRow * rowBytes)),
      count(i, 0, n, [
        block(known, [
          ...table.hash(row, hash),
          seen.set(i32.add(i32.mul(i32.wrap(i64.shrU(hash, BigInt(table.hashBits - plan.recentBits))), plan.recentBytes), recent)),
          block(news, [
            brIf(news, i64.ne(i64.load(seen), hash)),
            ...(table.distinct ? [] : [seenRow.set(i32.add(seen, 8)), ...compareRows(words, seenRow, row, news)]),
            br(known),
          ]),
          i64.store(seen, hash),
          ...(table.distinct ? [] : [seenRow.set(i32.add(seen, 8)), ...copyRow(words, seenRow, row)]),
          ...copyRow(words, to, row),
          i64.store(i32.shl(kept, 3), hash, layout.hashes + 8 * firstRow),
          kept.set(i32.add(kept, 1)),
          to.set(i32.add(to, rowBytes)),
        ]),
        row.set(i32.add(row, rowBytes)),
      ]),
      i32.store(counts, kept, workerAt.kept),
    ];
  }));
  module.export(module.func("violation", { params: { kind: "i32", index: "i32", action: "i32" }, result: "none" }, () => [i32.atomic.store(cells.event, events.told)]));
  return module.bytes();
}
