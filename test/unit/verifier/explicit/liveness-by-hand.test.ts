/** Answers worked out by hand. */
import { expect, test } from "vitest";
import { checkLiveness } from "../../../../verifier/explicit/liveness.ts";
import { isViolated, type Small } from "../../../property/naive-liveness.ts";
import { tableModule } from "./table-model.ts";

/**
 * Steps as `0a1`: action `a` leads from state 0 to 1; `0a'1` is another instance of it. Capitals are strongly fair, `a` to `m` weakly, `n` to `z` not at all.
 * `goal` and `trigger` are states; without a trigger the goal is owed from the start, in the initial state 0.
 * The answer is `holds`, or a run: states, and in parentheses those that it visits for ever.
 */
interface Case { readonly says: string; readonly steps: string; readonly goal: string; readonly trigger?: string; readonly initial?: string; readonly answer: string }

const cases: readonly Case[] = [
  { says: "where nothing can happen, nothing comes", steps: "", goal: "", answer: "(0)" },
  { says: "what is so at the start is so at some time", steps: "", goal: "0", answer: "holds" },
  { says: "what is possible need not happen", steps: "0n1", goal: "1", answer: "(0)" },
  { says: "what is weakly fair happens at last", steps: "0a1", goal: "1", answer: "holds" },
  { says: "what is strongly fair happens at last", steps: "0A1", goal: "1", answer: "holds" },
  { says: "unless something else makes it impossible", steps: "0a1 0n2", goal: "1", answer: "0 (2)" },
  { says: "not if it is possible there, too", steps: "0a1 0n2 2a1", goal: "1", answer: "holds" },
  { says: "nor if the way there has to be taken back", steps: "0a1 0n2 2b0 2a1", goal: "1", answer: "holds" },
  { says: "weak fairness owes nothing to what is impossible now and then", steps: "0a1 0b2 2c0", goal: "1", answer: "(0 2)" },
  { says: "strong fairness does", steps: "0A1 0b2 2c0", goal: "1", answer: "holds" },
  { says: "but not where it is impossible for ever", steps: "0A1 0b2 2n0", goal: "1", answer: "0 (2)" },
  { says: "each instance is owed by itself: weakly, where it stays possible", steps: "0a1 1a0 0a'2 1a'2", goal: "2", answer: "holds" },
  { says: "not weakly, where it does not", steps: "0a1 1a0 0a'2", goal: "2", answer: "(0 1)" },
  { says: "but strongly", steps: "0A1 1A0 0A'2", goal: "2", answer: "holds" },
  { says: "a step that two actions could have made is one of both", steps: "0a1 0b1 1c0", goal: "", answer: "(0 1)" },
  { says: "so an instance that leads elsewhere in another state is taken", steps: "0b1 1c0 0a1 1a2", goal: "2", answer: "(0 1)" },
  { says: "also a strong one", steps: "0b1 1c0 0A1 1A2", goal: "2", answer: "(0 1)" },
  { says: "unless it is another instance", steps: "0b1 1c0 0A1 1A'2", goal: "2", answer: "holds" },
  { says: "what comes after the goal does not matter", steps: "0a1 1n2 2n1", goal: "1", answer: "holds" },
  { says: "a fair choice may go the wrong way", steps: "0a1 0b2", goal: "1", answer: "0 (2)" },
  { says: "and is made again if it can be", steps: "0A1 0b2 2c0 0n3 3c0", goal: "1", answer: "holds" },
  { says: "one initial state is enough", steps: "", goal: "0", initial: "01", answer: "(1)" },
  { says: "strong fairness of what a run keeps away from owes nothing", steps: "0b1 1c0 1n2 2d0 2A3", goal: "3", answer: "(0 1)" },
  { says: "weak fairness of the way there, neither", steps: "0b1 1c0 1e2 2d0 2A3", goal: "3", answer: "(0 1)" },
  { says: "strong fairness of the way there leads to it", steps: "0b1 1c0 1E2 2d0 2A3", goal: "3", answer: "holds" },
  { says: "where it is owed weakly only, all three are visited", steps: "0b1 1c0 1E2 2d0 2a3", goal: "3", answer: "(0 1 2)" },
  { says: "what is owed in the loop is given: each of two", steps: "0A1 1n0 0B2 2n0", goal: "3", answer: "0 (1)" },
  { says: "an end is fair, however strong the fairness of what came before", steps: "0A1", goal: "2", answer: "0 (1)" },
  { says: "fair steps may go round without the goal", steps: "0A1 1B0", goal: "2", answer: "(0 1)" },
  { says: "nothing is owed before the trigger", steps: "0n1 1a2", goal: "2", trigger: "1", answer: "holds" },
  { says: "and then it is", steps: "0n1 1n2", goal: "2", trigger: "1", answer: "0 (1)" },
  { says: "again and again", steps: "0a1 1b0", goal: "1", trigger: "0", answer: "holds" },
  { says: "once is enough to be wrong", steps: "0a1 1n2", goal: "1", trigger: "02", answer: "0 1 (2)" },
  { says: "a trigger in the goal owes nothing", steps: "0n1", goal: "0", trigger: "0", answer: "holds" },
  { says: "what was owed stays owed where the trigger does not hold any more", steps: "0a1", goal: "2", trigger: "0", answer: "0 (1)" },
  { says: "a trigger that nothing leads to owes nothing", steps: "0n1", goal: "", trigger: "2", answer: "holds" },
  { says: "a trigger in a loop is answered in it", steps: "0n1 1b2 2c1", goal: "1", trigger: "2", answer: "holds" },
  { says: "or is not", steps: "0n1 1b2 2n1", goal: "1", trigger: "2", answer: "0 1 (2)" },
  { says: "the way to the trigger may lead through the goal", steps: "0n1 1n2 2n2", goal: "1", trigger: "2", answer: "0 1 (2)" },
];

