/** What a run says otherwise than the one before. */
import type { ActionInstance, Trace } from "../../interp/trace.ts";
import { sameValue } from "../../interp/value.ts";

export interface Changes {
  /** Nothing went before. */
  readonly first: boolean;
  /** What was said before, by property, where it was something else. */
  readonly was: ReadonlyMap<string, string>;
  /** Properties that were not there before; empty in a first run. */
  readonly added: ReadonlySet<string>;
  /** Properties that were there before. */
  readonly gone: readonly string[];
  /** Violated as before, and by the same run. */
  readonly asBefore: ReadonlySet<string>;
  /** What the verdicts were about, where that was something else: `RM=3`. */
  readonly instanceWas?: string;
}

export interface Said {
  /** What the verdicts are about: sizes, options, faults. */
  readonly instance: string;
  readonly properties: readonly { readonly name: string; readonly verdict: string; readonly trace?: Trace | undefined }[];
}

/** Remembers the last run that came to an end. */
export class VerdictHistory {
  #last: Said | undefined;

  /** Nothing is remembered of it until `remember`. */
  compare(now: Said): Changes {
    const last = this.#last;
    const before = new Map(last?.properties.map((p) => [p.name, p]));
    const names = new Set(now.properties.map((p) => p.name));
    const pairs = now.properties.flatMap((p) => {
      const old = before.get(p.name);
      return old ? [{ p, old }] : [];
    });
    return {
      first: last === undefined,
      was: new Map(pairs.filter(({ p, old }) => p.verdict !== old.verdict).map(({ p, old }) => [p.name, old.verdict])),
      added: new Set(last ? now.properties.filter((p) => !before.has(p.name)).map((p) => p.name) : []),
      gone: [...before.keys()].filter((name) => !names.has(name)),
      asBefore: new Set(pairs.filter(({ p, old }) => p.verdict === "violated" && old.verdict === "violated" && sameRun(p.trace, old.trace)).map(({ p }) => p.name)),
      ...(last && last.instance !== now.instance && { instanceWas: last.instance }),
    };
  }

  remember(now: Said): void {
    this.#last = now;
  }
}

/** The same actions with the same arguments, whatever lines they are on. */
function sameRun(a: Trace | undefined, b: Trace | undefined): boolean {
  if (!a || !b) return a === b;
  return a.steps.length === b.steps.length && a.steps.every((s, i) => sameCall(s, b.steps[i]));
}

const sameCall = (a: ActionInstance, b: ActionInstance): boolean =>
  a.action === b.action && a.args.length === b.args.length && a.args.every((arg, i) => sameValue(arg.value, b.args[i].value));
