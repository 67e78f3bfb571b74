import type { Span } from "../base/span.ts";
import type { Type } from "./type.ts";

/** What every expression carries. `type` is settled by `build.ts`; no other code invents one. */
interface Base {
  readonly type: Type;
  readonly span: Span;
}

/** Expressions are pure, except that a `do` writes its own locals. Evaluation may fail: see `failure.ts`. */
export type Expr =
  | Literal | Local | StateRead
  | Not | Connective | Equal | Compare | Arith | Cond | Do | Cast
  | RecordLit | VariantLit | Get | Tag | IsNone | Unwrap
  | Extreme | Neighbour
  | At | Lookup | Fill | Tabulate | Put
  | Collection | Entries | Has | CountOf | Size | With | SetOp | Subset | Keys
  | Concat | Slice | IndexOf
  | Fold | Comprehend;

/** `null` is undefined, whose type is an option; text is an enum member; a number is an integer or what `memberLit` says. */
export interface Literal extends Base { readonly kind: "literal"; readonly value: boolean | number | string | null }

/** A parameter, a quantified variable or a `let`. Names are unique within one action or property. */
export interface Local extends Base { readonly kind: "local"; readonly name: string }

/** A field of the protocol. `next` occurs only in step properties: the state after the step. */
export interface StateRead extends Base { readonly kind: "state"; readonly field: string; readonly when: "now" | "next" }

export interface Not extends Base { readonly kind: "not"; readonly arg: Expr }

/** Short-circuits from the left: a failure on the right does not occur where the left decides. */
export interface Connective extends Base { readonly kind: "connective"; readonly op: "and" | "or" | "implies"; readonly left: Expr; readonly right: Expr }

/** Equality of values, deep. Both sides have comparable types: see `comparable` in `build.ts`. */
export interface Equal extends Base { readonly kind: "eq"; readonly left: Expr; readonly right: Expr }

/** On integers and on ordered sorts. */
export interface Compare extends Base { readonly kind: "compare"; readonly op: "lt" | "le"; readonly left: Expr; readonly right: Expr }

/** `div` rounds towards minus infinity and `mod` takes the sign of the dividend, as Math.floor(a / b) and % do. */
export interface Arith extends Base { readonly kind: "arith"; readonly op: ArithOp; readonly left: Expr; readonly right: Expr }
export type ArithOp = "add" | "sub" | "mul" | "div" | "mod" | "min" | "max";

export interface Cond extends Base { readonly kind: "if"; readonly cond: Expr; readonly then: Expr; readonly else: Expr }

/** Runs statements; its value is that of the `return` reached, which every path must reach. Writes its own locals only. */
export interface Do extends Base { readonly kind: "do"; readonly body: readonly Stmt[] }

/** The same value at another type; fails where the value does not fit. See `castable` in `build.ts`. */
export interface Cast extends Base { readonly kind: "cast"; readonly value: Expr }

export interface NamedExpr { readonly name: string; readonly value: Expr }
/** Fields in the order of the type. */
export interface RecordLit extends Base { readonly kind: "record"; readonly fields: readonly NamedExpr[] }
/** Fields in the order of the variant. */
export interface VariantLit extends Base { readonly kind: "variant"; readonly tag: string; readonly fields: readonly NamedExpr[] }
/** A field of a record, or of a union: fails where the variant at hand has no such field. */
export interface Get extends Base { readonly kind: "get"; readonly object: Expr; readonly field: string }
/** The tag of a union, as a member of `tagType`. */
export interface Tag extends Base { readonly kind: "tag"; readonly object: Expr }
export interface IsNone extends Base { readonly kind: "isNone"; readonly value: Expr }
/** Fails on undefined. */
export interface Unwrap extends Base { readonly kind: "unwrap"; readonly value: Expr }

/** The least or greatest value of an ordered sort. */
export interface Extreme extends Base { readonly kind: "extreme"; readonly end: "first" | "last" }
/** The value next to one of an ordered sort, or undefined at the end. */
export interface Neighbour extends Base { readonly kind: "neighbour"; readonly side: "next" | "previous"; readonly value: Expr }

/** A total map at a key, or a sequence at an index: fails out of range. */
export interface At extends Base { readonly kind: "at"; readonly collection: Expr; readonly key: Expr }
/** A partial map at a key: an option. */
export interface Lookup extends Base { readonly kind: "lookup"; readonly map: Expr; readonly key: Expr }
/** The total map that is `value` everywhere. */
export interface Fill extends Base { readonly kind: "fill"; readonly value: Expr }
/** The total map that is `body` at each key `local`. */
export interface Tabulate extends Base { readonly kind: "tabulate"; readonly local: string; readonly body: Expr }
/** A map, total or partial, or a sequence (fails out of range), changed at one key. */
export interface Put extends Base { readonly kind: "put"; readonly collection: Expr; readonly key: Expr; readonly value: Expr }

