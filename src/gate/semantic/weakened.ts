/** Properties that promise less than they did. */
import type { Situation } from "../../backends/smt/situation.ts";
import { conjuncts } from "../../backends/smt/conjuncts.ts";
import { lasting } from "../../backends/smt/lasting.ts";
import { joined } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Property, Protocol } from "../../ir/protocol.ts";
import { canonicalExpr } from "./canonical.ts";
import type { Answer } from "./questions.ts";
import { gone, ofNext, reads } from "./reads.ts";
import { type Found, found, inBase, inHead, type Pair, type Place, stateLines } from "./subject.ts";

/** A promise of the base that the head does not give. */
export interface Lost { readonly property: Property; readonly finding: Found }

/** What those who must accept it are told of a kind of property. */
interface Kind {
  readonly kind: "invariant" | "step" | "reachable";
  readonly weaker: string;
  readonly now: string;
}

const kinds: readonly Kind[] = [
  { kind: "invariant", weaker: "allows states that it did not allow before", now: "A state that is now allowed, and was not:" },
  { kind: "step", weaker: "allows steps that it did not allow before", now: "A step that is now allowed, and was not:" },
  { kind: "reachable", weaker: "is reached in states that did not count before", now: "A state that now counts as reached, and did not:" },
];

/** Invariants, step properties and reachables of the base that are gone or say less. */
export async function weakened(pair: Pair): Promise<{ readonly lost: readonly Lost[]; readonly notes: readonly Found[] }> {
  const lost: Lost[] = [], notes: Found[] = [];
  for (const kind of kinds) {
    const of = new OfKind(pair, kind);
    for (const property of pair.base.properties.filter((p) => p.kind === kind.kind)) {
      const finding = await of.compare(property);
      if (finding?.level === "error") lost.push({ property, finding });
      else if (finding) notes.push(finding);
    }
  }
  return { lost, notes };
}

/** What no step changes and both versions say alike. */
export function shared({ base, head }: Pick<Pair, "base" | "head">): Expr[] {
  const options = new Set(head.state.flatMap((f) => (f.role === "option" ? [`value of ${f.name}`] : [])));
  const of = (p: Protocol): Expr[] => lasting(p).flatMap((l) => (options.has(l.name) ? [] : [l.body]));
  const known = new Set(of(base).map(canonicalExpr));
  return of(head).filter((e) => known.has(canonicalExpr(e)));
}

class OfKind {
  private readonly now: readonly Property[];
  private readonly before: ReadonlySet<string>;
  private readonly parts: ReadonlySet<string>;
  /** Known of every state, and of every state of the head that its invariants allow. */
  private readonly always: readonly Expr[];
  private readonly invariants: readonly Expr[];

  constructor(private readonly pair: Pair, private readonly of: Kind) {
    const { base, head } = pair;
    this.now = head.properties.filter((p) => p.kind === of.kind);
    this.before = new Set(base.properties.filter((p) => p.kind === of.kind).map((p) => canonicalExpr(p.body)));
    this.parts = new Set(of.kind === "reachable" ? [] : this.now.flatMap((p) => conjuncts(p.body).map(canonicalExpr)));
    this.always = shared(pair);
    const all = head.properties.filter((p) => p.kind === "invariant").map((p) => p.body);
    this.invariants = of.kind === "step" ? [...all, ...all.map(ofNext)] : all;
  }

  async compare(old: Property): Promise<Found | undefined> {
    const same = this.now.find((p) => p.name === old.name);
    const text = canonicalExpr(old.body);
    if (same && canonicalExpr(same.body) === text) return undefined;
    const twin = this.now.find((p) => canonicalExpr(p.body) === text);
    if (twin) return found("renamed", "note", old.name, same ? `what ${old.name} said is now said by ${twin.name}` : `${old.name} is now called ${twin.name}`, inHead(twin));
    if (this.of.kind !== "reachable" && conjuncts(old.body).every((c) => this.parts.has(canonicalExpr(c)))) {
      return same ? undefined : found("invariant-removed", "note", old.name, `${old.name} is gone; other properties say the same`, inBase(old));
    }
    return this.of.kind === "reachable" ? this.reached(old, same) : this.promised(old, same);
  }

