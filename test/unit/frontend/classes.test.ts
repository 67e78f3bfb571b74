import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import type { Model, Slot } from "../../../src/frontend/class-model.ts";
import { diagnosticsOf, modelOf, stateOf } from "./spec-text.ts";

const go = "@action go() { this.on = !this.on; } on = false;";
const methods = (model: Model): string[] => model.methods.map((m) => `${m.role} ${m.name}`);

describe("the protocol class", () => {
  test("is the one that no other extends or holds", () => {
    const { model } = modelOf(`
      export class Base { ${go} }
      export class Part { ${go} }
      export class Whole extends Base { part = new Part(); }`);
    expect(model.declaration.name?.text).toBe("Whole");
  });

  test("may have only the actions of what it holds", () => {
    const { model } = modelOf(`class Part { ${go} } export class Whole { part = new Part(); }`);
    expect(model.declaration.name?.text).toBe("Whole");
  });

  test("may be exported at the end, or as the default", () => {
    expect(modelOf(`class P { ${go} } export { P };`).model.declaration.name?.text).toBe("P");
    expect(modelOf(`export default class P { ${go} }`).model.declaration.name?.text).toBe("P");
  });

  test("can be named", () => {
    const text = `export class A { ${go} } export class B { ${go} }`;
    expect(modelOf(text, "B").model.declaration.name?.text).toBe("B");
    expect(diagnosticsOf(() => modelOf(text)).map((d) => d.code)).toEqual(["T3002"]);
    expect(diagnosticsOf(() => modelOf(text, "C"))[0]).toMatchObject({ code: "T3001", help: "its classes are A, B" });
  });
});

describe("extends", () => {
  test("brings state and methods, overrides in their place", () => {
    const { model } = modelOf(`
      type Node = Sort<"Node">;
      class Base<T> {
        a!: T;
        b = false;
        @action go() { this.b = !this.b; }
        @invariant fine() { return this.b; }
        help() { return this.b; }
      }
      export class P extends Base<Node> {
        c = true;
        @action stop() { this.c = false; }
        @action override go() { this.c = !this.help(); }
        override b = true;
      }`);
    expect(stateOf(model)).toEqual(["a: Node", "c: boolean", "b: boolean"]);
    expect(methods(model)).toEqual(["action go", "invariant fine", "action stop"]);
    expect(model.member("go")).toMatchObject({ kind: "method", owner: model.declaration, role: "action" });
    expect(model.superMember(model.declaration, "go")).toMatchObject({ kind: "method", role: "action" });
    expect(model.superMember(model.declaration, "go")).not.toMatchObject({ owner: model.declaration });
    expect(model.member("help")).toMatchObject({ kind: "method", role: undefined });
    expect(model.member("nothing")).toBeUndefined();
  });

  test("abstract members are filled in, whatever their role", () => {
    const { model } = modelOf(`
      abstract class Base { abstract go(): void; abstract a: boolean; }
      export class P extends Base { a = false; @action go() { this.a = !this.a; } }`);
    expect(stateOf(model)).toEqual(["a: boolean"]);
    expect(methods(model)).toEqual(["action go"]);
  });
});

describe("held specs", () => {
  test("stand under the name of their field", () => {
    const { model } = modelOf(`
      class Inner { x = false; @init start() { this.x = true; } }
      class Middle { inner = new Inner(); y = false; ${go} }
      export class P { first = false; middle = new Middle(); last = false; @action move() { this.last = true; } }`);
    expect(stateOf(model)).toEqual(["first: boolean", "middle.inner.x: boolean", "middle.y: boolean", "middle.on: boolean", "last: boolean"]);
    const middle = model.member("middle");
    expect(middle).toMatchObject({ kind: "instance", instance: { prefix: "middle." } });
    expect(middle?.kind === "instance" && middle.instance.member("y")).toMatchObject({ kind: "state", field: "middle.y" });
  });

  test("two of one class are two", () => {
    const { model } = modelOf(`class Part { ${go} } export class P { a = new Part(); b = new Part(); }`);
    expect(stateOf(model)).toEqual(["a.on: boolean", "b.on: boolean"]);
  });
});

describe("options", () => {
  const given = (s: Slot | undefined) => (s?.kind === "state" && s.initial && "expression" in s.initial ? s.initial : undefined);
  const roles = (model: Model): string[] =>
    model.slots.flatMap((s) => (s.kind === "state" ? [`${s.role} ${s.name} ${given(s)?.expression.getText() ?? "?"}`] : roles(s.model)));

  test("are the readonly parameters of the constructor", () => {
    const { model } = modelOf(`
      export class P {
        constructor(readonly mode: "sync" | "async", readonly fast: boolean = true) {}
        fixed = this.fast;
        readonly n: Int<0, 3> = 2;
        ${go}
      }`);
    expect(roles(model)).toEqual(["option mode ?", "option fast true", "variable fixed this.fast", "constant n 2", "variable on false"]);
  });

  test("of a held spec are its arguments, or its defaults", () => {
    const { model } = modelOf(`
      class Part { constructor(readonly a: boolean, readonly b: boolean = false) {} ${go} }
      export class P { constructor(readonly mode: boolean) {} part = new Part(!this.mode); }`);
    expect(roles(model)).toEqual(["option mode ?", "constant part.a !this.mode", "option part.b false", "variable part.on false"]);
    const [, held] = model.slots;
    const [a, b] = held.kind === "instance" ? held.model.slots : [];
    expect(given(a)?.instance).toBe(model);
    expect(given(b)?.instance).not.toBe(model);
  });

  test("of a base are what super is given", () => {
    const { model } = modelOf(`
      class Base { constructor(readonly a: boolean, readonly b: boolean = true) {} ${go} }
      export class P extends Base { constructor(readonly mode: boolean) { super(mode); } }`);
    expect(roles(model)).toEqual(["option mode ?", "constant a mode", "constant b true", "variable on false"]);
  });

  test("of a base without a constructor in between stay options", () => {
    const { model } = modelOf(`class Base { constructor(readonly a: boolean) {} ${go} } export class P extends Base { c = false; }`);
    expect(roles(model)).toEqual(["option a ?", "variable on false", "variable c false"]);
  });
});

test("a member in error is reported once, and whatever uses it gets the same error", () => {
  const reported: Diagnostic[] = [];
  const { model } = modelOf("export class P { bad: number = 0; good = false; @action go() { this.good = true; } }", undefined, (d) => reported.push(d));
  expect(reported.map((d) => d.code)).toEqual(["T2001"]);
  expect(stateOf(model)).toEqual(["good: boolean"]);
  expect(diagnosticsOf(() => model.member("bad"))).toEqual(reported);
});
