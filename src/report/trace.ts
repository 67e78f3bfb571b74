/** A trace as text: numbered steps, what each changed, the guards that let it happen, and what is wrong at the end. */
import { assertNever } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { ActionInstance, Binding, Blame, FailureSource, LassoEnd, Trace, TraceEnd, TraceStep } from "../interp/trace.ts";
import { sameValue, type State, type Value } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import { blameText } from "./blame-text.ts";
import { diffStates, showChange } from "./diff.ts";
import { kindWords, lassoWords, owedNothing } from "./lasso-words.ts";
import type { Palette } from "./palette.ts";
import { type SourceLine, sourceText } from "./trace-source.ts";
import { showState } from "../interp/json.ts";

export interface TraceStyle {
  readonly palette: Palette;
  readonly sourceLine: SourceLine;
  /** What the first state is; an initial state by default. */
  readonly first?: string;
  /** What is said of a step that changes nothing, if not that. */
  readonly unchanged?: (step: TraceStep) => string;
}

/** Several lines, without a line break at the end. @param protocol the instance that the trace is of */
export function renderTrace(trace: Trace, protocol: Protocol, style: TraceStyle): string {
  const renderer = new TraceRenderer(protocol, style);
  return [...renderer.initial(trace), ...renderer.steps(trace), ...renderer.end(trace.end)].join("\n");
}

/** How a state is reached, and nothing about what it shows. */
export function renderRun(run: Omit<Trace, "end">, protocol: Protocol, style: TraceStyle): string[] {
  const renderer = new TraceRenderer(protocol, style);
  return [...renderer.initial(run), ...renderer.steps(run)];
}

/** What is wrong, or reached, after the last step. */
export const endLines = (end: TraceEnd, protocol: Protocol, style: TraceStyle): string[] => new TraceRenderer(protocol, style).end(end);

/** `prepare(rm: rm1)   spec.ts:18`. */
export const renderInstance = (instance: ActionInstance, protocol: Protocol, style: TraceStyle): string => new TraceRenderer(protocol, style).head(instance);

function isNothing(value: Value): boolean {
  if (value === null || typeof value !== "object") return value === null || value === false || value === 0;
  switch (value.kind) {
    case "set": case "seq": return value.items.length === 0;
    case "bag": return value.entries.length === 0;
    case "map": return value.entries.every((e) => isNothing(e.value));
    case "record": return value.fields.every((f) => isNothing(f.value));
    case "variant": return false;
  }
}

const indent = (lines: readonly string[]): string[] => lines.map((l) => `     ${l}`);

class TraceRenderer {
  readonly #protocol: Protocol;
  readonly #sorts: Sorts;
  readonly #style: TraceStyle;

  constructor(protocol: Protocol, style: TraceStyle) {
    this.#protocol = protocol;
    this.#sorts = sortsOf(protocol);
    this.#style = style;
  }

  initial({ initial, steps }: Omit<Trace, "end">): string[] {
    return initial === null ? [] : [`  0. ${this.#paint.bold(this.#style.first ?? "initial state")}`, ...indent(this.#state(initial, steps))];
  }

  /** Without what held specs have for faults that do not occur: options that nothing was said of, and what is empty all along. */
  #state(state: State, steps: readonly TraceStep[]): string[] {
    const lines = showState(state, this.#protocol);
    return lines.filter((_, i) => {
      const { name, role } = this.#protocol.state[i];
      if (!name.includes(".")) return true;
      if (role !== "variable") return state[i] !== null;
      return !isNothing(state[i]) || steps.some((s) => !sameValue(s.state[i], state[i]));
    });
  }

  steps(trace: Omit<Trace, "end">): string[] {
    let before = trace.initial;
    return trace.steps.flatMap((step, i) => {
      const lines = this.#step(step, i + 1, before ?? step.state);
      before = step.state;
      return lines;
    });
  }

  end(end: TraceEnd): string[] {
    const { bold, red, green } = this.#paint;
    switch (end.kind) {
      case "invariant": case "step": {
        const what = end.kind === "invariant" ? "invariant" : "step property";
        return [`${red("✗")} ${what} ${bold(end.property)} is violated${this.#location(end.span)}`, ...indent(this.#blame(end.blame))];
      }
      case "reachable": return [`${green("✓")} ${bold(end.property)} is reached${this.#location(end.span)}`];
      case "stuck": return [`${red("✗")} ${bold(end.property)} cannot be reached any more${this.#location(end.span)}`];
      case "eventually": case "leadsTo": return this.#lasso(end);
      case "deadlock":
        return [
          `${red("✗")} ${bold("deadlock")}: no action is enabled`,
          ...end.blocked.flatMap((b) => indent(
            b.blame ? [`${this.#call(b.action, b.args)} is blocked${this.#location(b.blame.span)}`, ...indent(this.#blame(b.blame))] : [`${b.action} has no enabled instance`],
          )),
        ];
      case "failure":
        return [
          `${red("✗")} ${this.#failing(end.source)} fails: ${bold(end.message)}${this.#location(end.span)}`,
          ...(end.source.kind === "action" ? indent(this.#guards(end.source.guards)) : []),
        ];
      default: return assertNever(end);
    }
  }

  #lasso(end: LassoEnd): string[] {
    const { bold, red } = this.#paint;
    const args = end.args.length === 0 ? "" : ` for ${this.#args(end.args)}`;
    const { goes, owed } = lassoWords(end);
    return [
      `     ${bold(goes)}`,
      `${red("✗")} ${kindWords[end.kind]} ${bold(end.property)} is violated${args}${this.#location(end.span)}`,
      ...indent([owed, ...indent(this.#blame(end.blame)), ...end.fair.map((f) => `${this.#call(f.action, f.args)} ${owedNothing(f)}`)]),
    ];
  }

  get #paint(): Palette {
    return this.#style.palette;
  }

  #step(step: TraceStep, number: number, before: State): string[] {
    const changes = diffStates(before, step.state, this.#protocol).map(showChange);
    return [
      `${String(number).padStart(3)}. ${this.head(step)}`,
      ...indent(changes.length > 0 ? changes : [this.#style.unchanged?.(step) ?? "(nothing changes)"]),
      ...indent(this.#guards(step.guards)),
    ];
  }

  head(instance: ActionInstance): string {
    return `${this.#call(instance.action, instance.args)}${this.#location(instance.span)}`;
  }

  #call(action: string, args: readonly Binding[]): string {
    return `${this.#paint.bold(action)}(${this.#args(args)})`;
  }

  #args(args: readonly Binding[]): string {
    return args.map((a) => `${a.name}: ${this.#value(a)}`).join(", ");
  }

  #value(binding: Omit<Binding, "name">): string {
    return this.#paint.cyan(showValue(binding.value, binding.type, this.#sorts));
  }

  #location(span: Span): string {
    return span.line === 0 ? "" : this.#paint.dim(`   ${span.file}:${span.line}`);
  }

  #guards(guards: readonly Span[]): string[] {
    return guards.flatMap((span) => {
      const text = sourceText(span, this.#style.sourceLine);
      return text === undefined ? [] : [this.#paint.dim(`passed: ${text}`)];
    });
  }

  #blame(blame: Blame): string[] {
    return blameText(blame, this.#sorts, this.#style);
  }

  #failing(source: FailureSource): string {
    switch (source.kind) {
      case "action": return this.#call(source.action, source.args);
      case "property": return `${source.propertyKind} ${this.#paint.bold(source.property)}`;
      case "initial": return "the initial state";
      default: return assertNever(source);
    }
  }
}
