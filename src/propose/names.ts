/** Names of lemmas, from what they say. The same formula has the same name, as long as nobody has it yet. */
import type { Expr } from "../ir/expr.ts";
import { walkExpr } from "../ir/visit.ts";

const longest = 48;

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
  return cut(camel(phrase(bare(body)))) || "holds";
}

/** Without the quantifiers around it. */
const bare = (e: Expr): Expr => (e.kind === "fold" && e.op === "forall" && e.domain.kind === "type" ? bare(e.body) : e);

const parts = (e: Expr, op: "and" | "or"): Expr[] => (e.kind === "connective" && e.op === op ? [...parts(e.left, op), ...parts(e.right, op)] : [e]);
const join = (phrases: readonly string[], word: string): string => [...new Set(phrases.filter((p) => p !== ""))].join(` ${word} `);

/** Words with blanks between them; none for what only speaks of variables. */
function phrase(e: Expr): string {
  switch (e.kind) {
    case "literal": return e.value === null ? "undefined" : String(e.value);
    case "local": return "";
    case "state": return e.field;
    case "not": return negation(e.arg);
    case "connective":
      if (e.op === "implies") return implication(e.left, e.right);
      return join(parts(e, e.op).map(phrase), e.op);
    case "eq": return relation(e.left, "is", e.right);
    case "compare": return relation(e.left, e.op === "lt" ? "below" : "at most", e.right);
    case "isNone": return `${phrase(e.value)} undefined`;
    case "has": return `${phrase(e.collection)} ${e.value.kind === "variant" ? e.value.tag : ""}`;
    case "variant": return e.tag;
    case "fold": {
      const over = e.domain.kind === "type" && e.domain.type.kind === "majority" ? "majority" : "";
      if (e.op === "exists") return `${over || "some"} ${phrase(e.body)}`;
      return e.op === "forall" ? `${over || "all"} ${phrase(e.body)}` : `${e.op} ${phrase(e.body)}`;
    }
    case "get": return `${phrase(e.object)} ${e.field}`;
    case "tag": return phrase(e.object);
    case "at": return phrase(e.collection);
    case "lookup": return phrase(e.map);
    case "unwrap": case "cast": return phrase(e.value);
    case "size": return `size of ${phrase(e.collection)}`;
    default: return fieldsOf(e);
  }
}

function negation(e: Expr): string {
  if (e.kind === "eq") return relation(e.left, "not", e.right);
  if (e.kind === "isNone") return `${phrase(e.value)} defined`;
  return e.kind === "connective" && e.op === "and" ? `never ${phrase(e)}` : `not ${phrase(e)}`;
}

/** The word between only where it tells something: `rm committed`, but `promised is voted`. */
function relation(left: Expr, word: string, right: Expr): string {
  const [l, r] = [phrase(left), phrase(right)];
  if (l === "" && r === "") return "";
  if (word === "is" && (right.kind === "literal" || r === "")) return `${l} ${r}`;
  return `${l} ${word} ${r}`;
}

function implication(left: Expr, right: Expr): string {
  const [l, r] = [phrase(left), phrase(right)];
  // What is said of two means that they are one.
  if (r === "") return `one ${l}`;
  return l === "" ? r : `${l} implies ${r}`;
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
