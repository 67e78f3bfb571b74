/** What `check` and `watch` are told about the instance, and how far to look. */
import type { Command } from "commander";
import type { CheckOptions, SearchLimits } from "../index.ts";
import { readBytes, readCount, readDuration, readOption, readScope } from "./arguments.ts";

export interface InstanceFlags {
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly design?: string;
  readonly protocol?: string;
  readonly deadlock?: true;
}

export interface LimitFlags {
  readonly maxStates?: number;
  readonly maxDepth?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly hashed?: true;
}

export const withInstance = (command: Command): Command =>
  command
    .optionsGroup("What to check:")
    .option("-s, --scope <sizes>", "sizes of sorts and bounds, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-d, --design <name>", "one of the spec's designs: the options that it settles, which --option overrides")
    .option("-p, --protocol <class>", "the class to check, where a file has several")
    .option("--deadlock", "report a state without a step as a violation");

export const withLimits = (command: Command, heading: string): Command =>
  command
    .optionsGroup(heading)
    .option("--max-states <n>", "distinct states", readCount(1))
    .option("--max-depth <n>", "steps from an initial state", readCount(0))
    .option("--timeout <time>", "time for the search, as in 30s, 5m, 1h", readDuration)
    .option("--memory <amount>", "memory for states, as in 512MiB, 4GiB (default: three quarters of the machine's)", readBytes)
    .option("--hashed", "keep a 64-bit hash of each state instead of the state: less memory, but states may be missed");

export const instanceOptions = (flags: InstanceFlags & LimitFlags): CheckOptions => ({
  scope: flags.scope,
  options: flags.option,
  design: flags.design,
  protocol: flags.protocol,
  limits: limits(flags),
  visited: flags.hashed ? "hashed" : "exact",
  deadlock: flags.deadlock,
});

const limits = ({ maxStates, maxDepth, timeout, memory }: LimitFlags): SearchLimits => ({
  ...(maxStates === undefined ? {} : { maxStates }),
  ...(maxDepth === undefined ? {} : { maxDepth }),
  ...(timeout === undefined ? {} : { timeoutMs: timeout }),
  ...(memory === undefined ? {} : { memoryBytes: memory }),
});
