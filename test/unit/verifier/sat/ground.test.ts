import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect, it } from "vitest";
import { openGround } from "../../../../verifier/sat/ground-solver.ts";
import { NotGround } from "../../../../verifier/sat/tokens.ts";
import { loadZ3, type Z3 } from "../../../../verifier/smt/z3.ts";

const never = 1e9;

/** Terms over the constants p, q, |x y| and d, and the vectors v, w and e of three bits. */
const { bool, vector } = fc.letrec<{ bool: string; vector: string }>((term) => {
  const form = (operator: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((args) => `(${operator} ${args.join(" ")})`);
  const some = (operator: string): fc.Arbitrary<string> => fc.array(term("bool"), { minLength: 1, maxLength: 4 }).map((args) => `(${operator} ${args.join(" ")})`);
  const binding = (body: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(term("bool"), term("vector"), body).map(([p, v, inner]) => `(let ((p ${p}) (v ${v})) ${inner})`);
  const bit = fc.nat({ max: 2 });
  const two = (operator: string): fc.Arbitrary<string> => form(operator, term("vector"), term("vector"));
  return {
    bool: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom("p", "q", "|x y|", "d", "true", "false"),
      form("not", term("bool")), some("and"), some("or"),
      ...["=>", "=", "xor", "distinct"].map((operator) => form(operator, term("bool"), term("bool"))),
      form("=>", term("bool"), term("bool"), term("bool")), form("xor", term("bool"), term("bool"), term("bool")),
      form("ite", term("bool"), term("bool"), term("bool")),
      ...["bvule", "bvult", "bvuge", "bvugt", "="].map(two), form("=", term("vector"), term("vector"), term("vector")),
      form("distinct", term("vector"), term("vector"), term("vector")),
      fc.tuple(bit, term("vector")).map(([i, v]) => `(= ((_ extract ${i} ${i}) ${v}) #b1)`),
      binding(term("bool")),
    ),
    vector: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom("v", "w", "e", "#b000", "#b101", "(_ bv6 3)"),
      two("bvadd"), two("bvsub"), form("ite", term("bool"), term("vector"), term("vector")), binding(term("vector")),
      fc.tuple(term("vector"), term("vector")).map(([v, w]) => `(ite (= ((_ extract 1 0) ${v}) ((_ extract 2 1) ${w})) ${v} ${w})`),
    ),
  };
});

const declarations = (d: string, e: string): string => `; all there is
(declare-fun p () Bool) (declare-const q Bool) (declare-const |x y| Bool)
(declare-const v (_ BitVec 3)) (declare-fun w () (_ BitVec 3))
(define-fun d () Bool (let ((d0 (and p (not q)))) (or d0 |x y|)))
(declare-const f Bool) (declare-const e (_ BitVec 3))
(assert (= f ${d.replaceAll(/\bd\b/g, "q")}))
(assert (= e ${e.replaceAll(/\be\b/g, "w")}))
`;

let z3: Z3;
beforeAll(async () => {
  z3 = await loadZ3(1000);
});

describe("ground texts against Z3", () => {
  const isPossible = (text: string, assumptions: string[]): boolean => {
    const { kind } = z3.ask({ text, assumptions, wants: { core: false, model: false } }, { milliseconds: 60_000, seed: 0 });
    expect(kind).not.toBe("unknown");
    return kind === "sat";
  };

  test.prop([bool, vector, bool, fc.array(bool, { minLength: 1, maxLength: 8 }), fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 })], { numRuns: 60 })(
    "models and cores of random texts", (d, e, fact, terms, choices) => {
      const names = terms.map((_, i) => `t!${i}`);
      const denied = names.map((name) => `${name} denied`);
      const text = declarations(d, e) + `(assert (or ${fact} f))\n` + names.map((name, i) =>
        `(declare-const ${name} Bool)(declare-const |${denied[i]}| Bool)\n(assert (= ${name} ${terms[i]}))\n(assert (= |${denied[i]}| (not ${name})))\n`).join("");
      const solver = openGround(text);
      const assumed = choices.map(([i, yes]) => (yes ? names : denied)[i % names.length]);
      const handles = assumed.map((name) => solver.constant(name));
      const answer = solver.check(handles, never);
      if (answer === "sat") {
        expect(handles.every((handle) => solver.holds(handle))).toBe(true);
        // Our model of the terms and the Bools is one for Z3.
        const model = [...names, "p", "q", "x y", "f"].map((name) => `(assert (= |${name}| ${solver.holds(solver.constant(name))}))\n`).join("");
        expect(isPossible(text + model, assumed)).toBe(true);
      } else {
        expect(answer).toBe("unsat");
        const core = solver.core();
        expect(handles).toEqual(expect.arrayContaining(core));
        expect(isPossible(text, assumed.filter((_, i) => core.includes(handles[i])))).toBe(false);
      }
    },
  );
});

