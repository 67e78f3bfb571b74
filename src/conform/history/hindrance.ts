/** Why an event that comes next is not possible, as near to possible as it comes. */
import type { Binding, Blame } from "../../interp/trace.ts";
import { bindArgs, whyBlocked } from "../../interp/disabled.ts";
import type { State } from "../../interp/value.ts";
import type { HistoryEvent } from "./event.ts";
import { agrees, type Difference, differences } from "./observation.ts";
import { Exhausted, type Reached, type Step, type Ways } from "./ways.ts";

export type Hindrance = {
  /** Of the spec, where the event would have begun. */
  readonly state: State;
  /** Unlogged steps before that. */
  readonly unlogged: number;
} & (
  /** The state is not as it was seen before the event, or by a look. */
  | { readonly kind: "before"; readonly differences: readonly Difference[] }
  /** The spec does not allow the action. */
  | { readonly kind: "blocked"; readonly action: string; readonly args: readonly Binding[]; readonly blame: Blame }
  /** It does, and leads to another state than was seen. */
  | { readonly kind: "after"; readonly action: string; readonly args: readonly Binding[]; readonly next: State; readonly differences: readonly Difference[] }
  /** The spec allows what was refused. */
  | { readonly kind: "allowed"; readonly action: string; readonly args: readonly Binding[] }
  /** The action fails in the spec. */
  | { readonly kind: "failed"; readonly action: string; readonly args: readonly Binding[]; readonly message: string }
);

/** The nearer, the greater, in each place before those after it. */
type Nearness = readonly number[];

/** Instances that are tried. */
const attempts = 20_000;

/** Undefined where nothing could be tried. */
export function hindranceOf(ways: Ways, states: readonly State[], event: HistoryEvent): Hindrance | undefined {
  let best: { readonly hindrance: Hindrance; readonly nearness: Nearness } | undefined;
  let left = attempts;
  try {
    for (const from of ways.reach(states)) {
      for (const [hindrance, nearness] of hindrances(ways, from, event)) {
        if (!best || nearer(nearness, best.nearness)) best = { hindrance, nearness };
        if (--left === 0) return best.hindrance;
      }
    }
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
  }
  return best?.hindrance;
}

function nearer(a: Nearness, b: Nearness): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const by = (a[i] ?? 0) - (b[i] ?? 0);
    if (by !== 0) return by > 0;
  }
  return false;
}

function* hindrances(ways: Ways, from: Reached, event: HistoryEvent): Generator<readonly [Hindrance, Nearness], void, undefined> {
  const { protocol } = ways;
  const { state } = from;
  const at = { state, unlogged: from.distance };
  const seen = event.kind === "done" ? event.before : [...event.before, ...event.after];
  if (!agrees(seen, state)) {
    const found = differences(seen, state, protocol);
    yield [{ ...at, kind: "before", differences: found }, [0, -found.length, -from.distance]];
    return;
  }
  for (const { step, outcome } of ways.outcomes(state, event.candidates)) {
    const called = { action: step.action.name, args: bindArgs(step.action, step.args) };
    if (outcome.kind === "failed") yield [{ ...at, ...called, kind: "failed", message: outcome.failure.message }, [3, -from.distance]];
    else if (outcome.kind === "blocked") {
      if (event.kind === "done") yield blocked(ways, from, step);
    } else if (event.kind === "refused") yield [{ ...at, ...called, kind: "allowed" }, [2, -from.distance]];
    else {
      const found = differences(event.after, outcome.next, protocol);
      if (found.length > 0) yield [{ ...at, ...called, kind: "after", next: outcome.next, differences: found }, [2, -found.length, -from.distance]];
    }
  }
}

function blocked({ protocol }: Ways, { state, distance }: Reached, { action, args }: Step): readonly [Hindrance, Nearness] {
  const { blame, progress } = whyBlocked(protocol, state, action, args)!;
  return [{ kind: "blocked", state, unlogged: distance, action: action.name, args: bindArgs(action, args), blame }, [1, ...progress, -distance]];
}
