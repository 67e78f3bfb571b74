/** What a lemma says, in a plain sentence. */
import { showExpr } from "../interp/show-expr.ts";
import { local } from "../ir/build.ts";
import type { Expr, Local, NamedExpr } from "../ir/expr.ts";
import { printExpr } from "../ir/print.ts";
import { freeLocals, substitute } from "../ir/substitute.ts";
import { othersIn, saidOfBoth, sidesOf } from "./sides.ts";
import { isParticiple, plural } from "./words.ts";

/** Nobody reads on. */
const longest = 220;

/** Undefined where it would be too long to be of help. */
export function sentenceOf(formula: Expr): string | undefined {
  const text = new Sentence().of(formula);
  return text.length <= longest ? text : undefined;
}

class Sentence {
  /** What stands before what was not spoken of before. */
  private fresh: "a" | "every" | "no" | "any" = "a";
  private readonly mentioned = new Set<string>();

  of(formula: Expr): string {
    const { given, then } = sidesOf(formula);
    const both = saidOfBoth({ given, then });
    if (both) return this.atMostOne(both.fact, both.of);
    if (then.length === 0) return `It never happens that ${this.facts(given, "and")}.`;
    if (given.length === 0) {
      this.fresh = "every";
      return `Always, ${this.facts(then, "or")}.`;
    }
    const conditions = this.facts(given, "and");
    this.fresh = "every";
    return `If ${conditions}, then ${this.facts(then, "or")}.`;
  }

  private atMostOne(fact: Expr, of: Local): string {
    const name = plain(of.name);
    const one = freeLocals(fact).has(name) ? fact : substitute(fact, new Map([[of.name, local(name, of.type, fact.span)]]));
    for (const n of freeLocals(one).keys()) this.mentioned.add(n);
    if (one.kind === "has" && one.collection.kind === "state" && one.value.kind === "local") return `At most one ${name} is ${membership(one, false)}.`;
    const others = othersIn(fact, [of.name]).map((w) => (w === w.toUpperCase() ? w : w.charAt(0).toLowerCase() + w.slice(1)));
    const there = `there is at most one ${name} such that ${this.fact(one)}.`;
    return others.length === 0 ? `T${there.slice(1)}` : `For every ${others.join(" and ")}, ${there}`;
  }

  private facts(all: readonly Expr[], word: "and" | "or"): string {
    const values = word === "or" ? valuesOfOne(all) : undefined;
    if (values) return `${this.term(values.of)} is ${values.names.join(" or ")}`;
    return all.map((e) => (all.length > 1 ? this.grouped(e, word) : this.fact(e))).join(` ${word} `);
  }

  /** In brackets where it could be read in two ways. */
  private grouped(e: Expr, word: "and" | "or", negated = false): string {
    const inner = e.kind === "not" ? e.arg : e, turned = (e.kind === "not") !== negated;
    const same = inner.kind === "connective" && inner.op !== "implies" && (inner.op === word) !== turned;
    return inner.kind === "connective" && !same ? `(${this.fact(e, negated)})` : this.fact(e, negated);
  }

  private fact(e: Expr, negated = false): string {
    if (negated && this.fresh === "every" && (e.kind === "has" || e.kind === "eq" || e.kind === "at") && this.isNews(e)) {
      this.fresh = "no";
      const text = this.fact(e);
      this.fresh = "every";
      return text;
    }
    const not = negated ? "not " : "";
    switch (e.kind) {
      case "not": return this.fact(e.arg, !negated);
      case "has": return `${this.value(e.value)} is ${membership(e, negated)}${this.keysOf(e.collection, " of ")}`;
      case "eq":
        if (e.left.kind === "local" && e.right.kind === "local") return `${this.term(e.left)} and ${this.term(e.right)} are ${negated ? "different" : "the same"}`;
        if (e.left.type.kind === "bool") return negated ? this.other(e, true) : `${this.fact(e.left)} exactly if ${this.fact(e.right)}`;
        return `${this.term(e.left)} is ${not}${this.term(e.right)}`;
      case "compare": return `${this.term(e.left)} is ${not}${e.op === "lt" ? "below" : "at most"} ${this.term(e.right)}`;
      case "isNone": return `${this.term(e.value)} is ${negated ? "" : "not "}set`;
      case "state": return `${e.field} ${negated ? "does not hold" : "holds"}`;
      case "at": return `${rootOf(e)} ${negated ? "does not hold" : "holds"}${this.keysOf(e, " for ")}`;
      case "fold": return this.quantified(e, negated) ?? this.other(e, negated);
      case "connective":
        if (e.op === "implies" && !negated) return `${this.fact(e.right)} if ${this.fact(e.left)}`;
        // Of a negation, each part is negated and the word turns.
        if (e.op !== "implies") {
          if (!negated && e.op === "or" && valuesOfOne(sidesOf(e).then)) return this.facts(sidesOf(e).then, "or");
          const word = (e.op === "and") !== negated ? "and" : "or";
          return `${this.grouped(e.left, word, negated)} ${word} ${this.grouped(e.right, word, negated)}`;
        }
        return this.other(e, negated);
      default: return this.other(e, negated);
    }
  }

