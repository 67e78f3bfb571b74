/** What is asked of each spec: of a policy's entries, with globs spelled out and defaults filled in. */
import { posix } from "node:path";
import { globMatcher, isGlob } from "../repository/glob.ts";
import type { Tree } from "../repository/tree.ts";
import type { AskedLevel } from "../report.ts";
import type { CheckedPolicy } from "./schema.ts";

export interface Instance {
  readonly scope: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly design: string | null;
}

export interface Asked {
  /** The folder, or the file where it is not called spec.ts. */
  readonly spec: string;
  /** The file itself. */
  readonly file: string;
  readonly protocol: string | null;
  readonly guards: readonly string[];
  readonly adapters: readonly string[];
  readonly transitions: readonly string[];
  readonly level: AskedLevel;
  readonly levels: Readonly<Record<string, AskedLevel>>;
  readonly check: readonly Instance[];
  readonly budget: Limits;
}

export interface Limits {
  readonly seconds: number;
  readonly solverSeconds: number;
  readonly memoryMiB: number;
  readonly conform: { readonly runs: number; readonly steps: number; readonly seed: number };
}

export const defaultLimits = { seconds: 300, solverSeconds: 10, memoryMiB: 2048, totalSeconds: 1800, conform: { runs: 100, steps: 50, seed: 1 } } as const;

/** Tells specs apart. */
export const keyOf = ({ spec, protocol }: Pick<Asked, "spec" | "protocol">): string => (protocol === null ? spec : `${spec} ${protocol}`);

/** In the order of the policy. An entry without a glob is there even if its file is not. Later entries for one spec add to earlier ones. */
export function askedBy(policy: CheckedPolicy, tree: Tree): Asked[] {
  const found = new Map<string, Asked>();
  for (const entry of policy.specs) {
    for (const { spec, file } of named(entry.spec, tree)) {
      const limits = { ...defaultLimits, ...policy.budget, ...entry.budget };
      const asked: Asked = {
        spec, file, protocol: entry.protocol ?? null, guards: entry.guards ?? [],
        adapters: entry.adapter === undefined ? [] : [entry.adapter], transitions: entry.transition === undefined ? [] : [entry.transition],
        level: entry.level ?? policy.level ?? "exhaustive", levels: entry.levels ?? {},
        check: (entry.check ?? [{}]).map((i) => ({ scope: i.scope ?? {}, options: i.options ?? {}, design: i.design ?? null })),
        budget: {
          seconds: limits.seconds, solverSeconds: limits.solverSeconds, memoryMiB: limits.memoryMiB,
          conform: { ...defaultLimits.conform, ...policy.budget?.conform, ...entry.budget?.conform },
        },
      };
      const before = found.get(keyOf(asked));
      found.set(keyOf(asked), before ? stricter(before, asked) : asked);
    }
  }
  return [...found.values()];
}

/** Specs that a path or glob stands for. */
function named(path: string, tree: Tree): { spec: string; file: string }[] {
  const plain = posix.normalize(path).replace(/\/$/, "");
  if (!isGlob(path)) return [toSpec(plain)];
  const matches = globMatcher(plain);
  return [...new Set(tree.paths.flatMap((p) => {
    const spec = toSpec(p).spec;
    return p.endsWith(".ts") && matches && (matches(p) || (p.endsWith("/spec.ts") && matches(spec))) ? [spec] : [];
  }))].map(toSpec);
}

function toSpec(path: string): { spec: string; file: string } {
  if (!path.endsWith(".ts")) return { spec: path, file: posix.join(path, "spec.ts") };
  return posix.basename(path) === "spec.ts" ? { spec: posix.dirname(path), file: path } : { spec: path, file: path };
}

const rank: Readonly<Record<AskedLevel, number>> = { bounded: 0, exhaustive: 1, proved: 2 };
export const firmer = (a: AskedLevel, b: AskedLevel): AskedLevel => (rank[a] >= rank[b] ? a : b);
export const atLeast = (level: AskedLevel, asked: AskedLevel): boolean => rank[level] >= rank[asked];
export const levelOf = (asked: Pick<Asked, "level" | "levels">, property: string): AskedLevel => (Object.hasOwn(asked.levels, property) ? asked.levels[property] : asked.level);

/** What both ask, together; the limits of the first, but for tests, of which there are as many as either wants. */
export function stricter(a: Asked, b: Asked): Asked {
  const names = [...new Set([...Object.keys(a.levels), ...Object.keys(b.levels)])];
  return {
    ...a,
    guards: union(a.guards, b.guards), adapters: union(a.adapters, b.adapters), transitions: union(a.transitions, b.transitions),
    level: firmer(a.level, b.level),
    levels: Object.fromEntries(names.map((n) => [n, firmer(levelOf(a, n), levelOf(b, n))])),
    check: [...new Map([...a.check, ...b.check].map((i) => [instanceKey(i), i])).values()],
    budget: { ...a.budget, conform: { ...a.budget.conform, runs: Math.max(a.budget.conform.runs, b.budget.conform.runs), steps: Math.max(a.budget.conform.steps, b.budget.conform.steps) } },
  };
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const sorted = (record: Readonly<Record<string, unknown>>): [string, unknown][] => Object.entries(record).toSorted(([x], [y]) => (x < y ? -1 : 1));
export const instanceKey = ({ scope, options, design }: Instance): string => JSON.stringify([sorted(scope), sorted(options), design]);
