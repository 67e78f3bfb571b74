/** What goes through states: expands a range of them, and looks at those found. */
import { block, br, brIf, type Code, count, i32, i64, Label, local, loop, when } from "../../wasm/code.ts";
import { ModuleBuilder } from "../../wasm/module.ts";
import { addressOf, sharedMemory, toNext } from "./keep.ts";
import type { Plan } from "./plan.ts";

/** What a model may do. */
export interface Abilities {
  readonly reachables: number;
  readonly detectsDeadlock: boolean;
}

/**
 * Imports the model's functions, and `broken(invariant, state)`, `reached(state)` and `deadlock(state)`, which tell the engine.
 * Exports: `expand(from, to)`, and `look(to)`, which looks at the states found below.
 */
export function driveModule(plan: Plan, { reachables, detectsDeadlock }: Abilities, atomics: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ atomics });
  module.importMemory("memory", sharedMemory);
  const expand = module.importFunction("expand", { params: { state: "i32" }, result: "i32" });
  const check = module.importFunction("check", { params: { state: "i32", skip: "i32", pending: "i32" }, result: "i32" });
  const broken = module.importFunction("broken", { params: { invariant: "i32", state: "i32" }, result: "none" });
  const reached = module.importFunction("reached", { params: { state: "i32" }, result: "none" });
  const deadlock = module.importFunction("deadlock", { params: { state: "i32" }, result: "none" });
  const { cells } = plan;

  const look = module.func("look", { params: { to: "i32" }, result: "none" }, ({ to }) => {
    const [state, at, found, expanding] = [local("i32"), local("i32"), local("i32"), local("i32")];
    const [end, next, again] = [new Label("end"), new Label("next"), new Label("again")];
    const news = Array.from({ length: Math.ceil(reachables / 8) }, (_, i) => i64.ne(i64.load(plan.pending, 8 * i), i64.load(plan.known, 8 * i)))
      .reduce<Code<"i32"> | undefined>((any, one) => (any ? i32.or(any, one) : one), undefined);
    return [
      expanding.set(i32.load(cells.current)),
      i32.store(cells.looking, 1),
      state.set(i32.load(cells.checked)), at.set(addressOf(plan, state)),
      block(end, [loop(next, [
        brIf(end, i32.geU(state, to)),
        brIf(end, i32.load(cells.closing)),
        i32.store(cells.current, state),
        loop(again, [
          found.set(check.call({ state: at, skip: plan.skip, pending: plan.pending })),
          when(i32.geS(found, 0), [broken.call({ invariant: found, state }), brIf(again, i32.eqz(i32.load(cells.closing)))]),
        ]),
        ...(news ? [when(news, [reached.call({ state })])] : []),
        state.set(i32.add(state, 1)), ...toNext(plan, state, at),
        i32.store(cells.checked, state),
        br(next),
      ])]),
      i32.store(cells.looking, 0),
      i32.store(cells.current, expanding),
    ];
  });
  module.export(look);

  module.export(module.func("expand", { params: { from: "i32", to: "i32" }, result: "none" }, ({ from, to }) => {
    const [state, at, steps] = [local("i32"), local("i32"), local("i32")];
    return [
      at.set(addressOf(plan, from)),
      count(state, from, to, [
        i32.store(cells.current, state),
        steps.set(expand.call({ state: at })),
        i64.store(cells.transitions, i64.add(i64.load(cells.transitions), i64.extendU(steps))),
        ...(detectsDeadlock ? [when(i32.eqz(steps), [deadlock.call({ state })])] : []),
        when(i32.ltU(i32.load(cells.checked), i32.load(cells.count)), [look.call({ to: i32.load(cells.count) })]),
        ...toNext(plan, i32.add(state, 1), at),
      ]),
    ];
  }));
  return module.bytes();
}
