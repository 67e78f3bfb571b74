/** What the harness needs of JavaScript and Node, taken before an implementation can change it. */
import fs from "node:fs";
import timers from "node:timers";
import { types } from "node:util";

const { apply } = Reflect;

/** A method as a function of its receiver. */
const uncurried = <T, A extends unknown[], R>(method: (this: T, ...args: A) => R) => (self: T, ...args: A): R => apply(method, self, args);

export const { defineProperty, getOwnPropertyNames, keys, is } = Object;
export const descriptorsOf = Object.getOwnPropertyDescriptors;
export const defineAll = Object.defineProperties;
export const { isArray } = Array;
export const { isFinite } = Number;
export const { parse, stringify } = JSON;
export const { construct } = Reflect;
export const PromiseOfOld = Promise;
export const then = uncurried(Promise.prototype.then);
export const forEachOfMap = uncurried(Map.prototype.forEach);
export const forEachOfSet = uncurried(Set.prototype.forEach);
export const indexOf = uncurried(String.prototype.indexOf);
export const slice = uncurried(String.prototype.slice);
export const { isMap, isSet, isPromise, isDate, isRegExp, isAnyArrayBuffer, isArrayBufferView, isWeakMap, isWeakSet, isNativeError, isBoxedPrimitive } = types;
export const { clearTimeout, setImmediate, setTimeout } = timers;
export const readAsync = fs.read;
export const { readSync, writeSync } = fs;
const encoder = new TextEncoder();
const encodeText = uncurried(encoder.encode);
export const bytesOf = (text: string): Uint8Array => encodeText(encoder, text);
export const newBuffer = Buffer.alloc;
const decoder = new TextDecoder();
const decodeBytes = uncurried(decoder.decode);
export const decode = (bytes: Uint8Array, more: boolean): string => decodeBytes(decoder, bytes, { stream: more });
const subarray = uncurried<Buffer, [number, number], Buffer>(Buffer.prototype.subarray);
export const head = (bytes: Buffer, count: number): Buffer => subarray(bytes, 0, count);
export const { imul } = Math;
export const endProcess: (code: number) => never = (process as unknown as { reallyExit(code: number): never }).reallyExit;
export const catchAll = uncurried(process.setUncaughtExceptionCaptureCallback);
export { apply };
