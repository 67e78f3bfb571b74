/**
 * What a worker does with a block of states that are to be expanded, in three phases with all others.
 *
 * `produce`: chunks of states are handed out, and their successors kept with their hashes, in order. `insert`: every worker goes through all
 * rows in order, and puts those into the table whose homes are in its part of it: the first of equal rows is put there, whoever made it.
 * `commit`: what was put there is copied to the store, numbered in order, and looked at. So states have the numbers that a
 * single worker gives them. Where something must be told, nothing is kept, and a single worker does the block again.
 */
import { type Body, block, br, brIf, type Code, count, i32, i64, Label, local, loop, when } from "../../wasm/code.ts";
import { ModuleBuilder } from "../../wasm/module.ts";
import { addressOf, sharedMemory, toNext } from "../wasm/keep.ts";
import type { Plan } from "../wasm/plan.ts";
import { copyRow } from "../wasm/rows.ts";
import type { TableCode } from "../wasm/tables.ts";
import { type BlockLayout, chunkAt, chunkStates, events, workerAt } from "./layout.ts";

export interface BlockAbilities {
  readonly reachables: number;
  /** What a state without a step is: always to be told, only where the model says that it is no end, or nothing. */
  readonly deadlock: "error" | "terminal" | "ignore";
}

/** Imports the functions of the worker's model, and its `flush`. */
export function blockModule(plan: Plan, table: TableCode, layout: BlockLayout, { reachables, deadlock }: BlockAbilities, me: number): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ atomics: true });
  module.importMemory("memory", sharedMemory);
  const expand = module.importFunction("expand", { params: { state: "i32" }, result: "i32" });
  const check = module.importFunction("check", { params: { state: "i32", skip: "i32", pending: "i32" }, result: "i32" });
  const terminal = module.importFunction("terminal", { params: { state: "i32" }, result: "i32" });
  const flush = module.importFunction("flush", { params: {}, result: "none" });
  const { cells, workers, rowsPerWorker } = layout;
  const { counts, sought } = layout.own[me];
  const told = i32.atomic.store(cells.event, events.told);
  const chunkOf = (chunk: Code<"i32">): Code<"i32"> => i32.add(i32.mul(chunk, layout.chunkBytes), layout.chunks);

  /** `body` for each chunk that this worker is handed, as long as nothing is in the way. */
  const eachHanded = (body: (chunk: Code<"i32">, stop: Label) => Body): Body => {
    const chunk = local("i32");
    const [stop, again] = [new Label("stop"), new Label("again")];
    return [block(stop, [loop(again, [
      chunk.set(i32.atomic.add(cells.next, 1)),
      brIf(stop, i32.geU(chunk, i32.load(cells.chunks))),
      brIf(stop, i32.atomic.load(cells.event)),
      ...body(chunk, stop),
      br(again),
    ])])];
  };

  module.export(module.func("produce", { params: {}, result: "none" }, () => {
    const [state, end, at, steps, all, kept, record] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32")];
    const deadlocked: Record<BlockAbilities["deadlock"], Body> = {
      error: [when(i32.eqz(steps), [told])],
      terminal: [when(i32.eqz(steps), [when(i32.eqz(terminal.call({ state: at })), [told])])],
      ignore: [],
    };
    return eachHanded((chunk) => [
      // The first chunk has the rows that were there before.
      state.set(i32.add(i32.load(cells.from), i32.mul(i32.sub(chunk, 1), chunkStates))),
      end.set(i32.add(state, chunkStates)),
      end.set(i32.select(i32.ltU(end, i32.load(cells.to)), end, i32.load(cells.to))),
      kept.set(i32.load(counts, workerAt.kept)),
      at.set(addressOf(plan, state)), all.set(0),
      count(state, state, end, [
        steps.set(expand.call({ state: at })),
        all.set(i32.add(all, steps)),
        ...deadlocked[deadlock],
        ...toNext(plan, i32.add(state, 1), at),
      ]),
      flush.call({}),
      i32.store(counts, i32.add(i32.load(counts, workerAt.steps), all), workerAt.steps),
      record.set(chunkOf(chunk)),
      i32.store(record, i32.add(kept, me * rowsPerWorker), chunkAt.first),
      i32.store(record, i32.sub(i32.load(counts, workerAt.kept), kept), chunkAt.rows),
    ]);
  }));

  const [hash, entry, touched] = [local("i64"), local("i32"), local("i32")];
  const hashOf = (row: Code<"i32">): Code<"i64"> => i64.load(i32.shl(row, 3), layout.hashes);
  const rowAt = (row: Code<"i32">): Code<"i32"> => i32.add(i32.mul(row, plan.rowBytes), layout.rows);

  /** Looks for `n` rows in the table, and puts those there that are new. */
  const probe = (n: Code<"i32">, fresh: ReturnType<typeof local<"i32">>): Body => {
    const [i, row, at, number] = [local("i32"), local("i32"), local("i32"), local("i32")];
    const [done, found, full, next] = [new Label("done"), new Label("found"), new Label("full"), new Label("next")];
    const slotIs = (slot: Code<"i32"> | number) => i32.store(i32.shl(row, 2), slot, layout.slots);
    const beyond = table.touchBeyond?.(hash, touched);
    return [
      ...(beyond ? [count(i, 0, n, [hash.set(hashOf(i32.load(i32.shl(i, 2), sought))), ...beyond])] : []),
      count(i, 0, n, [
        row.set(i32.load(i32.shl(i, 2), sought)),
        hash.set(hashOf(row)), at.set(rowAt(row)),
        number.set(i32.add(row, i32.load(cells.first))),
        block(done, [
          block(found, [
            block(full, [
              ...table.begin(hash),
              loop(next, [
                when(table.free, [when(table.put(number), [slotIs(table.slot), fresh.set(i32.add(fresh, 1)), br(done)])]),
                ...table.leaveIfHere(at, found),
                ...table.advance(full),
                br(next),
              ]),
            ]),
            i32.atomic.store(cells.event, events.table),
          ]),
          slotIs(0),
        ]),
      ]),
    ];
  };

  module.export(module.func("insert", { params: {}, result: "none" }, () => {
    const [chunk, record, row, end, left, fresh] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32")];
    const shift = local("i64");
    const offset = i32.sub(table.home(hash), i32.load(plan.cells.table));
    const owner = i32.wrap(i64.shrU(i64.mul(i64.extendU(offset), BigInt(workers)), shift));
    return [
      ...table.open(),
      shift.set(i64.extendU(i32.add(i32.load(plan.cells.bits), Math.log2(table.slotBytes)))),
      count(chunk, 0, i32.load(cells.chunks), [
        record.set(chunkOf(chunk)),
        row.set(i32.load(record, chunkAt.first)),
        end.set(i32.add(row, i32.load(record, chunkAt.rows))),
        left.set(0), fresh.set(0),
        count(row, row, end, [
          hash.set(hashOf(row)),
          when(i32.eq(owner, me), [
            i32.store(i32.shl(left, 2), row, sought),
            left.set(i32.add(left, 1)),
            touched.set(i32.xor(touched, i32.load(table.home(hash)))),
            when(i32.eq(left, plan.capacity), [...probe(left, fresh), left.set(0)]),
          ]),
        ]),
        ...probe(left, fresh),
        i32.store(record, fresh, chunkAt.fresh + 4 * me),
      ]),
      i32.store(plan.cells.touched, touched),
    ];
  }));

  module.export(module.func("commit", { params: {}, result: "none" }, () => {
    const [record, row, end, number, to, from] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i32")];
    const news = Array.from({ length: Math.ceil(reachables / 8) }, (_, i) => i64.ne(i64.load(plan.pending, 8 * i), i64.load(plan.known, 8 * i)));
    return [...table.open(), ...eachHanded((chunk, stop) => [
      record.set(chunkOf(chunk)),
      row.set(i32.load(record, chunkAt.first)),
      end.set(i32.add(row, i32.load(record, chunkAt.rows))),
      number.set(i32.load(record, chunkAt.number)),
      to.set(addressOf(plan, number)),
      count(row, row, end, [
        entry.set(i32.load(i32.shl(row, 2), layout.slots)),
        when(entry, [
          from.set(rowAt(row)),
          ...copyRow(plan.words, to, from),
          ...(table.renumber?.(entry, number) ?? []),
          when(i32.geS(check.call({ state: to, skip: plan.skip, pending: plan.pending }), 0), [told, br(stop)]),
          ...news.map((n) => when(n, [told, br(stop)])),
          number.set(i32.add(number, 1)),
          ...toNext(plan, number, to),
        ]),
      ]),
    ])];
  }));

  /** Takes everything out of the table again that the block has put there. */
  module.export(module.func("undo", { params: {}, result: "none" }, () => {
    const [chunk, record, row, end] = [local("i32"), local("i32"), local("i32"), local("i32")];
    return [count(chunk, 0, i32.load(cells.chunks), [
      record.set(chunkOf(chunk)),
      row.set(i32.load(record, chunkAt.first)),
      end.set(i32.add(row, i32.load(record, chunkAt.rows))),
      count(row, row, end, [
        entry.set(i32.load(i32.shl(row, 2), layout.slots)),
        when(entry, [table.slotBytes === 8 ? i64.store(entry, 0n) : i32.store(entry, 0)]),
      ]),
    ])];
  }));
  return module.bytes();
}
