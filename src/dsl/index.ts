/**
 * What a spec imports: `import { action, forall, invariant, require, type Sort } from "tenet";`
 *
 * Types and documentation only. A spec is compiled, never run, so nothing here has a body. Values are values:
 * `===`, `has` and `includes` compare contents, and assigning a collection or record copies it.
 */

declare const sortBrand: unique symbol;
declare const orderBrand: unique symbol;
declare const intBrand: unique symbol;
declare const majorityBrand: unique symbol;
declare const seqBrand: unique symbol;

/**
 * Holds a type for the compiler of specs to read. TypeScript finds all of them alike, so that integers of different
 * bounds can be assigned to each other: whether a value fits is checked in every state, not by its type.
 */
interface Carries<_T> {}

// Types

/** A set of interchangeable values: nodes, clients, keys. `type Node = Sort<"Node">`. Only `===` tells two apart. */
export type Sort<Name extends string> = string & { readonly [sortBrand]: Name };

/** A totally ordered set of values: terms, ballots, positions in a ring. Compare with `<`; walk with `next`, `previous`. */
export type Order<Name extends string> = number & { readonly [orderBrand]: Name };

/** Integers from `Lo` to `Hi`, both inclusive; without bounds, any integer. Leaving the bounds is a violation, never a wrap. */
export type Int<Lo extends number = number, Hi extends number = number> = number & { readonly [intBrand]?: Carries<[Lo, Hi]> };

/** A set of more than half of the values of a sort: a quorum. As a parameter it ranges over all of them. */
export type Majority<S extends Sort<string> | Order<string>> = ReadonlySet<S> & { readonly [majorityBrand]: S };

/** An array of at most `Max` elements. A plain `T[]` takes its bound from the scope, by the name of the field. */
export type Seq<T, Max extends number> = T[] & { readonly [seqBrand]?: Carries<Max> };

/** A set that counts: a network that may hold a message twice. The scope bounds the copies of one element, by the name of the field. */
export declare class Bag<T> implements Iterable<T> {
  constructor(items?: Iterable<T>);
  /** Adds one copy. */
  add(value: T): this;
  /** Removes one copy, if there is one; says whether there was. */
  delete(value: T): boolean;
  has(value: T): boolean;
  /** Copies of `value`. */
  count(value: T): number;
  /** Copies of everything. */
  readonly size: number;
  clear(): void;
  /** Each distinct element once. */
  [Symbol.iterator](): SetIterator<T>;
}

// Roles of methods

type Body<R> = (...args: never[]) => R;

/** A step of the protocol: one atomic change, tried for every value of its parameters; `require` says when it may happen. */
export declare function action(method: Body<void>, context: ClassMethodDecoratorContext): void;

/**
 * A step that the protocol does not take but suffers: a lost message, a crash. As an `@action` in all else; verdicts say under
 * which faults they were reached, and how many of each.
 */
export declare function fault(method: Body<void>, context: ClassMethodDecoratorContext): void;

/**
 * A step that ends a fault: a partition heals, a node restarts. As an `@action` in all else; `tenet tradeoffs` asks what can be
 * done without it, and whether it helps.
 */
export declare function repair(method: Body<void>, context: ClassMethodDecoratorContext): void;

/**
 * Time passes, for all messages on the way at once: those that have just been sent can be received afterwards. `tenet tradeoffs`
 * counts these steps as message delays. An action that reads what a delay writes receives.
 */
export declare function delay(method: Body<void>, context: ClassMethodDecoratorContext): void;

/** Runs once, after the fields have their initial values, for every value of its parameters: the initial choices. */
export declare function init(method: Body<void>, context: ClassMethodDecoratorContext): void;

