/** The transition functions beside specs are proved for any size, and with any of these mistakes they are not: each is shown on an input. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Binding, bindFunction } from "../../../src/conform/transition/binding.ts";
import type { TransitionFunction } from "../../../src/conform/transition/function.ts";
import { type Outcome, outcomesOf } from "../../../src/conform/transition/goals.ts";
import { probesOf } from "../../../src/conform/transition/probes.ts";
import { readFunction } from "../../../src/conform/transition/prove.ts";
import type { Difference } from "../../../src/conform/transition/report.ts";
import { searchInstance } from "../../../src/conform/transition/search.ts";
import { Snapshot } from "../../../src/frontend/snapshot.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { isInductive } from "../../../src/pipeline/induction.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { asking } from "../../differential/prove-ask.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());
const ask = asking(solver, 20_000);

/** What is wrong, what is written in place of what, and how it shows: in which action. */
type Mutant = readonly [what: string, written: string, instead: string, action: string, kind: Difference["kind"]];

interface Right { readonly spec: string; readonly name: string; readonly scope: Readonly<Record<string, number>>; readonly mutants: readonly Mutant[] }

const all: readonly Right[] = [
  {
    spec: "specs/fencing-lock", name: "lockService", scope: { Client: 2, Token: 2 },
    mutants: [
      ["a token may be given twice", "token <= state.issued", "token < state.issued", "acquire", "accepted"],
      ["the lease is not looked at", "if (state.lease !== undefined) return undefined;", "", "acquire", "accepted"],
      ["the order of tokens is the wrong way round", "token <= state.issued", "token >= state.issued", "acquire", "refused"],
      ["the last token is forgotten", "issued: token, lease", "issued: state.issued, lease", "acquire", "state"],
      ["the lease is not noted", "lease: { client, token } };\n    }", "lease: undefined };\n    }", "acquire", "state"],
      ["a lease never ends", "{ ...state, lease: undefined }", "state", "expire", "state"],
      ["with the lease, its token is forgotten", "{ ...state, lease: undefined }", "{ issued: undefined, lease: undefined }", "expire", "state"],
      ["what is not there ends, too", "state.lease === undefined ? undefined : { ...state", "{ ...state", "expire", "accepted"],
    ],
  },
  {
    spec: "specs/fencing-lock", name: "storage", scope: { Client: 2, Token: 2 },
    mutants: [
      ["tokens are not compared", "if (stored !== undefined && token < stored.token) return undefined;", "", "accept", "accepted"],
      ["a second write under one lease is refused", "token < stored.token", "token <= stored.token", "accept", "refused"],
      ["only the first write counts", "return { stored: { client, token } };", "return { stored: stored ?? { client, token } };", "accept", "state"],
    ],
  },
  {
    spec: "specs/lock-server", name: "transition", scope: { Client: 2, Server: 2 },
    mutants: [
      ["whoever asks is served", "free ? { semaphore: { ...state.semaphore, [server]: false } } : undefined", "{ semaphore: { ...state.semaphore, [server]: false } }", "connect", "accepted"],
      ["nobody is ever told that it is taken", "[server]: false", "[server]: true", "connect", "state"],
      ["what is given back stays taken", "[server]: true", "[server]: false", "disconnect", "state"],
    ],
  },
  {
    spec: "specs/two-phase-commit", name: "transition", scope: { RM: 2 },
    mutants: [
      ["who is prepared may still change its mind", 'case "chooseToAbort":\n      return working ?', 'case "chooseToAbort":\n      return state.rm[rm] !== "committed" ?', "chooseToAbort", "accepted"],
      ["who is told to commit has to be prepared, or takes back what it has done", 'return moved(state, rm, "committed");', 'return state.rm[rm] === "prepared" ? moved(state, rm, "committed") : undefined;', "receiveCommit", "refused"],
      ["it commits when it is told to abort", 'case "receiveAbort":\n      return moved(state, rm, "aborted");', 'case "receiveAbort":\n      return moved(state, rm, "committed");', "receiveAbort", "state"],
    ],
  },
];

interface Read { readonly protocol: Protocol; readonly plain: Protocol; readonly text: string; readonly path: string; readonly snapshot: Snapshot }
const compiled = new Map<string, Read>();

function reading(spec: string): Read {
  const known = compiled.get(spec);
  if (known) return known;
  const snapshot = new Snapshot();
  const path = join(spec, "implementation/transition.ts");
  const read = {
    protocol: compileSpec(spec, { proof: join(spec, "proof.ts"), snapshot }).protocol, plain: compileSpec(spec, { snapshot }).protocol,
    text: readFileSync(path, "utf8"), path, snapshot,
  };
  compiled.set(spec, read);
  return read;
}

async function compared({ spec, name }: Right, change: (text: string) => string): Promise<{ fn: TransitionFunction; binding: Binding; outcomes: ReadonlyMap<string, Outcome> }> {
  const { protocol, text, path, snapshot } = reading(spec);
  const fn = readFunction(spec, { path, text: change(text), excerpts: [] }, name, snapshot);
  const binding = bindFunction(protocol, fn);
  const probes = probesOf(protocol, binding, fn, false);
  // They are proved by the tests of their specs.
  const kept = new Set(protocol.properties.filter(isInductive).map((p) => p.name));
  const outcomes = await outcomesOf({ probes, binding, fn, kept }, ask);
  return { fn, binding, outcomes: new Map([...outcomes].map(([probe, outcome]) => [probe.bound.action.name, outcome])) };
}

describe.each(all)("$spec, $name", (right) => {
  test("follows its actions, whatever the size", async () => {
    const { outcomes } = await compared(right, (text) => text);
    expect([...outcomes].filter(([, o]) => !o.proved)).toEqual([]);
    expect([...outcomes.values()].every((o) => o.goals > 0 && !o.never)).toBe(true);
  });

  test.each(right.mutants)("%s", async (_, written, instead, action, kind) => {
    const { fn, outcomes } = await compared(right, (text) => {
      expect(text.split(written).length, "it is written once").toBe(2);
      return text.replace(written, () => instead);
    });
    expect([...outcomes].filter(([, o]) => !o.proved).map(([name]) => name)).toEqual([action]);
    expect(outcomes.get(action)!.difference).toMatchObject({ kind });
    const { plain } = reading(right.spec);
    const { found, settled, instance } = await searchInstance(plain, bindFunction(plain, fn), fn, { scope: right.scope });
    expect(instance?.complete).toBe(true);
    expect([...found].map(([name, d]) => [name, d.kind, d.run !== undefined])).toEqual([[action, kind, true]]);
    expect(settled.has(action)).toBe(false);
    expect(settled.size).toBe(outcomes.size - 1);
  });
});

test("there are enough mistakes", () => expect(all.flatMap((r) => r.mutants).length).toBeGreaterThanOrEqual(16));