  private async promised(old: Property, same: Property | undefined): Promise<Found | undefined> {
    const changed = this.now.filter((p) => !this.before.has(canonicalExpr(p.body)));
    const alone = same && await this.ask(old, same.body, this.always);
    if (alone?.kind === "shown") return undefined;
    const fresh = changed.filter((p) => p !== same).length > 0 ? await this.ask(old, together(changed), this.always) : alone;
    if (fresh?.kind === "shown") return same ? undefined : found("invariant-removed", "note", old.name, `${old.name} is gone; what it said follows from ${names(changed)}`, inBase(old));
    const all = this.now.length > 0 ? together(this.now) : undefined;
    const rest = await this.ask(old, all, [...this.always, ...this.invariants]);
    if (rest.kind === "shown") {
      const message = same ? `${old.name} says less than before, which the other properties make up for` : `${old.name} is gone; what it said follows from the other properties`;
      return found(same ? "invariant-weakened" : "invariant-removed", "warning", old.name, message, placeOf(old, same), ["It holds as long as all of them do."]);
    }
    return this.report(old, same, rest.kind === "refuted" ? rest : (fresh ?? alone ?? rest));
  }

  /** Whether whoever reaches what is now asked for has reached what was. */
  private async reached(old: Property, same: Property | undefined): Promise<Found | undefined> {
    const candidates = same ? [same] : this.now.filter((p) => !this.before.has(canonicalExpr(p.body)));
    let last: Answer | undefined;
    for (const c of candidates) {
      last = await this.ask(old, c.body, [...this.always, ...this.invariants]);
      if (last.kind === "shown") return same ? undefined : found("invariant-removed", "note", old.name, `${old.name} is gone; whoever reaches ${c.name} has reached it`, inHead(c));
    }
    return this.report(old, same, same ? last : undefined);
  }

  private ask(old: Property, now: Expr | undefined, given: readonly Expr[]): Promise<Answer> {
    const { base, head, questions } = this.pair;
    const claim = now ?? { kind: "literal", value: true, type: { kind: "bool" }, span: old.span } as const;
    return questions.follows(old.name, { base: { protocol: base, claim: old.body }, head: { protocol: head, claim, given } }, "head");
  }

  private report(old: Property, same: Property | undefined, answer: Answer | undefined): Found {
    const place = placeOf(old, same);
    const shown = answer?.kind === "refuted" ? this.shown(answer.situation, same ? [old.body, same.body] : [old.body]) : [];
    const lacking = gone(old.body, this.pair.head);
    if (!same) {
      const article = old.kind === "reachable" ? "a reachable" : old.kind === "step" ? "a step property" : "an invariant";
      return found("invariant-removed", "error", old.name, `${old.name} is gone, or is no longer ${article}`, place, shown);
    }
    if (lacking.length > 0) return found("property-changed", "error", old.name, `${old.name} was about ${lacking.join(" and ")}, which the protocol no longer has`, place, shown);
    if (answer?.kind === "refuted") return found("invariant-weakened", "error", old.name, `${old.name} ${this.of.weaker}`, place, shown);
    return found("property-changed", "error", old.name, `${old.name} has changed, and it is not known whether it says as much as before`, place, answer?.kind === "unknown" ? [`${answer.why}.`] : []);
  }

  private shown({ head, base }: Situation, about: readonly Expr[]): string[] {
    const fields = new Set(about.flatMap((e) => [...reads(e)]));
    return [this.of.now, ...stateLines([head, base], fields)];
  }
}

const together = (properties: readonly Property[]): Expr => joined("and", properties.map((p) => p.body), properties[0].span);

const names = (properties: readonly Property[]): string => properties.map((p) => p.name).join(", ");

const placeOf = (old: Property, same: Property | undefined): Place => (same ? inHead(same) : inBase(old));
