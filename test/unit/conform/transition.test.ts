/** What is said of transition functions: how firmly, of what, and what is left out. */
import { afterAll, expect, test } from "vitest";
import { proveTransition, type TransitionOptions } from "../../../src/conform/transition/prove.ts";
import type { TransitionReport } from "../../../src/conform/transition/report.ts";
import { transitionText } from "../../../src/report/transition-text.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const solver = new ThreadSolver(z3Worker());
afterAll(() => solver.close());
/** One for all. */
const shared: Solver = { name: solver.name, ask: (query, budget) => solver.ask(query, budget), close: () => Promise.resolve() };

const folder = "test/unit/conform/turnstile";
const compare = (name: string, options: TransitionOptions = {}): Promise<TransitionReport> =>
  proveTransition(folder, `${folder}/functions.ts`, { function: name, parallel: 1, makeSolver: () => shared, timeoutMs: 30_000, ...options });

const shown = (report: TransitionReport): string => transitionText(report, { color: false });

test("proved: the whole is said, and what is left out", async () => {
  const report = await compare("plain");
  expect(report).toMatchObject({
    verdict: "proved", refusesBy: "same state", fields: ["inside", "count", "shown"], hidden: ["closed"], foreign: [],
    unbound: [{ name: "leave", role: "action" }, { name: "close", role: "fault" }],
  });
  expect(report.actions).toMatchObject([{ name: "enter", verdict: "proved", assumed: [], untold: [], refusals: "compared", never: false }]);
  expect(report.searched).toBeUndefined();
  expect(shown(report)).toContain("close  no event (a fault): nothing is said about it");
  expect(shown(report)).toContain("Proved: plain follows enter, in every instance. Nothing is said about 2 other actions.");
});

test("violated: with a run that leads there, and no step of the function fails unseen", async () => {
  const report = await compare("beyond", { scope: { Guest: 4 } });
  const [{ difference }] = report.actions;
  expect(report.verdict).toBe("violated");
  expect(difference).toMatchObject({ kind: "failed", failure: { reason: "bound" } });
  expect(difference!.run!.steps.map((s) => s.action)).toEqual(["enter", "enter", "enter"]);
  expect(difference!.before.length).toBe(4);
  expect(shown(report)).toContain("function: count is 4, outside Int<0, 3>, in count");
});

test("exhaustive: an input that no run reaches is shown as such", async () => {
  const report = await compare("trusting");
  const [{ difference, verdict, because }] = report.actions;
  expect([report.verdict, verdict]).toEqual(["exhaustive", "exhaustive"]);
  expect(report.searched).toMatchObject({ complete: true, scope: { Guest: 3 } });
  expect(difference!.run).toBeUndefined();
  expect(because).toEqual(["in a state that the proved invariants allow, the two differ"]);
  expect(shown(report)).toContain("No state of Guest=3 shows it: most likely a lemma is missing that excludes this one.");
  expect(shown(report)).toContain("Exhaustive: trusting follows enter, in every state of Guest=3.");
});

test("unknown: a search that was cut short settles nothing", async () => {
  const report = await compare("trusting", { limits: { maxStates: 3 } });
  expect(report.verdict).toBe("unknown");
  expect(report.actions[0].because).toContain("the instance has too many states to see all of them");
  expect(shown(report)).toContain("The invariants allow this state; whether it can be reached is not known.");
});

test("an event that is no action keeps the whole from being proved; what the event does not tell may be anything", async () => {
  const report = await compare("sign");
  expect(report.verdict).toBe("unknown");
  expect(report.foreign).toMatchObject([{ kind: "dim", span: { line: 39 } }]);
  expect(report.actions).toMatchObject([{ name: "enter", verdict: "proved", untold: ["guest"], refusals: "compared", assumed: [{ text: "!this.inside[guest]" }] }]);
  expect(shown(report)).toContain("Not decided: dim is no action of the spec.");
});

test("what it cannot know is left to others", async () => {
  const report = await compare("room");
  const [enter, leave] = report.actions;
  expect(enter).toMatchObject({ verdict: "proved", refusals: "compared", assumed: [{ text: "this.count < 3" }] });
  // It takes for granted that it is open.
  expect(leave).toMatchObject({ verdict: "violated", refusals: "hidden", difference: { kind: "state" } });
  expect(shown(report)).toContain("what it refuses was not compared: the guard depends on what it does not have");
});

test("what was interrupted is not known", async () => {
  const report = await compare("plain", { signal: AbortSignal.abort() });
  expect(report).toMatchObject({ verdict: "unknown", interrupted: true });
  expect(shown(report)).toContain("Not decided: it was interrupted.");
});

test("where the spec itself fails, there is nothing to compare", async () => {
  const report = await proveTransition(`${folder}/failing.ts`, `${folder}/functions.ts`, { function: "counter", parallel: 1, makeSolver: () => shared, timeoutMs: 30_000 });
  expect(report).toMatchObject({ verdict: "unknown", actions: [{ name: "enter", refusals: "compared" }] });
  expect(report.actions[0].difference?.run).toBeUndefined();
  expect(report.actions[0].because).toContain("the spec itself fails in the instance");
});
