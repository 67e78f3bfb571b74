/** Random protocols with random ghosts: what is written after each step, if the protocol does not notice. */
import * as fc from "fast-check";
import { noticed } from "../../src/frontend/ghosts.ts";
import * as b from "../../src/ir/build.ts";
import type { Stmt } from "../../src/ir/expr.ts";
import type { Action, Protocol, StateField } from "../../src/ir/protocol.ts";
import { failureOf } from "../../src/ir/total.ts";
import { walkType } from "../../src/ir/visit-type.ts";
import type { Choice } from "../../src/passes/instantiate.ts";
import { randomProtocol } from "./arbitrary-protocol.ts";
import { Choices } from "./choices.ts";
import { ExprGen, type Scope, withLocal } from "./gen-expr.ts";
import { makeStmts } from "./gen-stmt.ts";
import { TypeGen } from "./gen-type.ts";

export interface Ghosted {
  readonly protocol: Protocol;
  readonly ghosted: Protocol;
  readonly choice: Choice;
  /** Updates that were taken, and those that were refused before. */
  readonly taken: number;
  readonly refused: number;
}

/** Names of its own. */
class GhostGen extends ExprGen {
  override name(): string {
    return `g${super.name()}`;
  }
}

const attempts = 6;

/** @param careless take what the protocol would notice, too */
export function withGhosts(seed: number, careless = false): Ghosted {
  const c = new Choices(draws(seed));
  const { protocol, choice } = randomProtocol(c);
  const types = new TypeGen(c, protocol.sorts, { ...choice.sizes, bound: choice.sizes.bound ?? 0 });
  const g = new GhostGen(c, types, 3, makeStmts);
  const fields = (all: readonly StateField[], ghosts: ReadonlySet<string>): Scope["fields"] => all.map((f) => ({ name: f.name, type: f.type, variable: ghosts.has(f.name) || (careless && f.role === "variable") }));
  const scope = (all: readonly StateField[], ghosts: ReadonlySet<string>): Scope => ({ fields: fields(all, ghosts), locals: [], next: false, require: careless, writes: true, doDepth: 0 });

  const state = [...protocol.state];
  const ghosts = new Set<string>();
  for (const i of [0, 1]) {
    const type = types.forField();
    let sized = true;
    walkType(type, (t) => void (sized &&= t.kind !== "seq" && t.kind !== "bag"));
    const initial = b.coerce(g.expr(type, { ...scope(state, ghosts), writes: false }, 1), type);
    if (!sized || failureOf(initial)) continue;
    ghosts.add(`ghost${i}`);
    state.push({ name: `ghost${i}`, type, initial, role: "variable", span: g.span() });
  }
  let taken = 0, refused = 0;
  const updated = (a: Action): Action => {
    const inside = a.params.reduce((s, p) => withLocal(s, p.name, p.type), scope(state, ghosts));
    for (let i = 0; i < attempts && ghosts.size > 0; i++) {
      const own: Stmt[] = makeStmts(g, inside, 2, null);
      if (careless || noticed(own, ghosts).length === 0) {
        taken++;
        return { ...a, body: [b.block(a.body, a.span), ...own] };
      }
      refused++;
    }
    return a;
  };
  const ghosted = { ...protocol, state, inits: protocol.inits.map(updated), actions: protocol.actions.map(updated) };
  return { protocol, ghosted, choice, taken, refused };
}

function draws(seed: number): () => number {
  const values = fc.sample(fc.infiniteStream(fc.nat(0xffff)), { seed, numRuns: 1 })[0];
  return () => values.next().value as number;
}
