/**
 * What `tenet gate` asks of every change: `import type { Policy } from "tenet/policy"`. Types only.
 *
 * A policy is the file `tenet.config.ts` (or `tenet.config.json`) in the root of a repository. It is read as data and never run:
 *
 * ```ts
 * import type { Policy } from "tenet/policy";
 *
 * export default {
 *   base: "origin/main",
 *   specs: [
 *     {
 *       spec: "specs/fencing-lock",
 *       guards: ["src/lock/**"],
 *       adapter: "src/lock/adapter.ts",
 *       level: "proved",
 *       check: [{ scope: { Client: 2 } }, { scope: { Client: 3 } }],
 *     },
 *   ],
 * } satisfies Policy;
 * ```
 *
 * Paths and globs are from the root of the repository, with slashes. In globs, `*` and `?` stand for parts of a name, `**` for
 * any folders, and `{a,b}` for either.
 */
export interface Policy {
  /** The branch or commit that a change is compared with, where the command line names none. */
  readonly base?: string;
  readonly specs: readonly SpecPolicy[];
  /** How firmly properties must be shown: `exhaustive` where nothing else is said. */
  readonly level?: PolicyLevel;
  readonly budget?: Budget;
  /** Findings that somebody has taken responsibility for. They count once they are in the base. */
  readonly suppressions?: readonly Suppression[];
}

/**
 * - `proved`: in every instance, of any size (`tenet prove`), and in the instances under `check` as well.
 * - `exhaustive`: in every state of the instances under `check`.
 * - `bounded`: in a part of these states, as the spec's own `@constraint` leaves it.
 */
export type PolicyLevel = "bounded" | "exhaustive" | "proved";

export interface SpecPolicy {
  /** A spec file, a folder with a spec.ts, or a glob of such folders. */
  readonly spec: string;
  /** The class, where the file has several. */
  readonly protocol?: string;
  /** The code that the spec is about. Where it changes, code and spec are compared again. */
  readonly guards?: readonly string[];
  /** Ties an implementation to the spec, for tests: see `tenet/conform`. */
  readonly adapter?: string;
  /** Pure functions `(state, event) => state` that are to be proved: the file, or `file#function` where it is not called transition. */
  readonly transition?: string;
  readonly level?: PolicyLevel;
  /** For single properties, by name. */
  readonly levels?: { readonly [property: string]: PolicyLevel };
  /** The instances in which all properties must hold: the scope and the options of the spec itself, where this is left out. */
  readonly check?: readonly InstancePolicy[];
  readonly budget?: SpecBudget;
}

export interface InstancePolicy {
  /** Sizes of sorts and bounds by name. */
  readonly scope?: { readonly [name: string]: number };
  /** Choices that the spec leaves open, by name. */
  readonly options?: { readonly [name: string]: string | number | boolean };
  /** One of the spec's designs by name. */
  readonly design?: string;
}

/** Limits. What ends at one of them is undecided, which is never a pass. */
export interface SpecBudget {
  /** For all that is done for one spec. */
  readonly seconds?: number;
  /** For one question to a solver. */
  readonly solverSeconds?: number;
  /** For one spec, implementations apart. */
  readonly memoryMiB?: number;
  /** Tests of an implementation against its spec: random runs, steps of each, and what they begin with. */
  readonly conform?: { readonly runs?: number; readonly steps?: number; readonly seed?: number };
}

/** The same for every spec that does not say otherwise. */
export interface Budget extends SpecBudget {
  /** For everything together. */
  readonly totalSeconds?: number;
}

/** Accepts findings. Those that say that something was not done, or could not be decided, cannot be accepted. */
export interface Suppression {
  /** As the gate calls it: `tenet gate --rules` lists them. */
  readonly rule: string;
  /** The spec or the file that the finding is about. */
  readonly about: string;
  /** The property, action or field; all of them, where this is left out. */
  readonly subject?: string;
  readonly reason: string;
  /** The last day on which it counts, as in 2027-01-31. */
  readonly expires: string;
}
