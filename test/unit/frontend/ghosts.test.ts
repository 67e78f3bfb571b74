/** Updates of ghosts: what always has a value is taken, and tests on the way count. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { print } from "../../../src/ir/print.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-ghosts-"));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, "spec.ts"), `import { action, invariant, require, type Int, type Sort } from "tenet";
export type Node = Sort<"Node">;
export type Message = { kind: "vote"; from: Node; to: Node } | { kind: "win"; from: Node } | { kind: "reset" };
export class Votes {
  sent = new Set<Message>();
  last: Node | undefined = undefined;
  round: Int<0, 9> = 0;
  @action receive(m: Message) {
    require(this.sent.has(m));
    if (m.kind === "reset") {
      this.last = undefined;
      return;
    }
    this.last = m.from;
  }
  @action send(m: Message) {
    this.sent.add(m);
    this.round = this.sent.has(m) ? 1 : 2;
  }
  @invariant fine() {
    return this.round < 9 && this.last === this.last;
  }
}
`);

const compiled = (update: string, ghosts = "@ghost heard = new Set<Node>();") => {
  writeFileSync(join(folder, "proof.ts"), `import { action, ghost, lemma, forall, type Int } from "tenet";
import { type Message, type Node, Votes } from "./spec.ts";
export class VotesProof extends Votes {
  ${ghosts}
  @action override receive(m: Message) {
    super.receive(m);
    ${update}
  }
  @lemma said() {
    return forall((n: Node) => !this.heard.has(n) || this.heard.has(n));
  }
}
`);
  return compileSpec(folder, { proof: join(folder, "proof.ts") }).protocol;
};
const codes = (update: string, ghosts?: string): string[] => {
  try {
    compiled(update, ghosts);
    return [];
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics.filter((d) => d.severity === "error").map((d) => d.code);
    throw error;
  }
};

test.each([
  `if (m.kind === "vote") this.heard.add(m.to);`,
  `if (m.kind !== "reset") this.heard.add(m.from);`,
  `if (m.kind === "reset") return; this.heard.add(m.from);`,
  `if (m.kind === "vote" && this.last === m.to) this.heard.add(m.to);`,
  `switch (m.kind) { case "vote": this.heard.add(m.to); break; case "win": this.heard.add(m.from); break; default: this.heard.clear(); }`,
  `if (this.last !== undefined) this.heard.add(this.last);`,
  `const last = this.last; if (last === undefined) return; this.heard.add(last);`,
  `for (const other of this.sent) if (other.kind === "vote") this.heard.add(other.to);`,
  `const who = m.kind === "reset" ? undefined : m.from; if (who !== undefined) this.heard.add(who);`,
])("always has a value: %s", (update) => expect(codes(update)).toEqual([]));

test.each([
  [`this.heard.add(this.last!);`, ["T3015"]],
  [`if (m.kind === "vote") this.heard.clear(); this.heard.add((m as { kind: "win"; from: Node }).from);`, ["T3015"]],
  [`let last = this.last; if (last !== undefined) { last = undefined as Node | undefined; this.heard.add(last!); }`, ["T3015"]],
  [`this.times = this.times + 1;`, ["T3015"], "@ghost heard = new Set<Node>(); @ghost times: Int<0, 3> = 0;"],
  [`this.times = Math.min(this.times + 1, 3);`, [], "@ghost heard = new Set<Node>(); @ghost times: Int<0, 3> = 0;"],
  [`this.times++;`, [], "@ghost heard = new Set<Node>(); @ghost times: Int = 0;"],
  [`this.again = this.first; if (this.first !== undefined) { this.first = undefined; this.heard.add(this.first!); }`, ["T3015"], "@ghost heard = new Set<Node>(); @ghost first: Node | undefined = undefined; @ghost again: Node | undefined = undefined;"],
  [`this.send(m);`, ["T3013", "T3013"]],
  [`this.round = 0;`, ["T3013"]],
])("%s gives %j", (update, expected, ghosts?: string) => expect(codes(update, ghosts)).toEqual(expected));

test("the step is as it was, with its place and its early end; then comes the ghost", () => {
  const plain = compileSpec(folder).protocol;
  const ghosted = compiled(`if (m.kind === "vote") this.heard.add(m.to);`);
  const [step, withGhost] = [plain, ghosted].map((p) => p.actions.find((a) => a.name === "receive")!);
  expect(withGhost.span).toEqual(step.span);
  expect(withGhost.params.map((p) => [p.name, p.type])).toEqual(step.params.map((p) => [p.name, p.type]));
  expect(withGhost.body.map((s) => s.kind)).toEqual(["block", "if"]);
  expect(ghosted.state.map((f) => f.name)).toEqual([...plain.state.map((f) => f.name), "heard"]);
  expect(ghosted.actions.filter((a) => a.name !== "receive").map((a) => print({ ...plain, actions: [a] }, { spans: true })))
    .toEqual(plain.actions.filter((a) => a.name !== "receive").map((a) => print({ ...plain, actions: [a] }, { spans: true })));
});
