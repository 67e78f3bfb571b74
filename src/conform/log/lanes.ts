/** The order of the events of a log, as far as it is known. */
import type { Lanes } from "../history/event.ts";
import { contradiction, lanesByClock, lanesByInterval, lanesByProcess } from "../history/order.ts";
import { LogError } from "./log-error.ts";
import type { LogEvent } from "./reader.ts";
import type { LogOrder } from "./report.ts";

/** What an event tells of its place. */
export const orderOf = ({ clock, start }: LogEvent): LogOrder => (clock ? "clock" : start === undefined ? "file" : "interval");

/** @throws LogError where an event does not say enough, or they contradict each other */
export function lanesIn(log: string, order: Exclude<LogOrder, "file">, events: readonly LogEvent[]): Lanes<LogEvent> {
  const lanes = unchecked(log, order, events);
  const stuck = contradiction(lanes);
  if (!stuck) return lanes;
  const [first, ...rest] = stuck.map((e) => e.line).toSorted((a, b) => a - b);
  throw new LogError(log, first, 1, `the clocks contradict each other: of the events of the lines ${[first, ...rest].join(", ")}, each comes after another`);
}

function unchecked(log: string, order: Exclude<LogOrder, "file">, events: readonly LogEvent[]): Lanes<LogEvent> {
  const missing = (event: LogEvent, what: string): never => {
    throw new LogError(log, event.line, 1, `the event has no ${what}, from which the order is taken`, "Choose with --order what the order of events is taken from.");
  };
  switch (order) {
    case "process": return lanesByProcess(events.map((event) => ({ event, process: event.process ?? missing(event, "process") })));
    case "clock": return lanesByClock(events.map((event) => {
      const process = event.process ?? missing(event, "process"), clock = event.clock ?? missing(event, "clock");
      if (!clock.has(process)) missing(event, `count of ${JSON.stringify(process)} in its clock`);
      return { event, process, clock };
    }));
    case "interval": return lanesByInterval(events.map((event) => ({
      event, called: event.start ?? missing(event, "start"), returned: event.end ?? null, optional: event.end === undefined && event.kind === "done",
    })));
  }
}
