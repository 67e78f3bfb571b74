/** Random histories of random protocols, and the naive answer to whether the spec has a run with all events: every order, tried. */
import type { Candidate, HistoryEvent } from "../../src/conform/history/event.ts";
import { agrees, type Observation } from "../../src/conform/history/observation.ts";
import type { Unlogged } from "../../src/conform/history/ways.ts";
import { valuesOf } from "../../src/interp/domain.ts";
import { sortsOf } from "../../src/interp/env.ts";
import { argumentsOf, initialStates, runAction, successors } from "../../src/interp/step.ts";
import { sameValue, type State, type Value } from "../../src/interp/value.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import type { Type } from "../../src/ir/type.ts";
import type { Choices } from "./choices.ts";

/** An event, and everything that anybody may know of when it was. */
export interface TestEvent extends HistoryEvent {
  readonly called: number;
  readonly returned: number | null;
  readonly process: string;
  readonly clock: ReadonlyMap<string, number>;
  readonly optional: boolean;
}

export interface TestHistory {
  readonly starts: readonly State[];
  readonly events: readonly TestEvent[];
  readonly unlogged: Unlogged;
  readonly final: Observation;
}

const processes = ["p", "q", "r"];

/** Undefined where the protocol has no initial state. Of a run, or of one with a slip of the pen or two. */
export function randomHistory(protocol: Protocol, c: Choices): TestHistory | undefined {
  const starts: State[] = [];
  for (const initial of initialStates(protocol)) if ("state" in initial && starts.push(initial.state) === 6) break;
  if (starts.length === 0) return undefined;
  const sorts = sortsOf(protocol);
  const some = (type: Type): Value => {
    const values: Value[] = [];
    for (const value of valuesOf(type, sorts)) if (values.push(value) === 40) break;
    return c.pick(values);
  };
  const seen = (state: State, percent: number): Observation => protocol.state.flatMap((f, index): Observation => {
    if (!c.chance(percent)) return [];
    const value = state[index];
    if (typeof value === "object" && value?.kind === "map" && f.type.kind === "map" && f.type.total && c.chance(50)) {
      return [{ index, pattern: { kind: "parts", parts: value.entries.slice(1).map((e) => ({ key: e.key, pattern: { kind: "exact", value: e.value } })) } }];
    }
    return [{ index, pattern: { kind: "exact", value } }];
  });
  const known = (candidate: Candidate): Candidate => ({ ...candidate, args: candidate.args.map((a) => (c.chance(15) ? undefined : a)) });
  const unlogged: Unlogged = { actions: protocol.actions.filter(() => c.chance(20)), most: c.below(3) };
  const clocks = new Map(processes.map((p) => [p, new Map<string, number>()]));

  let state = c.pick(starts), skipped = 0, time = 0;
  const events: TestEvent[] = [];
  const add = (event: HistoryEvent): void => {
    time += 10;
    const process = c.pick(processes), clock = clocks.get(process)!;
    // Now and then it has heard from another.
    if (c.chance(40)) for (const [p, n] of clocks.get(c.pick(processes))!) clock.set(p, Math.max(n, clock.get(p) ?? 0));
    clock.set(process, (clock.get(process) ?? 0) + 1);
    const optional = event.kind === "done" && c.chance(10);
    events.push({ ...event, process, clock: new Map(clock), optional, called: time - c.below(24) / 1.1, returned: optional ? null : time + c.below(24) / 1.3 });
  };
  for (let i = c.between(1, 5); i > 0; i--) {
    if (c.chance(15)) add({ kind: "look", candidates: [], before: [], after: seen(state, 40) });
    const refused = c.pick(protocol.actions), args = refused.params.map((p) => some(p.type));
    if (runAction(protocol, state, refused, args).kind === "blocked") add({ kind: "refused", candidates: [known({ action: refused, args })], before: [], after: seen(state, 20) });
    const steps = [...successors(protocol, state)].filter((s) => "next" in s);
    if (steps.length === 0) break;
    const { action, args: done, next } = c.pick(steps);
    if (unlogged.actions.includes(action) && skipped < unlogged.most && c.chance(60)) skipped++;
    else {
      skipped = 0;
      const anything = c.chance(8) ? protocol.actions.map((a) => ({ action: a, args: a.params.map(() => undefined) })) : [known({ action, args: done })];
      add({ kind: "done", candidates: anything, before: seen(state, 15), after: seen(next, 30) });
    }
    state = next;
  }
  const history: TestHistory = { starts, events, unlogged, final: seen(state, 50) };
  const slips = events.length === 0 ? 0 : c.pick([0, 1, 2]);
  return Array.from({ length: slips }).reduce<TestHistory>((h) => (h.events.length === 0 ? h : corrupted(h, c, some, protocol)), history);
}

