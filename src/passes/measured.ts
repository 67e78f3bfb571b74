/**
 * What costs are measured on: an instance without faults in which message delays are counted, and in which those of several
 * networks are one step, since time passes for all of them at once.
 */
import { block } from "../ir/build.ts";
import type { Action, Property, Protocol, StateField } from "../ir/protocol.ts";
import { renameInBody } from "../ir/substitute.ts";
import { usesOfBody } from "../ir/uses.ts";
import { walkStmts } from "../ir/visit.ts";
import { assertWellFormed } from "../ir/well-formed.ts";
import { fieldsWritten } from "../interp/step.ts";
import { constant } from "./constant.ts";
import { reduced } from "./reduced.ts";

/** The value by which an option that a delay reads has it counted. */
const counted = "counted";

export interface Measured {
  /** What the interpreter replays. Milestones are its `reachable` properties. */
  readonly instance: Protocol;
  /** The same in fewer words. */
  readonly model: Protocol;
  /** The name of the step in which time passes; undefined where nothing counts delays. */
  readonly delay: string | undefined;
  /** The actions that receive what a delay has let arrive, by name. */
  readonly receipts: ReadonlySet<string>;
}

/** @param protocol an instance */
export function measured(protocol: Protocol): Measured {
  const timed = withDelays(withMilestones({ ...protocol, actions: protocol.actions.filter((a) => a.role !== "fault" && a.role !== "repair") }));
  const delays = reduced(timed).actions.flatMap((a) => (a.role === "delay" ? [a.name] : []));
  const instance = withOneDelay(timed, delays);
  const model = reduced(instance);
  assertWellFormed(model, "pass measured");
  const delay = model.actions.find((a) => a.role === "delay");
  const arriving = [...fieldsWritten(delay ? [delay] : [])];
  const receives = ({ body }: Action): boolean => {
    const { reads } = usesOfBody(body);
    return arriving.some((f) => reads.has(f));
  };
  const receipts = model.actions.filter((a) => a.role !== "delay" && receives(a));
  return { instance, model, delay: delay?.name, receipts: new Set(receipts.map((a) => a.name)) };
}

/** Milestones as properties that the engine and the interpreter know how to look at, instead of those that there are. */
export function withMilestones(protocol: Protocol): Protocol {
  const milestones = protocol.metrics.flatMap((m): Property[] => (m.kind === "milestone" ? [{ ...m, kind: "reachable" }] : []));
  return { ...protocol, properties: milestones, liveness: [], metrics: protocol.metrics.filter((m) => m.kind !== "milestone") };
}

function withDelays(protocol: Protocol): Protocol {
  const read = new Set<string>();
  for (const a of protocol.actions) if (a.role === "delay") walkStmts(a.body, { expr: (e) => void (e.kind === "state" && read.add(e.field)) });
  return { ...protocol, state: protocol.state.map((f) => (read.has(f.name) && counts(f) ? { ...f, initial: constant(counted, f.type, f.span) } : f)) };
}

function counts({ role, type }: StateField): boolean {
  const of = type.kind === "option" ? type.of : type;
  return role !== "variable" && of.kind === "enum" && of.values.includes(counted);
}

/** The delay comes last, so that a step that another action makes as well is taken for that. */
function withOneDelay(protocol: Protocol, names: readonly string[]): Protocol {
  const others = protocol.actions.filter((a) => a.role !== "delay");
  const delays = protocol.actions.filter((a) => names.includes(a.name));
  if (delays.length < 2) return { ...protocol, actions: [...others, ...delays] };
  const all: Action = {
    ...delays[0], name: delays.map((d) => d.name).join(" and "), doc: "",
    body: delays.map((d, i) => block(renameInBody(d.body, (name) => `${name}$${i}`), d.span)),
  };
  return { ...protocol, actions: [...others, all] };
}
