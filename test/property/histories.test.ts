/** The search for a run that explains a history says what trying every order says. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lanes } from "../../src/conform/history/event.ts";
import { interleave } from "../../src/conform/history/interleavings.ts";
import { explainByLevels } from "../../src/conform/history/levels.ts";
import { lanesByClock, lanesByInterval, lanesByProcess } from "../../src/conform/history/order.ts";
import { Sequence } from "../../src/conform/history/sequence.ts";
import { Ways } from "../../src/conform/history/ways.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { arbitraryProtocol } from "./arbitrary-protocol.ts";
import { Choices } from "./choices.ts";
import { naively, orders, randomHistory, type TestEvent } from "./histories.ts";

const lanesOf: Readonly<Record<"interval" | "clock" | "process", (events: readonly TestEvent[]) => Lanes<TestEvent>>> = {
  interval: (events) => lanesByInterval(events.map((event) => ({ event, called: event.called, returned: event.returned, optional: event.optional }))),
  clock: (events) => lanesByClock(events.map((event) => ({ event, process: event.process, clock: event.clock }))),
  process: (events) => lanesByProcess(events.map((event) => ({ event, process: event.process }))),
};

const runs = Number(process.env.TENET_HISTORY_RUNS ?? 45), seed = Number(process.env.TENET_HISTORY_SEED ?? 1);

describe("random histories", () => {
  test("are explained exactly where some order of their events is a run", () => {
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    fc.assert(fc.property(arbitraryProtocol, fc.array(fc.nat(0xffff), { minLength: 300, maxLength: 300 }), ({ protocol, choice }, drawn) => {
      const instance = instantiate(protocol, choice);
      for (const round of [0, 1, 2]) {
        const history = randomHistory(instance, new Choices((i) => drawn[(i * 7 + round * 61) % drawn.length]));
        if (!history) return;
        for (const order of ["interval", "clock", "process", "file"] as const) {
          const optional = (e: TestEvent): boolean => order === "interval" && e.optional;
          const naive = naively(instance, history, orders[order](history.events), optional);
          if (!naive) {
            count(`${order} too long`);
            continue;
          }
          const ways = new Ways(instance, history.unlogged, {});
          let explained: boolean, most: number;
          if (order === "file") {
            const sequence = new Sequence(ways, history.starts);
            most = history.events.findIndex((e) => !sequence.take(e));
            if (most < 0) most = history.events.length;
            explained = most === history.events.length && sequence.take({ kind: "look", candidates: [], before: [], after: history.final });
          } else {
            const search = interleave(ways, history.starts, lanesOf[order](history.events), history.final);
            let turn = search.next();
            while (!turn.done) turn = search.next();
            explained = turn.value.kind === "explained";
            // Breadth first comes to the same.
            const levels = explainByLevels(new Ways(instance, history.unlogged, {}), history.starts, lanesOf[order](history.events), history.final, Infinity);
            let level = levels.next();
            while (!level.done) level = levels.next();
            expect(level.value.kind).toBe(turn.value.kind);
            if (level.value.kind === "unexplained") expect(level.value.explained).toBe(naive.most);
            most = turn.value.kind === "unexplained" ? turn.value.explained : naive.most;
            if (turn.value.kind === "explained") {
              // The run that it shows has the events, and no more unlogged steps in a row than it may.
              const behaviour = [...turn.value.behaviour];
              const events = behaviour.flatMap((b) => b.event ?? []);
              expect(history.events.filter((e) => !optional(e) && !events.includes(e))).toEqual([]);
              expect(behaviour.map((b) => (b.event ? "e" : "u")).join("")).not.toContain("u".repeat(history.unlogged.most + 1));
            }
          }
          expect({ order, explained, most: explained ? null : most }).toEqual({ order, explained: naive.explained, most: naive.explained ? null : naive.most });
          if (!explained) expect(ways.failure !== undefined).toBe(naive.failed);
          count(`${order} ${explained ? "explained" : naive.failed ? "failed" : "unexplained"}`);
          if (explained && history.events.some((e) => e.kind === "refused")) count("with refusals");
          if (explained && history.events.some((e) => optional(e))) count("with what never returned");
          if (explained && ways.tries > history.events.length && history.unlogged.actions.length > 0) count("with unlogged steps");
        }
      }
    }), { seed, numRuns: runs, endOnFailure: true });
    const often = ["interval", "clock", "process", "file"].flatMap((o) => [`${o} explained`, `${o} unexplained`]);
    expect([...often, "with refusals", "with what never returned", "with unlogged steps"].filter((what) => (counts.get(what) ?? 0) < runs / 6)).toEqual([]);
    if (process.env.TENET_HISTORY_RUNS) console.log(Object.fromEntries([...counts].toSorted()));
  });
});