function corrupted(history: TestHistory, c: Choices, some: (type: Type) => Value, protocol: Protocol): TestHistory {
  const at = c.below(history.events.length), event = history.events[at];
  const replaced = (...by: readonly TestEvent[]): TestHistory => ({ ...history, events: history.events.toSpliced(at, 1, ...by) });
  const wrong = (index: number): Observation => [{ index, pattern: { kind: "exact", value: some(protocol.state[index].type) } }];
  switch (c.below(6)) {
    case 0: return replaced();
    case 1: return replaced({ ...event, candidates: event.candidates.map(({ action, args }) => ({ action, args: args.map((_, i) => some(action.params[i].type)) })) });
    case 2: return replaced({ ...event, after: wrong(c.below(protocol.state.length)) });
    case 3: return replaced({ ...event, kind: event.kind === "done" ? "refused" : event.kind === "refused" ? "done" : "look" });
    case 4: return { ...history, final: wrong(c.below(protocol.state.length)) };
    // Later than it, but not called after it has returned: that is before itself, and nothing explains it.
    default: return replaced(event, { ...event, called: Math.min(event.called + 0.01, event.returned ?? Infinity), clock: new Map([...event.clock, [event.process, event.clock.get(event.process)! + c.between(1, 9) / 16]]) });
  }
}

/** Whether an event must come before another. */
export type Before = (a: TestEvent, b: TestEvent) => boolean;

export const orders: Readonly<Record<"interval" | "clock" | "process" | "file", (events: readonly TestEvent[]) => Before>> = {
  interval: () => (a, b) => a.returned !== null && a.returned < b.called,
  clock: () => (a, b) => a !== b && a.clock.get(a.process)! <= (b.clock.get(a.process) ?? 0),
  process: (events) => (a, b) => a.process === b.process && events.indexOf(a) < events.indexOf(b),
  file: (events) => (a, b) => events.indexOf(a) < events.indexOf(b),
};

export interface NaiveAnswer {
  readonly explained: boolean;
  /** The most events that any attempt has explained. */
  readonly most: number;
  /** An action failed on the way. */
  readonly failed: boolean;
}

/** Undefined where it takes too long. */
export function naively(protocol: Protocol, history: TestHistory, before: Before, optional: (e: TestEvent) => boolean): NaiveAnswer | undefined {
  const { unlogged, final } = history;
  const sorts = sortsOf(protocol);
  let most = 0, failed = false, left = 4000;
  const done = (state: State, event: HistoryEvent): State[] => {
    if (!agrees(event.before, state)) return [];
    if (event.kind === "look") return agrees(event.after, state) ? [state] : [];
    const next: State[] = [];
    for (const { action, args: known } of event.candidates) {
      for (const args of argumentsOf(action, sorts)) {
        if (known.some((k, i) => k !== undefined && !sameValue(k, args[i]))) continue;
        const outcome = runAction(protocol, state, action, args);
        failed ||= outcome.kind === "failed";
        if (event.kind === "refused" && outcome.kind === "blocked") return agrees(event.after, state) ? [state] : [];
        if (event.kind === "done" && outcome.kind === "step" && agrees(event.after, outcome.next)) next.push(outcome.next);
      }
    }
    return next;
  };
  const go = (state: State, open: readonly TestEvent[], steps: number): boolean => {
    if (left-- < 0) return false;
    const needed = open.filter((e) => !optional(e));
    most = Math.max(most, history.events.filter((e) => !optional(e)).length - needed.length);
    if (needed.length === 0 && agrees(final, state)) return true;
    for (const event of open) {
      if (open.some((other) => before(other, event))) continue;
      if (done(state, event).some((next) => go(next, open.filter((e) => e !== event), unlogged.most))) return true;
    }
    if (steps === 0) return false;
    for (const action of unlogged.actions) {
      for (const args of argumentsOf(action, sorts)) {
        const outcome = runAction(protocol, state, action, args);
        failed ||= outcome.kind === "failed";
        if (outcome.kind === "step" && go(outcome.next, open, steps - 1)) return true;
      }
    }
    return false;
  };
  const explained = history.starts.some((start) => go(start, history.events, unlogged.most));
  return left < 0 ? undefined : { explained, most, failed };
}