describe("a ground solver", () => {
  it("makes constants on the way, and one of equal constants is enough for a core", () => {
    const solver = openGround("(declare-const a Bool)(declare-const b Bool)(declare-const c Bool)(assert (= b a))(assert (= c (not b)))");
    const [a, b, c, extra] = ["a", "b", "c", "extra"].map((name) => solver.constant(name));
    expect(new Set([a, b, c, extra]).size).toBe(4);
    expect(solver.constant("a")).toBe(a);
    expect(solver.check([a, b, -c, extra], never)).toBe("sat");
    expect(solver.holds(c)).toBe(false);
    expect(solver.holds(-c)).toBe(true);
    solver.assertOr([-extra, c]);
    expect(solver.check([a, b, extra], never)).toBe("unsat");
    expect(solver.core()).toHaveLength(2);
    expect(solver.core()).toContain(extra);
    solver.assertOr([extra]);
    solver.assertOr([a]);
    expect(solver.check([], never)).toBe("unsat");
    expect(solver.core()).toEqual([]);
    expect(() => solver.check([99], never)).toThrow(RangeError);
  });

  it("keeps a constant apart from a term that mentions it", () => {
    const solver = openGround("(declare-const a Bool)(declare-const b Bool)(assert (= a (not b)))(assert (= b (or a b)))");
    expect(solver.check([solver.constant("a")], never)).toBe("unsat");
    expect(solver.check([solver.constant("b")], never)).toBe("sat");
  });

  it("reads terms however deep", () => {
    const depth = 100_000;
    const solver = openGround(`(declare-const a Bool)(declare-const b Bool)(assert (= b ${"(not ".repeat(depth)}a${")".repeat(depth)}))(assert a)`);
    expect(solver.check([solver.constant("b")], never)).toBe("sat");
    expect(solver.check([-solver.constant("b")], never)).toBe("unsat");
  });

  it.each([
    ["integers", "(declare-const n Int)"],
    ["a function", "(declare-fun f (Bool) Bool)"],
    ["a defined function", "(define-fun f ((x Bool)) Bool x)"],
    ["a quantifier", "(assert (forall ((x Bool)) x))"],
    ["an unknown operator", "(declare-const v (_ BitVec 2))(assert (= (bvmul v v) v))"],
    ["an unknown name", "(assert a)"],
    ["scopes", "(push 1)"],
    ["a name declared twice", "(declare-const a Bool)(declare-const a Bool)"],
    ["vectors of different widths", "(assert (= #b00 #b000))"],
    ["a vector that should be a Bool", "(assert #b1)"],
    ["a text cut off", "(declare-const a Bool)(assert (and a"],
    ["a parenthesis too many", "(assert true))"],
    ["a quoted symbol cut off", "(declare-const |a Bool)"],
    ["a part too many", "(declare-const a Bool)(assert (not a a))"],
    ["a string", '(set-info :source "a")'],
  ])("leaves %s to others", (_, text) => {
    expect(() => openGround(text)).toThrow(NotGround);
  });

  it("reads what says nothing", () => {
    expect(openGround("(set-logic QF_BV) ; all of it\n(check-sat)").check([], never)).toBe("sat");
  });
});

describe("integers", () => {
  const range = [-8, 7];
  const names = ["i", "j"];
  const { fact } = fc.letrec<{ int: string; fact: string }>((tie) => ({
    int: fc.oneof({ maxDepth: 4 },
      fc.constantFrom(...names, "0", "1", "3", "(- 2)", "9"),
      fc.tuple(fc.constantFrom("+", "-"), tie("int"), tie("int")).map((parts) => `(${parts.join(" ")})`),
      fc.tuple(tie("fact"), tie("int"), tie("int")).map((parts) => `(ite ${parts.join(" ")})`)),
    fact: fc.oneof({ maxDepth: 3 },
      fc.tuple(fc.constantFrom("<", "<=", ">", ">=", "=", "distinct"), tie("int"), tie("int")).map((parts) => `(${parts.join(" ")})`)),
  }));

  test.prop([fact, fact], { numRuns: 60 })("are exact, and constants are those of as many bits", (a, b) => {
    // An equation that stands alone says what a constant is, and then it may have more bits.
    const declared = `(declare-const i Int)(declare-const j Int)(assert (or ${a} false))(assert (not ${b}))`;
    const solver = openGround(declared, 4);
    const within = names.map((n) => `(assert (<= (- ${-range[0]}) ${n} ${range[1]}))`).join("");
    const { kind } = z3.ask({ text: declared + within, assumptions: [], wants: { core: false, model: false } }, { milliseconds: 60_000, seed: 0 });
    expect(solver.check([], never)).toBe(kind);
  });

  it("leaves products to others, and all integers where they are not wanted", () => {
    expect(() => openGround("(declare-const i Int)(assert (= (* i i) i))", 4)).toThrow(NotGround);
    expect(() => openGround("(assert (= 1 1))")).toThrow(NotGround);
  });
});
