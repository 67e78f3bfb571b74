/** What an implementation answered, held against what the spec says. */
import { whyBlocked } from "../interp/disabled.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { Blame } from "../interp/trace.ts";
import { type State, valueKey } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import { agrees, differences, type Observation, ObservationReader, type Pattern } from "./history/observation.ts";
import { Misread, own, PlainReader, showPlain } from "./plain.ts";
import type { Divergence } from "./report.ts";
import type { Call } from "./space.ts";
import type { Outcome, Plain, PlainState, SystemFailure } from "./system.ts";

/** How an answer is not what the spec says; the run up to it is known elsewhere. */
export interface Verdict extends Pick<Divergence, "kind" | "fields" | "failure" | "together"> {
  readonly message: string;
  readonly blame?: Blame;
}

/** The adapter does not fit the spec: nothing can be said of the implementation. The message is one line. */
export class Misfit extends Error {
  override readonly name = "Misfit";
}

export class Judge {
  /** What the implementation shows in its first answer, and so has to show in every other one: parts by field, one part where it is all of it. */
  private parts: ReadonlyMap<string, readonly string[]> | undefined;
  private readonly sorts: Sorts;
  private readonly reader: ObservationReader;

  constructor(private readonly protocol: Protocol) {
    this.sorts = sortsOf(protocol);
    this.reader = new ObservationReader(protocol, this.sorts, new PlainReader(this.sorts));
  }

  /** Names of fields. */
  get fields(): { readonly shown: readonly string[]; readonly partly: readonly string[] } {
    const parts = [...this.parts ?? []];
    return { shown: parts.map(([name]) => name), partly: parts.filter(([, keys]) => !keys.includes(whole)).map(([name]) => name) };
  }

  /** @param expected the initial state that was asked for @throws Misfit */
  ofStart(outcome: Outcome, expected: State): Verdict | undefined {
    if (outcome.kind === "failed") return failed("the system cannot be made", outcome.failure);
    this.settle(outcome.observed);
    const fields = this.shown(outcome.observed, expected);
    return fields.length > 0 ? { kind: "state", message: "a new system does not show the initial state of the spec", fields } : undefined;
  }

  /** @param expected the state after the call, or null where the spec does not allow it @throws Misfit */
  ofCall(outcome: Outcome, call: Call, before: State, expected: State | null): Verdict | undefined {
    const name = call.action.name;
    if (outcome.kind === "failed") return failed(name, outcome.failure);
    if (expected === null) {
      if (outcome.kind === "done") {
        const blocked = whyBlocked(this.protocol, before, call.action, call.args);
        return { kind: "accepted", message: `${name} was done, and the spec does not allow it here`, fields: [], ...(blocked && { blame: blocked.blame }) };
      }
      const fields = this.shown(outcome.observed, before);
      return fields.length > 0 ? { kind: "changed", message: `${name} was refused, and something changed`, fields } : undefined;
    }
    if (outcome.kind === "refused") return { kind: "refused", message: `${name} was refused, and the spec allows it here`, fields: [] };
    const answered = this.compare(outcome.seen, expected);
    if (answered.length > 0) return { kind: "state", message: `what ${name} answered is not what the spec has after it`, fields: answered };
    const fields = this.shown(outcome.observed, expected);
    return fields.length > 0 ? { kind: "state", message: `after ${name} the implementation does not show what the spec has`, fields } : undefined;
  }

  /** Differences of a whole observation. @throws Misfit */
  shown(observed: PlainState, expected: State): Divergence["fields"] {
    const hidden = [...this.parts ?? []].filter(([name, keys]) => {
      const now = partsOf(this.read(name, own(observed, name)));
      return now !== undefined && keys.some((key) => !now.some((part) => key.startsWith(part)));
    }).map(([name]) => name);
    return [
      ...this.protocol.state.flatMap((f, i) => (hidden.includes(f.name) ? [{ name: f.name, type: f.type, expected: expected[i], observed: own(observed, f.name) === undefined ? "not shown any more" : "not all of it shown any more" }] : [])),
      ...this.compare(observed, expected),
    ];
  }

  /** @throws Misfit */
  private settle(observed: PlainState): void {
    if (this.parts) return;
    const names = Object.keys(observed);
    for (const name of names) this.field(name);
    if (names.length === 0) throw new Misfit("observe shows no field of the spec: there is nothing to compare");
    this.parts = new Map(names.map((name) => [name, partsOf(this.read(name, observed[name])) ?? [whole]]));
  }

  /** What it is seen to be: nothing where it is not there, and undefined where it cannot be read, which is a difference of its own. */
  private read(name: string, value: Plain | undefined): Observation | undefined {
    if (value === undefined) return [];
    try {
      return this.reader.read({ [name]: value });
    } catch (error) {
      if (error instanceof Misread) return undefined;
      throw error;
    }
  }

  private field(name: string): number {
    const at = this.protocol.state.findIndex((f) => f.name === name);
    if (at < 0) throw new Misfit(`the implementation shows ${showPlain(name)}, and the spec has no such field`);
    return at;
  }

  private compare(plain: PlainState, expected: State): Divergence["fields"] {
    return Object.entries(plain).flatMap(([name, value]): Divergence["fields"] => {
      const at = this.field(name), { type } = this.protocol.state[at];
      try {
        const seen = this.reader.read({ [name]: value });
        if (agrees(seen, expected)) return [];
        return differences(seen, expected, this.protocol).map((d) => ({
          name: [name, ...d.keys.map((k) => `[${showValue(k.value, k.type, this.sorts)}]`)].join(""), type: d.type, expected: d.expected, observed: showValue(d.seen, d.type, this.sorts),
        }));
      } catch (error) {
        if (!(error instanceof Misread)) throw error;
        return [{ name, type, expected: expected[at], observed: `${showPlain(value)} (${error.message})` }];
      }
    });
  }
}

/** The part that is all of a value. */
const whole = "";

const partsOf = (seen: Observation | undefined): readonly string[] | undefined => seen?.flatMap(({ pattern }) => keysOf(pattern, whole));

const keysOf = (pattern: Pattern, path: string): string[] =>
  pattern.kind === "exact" ? [path] : pattern.parts.flatMap((p) => keysOf(p.pattern, `${path}[${valueKey(p.key)}]`));

const words: Readonly<Record<SystemFailure["kind"], string>> = {
  threw: "an exception", hung: "no answer in time", memory: "more memory than it may have", exited: "it ended its process", crashed: "its process died",
  denied: "it tried what it may not do", unreadable: "no answer that can be read",
};

export const failed = (what: string, failure: SystemFailure): Verdict => ({ kind: "failed", message: `${what}: ${words[failure.kind]}: ${failure.message}`, fields: [], failure });
