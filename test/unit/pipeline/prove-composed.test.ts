/** What a protocol holds and does not use is no part of its proof. With the real solver. */
import { afterAll, describe, expect, test } from "vitest";
import { prove, type ProofReport } from "../../../src/index.ts";
import { judge } from "../../../src/propose/judge.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { withFiles } from "../frontend/spec-text.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const shared = new ThreadSolver(z3Worker());
afterAll(() => shared.close());
const solvers = { makeSolver: (): Solver => ({ name: shared.name, ask: (query, budget) => shared.ask(query, budget), close: () => Promise.resolve() }), parallel: 1 };

const spec = (network: string, has: string): string => `
  import { action, fill, forall, implies, invariant, require, type Sort } from "tenet";
  import { Network } from "tenet/faults";
  type Node = Sort<"Node">;
  type Message = { kind: "ask" | "answer"; from: Node; to: Node };
  export class Ask {
    static scope = { Node: 2 };
    ${network}
    asked: Record<Node, boolean> = fill(false);
    answered: Record<Node, boolean> = fill(false);
    @action ask(node: Node, to: Node) { this.asked[node] = true; this.net.${has === "has" ? "add" : "send"}({ kind: "ask", from: node, to }); }
    @action answer(m: Message) {
      require(m.kind === "ask" && this.net.has(m));
      this.net.${has === "has" ? "delete" : "receive"}(m);
      this.net.${has === "has" ? "add" : "send"}({ kind: "answer", from: m.to, to: m.from });
    }
    @action hear(m: Message) {
      require(m.kind === "answer" && this.net.has(m));
      this.net.${has === "has" ? "delete" : "receive"}(m);
      this.answered[m.to] = true;
    }
    @invariant answersWereAskedFor() { return forall((n: Node) => implies(this.answered[n], this.asked[n])); }
  }`;
const inNetwork = spec("net = new Network<Message>();", "send");
const lemma = "forall((from: Node, to: Node) => implies(this.net.messages.has({ kind: \"ask\", from, to }), this.asked[from])) && forall((from: Node, to: Node) => implies(this.net.messages.has({ kind: \"answer\", from, to }), this.asked[to]))";

/** Fields of the first counterexample. */
function fieldsIn({ properties: [{ obstacles: [{ why }] }] }: ProofReport): string[] {
  return why.kind === "counterexample" && why.example ? why.example.instance.state.map((f) => f.name) : [];
}

const proved = (text: string): Promise<ProofReport> => withFiles({ "spec.ts": text }, (folder) => prove(folder, solvers));

describe("faults that do not happen", () => {
  test("are no part of a proof", async () => {
    const [composed, plain] = [await proved(inNetwork), await proved(spec("net = new Set<Message>();", "has"))];
    expect(composed.solver.goals).toBe(plain.solver.goals);
    expect(fieldsIn(composed)).toEqual(["net.messages", "asked", "answered"]);
  });

  test("are no part of what is proposed, which may still speak of them", async () => {
    await withFiles({ "spec.ts": inNetwork }, async (folder) => {
      const proposals = [lemma, "this.net.apart.size === 0", `implies(this.net.lost === 0, ${lemma})`].map((text) => ({ text, by: { proposer: "model" as const, round: 1 } }));
      const { verdict, judged } = await judge(folder, proposals, solvers);
      expect({ verdict, outcomes: judged.map((j) => j.outcome.kind) }).toEqual({ verdict: "proved", outcomes: ["accepted", "redundant", "redundant"] });
    });
  });

  test("are part of it where they happen", async () => {
    expect(fieldsIn(await proved(inNetwork.replace("<Message>()", "<Message>({ loss: 1 })")))).toContain("net.lost");
  });
});
