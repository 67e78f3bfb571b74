/** What takes the rows of a batch: adds those that are new to table and store. */
import { type Body, block, br, brIf, type Code, count, i32, i64, type I32, Label, local, type Local, loop, ret, type Statement, unreachable, when } from "../../wasm/code.ts";
import { ModuleBuilder } from "../../wasm/module.ts";
import { mostPages } from "./arena.ts";
import type { Plan } from "./plan.ts";
import { compareRows, copyRow } from "./rows.ts";
import type { TableCode } from "./tables.ts";

/** The address of a state. */
export const addressOf = (plan: Plan, state: I32): Code<"i32"> =>
  i32.add(i32.load(i32.shl(i32.shrU(state, plan.shift), 2), plan.chunks), i32.mul(i32.and(state, plan.mask), plan.rowBytes));

/** From the address of the state before it to that of `state`. */
export const toNext = (plan: Plan, state: I32, at: Local<"i32">): Body => [
  at.set(i32.add(at, plan.rowBytes)),
  when(i32.eqz(i32.and(state, plan.mask)), [at.set(addressOf(plan, state))]),
];

export const sharedMemory = { shared: true, least: 1, most: mostPages } as const;

/**
 * Imports: `room(n)` before `n` rows are added that there may be no room for; `full()` where the table has no place for a state,
 * which has grown when it comes back; `cut()` where the limit keeps a state out, which does not come back; `taken()` after a batch.
 * Exports: `flush()`, which takes the rows of the sink; `refill(from, n)`, which puts stored states that are not there into the table, and
 * says whether there was a place for all.
 * @param sinkCount the address of the number of rows
 */
export function keepModule(plan: Plan, table: TableCode, sinkCount: number, atomics: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ atomics });
  module.importMemory("memory", sharedMemory);
  const room = module.importFunction("room", { params: { n: "i32" }, result: "none" });
  const full = module.importFunction("full", { params: {}, result: "none" });
  const cut = module.importFunction("cut", { params: {}, result: "none" });
  const taken = module.importFunction("taken", { params: {}, result: "none" });
  const { cells, rowBytes, words } = plan;

  /** Calls for each row of a batch `body`, with its hash. */
  const eachRow = (rows: I32, n: I32, row: Local<"i32">, hash: Local<"i64">, body: Body): Body => {
    const i = local("i32");
    return [row.set(rows), count(i, 0, n, [...table.hash(row, hash), ...body, row.set(i32.add(row, rowBytes))])];
  };
  const touchHome = (hash: Local<"i64">, touched: Local<"i32">): Statement => touched.set(i32.xor(touched, i32.load(table.home(hash))));

  /**
   * All hashes first, touching what will be read: the cache misses of many rows overlap. What came lately is known, and most
   * of what comes has; the others' hashes and addresses are left in `hashes` and `sought`, `n` of them.
   */
  const sift = (n: Local<"i32">): Body => {
    const [row, left, touched, seen, hash] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i64")];
    const [known, news] = [new Label("known"), new Label("news")];
    const seenRow = local("i32");
    return [
      left.set(0), touched.set(0),
      ...eachRow(plan.rows, n, row, hash, [block(known, [
        seen.set(i32.add(i32.mul(i32.wrap(i64.shrU(hash, BigInt(table.hashBits - plan.recentBits))), plan.recentBytes), plan.recent)),
        block(news, [
          brIf(news, i64.ne(i64.load(seen), hash)),
          ...(table.distinct ? [] : [seenRow.set(i32.add(seen, 8)), ...compareRows(words, seenRow, row, news)]),
          br(known),
        ]),
        i64.store(seen, hash),
        ...(table.distinct ? [] : [seenRow.set(i32.add(seen, 8)), ...copyRow(words, seenRow, row)]),
        i64.store(i32.shl(left, 3), hash, plan.hashes),
        i32.store(i32.shl(left, 2), row, plan.sought),
        left.set(i32.add(left, 1)),
        touchHome(hash, touched),
      ])]),
      n.set(left),
      ...touchBeyond(n, touched),
      i32.store(cells.touched, touched),
    ];
  };
  const touchBeyond = (n: Local<"i32">, touched: Local<"i32">): Body => {
    const [i, hash] = [local("i32"), local("i64")];
    const touch = table.touchBeyond?.(hash, touched);
    return touch ? [count(i, 0, n, [hash.set(i64.load(i32.shl(i, 3), plan.hashes)), ...touch])] : [];
  };

  const flush = module.func("flush", { params: {}, result: "none" }, () => {
    const [n, i, row, number, to, hash] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i32"), local("i64")];
    const [done, next, again, isFull] = [new Label("done"), new Label("next"), new Label("again"), new Label("full")];
    const save = i32.store(cells.count, number);
    return [
      n.set(i32.load(sinkCount)), i32.store(sinkCount, 0),
      when(i32.or(i32.eqz(n), i32.load(cells.closing)), [ret()]),
      when(i32.gtU(i32.add(i32.load(cells.count), n), i32.load(cells.room)), [room.call({ n })]),
      ...table.open(),
      ...sift(n),
      number.set(i32.load(cells.count)), to.set(addressOf(plan, number)),
      count(i, 0, n, [
        hash.set(i64.load(i32.shl(i, 3), plan.hashes)), row.set(i32.load(i32.shl(i, 2), plan.sought)),
        block(done, [loop(again, [
          block(isFull, [
            ...table.begin(hash),
            loop(next, [
              when(table.free, [
                when(i32.eq(number, i32.load(cells.limit)), [save, cut.call({}), unreachable]),
                ...copyRow(words, to, row),
                when(table.put(number), [number.set(i32.add(number, 1)), ...toNext(plan, number, to), br(done)]),
              ]),
              ...table.leaveIfHere(row, done),
              ...table.advance(isFull),
              br(next),
            ]),
          ]),
          save, full.call({}), ...table.open(), br(again),
        ])]),
      ]),
      save,
      taken.call({}),
    ];
  });
  module.export(flush);

  module.export(module.func("refill", { params: { from: "i32", n: "i32" }, result: "i32" }, ({ from, n }) => {
    const [row, number, i, touched, hash] = [local("i32"), local("i32"), local("i32"), local("i32"), local("i64")];
    const [done, next, isFull] = [new Label("done"), new Label("next"), new Label("full")];
    return [
      ...table.open(),
      ...eachRow(addressOf(plan, from), n, row, hash, [
        i64.store(i32.shl(i, 3), hash, plan.refilled), i.set(i32.add(i, 1)),
        touchHome(hash, touched),
      ]),
      i32.store(cells.touched, touched),
      number.set(from),
      block(isFull, [
        count(i, 0, n, [
          hash.set(i64.load(i32.shl(i, 3), plan.refilled)),
          ...table.begin(hash),
          block(done, [loop(next, [when(table.free, [when(table.put(number), [br(done)])]), ...table.advance(isFull), br(next)])]),
          number.set(i32.add(number, 1)),
        ]),
        ret(i32.const(1)),
      ]),
      i32.const(0),
    ];
  }));
  return module.bytes();
}
