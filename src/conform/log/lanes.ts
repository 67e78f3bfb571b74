/** The order of the events of a log, as far as it is known. */
import type { Lanes } from "../history/event.ts";
import { contradiction, lanesByClock, lanesByInterval, lanesByProcess } from "../history/order.ts";
import { LogError } from "./log-error.ts";
import type { LogEvent, Place } from "./reader.ts";
import type { LogOrder } from "./report.ts";

/** What an event tells of its place. */
export const orderOf = ({ clock, start }: Place): LogOrder => (clock ? "clock" : start === undefined ? "file" : "interval");

export interface PlacedEvent { readonly event: LogEvent; readonly place: Place }

/** @throws LogError where an event does not say enough, or they contradict each other */
export function lanesIn(log: string, order: Exclude<LogOrder, "file">, events: readonly PlacedEvent[]): Lanes<LogEvent> {
  const lanes = unchecked(log, order, events);
  const stuck = contradiction(lanes);
  if (!stuck) return lanes;
  const [first, ...rest] = stuck.map((e) => e.line).toSorted((a, b) => a - b);
  throw new LogError(log, first, 1, `the clocks contradict each other: of the events of the lines ${[first, ...rest].join(", ")}, each comes after another`);
}

function unchecked(log: string, order: Exclude<LogOrder, "file">, events: readonly PlacedEvent[]): Lanes<LogEvent> {
  const missing = (event: LogEvent, what: string): never => {
    throw new LogError(log, event.line, 1, `the event has no ${what}, from which the order is taken`, "Choose with --order what the order of events is taken from.");
  };
  switch (order) {
    case "process": return lanesByProcess(events.map(({ event, place }) => ({ event, process: place.process ?? missing(event, "process") })));
    case "clock": return lanesByClock(events.map(({ event, place }) => {
      const process = place.process ?? missing(event, "process"), clock = place.clock ?? missing(event, "clock");
      if (!clock.has(process)) missing(event, `count of ${JSON.stringify(process)} in its clock`);
      return { event, process, clock };
    }));
    case "interval": return lanesByInterval(events.map(({ event, place: { start, end } }) => ({
      event, called: start ?? missing(event, "start"), returned: end ?? null, optional: end === undefined && event.kind === "done",
    })));
  }
}
