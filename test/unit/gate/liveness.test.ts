/** What a change takes from what fair runs have to do. */
import { expect, test } from "vitest";
import { parse } from "../../../src/ir/parse.ts";
import { changedLiveness } from "../../../src/gate/semantic/liveness.ts";

const protocol = ({ claim = "(leadsTo served \"\" [(n (sort Node))] (not (at .in n)) (at .in n))", enter = "weak" }) => parse(`(protocol P "" (scope (Node 2)) (sort Node unordered _)
  (variable in (map total (sort Node) bool) (fill false (map total (sort Node) bool)))
  (action enter "" [(n (sort Node))] {(assign [state in (at n)] true)} ${enter}) ${claim})`);
const base = protocol({});
const said = (head: ReturnType<typeof protocol>, before = base) => changedLiveness({ base: before, head }).map((f) => `${f.level} ${f.rule} ${f.subject}`);

test("the same says as much, whatever its parameters are called", () => {
  expect(said(base)).toEqual([]);
  expect(said(protocol({ claim: "(leadsTo served \"Soon.\" [(node (sort Node))] (not (at .in node)) (at .in node))" }))).toEqual([]);
  expect(said(protocol({ claim: "(leadsTo isServed \"\" [(n (sort Node))] (not (at .in n)) (at .in n))" }))).toEqual(["note renamed served"]);
});

test("what is gone or has changed is told", () => {
  expect(said(protocol({ claim: "" }))).toEqual(["error invariant-removed served"]);
  expect(said(protocol({ claim: "(eventually served \"\" [(n (sort Node))] (at .in n))" }))).toEqual(["error invariant-removed served"]);
  expect(said(protocol({ claim: "(leadsTo served \"\" [(n (sort Node))] (at .in n) (at .in n))" }))).toEqual(["error property-changed served"]);
});

test("more fairness is a stronger assumption, less is none", () => {
  expect(said(protocol({ enter: "strong" }))).toEqual(["error assumption-added enter"]);
  expect(said(base, protocol({ enter: "" }))).toEqual(["error assumption-added enter"]);
  expect(said(protocol({ enter: "" }))).toEqual([]);
  expect(said(protocol({ enter: "strong", claim: "" }), protocol({ claim: "" }))).toEqual([]);
});
