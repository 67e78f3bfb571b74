/** What every random protocol must satisfy, and that random protocols are random enough. */
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/ir/parse.ts";
import { print } from "../../src/ir/print.ts";
import { exprSchema, stmtSchema } from "../../src/ir/schema.ts";
import { IrSyntaxError } from "../../src/ir/sexpr.ts";
import { walkProtocol } from "../../src/ir/visit.ts";
import { walkType } from "../../src/ir/visit-type.ts";
import { problemsOf } from "../../src/ir/well-formed.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { typeUses } from "../../src/passes/type-uses.ts";
import { addAntecedents } from "../../src/passes/vacuity.ts";
import { simplify } from "../../src/passes/simplify.ts";
import { arbitraryProtocol } from "./arbitrary-protocol.ts";

const runs = { seed: 1, numRuns: 300 };

describe("random protocols", () => {
  test("are well-formed, before and after every pass", () => {
    fc.assert(fc.property(arbitraryProtocol, ({ protocol, choice }) => {
      expect(problemsOf(protocol)).toEqual([]);
      const instance = instantiate(protocol, choice);
      expect(problemsOf(instance)).toEqual([]);
      expect(problemsOf(simplify(instance))).toEqual([]);
      expect(problemsOf(addAntecedents(instance))).toEqual([]);
    }), { ...runs, numRuns: 100 });
  });

  test("are printed and read back to equal protocols", () => {
    fc.assert(fc.property(arbitraryProtocol, ({ protocol, choice }) => {
      for (const p of [protocol, instantiate(protocol, choice)]) {
        // Far quicker than `toEqual`, which is asked only to show the difference.
        const back = parse(print(p));
        if (!isDeepStrictEqual(back, p)) expect(back).toEqual(p);
      }
    }), { ...runs, numRuns: 60 });
  });

  test("are refused with a place in the text where that is damaged, and by nothing else", () => {
    const damage = fc.record({ at: fc.nat(), length: fc.nat(12), by: fc.constantFrom("", "(", ")", "{", "[", " ", "@1:1-2", '"', "\\", "0", "-1", "x", "true", "(bool)", ".f0", "(cast 1 bool)") });
    let refused = 0;
    fc.assert(fc.property(arbitraryProtocol, fc.array(damage, { minLength: 20, maxLength: 20 }), ({ protocol }, damages) => {
      const text = print(protocol);
      for (const { at, length, by } of damages) {
        const from = at % text.length;
        try {
          parse(text.slice(0, from) + by + text.slice(from + length));
        } catch (error) {
          if (!(error instanceof IrSyntaxError)) throw error;
          refused++;
        }
      }
    }), { ...runs, numRuns: 30 });
    expect(refused).toBeGreaterThan(300);
  });

  test("are the same for the same seed", () => {
    const texts = (seed: number): string[] => fc.sample(arbitraryProtocol, { seed, numRuns: 5 }).map((p) => print(p.protocol));
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  test("have every kind of node, operator and type", () => {
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    for (const { protocol } of fc.sample(arbitraryProtocol, runs)) {
      walkProtocol(protocol, {
        expr: (e) => {
          count(`expr ${e.kind}`);
          if ("op" in e) count(`expr ${e.kind} ${e.op}`);
          if (e.kind === "state") count(`expr state ${e.when}`);
        },
        stmt: (s) => {
          count(`stmt ${s.kind}`);
          if (s.kind === "let") count(`stmt let ${s.mutable}`);
        },
        domain: (d) => count(`domain ${d.kind === "elements" ? `of ${d.of.type.kind}` : d.kind}`),
        place: (p) => p.path.forEach((step) => count(`place ${step.kind}`)),
      });
      for (const use of typeUses(protocol)) walkType(use.type, (t) => count(`type ${t.kind === "map" ? `map ${t.total}` : t.kind}`));
      for (const p of [...protocol.properties, ...protocol.assumptions]) count(`property ${p.kind}`);
      for (const f of protocol.state) count(`${f.role} ${f.initial ? "with" : "without"} an initial value`);
      for (const i of protocol.inits) count(i.params.length > 0 ? "init with parameters" : "init");
    }
    const expected = [
      ...Object.keys(exprSchema).map((k) => `expr ${k}`),
      ...Object.entries(exprSchema).flatMap(([k, fields]) => ("op" in fields ? (fields.op as readonly string[]).map((op) => `expr ${k} ${op}`) : [])),
      "expr state now", "expr state next",
      ...Object.keys(stmtSchema).map((k) => `stmt ${k}`), "stmt let true", "stmt let false",
      "domain type", "domain range", ...["set", "bag", "majority", "seq", "map"].map((k) => `domain of ${k}`),
      "place get", "place at", "place unwrap",
      ...["bool", "int", "enum", "sort", "majority", "record", "union", "option", "set", "bag", "map true", "map false", "seq"].map((k) => `type ${k}`),
      ...["invariant", "step", "reachable", "constraint", "terminal", "assume"].map((k) => `property ${k}`),
      "variable with an initial value", "variable without an initial value", "constant with an initial value",
      "constant without an initial value", "option with an initial value", "option without an initial value", "init", "init with parameters",
    ];
    expect(expected.filter((what) => (counts.get(what) ?? 0) < 3)).toEqual([]);
  });
});
