/** What is not true of small instances: of candidates, and of the protocol itself. Every run is replayed by the interpreter. */
import { assertNever } from "../base/assert-never.ts";
import { DiagnosticsError } from "../base/diagnostic.ts";
import { capacity, cardinality } from "../interp/domain.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import type { Trace } from "../interp/trace.ts";
import { elementType } from "../ir/build.ts";
import type { Domain, Expr } from "../ir/expr.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { eachPartOfDomain, eachPartOfExpr, eachPartOfPlace, eachPartOfStmt, type Parts } from "../ir/visit.ts";
import { checkPrepared } from "../pipeline/check-prepared.ts";
import { lemmasAsInvariants } from "../passes/lemmas-as-invariants.ts";
import { choicesOf, defaults, mostChoices, searchedInstance } from "../pipeline/find-violations.ts";
import { prepareCompiled, type Prepared } from "../pipeline/prepare.ts";
import type { SearchedInstance } from "../pipeline/prove-report.ts";
import type { CheckReport } from "../pipeline/report.ts";

export interface Run { readonly trace: Trace; readonly instance: Protocol }

export interface Refuted {
  /** Candidates by name. */
  readonly candidates: ReadonlyMap<string, Run>;
  /** Of the protocol: an invariant, a step property, or `no failure`. */
  readonly violation: (Run & { readonly name: string }) | undefined;
  readonly searched: readonly SearchedInstance[];
  /** Of each of those. */
  readonly reports: readonly CheckReport[];
  /** Names of candidates that take too long to evaluate even in a small instance, so that nothing about them could be replayed. */
  readonly costly: ReadonlySet<string>;
}

export interface RefuteOptions {
  readonly maxStates: number;
  readonly signal: AbortSignal;
  states?(count: number): void;
}

/** For one candidate in one state. */
const mostEvaluations = 50_000;

/** The instance of the spec; then a larger one where that was small, or else a smaller one. */
export async function refute(protocol: Protocol, candidates: readonly Property[], options: RefuteOptions): Promise<Refuted> {
  const found = new Map<string, Run>();
  const searched: SearchedInstance[] = [];
  const reports: CheckReport[] = [];
  const note = (s: Searched | undefined): void => {
    if (!s) return;
    searched.push(s.searched);
    reports.push(s.report);
  };
  const first = defaults(protocol);
  const base = await searchScope(protocol, candidates, found, first, options);
  const costly = new Set(candidates.map((c) => c.name).filter((name) => base && !base.evaluated.has(name)));
  note(base);
  if (base?.violation || options.signal.aborted) return { candidates: found, violation: base?.violation, searched, reports, costly };
  const sizes = protocol.sorts.map((s) => s.name);
  const small = base?.searched.complete && base.searched.distinctStates < options.maxStates / 20;
  const second = { ...first, ...Object.fromEntries(sizes.map((s) => [s, small ? first[s] + 1 : Math.min(first[s], 2)])) };
  if (sizes.every((s) => first[s] === second[s])) return { candidates: found, violation: undefined, searched, reports, costly };
  const other = await searchScope(protocol, candidates.filter((c) => !found.has(c.name)), found, second, options);
  note(other);
  return { candidates: found, violation: other?.violation, searched, reports, costly };
}

interface Searched { readonly searched: SearchedInstance; readonly report: CheckReport; readonly violation: Refuted["violation"]; readonly evaluated: ReadonlySet<string> }

/** The protocol itself in one instance. Undefined where that cannot be searched. */
export const searchInstance = (protocol: Protocol, scope: Readonly<Record<string, number>>, options: RefuteOptions): Promise<Searched | undefined> =>
  searchScope(protocol, [], new Map(), { ...defaults(protocol), ...scope }, options);