  /** Whether the first thing it speaks of was not spoken of before. */
  private isNews(e: Expr): boolean {
    const [first] = freeLocals(e).keys();
    return first !== undefined && !/\d$/.test(first) && !this.mentioned.has(first);
  }

  private other(e: Expr, negated: boolean): string {
    return `${negated ? "not " : ""}${bareText(e)}`;
  }

  private quantified(e: Extract<Expr, { kind: "fold" }>, negated: boolean): string | undefined {
    if (e.op !== "forall" && e.op !== "exists") return undefined;
    const all = (e.op === "forall") !== negated;
    const { domain, body } = e;
    if (domain.kind === "range") return undefined;
    this.mentioned.add(e.local);
    if (domain.kind === "type" && domain.type.kind === "majority" && body.kind === "fold" && (body.op === "forall" || body.op === "exists") && body.domain.kind === "elements" && body.domain.of.kind === "local" && body.domain.of.name === e.local) {
      this.mentioned.add(body.local);
      return `for ${(body.op === "forall") !== negated ? `all ${plural(shown(body.local))}` : `some ${shown(body.local)}`} of ${all ? "every" : "some"} majority, ${this.fact(body.body, negated)}`;
    }
    const of = domain.kind === "elements" ? ` of ${this.term(domain.of)}` : "";
    return `for ${all ? "every" : "some"} ${domain.kind === "type" && domain.type.kind === "majority" ? "majority " : ""}${shown(e.local)}${of}, ${this.fact(body, negated)}`;
  }

  private term(e: Expr): string {
    switch (e.kind) {
      case "local": return this.noun(e.name);
      case "literal": return e.value === null ? "undefined" : String(e.value);
      case "state": return e.field;
      case "cast": case "unwrap": return this.term(e.value);
      case "record": case "variant": return this.value(e);
      case "tag": return this.term(e.object);
      case "get": return `${e.field} of ${this.term(e.object)}`;
      case "at": case "lookup": return e.kind === "at" && e.key.kind === "local" && e.collection.kind === "state" && plain(e.key.name) === e.collection.field ? this.term(e.key) : `${rootOf(e)}${this.keysOf(e, " of ")}`;
      default: return bareText(e);
    }
  }

  /** A message or tuple by its parts, each once. */
  private value(e: Expr): string {
    const part = ({ name, value }: NamedExpr): string => {
      if (value.kind !== "local") return `${name} ${this.term(value)}`;
      this.mentioned.add(value.name);
      return plain(value.name) === name ? value.name : `${name} ${shown(value.name)}`;
    };
    if (e.kind === "record") return `(${e.fields.map(part).join(", ")})`;
    if (e.kind === "variant") return `"${e.tag}"${e.fields.length === 0 ? "" : ` (${e.fields.map(part).join(", ")})`}`;
    return this.term(e);
  }

  /** What a map is looked up at. */
  private keysOf(e: Expr, word: string): string {
    const keys: Expr[] = [];
    for (let m = e; m.kind === "at" || m.kind === "lookup"; m = m.kind === "at" ? m.collection : m.map) keys.unshift(m.kind === "at" ? m.key : m.key);
    return keys.length === 0 ? "" : `${word}${keys.map((k) => this.term(k)).join(" and ")}`;
  }

  /** `a node` at first, then `the node`; names with numbers stand by themselves. */
  private noun(name: string): string {
    if (/\d$/.test(name)) return name;
    const known = this.mentioned.has(name);
    this.mentioned.add(name);
    if (known) return `the ${shown(name)}`;
    const { fresh } = this;
    if (fresh === "no") this.fresh = "any";
    return `${fresh === "a" ? article(name) : fresh} ${shown(name)}`;
  }
}

/** Where one thing has one of several names. */
function valuesOfOne(all: readonly Expr[]): { readonly of: Expr; readonly names: readonly string[] } | undefined {
  const found = all.flatMap((e) => (e.kind === "eq" && e.right.kind === "literal" && e.right.type.kind === "enum" ? [{ of: e.left, name: String(e.right.value) }] : []));
  if (all.length < 2 || found.length < all.length || found.some((f) => printExpr(f.of) !== printExpr(found[0].of))) return undefined;
  return { of: found[0].of, names: found.map((f) => f.name) };
}

const shown = (name: string): string => name.replace(/^other([A-Z])/, (_, c: string) => `other ${c.toLowerCase()}`);
/** Abbreviations are read letter by letter. */
const article = (name: string): string => (/^[aeio]/i.test(name) || (/^[fhlmnrsx]/i.test(name) && !/[aeiouy]/i.test(name)) ? "an" : "a");
const plain = (name: string): string => name.replace(/\d+$/, "") || name;
const bareText = (e: Expr): string => showExpr(e).replaceAll(/\bthis\./g, "");

/** The name of the field behind lookups. */
function rootOf(e: Expr): string {
  if (e.kind === "at") return rootOf(e.collection);
  if (e.kind === "lookup") return rootOf(e.map);
  return e.kind === "state" ? e.field : bareText(e);
}

/** `decided`, where that is what one says of a member; `in holders`. */
function membership({ collection }: Extract<Expr, { kind: "has" }>, negated: boolean): string {
  const field = rootOf(collection), not = negated ? "not " : "";
  return collection.kind === "state" && isParticiple(field) ? `${not}${field}` : `${not}in ${field}`;
}
