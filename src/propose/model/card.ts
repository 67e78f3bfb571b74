/** What a model is told of the language. Each example is compiled by a test, and so is the sample that they are about. */
import type { Hint } from "./hint.ts";

export const sampleSpec = `import { action, exists, fill, first, forall, implies, invariant, require, type Majority, type Order, type Sort } from "tenet";

type Node = Sort<"Node">;
type Term = Order<"Term">;
type Message = { kind: "ask"; from: Node; term: Term } | { kind: "grant"; from: Node; to: Node; term: Term };

export class Election {
  static scope = { Node: 3, Term: 2 };

  term: Record<Node, Term> = fill(first<Term>());
  role: Record<Node, "follower" | "candidate" | "leader"> = fill("follower");
  vote: Record<Node, Node | undefined> = fill(undefined);
  sent = new Set<Message>();
  seen = new Map<Node, Term>();

  granted(from: Node, to: Node, term: Term) {
    return this.sent.has({ kind: "grant", from, to, term });
  }

  @action stand(node: Node, term: Term) {
    require(this.role[node] === "follower" && this.term[node] < term);
    this.term[node] = term;
    this.role[node] = "candidate";
    this.vote[node] = node;
    this.sent.add({ kind: "ask", from: node, term });
  }

  @action grant(node: Node, to: Node, term: Term) {
    require(this.sent.has({ kind: "ask", from: to, term }) && this.term[node] < term);
    this.term[node] = term;
    this.role[node] = "follower";
    this.vote[node] = to;
    this.sent.add({ kind: "grant", from: node, to, term });
    this.seen.set(to, term);
  }

  @action win(node: Node, voters: Majority<Node>) {
    require(this.role[node] === "candidate" && forall(voters, (v) => v === node || this.granted(v, node, this.term[node])));
    this.role[node] = "leader";
  }

  @invariant oneLeaderPerTerm() {
    return forall((a: Node, b: Node) =>
      implies(this.role[a] === "leader" && this.role[b] === "leader" && this.term[a] === this.term[b], a === b));
  }

  @invariant leadersVoteForThemselves() {
    return forall((n: Node) => implies(this.role[n] === "leader", this.vote[n] === n));
  }

  @invariant askedBeforeSeen() {
    return forall((n: Node) => implies(this.seen.has(n), exists((t: Term) => this.seen.get(n) === t && this.sent.has({ kind: "ask", from: n, term: t }))));
  }
}
`;

interface Example { readonly says: string; readonly formula: string }

export const examples: readonly Example[] = [
  { says: "all values of a sort, with the types of the variables written", formula: `forall((a: Node, b: Node, t: Term) => implies(this.granted(a, b, t), t <= this.term[a]))` },
  { says: "a node grants a term once", formula: `forall((n: Node, a: Node, b: Node, t: Term) => implies(this.granted(n, a, t) && this.granted(n, b, t), a === b))` },
  { says: "there is a majority all of which did something", formula: `forall((n: Node) => implies(this.role[n] === "leader", exists((q: Majority<Node>) => forall(q, (v) => v === n || this.granted(v, n, this.term[n])))))` },
  { says: "an optional value is tested before it is used; values are compared with ===", formula: `forall((n: Node) => implies(this.role[n] === "candidate", this.vote[n] === n))` },
  { says: "what is optional in two places", formula: `forall((a: Node, b: Node) => implies(this.vote[a] !== undefined && this.vote[a] === this.vote[b], this.role[a] !== "leader" || this.role[b] !== "leader" || a === b))` },
  { says: "a message as a variable: what depends on its kind stands behind && or ||, as implies does not narrow types", formula: `forall((m: Message) => m.kind !== "grant" || !this.sent.has(m) || this.sent.has({ kind: "ask", from: m.to, term: m.term }))` },
  { says: "a map may have no value: get gives it or undefined", formula: `forall((n: Node) => implies(this.seen.has(n), (this.seen.get(n) ?? first<Term>()) <= last<Term>()))` },
  { says: "order: < <= > >= on ordered sorts; no arithmetic on them", formula: `forall((n: Node, t: Term) => implies(this.sent.has({ kind: "ask", from: n, term: t }), first<Term>() < t))` },
  { says: "connectives", formula: `forall((n: Node) => !(this.role[n] === "leader") || exists((m: Node) => this.vote[m] === n))` },
];

/** One of each kind that is used, about the sample. */
export const hintExamples: readonly Hint[] = [
  {
    kind: "case-split", claim: `forall((n: Node) => implies(this.role[n] === "leader", this.vote[n] === n))`,
    cases: [`exists((n: Node) => this.role[n] === "leader")`, `forall((n: Node) => this.role[n] !== "leader")`], reason: "without a leader there is nothing to show",
  },
  { kind: "instantiate", property: "oneLeaderPerTerm", terms: [{ variable: "b", value: "this.vote[a] ?? a" }], reason: "the two that matter are a node and whom it voted for" },
  {
    kind: "ghost", name: "everStood", type: "Set<{ node: Node; term: Term }>", initial: "new Set()",
    updates: [{ action: "stand", value: "this.everStood.add({ node, term })" }], reason: "the role forgets in which terms a node has stood",
  },
  { kind: "claim", formula: `forall((n: Node) => this.role[n] === "follower" || this.vote[n] === n)`, reason: "candidates vote for themselves, and only they become leaders" },
];

export const card = `The language is a part of TypeScript. A formula is ONE expression, as it may stand after \`return\` in a method of the class:
no statements, no \`return\`, no semicolon, no comments, no code that would be run.

The state is read as \`this.field\`. There are no free variables: every variable is bound by forall, exists or a collection.
Helpers and properties of the class may be called as \`this.name(...)\`.
- forall((x: T, y: U) => ...), exists(...): over all values of the types; forall(set, (x) => ...) over a collection.
- implies(a, b), &&, ||, !, ===, !==, c ? a : b. All values are compared by contents.
- Sort: only === and !==. Order: also < <= > >=, first<T>(), last<T>(), next(t), previous(t) (these two may be undefined).
- Majority<Node> is a set of nodes; any two of them share a node, and nothing else is known of it.
- Set: s.has(x). Map: m.has(k), m.get(k) (may be undefined). Record: r[k]. Optional: x === undefined, x ?? y.
- Not in a lemma: .size, count, sum, and whatever needs the number of values: a proof is for any size. Use forall, exists and Majority.

Examples, about this sample (yours is another protocol; do not use its names):

${sampleSpec}
${examples.map((e) => `- ${e.says}:\n  ${e.formula}`).join("\n")}

Examples of hints, about the same sample:
${hintExamples.map((h) => JSON.stringify(h)).join("\n")}
`;
