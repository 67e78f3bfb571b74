/** Checks what every engine and pass relies on. A protocol with problems is a defect of whoever built it. */
import { InternalError } from "../base/assert-never.ts";
import type { Span } from "../base/span.ts";
import { choosable, optionLiteral } from "./option-value.ts";
import type { Action, Metric, Property, Protocol } from "./protocol.ts";
import { bool, sameType, showType, type Type } from "./type.ts";
import { BodyChecker, type Surroundings } from "./well-formed-body.ts";
import { predicatesOf } from "./visit.ts";
import { typeProblems } from "./well-formed-type.ts";

export interface Problem {
  readonly message: string;
  readonly span: Span;
}

/** Everything that is wrong with a protocol; nothing for one that may be run. */
export function problemsOf(protocol: Protocol): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, span: Span): void => void problems.push({ message, span });
  const sorts = new Map(protocol.sorts.map((s) => [s.name, s]));
  const unique = (what: string, items: readonly { readonly name: string; readonly span: Span }[]): void => {
    const seen = new Set<string>();
    for (const i of items) {
      if (seen.has(i.name)) report(`two ${what} are named ${i.name}`, i.span);
      seen.add(i.name);
    }
  };
  // Types are shared by many nodes; one report is enough.
  const checked = new Set<Type>();
  const checkType = (type: Type, span: Span): void => {
    if (checked.has(type)) return;
    checked.add(type);
    for (const message of typeProblems(type, sorts)) report(message, span);
  };
  const body = (fields: Surroundings["fields"], place: Omit<Surroundings, "fields" | "sorts" | "report" | "checkType">): BodyChecker =>
    new BodyChecker({ ...place, fields, sorts, report, checkType });

  unique("sorts", protocol.sorts);
  unique("fields", protocol.state);
  unique("inits", protocol.inits);
  unique("actions", protocol.actions);
  unique("properties", [...protocol.properties, ...protocol.liveness]);
  unique("assumptions", protocol.assumptions);
  unique("metrics", protocol.metrics);
  unique("designs", protocol.designs);
  for (const s of protocol.sorts) if (s.size !== null && !(Number.isInteger(s.size) && s.size >= 1)) report(`sort ${s.name} of size ${s.size}`, s.span);

  const before = new Map<string, Protocol["state"][number]>();
  for (const f of protocol.state) {
    checkType(f.type, f.span);
    if (f.initial) {
      body(before, { require: false, next: false }).property(f.initial);
      if (!sameType(f.initial.type, f.type)) report(`initial value of ${f.name} has type ${showType(f.initial.type)}, not ${showType(f.type)}`, f.span);
    }
    before.set(f.name, f);
  }
  const property = (p: Property | Metric): void => {
    body(before, { require: false, next: p.kind === "step" || p.kind === "stepCost" }).property(p.body);
    const right = p.kind === "cost" || p.kind === "stepCost" ? p.body.type.kind === "int" : sameType(p.body.type, bool);
    if (!right) report(`${p.name} has type ${showType(p.body.type)}`, p.span);
  };
  const action = (a: Action): void => {
    for (const p of a.params) checkType(p.type, p.span);
    body(before, { require: true, next: false }).action(a);
  };
  for (const p of protocol.assumptions) {
    if (p.kind !== "assume") report(`${p.kind} ${p.name} among the assumptions`, p.span);
    property(p);
  }
  protocol.inits.forEach(action);
  protocol.actions.forEach(action);
  for (const p of protocol.properties) {
    if (p.kind === "assume") report(`assumption ${p.name} among the properties`, p.span);
    property(p);
  }
  for (const l of protocol.liveness) {
    for (const p of l.params) checkType(p.type, p.span);
    if ((l.kind === "leadsTo") !== (l.from !== null)) report(`${l.name} has ${l.from ? "a" : "no"} condition to begin with`, l.span);
    for (const e of predicatesOf(l)) {
      body(before, { require: false, next: false }).property(e, l.params);
      if (!sameType(e.type, bool)) report(`${l.name} has type ${showType(e.type)}`, l.span);
    }
  }
  for (const a of [...protocol.inits, ...protocol.actions.filter((b) => b.role === "fault")]) if (a.fair) report(`${a.name} is fair`, a.span);
  protocol.metrics.forEach(property);
  const options = choosable(protocol.state);
  for (const d of protocol.designs) {
    for (const [name, value] of Object.entries(d.options)) {
      const option = options.find((o) => o.name === name);
      if (!option) report(`design ${d.name} settles ${name}, which is no option`, d.span);
      else if (!optionLiteral(value, option.type, d.span)) report(`design ${d.name} gives ${name} the value ${JSON.stringify(value)}`, d.span);
    }
  }
  return problems;
}

/**
 * @param by who made the protocol, for the message
 * @throws InternalError naming the first problems
 */
export function assertWellFormed(protocol: Protocol, by: string): void {
  const problems = problemsOf(protocol);
  if (problems.length === 0) return;
  const shown = problems.slice(0, 5).map((p) => `${p.span.line}:${p.span.column} ${p.message}`);
  throw new InternalError(`${by} made an ill-formed protocol (${problems.length} problems): ${shown.join("; ")}`);
}