/** Must hold in every reachable state. */
export declare function invariant(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/**
 * For `proof.ts` only, in a class that extends the protocol: holds in every reachable state, and helps `tenet prove` to show that
 * the invariants do. `tenet check` does not look at it.
 */
export declare function lemma(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/**
 * For `proof.ts` only: a field that remembers what the protocol forgets, so that lemmas can speak of it. Overriding actions say what
 * becomes of it, after the step itself: `@action override send(m: Message) { super.send(m); this.everSent.add(m); }`.
 */
export declare function ghost(value: undefined, context: ClassFieldDecoratorContext): void;

/** Must hold of every step: `this` is the state before, the parameter (`next: this`) the state after. */
export declare function step(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/** Must hold in some reachable state: the guard against a protocol that is safe because nothing happens. */
export declare function reachable(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/** What the `readonly` fields must satisfy. */
export declare function assume(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/** Bounds the search: a state where it is false is checked, but neither kept nor expanded, and the verdict says so. */
export declare function constraint(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/** Where the protocol may stop. With one, a state without a step in which it is false is reported as a deadlock. */
export declare function terminal(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/**
 * On every fair run it holds at some time. Parameters are tried for all their values: one property for each. Without `@fair` on the
 * actions that lead there, nothing need happen at all.
 */
export declare function eventually(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/**
 * On every fair run, whenever `from` holds, `to` holds then or later. With parameters, for all their values:
 * `@leadsTo isServed(n: Node) { return { from: this.waits[n], to: this.served[n] }; }`.
 */
export declare function leadsTo(method: Body<LeadsTo>, context: ClassMethodDecoratorContext): void;

/** What a `@leadsTo` method returns. */
export interface LeadsTo { readonly from: boolean; readonly to: boolean }

/**
 * Beside `@action`, `@repair` or `@delay`: runs that put the step off for ever are not looked at by `@eventually` and `@leadsTo`.
 * Of each instance by itself, `grant(a)` and `grant(b)`: one that stays enabled is taken at last. With `@fair("strong")`, one that is
 * enabled again and again is, even if it is disabled in between.
 */
export declare function fair(method: Body<void>, context: ClassMethodDecoratorContext): void;
export declare function fair(strength: "weak" | "strong"): (method: Body<void>, context: ClassMethodDecoratorContext) => void;

/** Until it first holds, `tenet tradeoffs` counts costs: the write is acknowledged, the value is chosen. `tenet check` does not look at it. */
export declare function milestone(method: Body<boolean>, context: ClassMethodDecoratorContext): void;

/**
 * What a run costs until a milestone, an integer. Without a parameter it is taken in the state in which the milestone is first
 * reached: copies in storage; with `next: this`, it is summed over all steps until then: messages sent.
 */
export declare function cost(method: Body<number>, context: ClassMethodDecoratorContext): void;

// Statements

/** A guard: where false, the action is not enabled with these arguments, and nothing it did takes effect. */
export declare function require(condition: boolean): asserts condition;

// Logic

/** True when `body` is true for every value of its parameters' types: `forall((a: Node, b: Node) => …)`. */
export declare function forall<A extends unknown[]>(body: (...args: A) => boolean): boolean;
/** True when `body` is true for every element. */
export declare function forall<T>(domain: Iterable<T>, body: (element: T) => boolean): boolean;

/** True when `body` is true for some values of its parameters' types. */
export declare function exists<A extends unknown[]>(body: (...args: A) => boolean): boolean;
/** True when `body` is true for some element. */
export declare function exists<T>(domain: Iterable<T>, body: (element: T) => boolean): boolean;

/** For how many values of its parameters' types `body` is true. */
export declare function count<A extends unknown[]>(body: (...args: A) => boolean): number;
/** For how many elements `body` is true. */
export declare function count<T>(domain: Iterable<T>, body: (element: T) => boolean): number;

/** The sum of `body` over every value of its parameter's type. */
export declare function sum<T>(body: (value: T) => number): number;
/** The sum of `body` over every element. */
export declare function sum<T>(domain: Iterable<T>, body: (element: T) => number): number;

/** The values of the parameter's type for which `body` is true, as a set. */
export declare function filter<T>(body: (value: T) => boolean): Set<T>;
/** The elements for which `body` is true, as a set. */
export declare function filter<T>(domain: Iterable<T>, body: (element: T) => boolean): Set<T>;

/** `!a || b`. An `implies` in an invariant whose left side never becomes true is reported as vacuous. */
export declare function implies(a: boolean, b: boolean): boolean;

// Values

/** The total function that is `value` everywhere: `votes: Record<Node, number> = fill(0)`. */
export declare function fill<K extends PropertyKey, V>(value: V): Record<K, V>;

/** The total function that is `body(key)` at each key. */
export declare function tabulate<K extends PropertyKey, V>(body: (key: K) => V): Record<K, V>;

/** The least value of an ordered sort. */
export declare function first<O extends Order<string>>(): O;

/** The greatest value of an ordered sort: in an instance, the last that the scope has. */
export declare function last<O extends Order<string>>(): O;

/** The value after `value`, or undefined after the last. */
export declare function next<O extends Order<string>>(value: O): O | undefined;

/** The value before `value`, or undefined before the first. */
export declare function previous<O extends Order<string>>(value: O): O | undefined;

/** The integers from `from` up to, not including, `to`. */
export declare function range(from: number, to: number): readonly number[];