/** Undefined where the instance cannot be searched. */
async function searchScope(
  protocol: Protocol, candidates: readonly Property[], found: Map<string, Run>, scope: Readonly<Record<string, number>>, options: RefuteOptions,
): Promise<Searched | undefined> {
  const evaluated = new Set<string>();
  for (let open = candidates; ;) {
    const made = instance(protocol, open, scope);
    if (!made) return undefined;
    open = made.candidates;
    const names = new Set(open.map((c) => c.name));
    for (const name of names) evaluated.add(name);
    const report = await checkPrepared("", made.prepared, {
      limits: { maxStates: options.maxStates }, keepGoing: true, signal: options.signal, listener: { progress: (p) => options.states?.(p.distinctStates) },
    });
    const failing = new Map<string, Run>();
    let violation: Refuted["violation"];
    for (const { kind, name, verdict, trace } of report.properties) {
      if (verdict !== "violated" || !trace) continue;
      const run = { trace, instance: report.instance };
      const source = trace.end.kind === "failure" && trace.end.source.kind === "property" ? trace.end.source.property : undefined;
      if (source !== undefined && names.has(source)) failing.set(source, run);
      else if (kind === "invariant" && names.has(name)) found.set(name, run);
      else if (isViolation(kind, trace)) violation ??= { name: kind === "failure" ? "no failure" : name, ...run };
    }
    for (const [name, run] of failing) if (!found.has(name)) found.set(name, run);
    // Behind a state where one cannot be evaluated, nothing was looked at.
    if (failing.size === 0 || violation || options.signal.aborted) return { searched: searchedInstance(report), report, violation, evaluated };
    open = open.filter((c) => !found.has(c.name));
  }
}

/** What an instance has no room for is a matter of its size. */
function isViolation(kind: string, { end }: Trace): boolean {
  if (kind === "failure") return end.kind === "failure" && end.reason !== "capacity" && end.reason !== "overflow" && end.reason !== "bound";
  return kind === "invariant" || kind === "step";
}

/** Without those candidates that no instance can evaluate. */
function instance(protocol: Protocol, candidates: readonly Property[], scope: Readonly<Record<string, number>>): { prepared: Prepared; candidates: readonly Property[] } | undefined {
  const prepare = (open: readonly Property[]): Prepared | readonly string[] => {
    try {
      const prepared = prepareCompiled({ protocol: lemmasAsInvariants({ ...protocol, properties: [...protocol.properties, ...open] }), warnings: [] }, { scope });
      return choicesOf(prepared.instance) > mostChoices ? [] : prepared;
    } catch (error) {
      if (error instanceof DiagnosticsError) return error.diagnostics.map((d) => d.span?.file ?? "");
      throw error;
    }
  };
  for (let open = candidates; ;) {
    const prepared = prepare(open);
    if (!("instance" in prepared)) {
      const rest = open.filter((c) => !prepared.includes(c.span.file));
      if (rest.length === open.length) return undefined;
      open = rest;
      continue;
    }
    const costly = new Set(prepared.instance.properties.filter((p) => evaluations(p.body, prepared.instance) > mostEvaluations).map((p) => p.name));
    const rest = open.filter((c) => !costly.has(c.name));
    if (rest.length === open.length) return { prepared, candidates: open };
    open = rest;
  }
}

/** How often parts of an expression are evaluated, at most. */
function evaluations(expr: Expr, protocol: Protocol): number {
  const sorts = sortsOf(protocol);
  let all = 0;
  let times = 1;
  const repeated = (by: number, run: () => void): void => {
    const before = times;
    times *= Math.max(1, by);
    run();
    times = before;
  };
  const on: Parts = {
    expr(e) {
      all += times;
      if (e.kind === "fold" || e.kind === "comprehend") {
        on.domain(e.domain);
        repeated(sizeOf(e.domain, sorts), () => on.expr(e.body));
      } else if (e.kind === "tabulate" && e.type.kind === "map") repeated(cardinality(e.type.key, sorts), () => on.expr(e.body));
      else eachPartOfExpr(e, on);
    },
    stmt(s) {
      if (s.kind !== "for") return eachPartOfStmt(s, on);
      on.domain(s.domain);
      return repeated(sizeOf(s.domain, sorts), () => s.body.forEach(on.stmt));
    },
    domain: (d) => eachPartOfDomain(d, on),
    place: (p) => eachPartOfPlace(p, on),
  };
  on.expr(expr);
  return all;
}

function sizeOf(domain: Domain, sorts: Sorts): number {
  switch (domain.kind) {
    case "type": return cardinality(domain.type, sorts);
    case "elements": {
      const { type } = domain.of;
      return type.kind === "seq" ? capacity(type.max) : cardinality(elementType(type), sorts);
    }
    case "range": {
      const { type } = domain.to;
      return type.kind === "int" && type.hi !== null && domain.from.type.kind === "int" && domain.from.type.lo !== null ? type.hi - domain.from.type.lo : Infinity;
    }
    default: return assertNever(domain);
  }
}
