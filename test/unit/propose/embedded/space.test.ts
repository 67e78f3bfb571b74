/** States of an instance: all of them, or a sample that reaches deep. */
import { expect, test } from "vitest";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { instanceOf, Space } from "../../../../src/propose/embedded/ground.ts";
import { assignments, Grounding } from "../../../../src/propose/embedded/grounding.ts";
import { Vocabulary } from "../../../../src/propose/embedded/vocabulary.ts";

const { protocol } = compileSpec("specs/two-phase-commit");
const vocabulary = new Vocabulary(protocol, new Map([["RM", 1]]));
const { variables } = vocabulary;
const atoms = vocabulary.ofField(protocol.state.find((f) => f.name === "rm")!);
const instance = instanceOf(protocol, atoms, variables, { RM: 3 }, {});

function explored(limits: { maxStates?: number; maxPerLevel?: number }) {
  const grounding = new Grounding(instance.protocol, instance.atoms);
  const table = grounding.table(assignments(instance.protocol, variables, false), []);
  const space = new Space(instance.protocol, grounding.ground, variables, { maxStates: 10_000, maxPerLevel: Infinity, milliseconds: 60_000, ...limits });
  const rows = space.rows(table);
  return { states: space.states, complete: space.complete, seen: atoms.map((_, a) => rows.varies(2 * a)) };
}

test("all states, where nothing is left out", () => {
  const all = explored({});
  // Every value is seen of every resource manager.
  expect(all.complete).toBe(true);
  expect(all.seen.every(Boolean)).toBe(true);
});

test("a sample goes as deep as all states do, and is the same every time", () => {
  const all = explored({}), sample = explored({ maxPerLevel: 12 });
  expect(sample).toEqual(explored({ maxPerLevel: 12 }));
  expect(sample.complete).toBe(false);
  expect(sample.states).toBeLessThan(all.states);
  expect(sample.seen).toEqual(all.seen);
});

test("no more states than asked for", () => {
  expect(explored({ maxStates: 20 })).toMatchObject({ states: 20, complete: false });
});
