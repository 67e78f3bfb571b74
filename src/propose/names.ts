/** Names of lemmas, from what they say: a function of the formula alone, unless another lemma has the name already. */
import type { Expr } from "../ir/expr.ts";
import { freeLocals } from "../ir/substitute.ts";
import { walkExpr } from "../ir/visit.ts";
import { othersIn, roleIn, saidOfBoth, sidesOf, typeName } from "./sides.ts";
import { singular } from "./words.ts";

const longest = 40;

/** What no method of a class may be called, or what would confuse. */
const reserved = ["constructor", "prototype", "then", "lemma"];

/** @param taken names of other members */
export function newNames(taken: ReadonlySet<string>): (wish: string | undefined, body: Expr) => string {
  const used = new Set([...taken, ...reserved]);
  return (wish, body) => {
    const name = (wish === undefined ? "" : cut(camel(wish.slice(0, 200)))) || nameFor(body);
    const free = (n: number): string => (n === 1 ? name : `${name}${/\d$/.test(name) ? "_" : ""}${n}`);
    let n = 1;
    while (used.has(free(n))) n++;
    used.add(free(n));
    return free(n);
  };
}

/** `implies(this.rm[rm] === "aborted", this.sent.has({ kind: "abort" }))` gives `rmAbortedImpliesSentAbort`. */
export function nameFor(body: Expr): string {
  const { given, then } = sidesOf(body);
  const conditions = phrases(given), conclusions = phrases(then);
  const [only] = then;
  if (then.length === 0) return fitting((n) => `never ${conditions.slice(0, n).join(" and ")}`, conditions.length);
  const both = saidOfBoth({ given, then });
  if (both && conditions.length === 1) return fitting((n) => `one ${conditions[0]}${othersIn(both.fact, [both.of.name]).slice(0, n - 1).map((w) => ` per ${w}`).join("")}`, 4);
  if (only?.kind === "eq" && only.left.kind === "local" && only.right.kind === "local") conclusions.push(`same ${given.map((g) => roleIn(g, only)).find((r) => r !== undefined) ?? typeName(only.left)}`);
  if (conditions.length === 0) return fitting((n) => conclusions.slice(0, n).join(" or "), conclusions.length);
  if (conclusions.length === 0) conclusions.push("order");
  // What is too long loses conditions before conclusions.
  return fitting((n) => `${conditions.slice(0, Math.max(1, n - conclusions.length)).join(" and ")} implies ${conclusions.slice(0, n).join(" or ")}`, conditions.length + conclusions.length);
}

/** The longest that is not too long. */
function fitting(text: (parts: number) => string, most: number): string {
  for (let n = most; n > 1; n--) {
    const name = camel(text(n));
    if (name.length <= longest) return name;
  }
  return cut(camel(text(1))) || "holds";
}

const phrases = (parts: readonly Expr[]): string[] => [...new Set(parts.map(phrase).filter((p) => p !== ""))];

/** Words with blanks between them; none for what only speaks of variables. */
function phrase(e: Expr): string {
  switch (e.kind) {
    case "literal": return e.value === null ? "undefined" : String(e.value);
    case "local": return "";
    case "state": return e.field;
    case "not": return negation(e.arg);
    case "connective": {
      const { given, then } = sidesOf(e);
      if (e.op === "and") return phrases([e.left, e.right]).join(" and ");
      return [phrases(given).join(" and "), phrases(then).join(" or ")].filter((p) => p !== "").join(" implies ");
    }
    case "eq": return relation(e.left, "is", e.right);
    case "compare": return relation(e.left, e.op === "lt" ? "below" : "at most", e.right);
    case "isNone": return `no ${phrase(e.value)}`;
    case "has": return e.value.kind === "variant" ? `${phrase(e.collection)} ${e.value.tag}` : singular(phrase(e.collection));
    case "variant": return e.tag;
    case "fold": return quantified(e);
    case "get": return `${phrase(e.object)} ${e.field}`;
    case "tag": return phrase(e.object);
    case "at": return phrase(e.collection);
    case "lookup": return phrase(e.map);
    case "unwrap": case "cast": return phrase(e.value);
    case "size": return `size of ${phrase(e.collection)}`;
    default: return fieldsOf(e);
  }
}

function quantified(e: Extract<Expr, { kind: "fold" }>): string {
  if (e.op !== "forall" && e.op !== "exists") return `${e.op} ${phrase(e.body)}`;
  const { domain, body } = e;
  const own = body.kind === "fold" && body.domain.kind === "elements" && freeLocals(body.domain.of).has(e.local);
  if (domain.kind === "type" && domain.type.kind === "majority") return `${e.op === "exists" ? "majority" : "every majority"} ${phrase(own ? body.body : body)}`;
  if (domain.kind === "elements" && domain.of.type.kind === "majority") return `${phrase(domain.of) || "quorum"} ${e.op === "exists" ? "some " : ""}${phrase(body)}`;
  return `${e.op === "exists" ? "some" : "all"} ${phrase(body)}`;
}

function negation(e: Expr): string {
  if (e.kind === "eq") return relation(e.left, "not", e.right);
  if (e.kind === "isNone") return phrase(e.value);
  if (e.kind === "connective") return e.op === "and" ? `never ${phrase(e)}` : `not ${phrase(e)}`;
  const said = phrase(e);
  return said === "" ? "" : `${e.kind === "has" || (e.kind === "fold" && e.op === "exists") ? "no" : "not"} ${said.replace(/^some /, "")}`;
}

/** The word between only where it tells something: `rm committed`, but `promised is voted`. */
function relation(left: Expr, word: string, right: Expr): string {
  const [l, r] = [phrase(left), phrase(right)];
  if (l === "" && r === "") return "";
  if (word === "is" && (right.kind === "literal" || r === "")) return `${l} ${r}`;
  return `${l} ${word} ${r}`;
}

function fieldsOf(e: Expr): string {
  const found = new Set<string>();
  walkExpr(e, { expr: (n) => { if (n.kind === "state") found.add(n.field); } });
  return [...found].join(" and ");
}

function camel(text: string): string {
  const words = text.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim().split(" ").filter((w) => w !== "");
  const name = words.map((w, i) => (i === 0 ? w[0].toLowerCase() : w[0].toUpperCase()) + w.slice(1)).join("");
  const plain = name.replaceAll(/[^A-Za-z0-9]/g, "");
  return /^\d/.test(plain) ? `n${plain}` : plain;
}

/** At a word. */
function cut(name: string): string {
  if (name.length <= longest) return name;
  const short = name.slice(0, longest);
  return short.slice(0, Math.max(short.search(/[A-Z][^A-Z]*$/), 1)).replace(/(?:And|Or|Implies|Is|Not)+$/, "") || short;
}
