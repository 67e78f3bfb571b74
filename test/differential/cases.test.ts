/** Protocols on which interpreter and generated checker once differed, in the textual IR. */
import { expect, test } from "vitest";
import { parse } from "../../src/ir/parse.ts";
import { compare, agrees } from "./compare.ts";
import { describeMismatch } from "./report.ts";

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["a loop in a value of a predicate", `
    (protocol P "" (scope)
      (variable x bool true)
      (action flip "" [] {(assign [state x] (not .x))})
      (invariant i "" (do {(let k mutable true) (for v (type bool) {(assign [local k] v)}) (return k)}))
      (invariant j "" (do {(for v (type bool) {(let w const v)}) (return .x)})))`, ["invariant j"]],
  ["undefined for a field of a union that only some variants may leave undefined", `
    (protocol P "" (scope)
      (variable u (union kind (a (x (int 0 1))) (b (x (option (int 0 1))))) ())
      (action clear "" [] {(assign [state u (get x)] (literal null (option (int 0 1))))})
      (action set "" [] {(assign [state u (get x)] (cast 1 (option (int 0 1))))})
      (reachable r "" (fold exists v (type bool) (eq .u (variant b [(x (literal null (option (int 0 1))))] (union kind (a (x (int 0 1))) (b (x (option (int 0 1))))))))))`, ["failure of clear: undefined at ", "reachable r"]],
  ["an index that is always out of range, with a part behind it that is not", `
    (protocol P "" (scope) (sort Node unordered 2)
      (variable x bool true)
      (variable log (seq (map total (sort Node) bool) 1) (cast (collection [] (seq (map total (sort Node) bool) 0)) (seq (map total (sort Node) bool) 1)))
      (variable none (seq (map total (sort Node) bool) 0) (collection [] (seq (map total (sort Node) bool) 0)))
      (action fail "" [(n (sort Node))] {(assign [state x] (not .x)) (assign [state log (at 1) (at n)] true)})
      (action failToo "" [(n (sort Node)) (i (int 0 1))] {(assign [state x] (not .x)) (assign [state none (at i) (at n)] true)})
      (action flip "" [] {(assign [state x] (not .x))}))`, ["failure of fail: index at ", "failure of failToo: index at "]],
  ["a key that need not fit, of the last field", `
    (protocol P "" (scope)
      (variable x bool true)
      (variable f (map total (int 0 2) bool) (fill false (map total (int 0 2) bool)))
      (action set "" [(v (int 0 3)) (w bool)] {(assign [state x] w) (assign [state f (at (cast v (int 0 2)))] w)}))`, ["failure of set: bound at "]],
  ["a field of a union whose variants have texts of their own for it, where the variant is known", `
    (protocol P "" (scope)
      (variable s (set (enum "a" "b" "c")) (collection [] (set (enum "a" "b" "c"))))
      (action add "" [(e (enum "a" "b" "c"))] {(assign [state s] (with add .s e))})
      (action take "" [(m (union kind (p (from (enum "c")) (to (enum "a" "b"))) (q (from (enum "a" "b")) (to (enum "a" "b" "c")))))] {
        (require (eq (tag m) (literal "p" (enum "p" "q"))))
        (require (do {(let f const (get m from)) (let t const (get m to)) (return (not (eq (has .s f) (has .s t))))}))
        (assign [state s] (with delete .s (get m from)))})
      (reachable onlyA "" (connective and (has .s (literal "a" (enum "a" "b" "c"))) (not (has .s (literal "c" (enum "a" "b" "c")))))))`, ["reachable onlyA"]],
];

test.each(cases)("%s", async (_name, text, findings) => {
  const random = { protocol: parse(text), choice: { sizes: {}, options: {} } };
  const comparison = await compare(random);
  if (!comparison || !agrees(comparison)) expect.fail(comparison ? describeMismatch(random, comparison) : "not compared");
  expect(Object.keys(comparison.interpreted.findings).filter((f) => !f.startsWith("deadlock")).toSorted()).toEqual(findings);
});
