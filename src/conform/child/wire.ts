/**
 * What goes between this process and that of an implementation: one line of JSON for each question and answer. An answer begins with
 * the secret of the process and the number of its question, so that nothing else which writes to the channel is taken for one.
 */
import type { BoundAction, Given, GivenState, Plain, PlainState, SystemFailure } from "../system.ts";

/** File descriptor of the channel in the child. */
export const channelFd = 3;

/** The first line. */
export interface Hello {
  readonly secret: string;
  /** URL of the bundled adapter. */
  readonly adapter: string;
  readonly network: boolean;
  /** Of one answer, in characters. */
  readonly maxAnswer: number;
}

export type Question =
  | { readonly seq: number; readonly kind: "load" }
  | { readonly seq: number; readonly kind: "reset"; readonly initial: Tagged }
  | { readonly seq: number; readonly kind: "perform"; readonly action: string; readonly args: Tagged }
  /** `patienceMs`: how long those that do not return are waited for. */
  | { readonly seq: number; readonly kind: "together"; readonly actions: readonly { readonly action: string; readonly args: Tagged }[]; readonly schedule: number; readonly patienceMs: number };

/** JSON in which arrays start with what they are, so that sets, maps and undefined can be told. */
export type Tagged = boolean | number | string | null | readonly Tagged[] | { readonly [name: string]: Tagged };
export const tags = { array: 0, set: 1, map: 2, undefined: 3 } as const;

/** As they come: checked by `readAnswer`, apart from what is in states. */
export type Answer =
  | { readonly kind: "ready"; readonly actions: readonly BoundAction[] }
  | { readonly kind: "done" | "refused"; readonly seen: PlainState; readonly observed: PlainState }
  | { readonly kind: "together"; readonly events: readonly Event[]; readonly observed: PlainState }
  | Failed;

/** Of the action at the same place in the question. */
export interface Event {
  readonly called: number;
  readonly returned: number | null;
  readonly kind: "done" | "refused";
  readonly seen: PlainState;
}

export interface Failed {
  readonly kind: "failed";
  readonly failure: SystemFailure["kind"];
  readonly message: string;
  readonly stack: string;
  /** The process can be asked nothing more. */
  readonly over: boolean;
}

export function tagged(given: Given): Tagged {
  if (given === undefined) return [tags.undefined];
  if (given === null || typeof given !== "object") return given;
  if (Array.isArray(given)) return [tags.array, ...given.map(tagged)];
  if (given instanceof Set) return [tags.set, ...[...given].map(tagged)];
  if (given instanceof Map) return [tags.map, ...[...given].flatMap(([k, v]) => [tagged(k), tagged(v)])];
  return Object.fromEntries(Object.entries(given).map(([name, v]) => [name, tagged(v)]));
}

export const plain = (given: GivenState): PlainState => Object.fromEntries(Object.entries(given).map(([name, v]) => [name, toPlain(v)]));

function toPlain(given: Given): Plain {
  if (given === undefined || given === null) return null;
  if (typeof given !== "object") return given;
  if (Array.isArray(given) || given instanceof Set) return [...given].map(toPlain);
  if (given instanceof Map) return [...given].map(([k, v]) => [toPlain(k), toPlain(v)]);
  return plain(given as GivenState);
}

const failureKinds: readonly string[] = ["threw", "hung", "memory", "exited", "crashed", "denied", "unreadable"] satisfies SystemFailure["kind"][];

/** @returns undefined where it is not of the shape of an answer */
export function readAnswer(text: string): Answer | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isAnswer(answer) ? answer : undefined;
}

function isAnswer(a: unknown): a is Answer {
  if (!isObject(a)) return false;
  switch (a.kind) {
    case "ready": return Array.isArray(a.actions) && a.actions.every(isBoundAction);
    case "done": case "refused": return isObject(a.seen) && isObject(a.observed);
    case "together": return Array.isArray(a.events) && a.events.every(isEvent) && isObject(a.observed);
    case "failed": return failureKinds.includes(String(a.failure)) && typeof a.message === "string" && typeof a.stack === "string" && typeof a.over === "boolean";
    default: return false;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isBoundAction = (a: unknown): boolean =>
  isObject(a) && typeof a.name === "string" && (a.kind === "perform" || a.kind === "request" || (a.kind === "unbound" && typeof a.reason === "string"));

const isEvent = (e: unknown): boolean =>
  isObject(e) && Number.isSafeInteger(e.called) && (e.returned === null || Number.isSafeInteger(e.returned)) && (e.kind === "done" || e.kind === "refused") && isObject(e.seen);
