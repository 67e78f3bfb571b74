/** Fields and sorts that only have other names: the base is read with those of the head. Whatever the names, it says the same. */
import type { Stmt } from "../../ir/expr.ts";
import type { Protocol, StateField } from "../../ir/protocol.ts";
import { rebuildProtocol } from "../../ir/rebuild.ts";
import { showType, type Type } from "../../ir/type.ts";
import { mapType } from "../../ir/visit-type.ts";
import { canonicalExpr } from "./canonical.ts";
import { type Found, found, inHead } from "./subject.ts";

export function aligned(base: Protocol, head: Protocol): { readonly base: Protocol; readonly notes: readonly Found[] } {
  const sorts = pairs(base.sorts, head.sorts, (s) => String(s.ordered));
  const sorted = sorts.size > 0 ? withSorts(base, sorts) : base;
  const fields = pairs(sorted.state, head.state, signature);
  const note = (all: readonly { readonly name: string; readonly span: StateField["span"] }[], names: ReadonlyMap<string, string>): Found[] =>
    [...names].map(([old, now]) => found("renamed", "note", old, `${old} is now called ${now}`, inHead(all.find((a) => a.name === now)!)));
  return { base: fields.size > 0 ? withFields(sorted, fields) : sorted, notes: [...note(head.sorts, sorts), ...note(head.state, fields)] };
}

/** New names by old ones, where only one is gone and one has come that could be it. */
function pairs<T extends { readonly name: string }>(base: readonly T[], head: readonly T[], like: (one: T) => string): ReadonlyMap<string, string> {
  const gone = base.filter((b) => !head.some((h) => h.name === b.name)), come = head.filter((h) => !base.some((b) => b.name === h.name));
  return new Map(gone.flatMap((old) => {
    const same = (all: readonly T[]): readonly T[] => all.filter((x) => like(x) === like(old));
    return same(gone).length === 1 && same(come).length === 1 ? [[old.name, same(come)[0].name] as const] : [];
  }));
}

const signature = ({ type, role, initial }: StateField): string => [showType(type), role, initial && canonicalExpr(initial)].join(" ");

function withSorts(protocol: Protocol, names: ReadonlyMap<string, string>): Protocol {
  const name = (old: string): string => names.get(old) ?? old;
  const type = (t: Type): Type => mapType(t, (part) => (part.kind === "sort" ? { ...part, name: name(part.name) } : part));
  return {
    ...rebuildProtocol(protocol, { type }), sorts: protocol.sorts.map((s) => ({ ...s, name: name(s.name) })),
    scope: Object.fromEntries(Object.entries(protocol.scope).map(([key, size]) => [name(key), size])),
  };
}

function withFields(protocol: Protocol, names: ReadonlyMap<string, string>): Protocol {
  const name = (old: string): string => names.get(old) ?? old;
  const stmt = (s: Stmt): Stmt => (s.kind === "assign" && s.place.root.kind === "state" ? { ...s, place: { ...s.place, root: { ...s.place.root, name: name(s.place.root.name) } } } : s);
  const renamed = rebuildProtocol(protocol, { expr: (e) => (e.kind === "state" ? { ...e, field: name(e.field) } : e), stmts: (body) => body.map(stmt) });
  const values = <V>(options: Readonly<Record<string, V>>): Readonly<Record<string, V>> => Object.fromEntries(Object.entries(options).map(([key, v]) => [name(key), v]));
  return { ...renamed, state: renamed.state.map((f) => ({ ...f, name: name(f.name) })), designs: protocol.designs.map((d) => ({ ...d, options: values(d.options) })) };
}
