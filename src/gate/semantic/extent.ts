/** How much is looked at: sizes, bounds, types, designs, and faults. */
import { castCannotFail } from "../../ir/cannot-fail.ts";
import type { Design, Metric, Protocol, StateField } from "../../ir/protocol.ts";
import { showType, type Type } from "../../ir/type.ts";
import { related } from "../../backends/smt/convert.ts";
import { amountOf, type Fault, type FaultBudget, faultsOf } from "../../passes/faults.ts";
import { canonicalExpr } from "./canonical.ts";
import { type Found, found, inBase, inHead, type Pair } from "./subject.ts";

export function changedExtent({ base, head }: Pair): Found[] {
  return [...smallerScope(base, head), ...fewerSorts(base, head), ...base.state.flatMap((f) => narrowed(f, head)), ...fewerDesigns(base, head), ...otherMetrics(base, head)];
}

function smallerScope(base: Protocol, head: Protocol): Found[] {
  return Object.entries(base.scope).flatMap(([name, size]) => {
    const now = Object.hasOwn(head.scope, name) ? head.scope[name] : undefined;
    if (now !== undefined && now >= size) return [];
    return [found("scope-shrunk", "error", name, now === undefined ? `the scope no longer gives a size to ${name}, which was ${size}` : `the scope of ${name} is ${now}, and was ${size}`, inHead(head))];
  });
}

function fewerSorts(base: Protocol, head: Protocol): Found[] {
  return base.sorts.flatMap((s) => {
    const now = head.sorts.find((t) => t.name === s.name);
    if (!now) return [found("scope-shrunk", "error", s.name, `the protocol no longer has the sort ${s.name}`, inBase(s))];
    return now.ordered === s.ordered ? [] : [found("scope-shrunk", "warning", s.name, `${s.name} ${s.ordered ? "was ordered, and is not" : "is ordered, and was not"}`, inHead(now))];
  });
}

function narrowed(old: StateField, head: Protocol): Found[] {
  const now = head.state.find((f) => f.name === old.name);
  if (old.role === "option" && now?.role !== "option") return [found("option-changed", "error", old.name, `${old.name} is no longer an option`, now ? inHead(now) : inBase(old))];
  if (!now) return [found("scope-shrunk", "note", old.name, `the protocol no longer has ${old.name}`, inBase(old))];
  if (holdsAll(old.type, now.type)) return [];
  const types = [`It was ${showType(old.type)}.`, `It is ${showType(now.type)}.`];
  return [found("scope-shrunk", "error", old.name, related(old.type, now.type) ? `${old.name} has fewer values than before` : `${old.name} has another type than before`, inHead(now), types)];
}

/** Whether every value of `a` is one of `b`. */
export function holdsAll(a: Type, b: Type): boolean {
  if (!related(a, b)) return false;
  if (b.kind === "option") return holdsAll(a.kind === "option" ? a.of : a, b.of);
  if ((a.kind === "set" && b.kind === "set") || (a.kind === "bag" && b.kind === "bag")) return holdsAll(a.of, b.of);
  if (a.kind === "seq" && b.kind === "seq") return holdsAll(a.of, b.of) && castCannotFail(a, { ...b, of: a.of });
  if (a.kind === "map" && b.kind === "map") return holdsAll(a.key, b.key) && holdsAll(a.value, b.value);
  const fields = (x: readonly { readonly type: Type }[], y: readonly { readonly type: Type }[]): boolean => x.every((f, i) => holdsAll(f.type, y[i].type));
  if (a.kind === "record" && b.kind === "record") return fields(a.fields, b.fields);
  if (a.kind === "union" && b.kind === "union") {
    return a.variants.every((v) => {
      const w = b.variants.find((x) => x.tag === v.tag);
      return w !== undefined && fields(v.fields, w.fields);
    });
  }
  return castCannotFail(a, b);
}

function fewerDesigns(base: Protocol, head: Protocol): Found[] {
  return base.designs.flatMap((d) => {
    const now = head.designs.find((e) => e.name === d.name);
    if (!now) return [found("option-changed", "error", `design ${d.name}`, `the design ${d.name} is gone`, inBase(d))];
    return sameOptions(d, now) ? [] : [found("option-changed", "error", `design ${d.name}`, `the design ${d.name} has other options than before`, inHead(now), [`They were ${JSON.stringify(d.options)}.`, `They are ${JSON.stringify(now.options)}.`])];
  });
}

const sameOptions = (a: Design, b: Design): boolean => {
  const sorted = ({ options }: Design): string => JSON.stringify(Object.entries(options).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};

function otherMetrics(base: Protocol, head: Protocol): Found[] {
  const word = (m: Metric): string => (m.kind === "milestone" ? "milestone" : "cost");
  return base.metrics.flatMap((m) => {
    const now = head.metrics.find((n) => n.name === m.name && n.kind === m.kind);
    if (!now) return [found("property-changed", "note", m.name, `the ${word(m)} ${m.name} is gone`, inBase(m))];
    return canonicalExpr(m.body) === canonicalExpr(now.body) ? [] : [found("property-changed", "note", m.name, `the ${word(m)} ${m.name} is another one than before`, inHead(now))];
  });
}

/** Faults whose default budget is smaller; with the options of which nothing more need be said. */
export function smallerBudgets({ base, head }: Pair): { readonly findings: readonly Found[]; readonly options: ReadonlySet<string> } {
  const now = new Map(faultsOf(head).map((f) => [f.fault, f]));
  const findings: Found[] = [], options = new Set<string>();
  for (const old of faultsOf(base)) {
    const fault = now.get(old.fault);
    if (!fault) continue;
    if (old.option !== null && fault.option === old.option) options.add(old.option);
    if (amountOf(fault.budget) >= amountOf(old.budget)) continue;
    const place = head.state.find((f) => f.name === fault.option) ?? head.actions.find((a) => a.name === old.fault)!;
    findings.push(found("fault-dropped", "error", old.fault, `at most ${amount(fault)} of the fault ${old.fault} ${fault.budget === 1 ? "is" : "are"} looked at, and ${amount(old)} were`, inHead(place)));
  }
  return { findings, options };
}

const amount = ({ budget }: Fault): FaultBudget | "any number" => (budget === "any" || budget === "unlimited" ? "any number" : budget);
