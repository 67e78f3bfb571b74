import { expect, test } from "vitest";
import { parse } from "../../../src/ir/parse.ts";
import { choicesOf, findViolations } from "../../../src/pipeline/find-violations.ts";
import { instantiate } from "../../../src/passes/instantiate.ts";

const graph = parse(`
  (protocol Graph "" (scope) (sort Node unordered _)
    (constant edges (set (record (a (sort Node)) (b (sort Node)))) ())
    (constant others (set (record (a (sort Node)) (b (sort Node)))) ())
    (variable x bool true)
    (assume none "" (fold forall v (type (sort Node)) (not (has .edges (record [(a v) (b v)] (record (a (sort Node)) (b (sort Node))))))))
    (action flip "" [(v (sort Node))] {(assign [state x] (not .x))})
    (invariant i "" .x))`);

test("counts candidates for initial states and instances of actions", () => {
  expect(choicesOf(instantiate(graph, { sizes: { Node: 2 }, options: {} }))).toBe(2 ** 8);
  expect(choicesOf(instantiate({ ...graph, state: graph.state.slice(2), assumptions: [] }, { sizes: { Node: 2 }, options: {} }))).toBe(2);
});

test("passes over an instance whose initial states could take for ever to be found", async () => {
  const { found, searched } = await findViolations(graph, [{ Node: 4 }, { Node: 2 }], undefined);
  expect(searched.map((s) => s.scope)).toEqual([{ Node: 2 }]);
  expect([...found.keys()]).toEqual(["i"]);
});
