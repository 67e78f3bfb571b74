/** Alternatives, of which one is taken. */
import type { Stmt } from "../ir/expr.ts";
import { type Body, nested } from "./lower-context.ts";
import { alwaysReturns } from "./lower-returns.ts";

/** Lowers each from the same point on. What follows knows what any of them may have left behind. */
export function branches(at: Body, bodies: readonly ((inner: Body) => void)[]): Stmt[][] {
  const { aliases } = at.cx.member;
  const before = aliases.state;
  const lists: Stmt[][] = [];
  const after = bodies.flatMap((body) => {
    const out: Stmt[] = [];
    aliases.state = before;
    body({ ...at, cx: nested(at.cx), out });
    lists.push(out);
    // Nothing follows what ends the action; what ends a function is followed by the rest of its caller.
    return alwaysReturns(out) && at.cx.frames.length <= 1 ? [] : [aliases.state];
  });
  aliases.state = after[0] ?? before;
  for (const state of after.slice(1)) aliases.join(state);
  return lists;
}
