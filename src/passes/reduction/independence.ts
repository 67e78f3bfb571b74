/**
 * Whether an action can always be taken at once: whatever others do while it is enabled and would change something, they could do
 * after it as well, and with the same end.
 */
import type { Expr } from "../../ir/expr.ts";
import { sameCell } from "./cells.ts";
import { exclude, onCell, tagsOf, ways, type Writing } from "./conflict.ts";
import type { Footprint, Write } from "./footprint.ts";
import { type Equations, isGround, type Tags } from "./terms.ts";

/** Both footprints of every action: as the one that is to come first, and as another. */
export interface Sides {
  readonly first: Footprint;
  readonly other: Footprint;
}

interface Conflict {
  readonly equations: Equations;
  /** The guard of the first that the other makes false. */
  readonly disables?: Expr;
  /** Whether what the other does depends on what the first wrote: nothing helps then. */
  readonly isRead?: true;
}

/** The first other action that cannot be put off, or undefined where all can. */
export function dependsOn({ first }: Sides, all: readonly Sides[]): string | undefined {
  return all.find(({ other }) => conflicts(first, other).some((c) => !settled(c, first, other, all)))?.other.action.name;
}

const together = (a: Footprint, b: Footprint): Tags => tagsOf([...a.guards, ...b.guards]);

function conflicts(first: Footprint, other: Footprint): readonly Conflict[] {
  const found: Conflict[] = [];
  const tags = together(first, other);
  for (const write of first.writes) {
    const by: Writing = { write, guards: first.guards, tags };
    const read = (equations: Equations): void => void found.push({ equations, isRead: true });
    for (const g of other.guards) ways(g, true, by, read);
    for (const cell of other.reads) onCell(cell, by, read);
    for (const w of other.writes) if (!commute(write, w)) onCell(w.cell, by, (equations) => found.push({ equations }));
  }
  for (const write of other.writes) {
    const by: Writing = { write, guards: other.guards, tags };
    for (const g of first.guards) ways(g, true, by, (equations) => found.push({ equations, disables: g }));
    for (const cell of first.reads) onCell(cell, by, (equations) => found.push({ equations }));
  }
  return found;
}

/** Whether the end is the same in either order, even where both write the same. */
function commute(a: Write, b: Write): boolean {
  if (a.op !== "set" || b.op !== "set") return a.op === b.op;
  return a.whole && b.whole && a.cell.path.length === b.cell.path.length && a.to !== undefined && a.to === b.to;
}

function settled(conflict: Conflict, first: Footprint, other: Footprint, all: readonly Sides[]): boolean {
  const { equations, disables, isRead } = conflict;
  if (equations.impossible || isSameInstance(first, other, equations)) return true;
  // Where the other can fail although it is not enabled, it has to fail all the same.
  if (isRead && other.guardsMayFail) return false;
  if (exclude([...first.guards, ...other.guards], equations)) return true;
  if (isRead) return false;
  return overwrites(other, first, equations) || (disables !== undefined && endsForGood(disables, first, all));
}

/** Two instances of one action with equal arguments are one. */
function isSameInstance(a: Footprint, b: Footprint, equations: Equations): boolean {
  return a.action === b.action && a.params.every((p, i) => equations.textOf(p) === equations.textOf(b.params[i]));
}

/** Whether nothing of what the first writes is left, or was read, once the other is done. */
function overwrites(other: Footprint, first: Footprint, equations: Equations): boolean {
  return first.writes.every((w) =>
    other.writes.some((o) => o.op === "set" && o.always && o.whole && covers(o, w, equations))
    && other.reads.every((r) => r.field !== w.cell.field));
}

function covers(by: Write, { cell }: Write, equations: Equations): boolean {
  const { path } = by.cell;
  return path.length <= cell.path.length && sameCell(by.cell, { ...cell, path: cell.path.slice(0, path.length) }, (x, y) => isGround(x) && isGround(y) && equations.textOf(x) === equations.textOf(y));
}

/**
 * Whether, once this guard is false, it stays so, and nobody looks any more at what the first would have written: then it does not
 * matter whether it has come before.
 */
function endsForGood(guard: Expr, first: Footprint, all: readonly Sides[]): boolean {
  return all.every(({ other }) => {
    const tags = together(first, other);
    let ends = true;
    for (const write of other.writes) {
      ways(guard, false, { write, guards: other.guards, tags }, (equations) => {
        ends &&= equations.impossible || exclude([...other.guards, { kind: "not", arg: guard, type: guard.type, span: guard.span }], equations);
      });
    }
    for (const write of first.writes) {
      const by: Writing = { write, guards: [], tags };
      const reads = (equations: Equations): void => {
        const own = equations.textOf(guard);
        ends &&= equations.impossible || (!other.guardsMayFail && other.guards.some((g) => equations.textOf(g) === own));
      };
      for (const g of other.guards) {
        ways(g, true, by, reads);
        ways(g, false, by, reads);
      }
      for (const cell of other.reads) onCell(cell, by, reads);
    }
    return ends;
  });
}
