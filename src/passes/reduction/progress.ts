/**
 * Which actions cannot follow each other for ever. Each part of a state that all of them only move forward (a set that only grows, a
 * phase that never comes back) is a measure; an action that moves one on with every step, or that writes nothing but such parts, is
 * done after finitely many steps, and need not keep to the measures of those that remain.
 */
import { uncast } from "../../ir/build.ts";
import type { Scalar } from "../constant.ts";
import { type Cell, cellOf, sameCell } from "./cells.ts";
import { tagsOf, testOf } from "./conflict.ts";
import type { Footprint, Write } from "./footprint.ts";
import { isGround, textOf } from "./terms.ts";

/** The largest part of these actions that cannot go on for ever among themselves, found by leaving out one after the other. */
export function terminating(actions: readonly Footprint[]): readonly Footprint[] {
  for (let kept = actions; ; ) {
    const last = endless(kept).at(-1);
    if (!last) return kept;
    kept = kept.filter((a) => a !== last);
  }
}

/** What remains when all actions are gone that are shown to end. */
function endless(actions: readonly Footprint[]): readonly Footprint[] {
  for (let rest = actions; ; ) {
    const forward = new Measures(rest);
    const left = rest.filter((a) => !a.writes.every((w) => forward.has(a, w)) && !a.writes.some((w) => forward.has(a, w) && advances(a, w)));
    if (left.length === rest.length) return left;
    rest = left;
  }
}

class Measures {
  readonly #writes: readonly (readonly [Footprint, Write])[];
  readonly #known = new Map<string, boolean>();

  constructor(actions: readonly Footprint[]) {
    this.#writes = actions.flatMap((a) => a.writes.map((w) => [a, w] as const));
  }

  /** Whether all parts that a write is of only move forward. */
  has(action: Footprint, write: Write): boolean {
    return tagsWritten(action, write).every((tag) => this.#isForward(write.cell.field, tag));
  }

  #isForward(field: string, tag: string): boolean {
    const key = `${field} ${tag}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const concerned = this.#writes.filter(([a, w]) => w.cell.field === field && (tag === all || tagsWritten(a, w).some((t) => t === tag || t === all)));
      const ops = new Set(concerned.map(([, w]) => w.op));
      known = ops.size === 1 && (!ops.has("set") || isOneWay(concerned));
      this.#known.set(key, known);
    }
    return known;
  }
}

const all = "";

/** The tags of the elements that are added or taken away, or all of the field. */
function tagsWritten({ guards }: Footprint, { cell: { element }, setOf }: Write): readonly string[] {
  if (setOf?.kind !== "union") return [all];
  const plain = element === null ? undefined : uncast(element);
  if (plain?.kind === "variant") return [plain.tag];
  const only = plain && tagsOf(guards).get(textOf(plain));
  return only === undefined ? [all] : [only];
}

/** Whether no value of the cells comes back: the steps from value to value make no circle. */
function isOneWay(writes: readonly (readonly [Footprint, Write])[]): boolean {
  const depths = new Set(writes.map(([, w]) => w.cell.path.map((s) => (s.kind === "get" ? s.field : "")).join(".")));
  if (depths.size > 1) return false;
  const steps: (readonly [Scalar, Scalar])[] = [];
  for (const [a, w] of writes) {
    const from = valueBefore(a, w.cell);
    if (w.to === undefined || from === undefined) return false;
    if (from !== w.to) steps.push([from, w.to]);
  }
  // Whatever has no step into it can go; what is left are circles.
  for (let left = steps; left.length > 0; ) {
    const next = left.filter(([from]) => left.some(([, to]) => to === from));
    if (next.length === left.length) return false;
    left = next;
  }
  return true;
}

function valueBefore({ guards }: Footprint, cell: Cell): Scalar | undefined {
  for (const g of guards) {
    const test = testOf(g);
    if (!test || !sameCell(test.cell, cell, (x, y) => isGround(x) && textOf(x) === textOf(y))) continue;
    if (test.truth) return test.value;
    if (typeof test.value === "boolean") return !test.value;
  }
  return undefined;
}

/** Whether every step of the action changes what it writes there. */
function advances(action: Footprint, write: Write): boolean {
  if (!write.always) return false;
  const { cell, op } = write;
  // What is written twice may come back.
  if (op === "set") return action.writes.every((w) => w.cell.field !== cell.field || valueBefore(action, w.cell) !== w.to);
  return cell.element !== null && isGround(cell.element) && action.guards.some((g) => {
    const [has, truth] = g.kind === "not" ? [g.arg, false] : [g, true];
    if (has.kind !== "has" || truth !== (op === "delete") || textOf(has.value) !== textOf(cell.element!)) return false;
    const asked = cellOf(has.collection);
    return asked !== undefined && sameCell(asked, cell, (x, y) => isGround(x) && textOf(x) === textOf(y));
  });
}
