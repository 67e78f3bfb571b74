/** A run as a table: steps, and the fields of the state after each. */
import type { Span } from "../../base/span.ts";
import { sortsOf } from "../../interp/env.ts";
import { showValue } from "../../interp/show-value.ts";
import type { Trace } from "../../interp/trace.ts";
import { sameValue, type State } from "../../interp/value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { plain } from "../../report/palette.ts";
import { lineOf, sourcesFromDisk } from "../../report/sources.ts";
import { endLines } from "../../report/trace.ts";
import { sourceText } from "../../report/trace-source.ts";

/** Lines and columns start at 1; the end is exclusive. */
export interface Location { readonly file: string; readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number }

export interface RunTable {
  /** State fields, in the order of the spec. */
  readonly fields: readonly string[];
  readonly rows: readonly RunRow[];
  /** What the last state shows: a title, and the reasons. */
  readonly end: { readonly lines: readonly string[]; readonly location: Location | null };
}

export interface RunRow {
  /** `initial state`, or the action with its arguments. */
  readonly label: string;
  readonly location: Location | null;
  /** By field, as TypeScript would write it. */
  readonly cells: readonly string[];
  /** Indices of fields that are not what they were before the step. */
  readonly changed: readonly number[];
  /** The `require` statements that held. */
  readonly guards: readonly { readonly text: string; readonly location: Location }[];
}

export const locationOf = (span: Span | undefined): Location | null =>
  span === undefined || span.line === 0 ? null : { file: span.file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn };

/** @param protocol the instance that the run is of */
export function runTable(trace: Trace, protocol: Protocol): RunTable {
  const sorts = sortsOf(protocol);
  const sourceLine = lineOf(sourcesFromDisk());
  const cells = (state: State): string[] => protocol.state.map((f, i) => showValue(state[i], f.type, sorts));
  const first: RunRow[] = trace.initial === null ? [] : [{ label: "initial state", location: null, cells: cells(trace.initial), changed: [], guards: [] }];
  const steps = trace.steps.map((step, i): RunRow => {
    const before = i === 0 ? trace.initial : trace.steps[i - 1].state;
    return {
      label: `${step.action}(${step.args.map((a) => `${a.name}: ${showValue(a.value, a.type, sorts)}`).join(", ")})`,
      location: locationOf(step.span),
      cells: cells(step.state),
      changed: before === null ? [] : protocol.state.flatMap((_, f) => (sameValue(before[f], step.state[f]) ? [] : [f])),
      guards: step.guards.flatMap((span) => {
        const text = sourceText(span, sourceLine), location = locationOf(span);
        return text === undefined || location === null ? [] : [{ text, location }];
      }),
    };
  });
  return {
    fields: protocol.state.map((f) => f.name),
    rows: [...first, ...steps],
    end: { lines: endLines(trace.end, protocol, { palette: plain, sourceLine }), location: placeOfEnd(trace) },
  };
}

function placeOfEnd({ end, steps }: Trace): Location | null {
  switch (end.kind) {
    case "invariant": case "step": case "eventually": case "leadsTo": return locationOf(end.blame.span) ?? locationOf(end.span);
    case "deadlock": return locationOf(steps.at(-1)?.span);
    default: return locationOf(end.span);
  }
}
