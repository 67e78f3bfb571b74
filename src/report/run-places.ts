/** A run as places in the spec with a line of text each, for faces that cannot draw it. */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showState } from "../interp/json.ts";
import { showValue } from "../interp/show-value.ts";
import type { Binding, Blame, Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import { lassoWords } from "./lasso-words.ts";
import { diffStates, showChange } from "./diff.ts";

export interface RunPlace {
  /** Null where no text of the spec stands behind, as with an initial state. */
  readonly span: Span | null;
  readonly text: string;
}

export interface RunPlaces {
  readonly initial: RunPlace | null;
  readonly steps: readonly RunPlace[];
  /** What is wrong, or reached, after the last step. */
  readonly end: RunPlace;
}

/** @param protocol the instance that the run is of */
export function runPlaces(trace: Trace, protocol: Protocol): RunPlaces {
  const initial = trace.initial === null ? null : { span: null, text: `initial state: ${showState(trace.initial, protocol).join("; ")}` };
  return { initial, steps: stepPlaces(trace, protocol), end: endPlace(trace, sortsOf(protocol)) };
}

export function stepPlaces({ initial, steps }: Pick<Trace, "initial" | "steps">, protocol: Protocol): RunPlace[] {
  const sorts = sortsOf(protocol);
  return steps.map((step, i): RunPlace => {
    const before = i === 0 ? initial ?? step.state : steps[i - 1].state;
    const changes = diffStates(before, step.state, protocol).map(showChange);
    return { span: placed(step.span), text: `${callText(step.action, step.args, sorts)}: ${changes.length === 0 ? "nothing changes" : changes.join("; ")}` };
  });
}

function endPlace({ end, steps }: Trace, sorts: Sorts): RunPlace {
  switch (end.kind) {
    case "invariant": case "step": return { span: placed(end.blame.span) ?? placed(end.span), text: blameLine(end.blame, sorts) };
    case "reachable": return { span: placed(end.span), text: `${end.property} is reached` };
    case "stuck": return { span: placed(end.span), text: `${end.property} cannot be reached any more` };
    case "eventually": case "leadsTo": return { span: placed(end.blame.span) ?? placed(end.span), text: `${lassoWords(end).goes}; ${lassoWords(end).owed} ${blameLine(end.blame, sorts)}` };
    case "deadlock": return { span: placed(steps.at(-1)?.span), text: "no action is enabled" };
    case "failure": {
      const { source } = end;
      const what = source.kind === "action" ? callText(source.action, source.args, sorts) : source.kind === "property" ? `${source.propertyKind} ${source.property}` : "the initial state";
      return { span: placed(end.span), text: `${what} fails: ${end.message}` };
    }
    default: return assertNever(end);
  }
}

/** `false: !(this.a[x] && this.b[y]) with x = n1, y = n2; this.a[x] is true`. */
export function blameLine(blame: Blame, sorts: Sorts): string {
  const bindings = blame.bindings.map((b) => `${b.name} = ${shown(b, sorts)}`).join(", ");
  const parts = [`${blame.holds ? "true, must be false" : "false"}: ${blame.text}${bindings === "" ? "" : ` with ${bindings}`}`, ...blame.atoms.map((a) => `${a.text} is ${shown(a, sorts)}`)];
  return parts.join("; ");
}

const placed = (span: Span | undefined): Span | null => (span === undefined || span.line === 0 ? null : span);

/** `commit(rm: rm1)`. */
export const callText = (action: string, args: readonly Binding[], sorts: Sorts): string => `${action}(${args.map((a) => `${a.name}: ${shown(a, sorts)}`).join(", ")})`;

const shown = ({ value, type }: Omit<Binding, "name">, sorts: Sorts): string => showValue(value, type, sorts);
