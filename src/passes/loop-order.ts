/** Whether it is plain to see that a loop does the same in whatever order it goes through its values. */
import { read, uncast } from "../ir/build.ts";
import type { Span } from "../base/span.ts";
import type { Expr, Place, Stmt } from "../ir/expr.ts";
import { printExpr } from "../ir/print.ts";
import { walkExpr, walkStmts } from "../ir/visit.ts";

type For = Extract<Stmt, { kind: "for" }>;
type Assign = Extract<Stmt, { kind: "assign" }>;

/** A place where the order of the values may matter; undefined where it does not. The body does not fail. */
export function orderMatters(loop: For): Span | undefined {
  // The same thing so many times.
  if (!mentions(loop.body, loop.local)) return undefined;
  const writes = writesOutside(loop);
  const jumps = jumpsOut(loop.body, true);
  if (jumps.length > 0 && (writes.length > 0 || asks(loop.body) || !sameEnd(jumps))) return jumps[0].span;
  const roots = new Map(writes.map(({ place: { root } }) => [`${root.kind} ${root.name}`, root]));
  for (const { kind, name } of roots.values()) {
    const clash = clashOf(writes.filter(({ place: { root } }) => root.kind === kind && root.name === name), loop);
    if (clash) return clash;
  }
  return undefined;
}

function mentions(body: readonly Stmt[], local: string): boolean {
  let found = false;
  walkStmts(body, { expr: (e) => void (found ||= e.kind === "local" && e.name === local) });
  return found;
}

/** Whether it has a `require`, which ends the whole action instance. */
function asks(body: readonly Stmt[]): boolean {
  let found = false;
  walkStmts(body, { stmt: (s) => void (found ||= s.kind === "require") });
  return found;
}

/** What is written that outlives one turn of the loop. */
function writesOutside({ body }: For): Assign[] {
  const own = new Set<string>();
  const writes: Assign[] = [];
  walkStmts(body, {
    stmt: (s) => {
      if (s.kind === "let") own.add(s.name);
      else if (s.kind === "assign") writes.push(s);
    },
  });
  return writes.filter(({ place: { root } }) => root.kind === "state" || !own.has(root.name));
}

type Jump = Extract<Stmt, { kind: "break" | "continue" | "return" }>;

/** The jumps that end the loop early. @param direct whether a `break` here would be one of them */
function jumpsOut(body: readonly Stmt[], direct: boolean): Jump[] {
  return body.flatMap((s): Jump[] => {
    switch (s.kind) {
      case "break": return direct ? [s] : [];
      case "return": return [s];
      case "if": return [...jumpsOut(s.then, direct), ...jumpsOut(s.else, direct)];
      case "for": return jumpsOut(s.body, false);
      // A `return` inside leaves the block only.
      case "block": case "let": case "assign": case "require": case "continue": return [];
    }
  });
}

/** Whether all jumps, of a loop that writes nothing, come to the same: some value of it jumps, or none. */
function sameEnd(jumps: readonly Jump[]): boolean {
  const ends = new Set(jumps.map((j) => (j.kind !== "return" || j.value === null ? j.kind : j.value.kind === "literal" ? printExpr(j.value) : "")));
  return ends.size <= 1 && !ends.has("");
}

/** Where turns of a loop may see what others wrote to one field or local. */
function clashOf(writes: readonly Assign[], loop: For): Span | undefined {
  const { root } = writes[0].place;
  const additions = writes.map(additionIn);
  if (additions.every((a) => a !== undefined && a.op === additions[0]?.op)) {
    // Each is read only to be added to.
    return readOutside(loop, root, new Set(additions.flatMap((a) => (a ? [a.collection] : []))), undefined);
  }
  const part = ownPart(writes[0].place, loop.local);
  if (part === undefined || writes.some((w) => ownPart(w.place, loop.local) !== part)) return writes[0].span;
  return readOutside(loop, root, new Set(), part);
}

/** `set = set with an element more` (or less), at whatever place. */
function additionIn({ place, value, span }: Assign): Extract<Expr, { kind: "with" }> | undefined {
  const change = uncast(value);
  if (change.kind !== "with" || change.collection.type.kind !== "set") return undefined;
  return printExpr(change.collection) === printExpr(read(place, span)) ? change : undefined;
}

/** The part of a field or local that belongs to the loop's value alone, as text: `this.votes[n]`. */
function ownPart(place: Place, local: string): string | undefined {
  const at = place.path.findIndex((s) => s.kind === "at" && s.key.kind === "local" && s.key.name === local);
  return at < 0 ? undefined : printExpr(read({ ...place, path: place.path.slice(0, at + 1) }, place.path[at].span));
}

/** A read of `root` in the body, except those in `allowed` and of the part `part`. */
function readOutside(loop: For, root: Place["root"], allowed: ReadonlySet<Expr>, part: string | undefined): Span | undefined {
  let found: Span | undefined;
  const expr = (e: Expr): void | boolean => {
    if (allowed.has(e)) {
      // The collection that is added to: only its keys are read for themselves.
      for (const key of keysIn(e)) walkExpr(key, { expr });
      return false;
    }
    if (e.kind === "at" && part !== undefined && printExpr(e) === part) return false;
    if ((e.kind === "state" && root.kind === "state" && e.field === root.name) || (e.kind === "local" && root.kind === "local" && e.name === root.name)) found ??= e.span;
    return undefined;
  };
  walkStmts(loop.body, { expr });
  return found;
}

function keysIn(path: Expr): Expr[] {
  switch (path.kind) {
    case "at": return [path.key, ...keysIn(path.collection)];
    case "get": return keysIn(path.object);
    case "unwrap": return keysIn(path.value);
    default: return [];
  }
}
