/**
 * The standard library as far as the language has it. Specs are checked against this file instead of
 * TypeScript's own, so that whatever a protocol cannot mean (`Date`, `Math.random`, `Promise`) is a type error.
 * An editor uses TypeScript's own library, of which this is a part.
 */

// What the compiler itself asks for

type PropertyKey = string | number | symbol;
type BuiltinIteratorReturn = intrinsic;
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface RegExp {}
interface String {}
interface Number {}
interface Boolean {}
interface Symbol {}
interface SymbolConstructor { readonly iterator: unique symbol }
declare var Symbol: SymbolConstructor;

interface ClassMemberDecoratorContext { readonly name: string | symbol; readonly static: boolean; readonly private: boolean }
interface ClassDecoratorContext<Class = unknown> { readonly kind: "class"; readonly name: string | undefined; readonly of?: Class }
interface ClassMethodDecoratorContext<This = unknown, Value = unknown> extends ClassMemberDecoratorContext {
  readonly kind: "method"; readonly of?: readonly [This, Value];
}
interface ClassGetterDecoratorContext<This = unknown, Value = unknown> extends ClassMemberDecoratorContext {
  readonly kind: "getter"; readonly of?: readonly [This, Value];
}
interface ClassSetterDecoratorContext<This = unknown, Value = unknown> extends ClassMemberDecoratorContext {
  readonly kind: "setter"; readonly of?: readonly [This, Value];
}
interface ClassAccessorDecoratorContext<This = unknown, Value = unknown> extends ClassMemberDecoratorContext {
  readonly kind: "accessor"; readonly of?: readonly [This, Value];
}
interface ClassFieldDecoratorContext<This = unknown, Value = unknown> extends ClassMemberDecoratorContext {
  readonly kind: "field"; readonly of?: readonly [This, Value];
}
interface ClassAccessorDecoratorTarget<This, Value> { get(this: This): Value; set(this: This, value: Value): void }
interface ClassAccessorDecoratorResult<This, Value> { get?(this: This): Value; set?(this: This, value: Value): void }

// Types made of types

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};

// Iteration

interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<T> { done: true; value: T }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> { next(...args: [] | [N]): IteratorResult<T, R> }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N> }
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> { [Symbol.iterator](): IteratorObject<T, R, N> }
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> { [Symbol.iterator](): ArrayIterator<T> }
interface SetIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> { [Symbol.iterator](): SetIterator<T> }
interface MapIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> { [Symbol.iterator](): MapIterator<T> }

// Sequences

interface ReadonlyArray<T> {
  readonly [n: number]: T;
  readonly length: number;
  at(index: number): T | undefined;
  concat(...items: (readonly T[])[]): T[];
  slice(start?: number, end?: number): T[];
  indexOf(value: T): number;
  includes(value: T): boolean;
  with(index: number, value: T): T[];
  every<S extends T>(body: (value: T) => value is S): this is readonly S[];
  every(body: (value: T) => boolean): boolean;
  some(body: (value: T) => boolean): boolean;
  filter<S extends T>(body: (value: T) => value is S): S[];
  filter(body: (value: T) => boolean): T[];
  map<U>(body: (value: T) => U): U[];
  find<S extends T>(body: (value: T) => value is S): S | undefined;
  find(body: (value: T) => boolean): T | undefined;
  findIndex(body: (value: T) => boolean): number;
  [Symbol.iterator](): ArrayIterator<T>;
}

interface Array<T> {
  [n: number]: T;
  length: number;
  push(...items: T[]): number;
  pop(): T | undefined;
  shift(): T | undefined;
  unshift(...items: T[]): number;
  at(index: number): T | undefined;
  concat(...items: (readonly T[])[]): T[];
  slice(start?: number, end?: number): T[];
  indexOf(value: T): number;
  includes(value: T): boolean;
  with(index: number, value: T): T[];
  every<S extends T>(body: (value: T) => value is S): this is S[];
  every(body: (value: T) => boolean): boolean;
  some(body: (value: T) => boolean): boolean;
  filter<S extends T>(body: (value: T) => value is S): S[];
  filter(body: (value: T) => boolean): T[];
  map<U>(body: (value: T) => U): U[];
  find<S extends T>(body: (value: T) => value is S): S | undefined;
  find(body: (value: T) => boolean): T | undefined;
  findIndex(body: (value: T) => boolean): number;
  [Symbol.iterator](): ArrayIterator<T>;
}

// Sets

interface ReadonlySet<T> {
  readonly size: number;
  has(value: T): boolean;
  union<U>(other: ReadonlySet<U>): Set<T | U>;
  intersection<U>(other: ReadonlySet<U>): Set<T & U>;
  difference<U>(other: ReadonlySet<U>): Set<T>;
  symmetricDifference<U>(other: ReadonlySet<U>): Set<T | U>;
  isSubsetOf(other: ReadonlySet<unknown>): boolean;
  isSupersetOf(other: ReadonlySet<unknown>): boolean;
  isDisjointFrom(other: ReadonlySet<unknown>): boolean;
  [Symbol.iterator](): SetIterator<T>;
}

interface Set<T> extends ReadonlySet<T> {
  add(value: T): this;
  delete(value: T): boolean;
  clear(): void;
}

interface SetConstructor { new <T>(items?: Iterable<T> | null): Set<T> }
declare var Set: SetConstructor;

// Partial functions

interface ReadonlyMap<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  entries(): MapIterator<[K, V]>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}

interface Map<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
}

interface MapConstructor { new <K, V>(items?: Iterable<readonly [K, V]> | null): Map<K, V> }
declare var Map: MapConstructor;

// Arithmetic

interface Math {
  min(...values: number[]): number;
  max(...values: number[]): number;
  floor(value: number): number;
  abs(value: number): number;
}
declare var Math: Math;
