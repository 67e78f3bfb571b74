/**
 * Closes what an implementation has no business with, before it is loaded. Node's permission model stands behind most of this, and a namespace without a
 * network where there is one: this tells attempts apart from other errors, also where the implementation swallows them.
 */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import inspector from "node:inspector";
import inspectorPromises from "node:inspector/promises";
import module from "node:module";
import net from "node:net";
import os from "node:os";
import traceEvents from "node:trace_events";
import v8 from "node:v8";
import wasi from "node:wasi";
import workerThreads from "node:worker_threads";
import { apply, construct, defineAll, defineProperty, descriptorsOf, getOwnPropertyNames, isPromise, stringify, then } from "./captured.ts";

/** Told of every attempt. `error` has the stack. */
export type Deny = (what: string, error: Error) => void;

type Fn = (...args: unknown[]) => unknown;

export function lock(deny: Deny, network: boolean): void {
  const refuse = (what: string, owner: object, name: string): void => replace(owner, name, function refused(...args: unknown[]) {
    throw denied(deny, `${what}${shownArgument(args[0])}`);
  });
  if (!network) lockNetwork(refuse);
  lockProcess(refuse, deny);
  refuse("a profile of the heap", v8, "getHeapSnapshot");
  refuse("options of V8", v8, "setFlagsFromString");
  refuse("a trace", traceEvents, "createTracing");
  refuse("WASI", wasi, "WASI");
  refuse("the inspector", inspector, "open");
  refuse("the inspector", inspector, "Session");
  refuse("the inspector", inspectorPromises, "Session");
  refuse("the priority of a process", os, "setPriority");
  for (const owner of [fs, fs.promises, childProcess]) {
    for (const name of getOwnPropertyNames(owner)) if (/^[a-z]/.test(name)) watch(deny, owner, name);
  }
  watch(deny, workerThreads, "Worker");
  watch(deny, v8, "writeHeapSnapshot");
  watch(deny, process, "chdir");
  watch(deny, process, "dlopen");
  watch(deny, process, "loadEnvFile");
  module.syncBuiltinESMExports();
}

function lockNetwork(refuse: (what: string, owner: object, name: string) => void): void {
  refuse("network: connect", net.Socket.prototype, "connect");
  refuse("network: listen", net.Server.prototype, "listen");
  for (const name of ["bind", "send", "connect"]) refuse(`network: ${name}`, dgram.Socket.prototype, name);
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of getOwnPropertyNames(owner)) if (/^(?:lookup|resolve|reverse)/.test(name)) refuse(`network: ${name}`, owner, name);
  }
  refuse("network: fetch", globalThis, "fetch");
  refuse("network: WebSocket", globalThis, "WebSocket");
  refuse("network: EventSource", globalThis, "EventSource");
}

function lockProcess(refuse: (what: string, owner: object, name: string) => void, deny: Deny): void {
  for (const name of ["binding", "_linkedBinding", "_debugProcess", "_debugEnd", "setUncaughtExceptionCaptureCallback"]) refuse(`process.${name}`, process, name);
  refuse("a report of the process", process.report, "writeReport");
  // `kill` goes through `_kill` in some versions.
  for (const name of ["kill", "_kill"]) {
    const original = (process as unknown as Record<string, unknown>)[name];
    if (typeof original !== "function") continue;
    replace(process, name, function kill(pid: unknown, ...rest: unknown[]) {
      if (pid !== process.pid) throw denied(deny, "a signal to another process");
      return apply(original as Fn, process, [pid, ...rest]);
    });
  }
}

function denied(deny: Deny, what: string): Error {
  const error = Object.assign(new Error(`${what} is not allowed here`), { code: "ERR_ACCESS_DENIED" });
  deny(what, error);
  return error;
}

/** The function as it was, but that of its errors those are told that mean "not allowed". */
function watch(deny: Deny, owner: object, name: string): void {
  const original = (owner as Record<string, unknown>)[name];
  if (typeof original !== "function") return;
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    const note = (error: unknown): void => {
      if (isDenial(error)) deny(`${name}${shownArgument(args[0])}`, error);
    };
    const passed = [...args];
    const callback = passed.at(-1);
    if (typeof callback === "function") {
      passed[passed.length - 1] = function (this: unknown, ...results: unknown[]) {
        note(results[0]);
        return apply(callback as Fn, this, results);
      };
    }
    try {
      const result: unknown = new.target ? construct(original, passed, new.target) : apply(original as Fn, this, passed);
      if (!isPromise(result)) return result;
      return then(result, undefined, (error: unknown) => {
        note(error);
        throw error;
      });
    } catch (error) {
      note(error);
      throw error;
    }
  };
  defineAll(wrapper, descriptorsOf(original));
  replace(owner, name, wrapper);
}

function isDenial(error: unknown): error is Error {
  try {
    const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "ERR_ACCESS_DENIED" || code === "ERR_DLOPEN_DISABLED" || code === "ERR_DLOPEN_FAILED";
  } catch {
    return false;
  }
}

function replace(owner: object, name: string, value: Fn): void {
  if (name in owner) defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: true });
}

function shownArgument(argument: unknown): string {
  return typeof argument === "string" || argument instanceof URL ? ` ${stringify(`${argument}`)}` : "";
}
