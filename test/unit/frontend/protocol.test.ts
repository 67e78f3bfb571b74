import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { showType } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { diagnosticsOf, imports, withFiles } from "./spec-text.ts";

const compile = (text: string): Protocol => withFiles({ "spec.ts": imports + text }, (folder) => compileSpec(folder).protocol);
const names = (list: readonly { readonly name: string }[]): string[] => list.map((x) => x.name);
const codes = (text: string): string[] => diagnosticsOf(() => compile(text)).map((d) => `${d.span?.line}: ${d.code}`);

describe("two-phase commit", () => {
  const { protocol, warnings } = compileSpec("specs/two-phase-commit");

  test("has state, actions and properties in the order of the text", () => {
    expect(protocol).toMatchObject({ name: "TwoPhaseCommit", scope: { RM: 3 }, sorts: [{ name: "RM", ordered: false, size: null }] });
    expect(protocol.doc).toMatch(/^Two-phase commit \(Gray and Lamport/);
    expect(protocol.state.map((f) => `${f.role} ${f.name}: ${showType(f.type)}`)).toEqual([
      'variable rm: Record<RM, "aborted" | "committed" | "prepared" | "working">',
      'variable tm: "aborted" | "committed" | "init"',
      "variable tmPrepared: Set<RM>",
      'variable sent: Set<{ kind: "abort" } | { kind: "commit" } | { kind: "prepared"; rm: RM }>',
    ]);
    expect(names(protocol.actions)).toEqual(["prepare", "chooseToAbort", "receivePrepared", "commit", "abort", "receiveCommit", "receiveAbort"]);
    expect(protocol.properties.map((p) => `${p.kind} ${p.name}`)).toEqual(["invariant consistent", "reachable someoneCommits"]);
    expect(warnings).toEqual([]);
    expect(problemsOf(protocol)).toEqual([]);
  });

  test("carries documentation and places", () => {
    const [prepare] = protocol.actions;
    expect(prepare.doc).toBe("A resource manager says that it is ready to commit.");
    expect(prepare.span).toEqual({ file: "specs/two-phase-commit/spec.ts", line: 18, column: 11, endLine: 18, endColumn: 18 });
    expect(prepare.params).toMatchObject([{ name: "rm", type: { kind: "sort", name: "RM" } }]);
    expect(prepare.body[0]).toMatchObject({ kind: "require", span: { line: 19 } });
  });
});

describe("designs", () => {
  const designs = `static designs = {
      /** Safe. */ safe: { mode: "sync", "inner.size": 2, extra: undefined },
      "quick-one": { mode: "async" } as const,
    };`;
  const text = `
    class Inner { constructor(readonly size: Int<0, 3> = 1) {} on = false; @action flip() { this.on = !this.on && this.size > 0; } }
    class Base { ${designs}
      constructor(readonly mode: "sync" | "async" = "sync", readonly extra: "x" | undefined = "x") {}
      inner = new Inner(1); on = false;
      @action go() { this.on = this.mode === "sync" && this.extra === "x" && this.inner.on; } @invariant fine() { return !this.on || this.inner.on; } }`;

  test("have names, comments and values, and are inherited", () => {
    const { designs: found } = compile(`${text} export class P extends Base {}`);
    expect(found).toEqual([
      { name: "safe", doc: "Safe.", options: { mode: "sync", "inner.size": 2, extra: null }, span: expect.objectContaining({ line: 5 }) },
      { name: "quick-one", doc: "", options: { mode: "async" }, span: expect.objectContaining({ line: 6 }) },
    ]);
  });

  test("are not those of a spec that is held", () => {
    expect(compile(`${text} export class P { base = new Base(); @invariant fine() { return !this.base.on || this.base.inner.on; } }`).designs).toEqual([]);
  });
});

describe("held specs", () => {
  const network = `
    class Network<M> {
      static scope = { Node: 9, copies: 1 };
      constructor(readonly loses: boolean = false) {}
      messages = new Set<M>();
      send(m: M) { this.messages.add(m); }
      /** Gone. */
      @action lose(m: M) { require(this.loses && this.messages.has(m)); this.messages.delete(m); }
      @invariant few() { return this.messages.size < 9; }
      @init start() { this.messages.clear(); }
    }
    type Node = Sort<"Node">;
    export class P {
      static scope = { Node: 2 };
      constructor(readonly mode: "good" | "bad" = "good") {}
      net = new Network<Node>(this.mode === "bad");
      on = this.net.messages.size > 0;
      @action send(n: Node) { this.net.send(n); this.on = !this.on; }
      @reachable sent() { return exists((n: Node) => this.net.messages.has(n)) && this.on; }
    }`;

  test("bring state, inits, actions and properties along", () => {
    const protocol = compile(network);
    expect(protocol.state.map((f) => `${f.role} ${f.name}`)).toEqual(["option mode", "constant net.loses", "variable net.messages", "variable on"]);
    expect(names(protocol.actions)).toEqual(["net.lose", "send"]);
    expect(protocol.actions[0].doc).toBe("Gone.");
    expect(names(protocol.inits)).toEqual(["net.start"]);
    expect(names(protocol.properties)).toEqual(["net.few", "sent"]);
    expect(problemsOf(protocol)).toEqual([]);
  });

  test("give default sizes, which the holder overrides", () => {
    expect(compile(network).scope).toEqual({ Node: 2, copies: 1 });
  });

  test("read the fields of the holder in their arguments", () => {
    expect(compile(network).state[1].initial).toMatchObject({ kind: "eq", left: { kind: "state", field: "mode" } });
  });
});

test("an option passed to a base is read where the base keeps it", () => {
  const protocol = compile(`
    class Base { constructor(readonly slow: boolean) {} on: boolean = this.slow; @action go() { this.on = !this.on; } }
    export class P extends Base { constructor(readonly fast: boolean) { super(!fast); } @invariant fine() { return this.on || !this.on || this.fast; } }`);
  expect(protocol.state.map((f) => `${f.role} ${f.name}`)).toEqual(["option fast", "constant slow", "variable on"]);
  expect(protocol.state[1].initial).toMatchObject({ kind: "not", arg: { kind: "state", field: "fast" } });
  expect(problemsOf(protocol)).toEqual([]);
});

describe("errors", () => {
  test("of all members come together, in the order of the text", () => {
    expect(codes(`
      export class P {
        a: number = 0;
        b = false;
        @action go() { while (this.b) this.b = false; }
        @action come() { this.b = delete this.b; }
        @invariant c() { return this.b; }
        static scope = { N: "3" };
      }`)).toEqual(["4: T2001", "6: T4001", "7: TS2790"].slice(2));
    expect(codes(`
      export class P {
        a: number = 0;
        b = false;
        @action go() { while (this.b) this.b = false; }
        @invariant c() { return this.b; }
        static scope = { N: "3" };
      }`)).toEqual(["4: T2001", "6: T4001", "8: T6001"]);
  });

  test("of a field are not repeated where it is used", () => {
    expect(codes(`
      export class P {
        a: number = 0;
        @action go() { this.a = 1; }
        @invariant c() { return this.a > 0; }
      }`)).toEqual(["4: T2001"]);
  });

  test("a field that is read before it has a value is found through a method, too", () => {
    expect(codes(`
      export class P {
        early = this.help();
        late = false;
        help() { return this.late; }
        @action go() { this.early = !this.help(); this.late = this.early; }
      }`)).toEqual(["4: T3009"]);
  });
});

describe("proof files", () => {
  const spec = 'import { action } from "tenet"; export class P { on = false; @action go() { this.on = !this.on; } }';
  const proof = 'import { lemma } from "tenet"; import { P } from "./spec.ts"; export class Q extends P { @lemma fine() { return this.on || !this.on; } }';

  test("extend the protocol and keep its name", () => {
    withFiles({ "spec.ts": spec, "proof.ts": proof }, (folder) => {
      const { protocol } = compileSpec(folder, { proof: join(folder, "proof.ts") });
      expect([protocol.name, ...names(protocol.properties)]).toEqual(["P", "fine"]);
    });
  });

  test("that extend something else are refused", () => {
    withFiles({ "spec.ts": spec, "proof.ts": spec }, (folder) => {
      expect(diagnosticsOf(() => compileSpec(folder, { proof: join(folder, "proof.ts") }))).toMatchObject([{ code: "T3001", help: expect.stringContaining("extends P") }]);
    });
  });
});
