/** Which objects the value of an expression would share with others in TypeScript. */
import type { Expr, Stmt } from "../ir/expr.ts";
import { fieldRoot, isAnywhere, mayBeSame, type Shared, type Step } from "./aliases.ts";
import { isReference } from "./lower-types.ts";

/** Expressions that TypeScript evaluates to a new collection, though the IR has nothing to do: `new Set(s)`. */
const copies = new WeakSet<Expr>();

/** @param value made for this place alone */
export function asCopy(value: Expr): Expr {
  copies.add(value);
  return value;
}

const anyElement: Step = { kind: "at", key: undefined };

export function sharedBy(value: Expr): readonly Shared[] {
  if (!isReference(value.type)) return [];
  const shared = objectsOf(value);
  return copies.has(value) ? outside(shared) : shared;
}

/** As `sharedBy`, for values of any type and as if they were no copies. */
export function objectsOf(e: Expr): readonly Shared[] {
  switch (e.kind) {
    case "local": return [{ inner: [], root: e.name, path: [] }];
    case "state": return e.when === "now" ? [{ inner: [], root: fieldRoot(e.field), path: [] }] : [];
    case "cast": case "unwrap": return sharedBy(e.value);
    case "get": return part(sharedBy(e.object), { kind: "get", field: e.field });
    case "at": return part(sharedBy(e.collection), keyStep(e.key));
    case "lookup": return part(sharedBy(e.map), keyStep(e.key));
    case "if": return [...sharedBy(e.then), ...sharedBy(e.else)];
    case "do": return e.body.flatMap(returnedBy);
    case "record": case "variant": return e.fields.flatMap((f) => within(sharedBy(f.value), { kind: "get", field: f.name }));
    case "collection": return e.items.flatMap((i) => within(sharedBy(i), anyElement));
    case "entries": return e.entries.flatMap((x) => within(sharedBy(x.value), keyStep(x.key)));
    case "fill": return repeated(within(sharedBy(e.value), anyElement));
    case "tabulate": return repeated(within(sharedBy(e.body), anyElement));
    case "put": return [...outside(sharedBy(e.collection)), ...within(sharedBy(e.value), keyStep(e.key))];
    case "with": return [...outside(sharedBy(e.collection)), ...within(sharedBy(e.value), anyElement)];
    case "concat": case "setOp": return [...outside(sharedBy(e.left)), ...outside(sharedBy(e.right))];
    case "slice": return outside(sharedBy(e.seq));
    case "fold": return e.domain.kind === "elements" ? part(sharedBy(e.domain.of), anyElement) : [];
    case "comprehend":
      if (e.op === "map") return repeated(within(sharedBy(e.body), anyElement));
      return e.domain.kind === "elements" ? outside(sharedBy(e.domain.of)) : [];
    default: return [];
  }
}

/** What the elements of a collection share, for a loop over it. */
export const sharedByElements = (collection: Expr): readonly Shared[] => part(sharedBy(collection), anyElement);

export const keyStep = (key: Expr): Step => ({ kind: "at", key: key.kind === "literal" ? JSON.stringify(key.value) : undefined });

/** Of one part of a value. */
const part = (shared: readonly Shared[], step: Step): Shared[] =>
  shared.flatMap((s): Shared[] => {
    if (s.inner.length === 0) return [{ ...s, path: [...s.path, step] }];
    return mayBeSame(s.inner[0], step) ? [{ ...s, inner: s.inner.slice(1) }] : [];
  });

/** Of a value that has the other as one of its parts. */
const within = (shared: readonly Shared[], step: Step): Shared[] => shared.map((s) => ({ ...s, inner: [step, ...s.inner] }));

/** Of a collection made of one value over and over; not where each time it is another part of something. */
const repeated = (shared: readonly Shared[]): Shared[] => [...shared, ...shared.filter((s) => !s.path.some(isAnywhere))];

/** Of a new collection with the same elements. */
const outside = (shared: readonly Shared[]): Shared[] =>
  shared.map((s) => (s.inner.length === 0 ? { ...s, inner: [anyElement], path: [...s.path, anyElement] } : s));

function returnedBy(s: Stmt): readonly Shared[] {
  switch (s.kind) {
    case "return": return s.value ? sharedBy(s.value) : [];
    case "if": return [...s.then, ...s.else].flatMap(returnedBy);
    case "for": case "block": return s.body.flatMap(returnedBy);
    default: return [];
  }
}
