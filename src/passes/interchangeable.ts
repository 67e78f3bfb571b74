/**
 * Which sorts of an instance are interchangeable: any permutation of their values maps the protocol to itself.
 *
 * Everything in the language treats all values of an unordered sort alike, except what depends on the order in which they are gone
 * through: where a loop stops, which of several failures comes first, what a statement that is repeated leaves behind. Every such place
 * is looked at, and where it is not plain to see that the order does not matter, the sort is not interchangeable.
 */
import type { Span } from "../base/span.ts";
import { domainType } from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { walkProtocol } from "../ir/visit.ts";
import { walkType } from "../ir/visit-type.ts";
import { orderMatters } from "./loop-order.ts";

/** Why the values of a sort are told apart, and where. */
export interface Distinction {
  readonly sort: string;
  readonly reason: string;
  readonly span: Span;
}

export interface Interchangeability {
  /** In the order of the protocol; of at least two values. */
  readonly sorts: readonly string[];
  /** One for each other sort of at least two values. */
  readonly distinctions: readonly Distinction[];
}

type Loop = Extract<Stmt, { kind: "for" }> | Extract<Expr, { kind: "fold" | "comprehend" | "tabulate" }>;

/**
 * @param protocol an instance
 * @param isSafe whether the body of a loop cannot fail
 */
export function interchangeable(protocol: Protocol, isSafe: (loop: Expr | Stmt) => boolean): Interchangeability {
  const found = new Map<string, Distinction>();
  const candidates = protocol.sorts.filter((s) => (s.size ?? 0) >= 2);
  const distinguish = (type: Type, reason: string, span: Span): void => {
    for (const sort of sortsIn(type)) if (!found.has(sort)) found.set(sort, { sort, reason, span });
  };
  for (const { name, ordered, quorums, span } of candidates) {
    if (ordered) found.set(name, { sort: name, reason: "it is ordered", span });
    else if (quorums) found.set(name, { sort: name, reason: "its majorities are listed", span });
  }
  const loop = (node: Loop): void => {
    const type = enumerated(node);
    if (!type || sortsIn(type).size === 0) return;
    if (!isSafe(node)) distinguish(type, "which of its values are looked at before something fails depends on their order", node.span);
    if (node.kind !== "for") return;
    const place = orderMatters(node);
    if (place) distinguish(type, "what this loop does may depend on the order of its values", place);
  };
  walkProtocol({ ...protocol, metrics: [], properties: protocol.properties.filter((p) => p.kind !== "lemma") }, {
    expr: (e) => {
      if (e.kind === "literal" && typeof e.value === "number") distinguish(e.type, "one of its values is named", e.span);
      else if (e.kind === "fold" || e.kind === "comprehend" || e.kind === "tabulate") loop(e);
    },
    stmt: (s) => {
      if (s.kind === "for") loop(s);
    },
  });
  return {
    sorts: candidates.map((s) => s.name).filter((name) => !found.has(name)),
    distinctions: candidates.flatMap((s) => found.get(s.name) ?? []),
  };
}

/** The type whose order a loop follows; undefined where what it goes through has an order of its own. */
function enumerated(loop: Loop): Type | undefined {
  if (loop.kind === "tabulate") return loop.type.kind === "map" ? loop.type.key : undefined;
  const { domain } = loop;
  if (domain.kind === "range" || (domain.kind === "elements" && domain.of.type.kind === "seq")) return undefined;
  return domainType(domain);
}

/** The sorts that a type mentions. */
export function sortsIn(type: Type): ReadonlySet<string> {
  const names = new Set<string>();
  walkType(type, (t) => {
    if (t.kind === "sort") names.add(t.name);
  });
  return names;
}