function graphOf({ steps, initial = "0" }: Case): { readonly graph: Small } {
  const texts = steps.split(" ").filter((s) => s !== "").map((s) => /^(\d)([a-zA-Z])('?)(\d)$/.exec(s)!);
  const actions = [...new Set(texts.map(([, , a]) => a))];
  const fair = actions.map((a) => (a < "a" ? "strong" : a < "n" ? "weak" : null));
  const all = texts.map(([, from, a, prime, to]) => ({ from: Number(from), to: Number(to), action: actions.indexOf(a), instance: prime === "" ? 0 : 1 }));
  return { graph: { count: 4, initial: [...initial].map(Number), steps: all.filter((s) => s.from !== s.to), fair } };
}

const states = (text: string): boolean[] => [0, 1, 2, 3].map((s) => text.includes(String(s)));

test.each(cases)("$says", async (one) => {
  const { graph } = graphOf(one);
  const asked = { ...graph, goal: states(one.goal), trigger: states(one.trigger ?? "") };
  const { end, lassos, holds } = await checkLiveness(tableModule([asked]), { limits: {}, fair: graph.fair, properties: ["eventually", "leadsTo"] });
  expect(end).toBe("complete");
  const property = one.trigger === undefined ? 0 : 1;
  const lasso = lassos.find((l) => l.property === property);
  const path = lasso?.path.map(([s]) => s) ?? [];
  const round = lasso && (lasso.loop === path.length - 1 ? path.slice(-1) : path.slice(lasso.loop, -1));
  expect(lasso ? [...path.slice(0, lasso.loop), `(${round!.join(" ")})`].join(" ") : holds[property] ? "holds" : "nothing").toBe(one.answer);
  expect(isViolated(graph, one.trigger === undefined ? undefined : asked.trigger, asked.goal)).toBe(one.answer !== "holds");
});

test("there are enough of them", () => expect(cases.length).toBeGreaterThan(30));