/** A set, bag or sequence by its elements. */
export interface Collection extends Base { readonly kind: "collection"; readonly items: readonly Expr[] }
/** A partial map by its entries; later ones win. */
export interface Entries extends Base { readonly kind: "entries"; readonly entries: readonly { readonly key: Expr; readonly value: Expr }[] }
/** Membership in a set, bag, majority or sequence; for a map, whether it has the key. */
export interface Has extends Base { readonly kind: "has"; readonly collection: Expr; readonly value: Expr }
/** Copies of a value in a bag. */
export interface CountOf extends Base { readonly kind: "countOf"; readonly bag: Expr; readonly value: Expr }
/** Elements of a set, bag (with copies), majority, sequence; entries of a map. */
export interface Size extends Base { readonly kind: "size"; readonly collection: Expr }
/** A set or bag with one element more or less, a sequence with one more at its end (`add`), a partial map less one key (`delete`). */
export interface With extends Base { readonly kind: "with"; readonly op: "add" | "delete"; readonly collection: Expr; readonly value: Expr }
/** On two sets of one type; a majority counts as a set. */
export interface SetOp extends Base { readonly kind: "setOp"; readonly op: "union" | "intersection" | "difference" | "symmetricDifference"; readonly left: Expr; readonly right: Expr }
export interface Subset extends Base { readonly kind: "subset"; readonly left: Expr; readonly right: Expr }
/** The keys of a partial map, as a set. */
export interface Keys extends Base { readonly kind: "keys"; readonly map: Expr }

export interface Concat extends Base { readonly kind: "concat"; readonly left: Expr; readonly right: Expr }
/** Elements from..to, `to` excluded; both are clamped into 0..length, and negative ones count from the end, as in JavaScript. */
export interface Slice extends Base { readonly kind: "slice"; readonly seq: Expr; readonly from: Expr; readonly to: Expr | null }
/** -1 where there is none. */
export interface IndexOf extends Base { readonly kind: "indexOf"; readonly seq: Expr; readonly value: Expr }

/**
 * One value from all of a domain, in its order; `body` may use `local`.
 * `forall`, `exists` stop at the first that decides; `count`, `sum` visit all;
 * `find` (an option) and `findIndex` (-1 for none) need a sequence.
 */
export interface Fold extends Base { readonly kind: "fold"; readonly op: FoldOp; readonly local: string; readonly domain: Domain; readonly body: Expr }
export type FoldOp = "forall" | "exists" | "count" | "sum" | "find" | "findIndex";

/** `filter` keeps what satisfies `body` (a set over a type, set or majority; a sequence over a sequence), `map` takes the images. */
export interface Comprehend extends Base { readonly kind: "comprehend"; readonly op: "filter" | "map"; readonly local: string; readonly domain: Domain; readonly body: Expr }

/** What a variable ranges over. */
export type Domain =
  /** Every value of a type, in the order of `interp/domain.ts`. */
  | { readonly kind: "type"; readonly type: Type }
  /** Of a set, majority or bag (each once) in the order of the type; of a sequence by index; the keys of a partial map. */
  | { readonly kind: "elements"; readonly of: Expr }
  /** Integers from..to, `to` excluded. */
  | { readonly kind: "range"; readonly from: Expr; readonly to: Expr };

export type Stmt =
  /** Names a value for the rest of the block. Only a `mutable` one may be assigned. */
  | { readonly kind: "let"; readonly name: string; readonly mutable: boolean; readonly value: Expr; readonly span: Span }
  /** Visible to later reads of the same action. `value.type` is that of the place. */
  | { readonly kind: "assign"; readonly place: Place; readonly value: Expr; readonly span: Span }
  | { readonly kind: "if"; readonly cond: Expr; readonly then: readonly Stmt[]; readonly else: readonly Stmt[]; readonly span: Span }
  | { readonly kind: "for"; readonly local: string; readonly domain: Domain; readonly body: readonly Stmt[]; readonly span: Span }
  | { readonly kind: "break" | "continue"; readonly span: Span }
  /** Where false, the action instance is not enabled: no step, whatever was written before. Only in actions and inits, and not in a `do`. */
  | { readonly kind: "require"; readonly cond: Expr; readonly span: Span }
  /** Ends the nearest enclosing `do` (with a value), `block` or action (without). */
  | { readonly kind: "return"; readonly value: Expr | null; readonly span: Span }
  /** The inlined body of a helper that gives no value: `return` inside leaves the block. */
  | { readonly kind: "block"; readonly body: readonly Stmt[]; readonly span: Span };

/** Something that can be assigned: a field or a mutable local, or a part of it. */
export interface Place {
  readonly root: { readonly kind: "state" | "local"; readonly name: string; readonly type: Type };
  readonly path: readonly PathStep[];
  readonly type: Type;
}
/** `get` and `unwrap` fail as the expressions do; `at` names an element of a total map or sequence. */
export type PathStep =
  | { readonly kind: "get"; readonly field: string; readonly span: Span }
  | { readonly kind: "at"; readonly key: Expr; readonly span: Span }
  | { readonly kind: "unwrap"; readonly span: Span };
