import { describe, expect, test } from "vitest";
import { modelOf, stateOf } from "./spec-text.ts";

const common = `
type Node = Sort<"Node">;
type Term = Order<"Term">;
type Message = { kind: "vote"; from: Node; term: Term } | { kind: "ack"; to?: Node };
type Votes = Record<Node, Set<Node>>;
type Maybe<T> = T | undefined;
type By<K extends Sort<string>, V> = Record<K, V>;
interface Base { at: Node }
interface Entry extends Base { term: Term; payload?: Message }
const limit = 3;
`;

/** The IR type of a field declared as given. */
function typeOf(declaration: string): string {
  const { model } = modelOf(`${common} export class P { field${declaration}; on = false; @action toggle() { this.on = !this.on; } }`);
  return stateOf(model)[0].slice("field: ".length);
}

describe("types of fields", () => {
  const message = '{ kind: "ack"; to: (Node) | undefined } | { kind: "vote"; from: Node; term: Term }';
  test.each([
    ["!: Node", "Node"],
    ["!: Term", "Term"],
    ["!: boolean", "boolean"],
    [" = true", "boolean"],
    ['!: "b" | "a" | "c"', '"a" | "b" | "c"'],
    ['!: "only"', '"only"'],
    ["!: 2 | 0 | 1", "Int<0, 2>"],
    ["!: Int", "Int"],
    ["!: Int<-3, 7>", "Int<-3, 7>"],
    ["!: Int<0>", "Int<0, ∞>"],
    ["!: Int<0, 3> | -1", "Int<-1, 3>"],
    ["!: Int<0, typeof limit>", "Int<0, 3>"],
    ["!: Majority<Node>", "Majority<Node>"],
    ["!: Node | undefined", "(Node) | undefined"],
    ["!: Maybe<boolean>", "(boolean) | undefined"],
    ['!: Maybe<"x" | "y">', '("x" | "y") | undefined'],
    ["!: { b: Node; a?: Term }", "{ a: (Term) | undefined; b: Node }"],
    ["!: Entry", `{ at: Node; payload: (${message}) | undefined; term: Term }`],
    ["!: Base & { late: boolean }", "{ at: Node; late: boolean }"],
    ["!: Message", message],
    ["!: Maybe<Message>", `(${message}) | undefined`],
    ['!: Extract<Message, { kind: "vote" }>', '{ kind: "vote"; from: Node; term: Term }'],
    ['!: Message["kind"]', '"ack" | "vote"'],
    ['!: { op: "a" | "b"; x: Node } | { op: "c" }', '{ op: "a"; x: Node } | { op: "b"; x: Node } | { op: "c" }'],
    ['!: { kind: "a" | "b"; x: Node }', '{ kind: "a" | "b"; x: Node }'],
    [" = new Set<Message>()", `Set<${message}>`],
    ["!: ReadonlySet<Node>", "Set<Node>"],
    [" = new Bag<Node>()", "Bag<Node, field>"],
    ["!: Votes", "Record<Node, Set<Node>>"],
    ["!: Readonly<Votes>", "Record<Node, Set<Node>>"],
    ['!: Record<"x" | "y", boolean>', 'Record<"x" | "y", boolean>'],
    ['!: Readonly<Record<"x" | "y", boolean>>', 'Record<"x" | "y", boolean>'],
    ["!: Record<Int<0, 3>, Node>", "Record<Int<0, 3>, Node>"],
    ["!: Record<0 | 1, Node>", "Record<Int<0, 1>, Node>"],
    ["!: Record<Term, Record<Node, boolean>>", "Record<Term, Record<Node, boolean>>"],
    ["!: Record<Node, Node | undefined>", "Record<Node, (Node) | undefined>"],
    ["!: By<Node, Term>", "Record<Node, Term>"],
    [" = new Map<Node, Term>()", "Map<Node, Term>"],
    ["!: ReadonlyMap<{ a: Node; b: Node }, Int>", "Map<{ a: Node; b: Node }, Int>"],
    ["!: Entry[]", `Seq<{ at: Node; payload: (${message}) | undefined; term: Term }, field>`],
    ["!: readonly Node[]", "Seq<Node, field>"],
    ["!: Seq<Node, 4>", "Seq<Node, 4>"],
    ["!: { log: Node[] }", "{ log: Seq<Node, log> }"],
    ["!: Pick<Entry, \"at\">", "{ at: Node }"],
    ['!: Omit<Entry, "payload">', "{ at: Node; term: Term }"],
    ["!: Partial<Base>", "{ at: (Node) | undefined }"],
    ["!: Readonly<Base>", "{ at: Node }"],
    ["!: NonNullable<Maybe<Node>>", "Node"],
    ['!: Exclude<"a" | "b", "a">', '"b"'],
  ])("field%s", (declaration, type) => {
    expect(typeOf(declaration)).toBe(type);
  });

  test("sorts are declared once, in the order in which they are met", () => {
    const { sorts } = modelOf(`${common} export class P { a!: Term; b!: Votes; c!: Message; @action go() {} }`);
    expect(sorts.all.map((s) => [s.name, s.ordered, s.size, s.span.line])).toEqual([["Term", true, null, 4], ["Node", false, null, 3]]);
  });
});

describe("types in generic classes", () => {
  test("stand for what the holder gives", () => {
    const { model } = modelOf(`${common}
      class Net<K extends Sort<string>, M, N extends number> {
        sent = new Set<M>();
        boxes: Record<K, M[]> = fill([]);
        by!: By<K, M | undefined>;
        level!: Int<0, N>;
        frozen!: Readonly<M>;
      }
      export class P { net = new Net<Node, { a: Term }, 3>(); @action go() {} }`);
    expect(stateOf(model)).toEqual([
      "net.sent: Set<{ a: Term }>",
      "net.boxes: Record<Node, Seq<{ a: Term }, boxes>>",
      "net.by: Record<Node, ({ a: Term }) | undefined>",
      "net.level: Int<0, 3>",
      "net.frozen: { a: Term }",
    ]);
  });

  test("may be choices that share some of their texts", () => {
    const { model } = modelOf(`${common}
      class Net<M extends { from: string; to: string }> { parties = new Set<M["from"] | M["to"]>(); }
      type Mail = { kind: "ask"; from: "client"; to: "a" | "b" } | { kind: "answer"; from: "a" | "b"; to: "client" };
      export class P { net = new Net<Mail>(); @action go() {} }`);
    expect(stateOf(model)).toEqual(['net.parties: Set<"a" | "b" | "client">']);
  });

  test("follow from the arguments of new, and from defaults", () => {
    const { model } = modelOf(`${common}
      class Cell<T, U = Term> { constructor(readonly value: T) {} other!: U; }
      export class P { readonly who!: Node; cell = new Cell(this.who); @action go() {} }`);
    expect(stateOf(model)).toEqual(["who: Node", "cell.value: Node", "cell.other: Term"]);
  });
});

describe("integers and sequences of different bounds", () => {
  test("can be assigned to each other: whether a value fits is checked where it is written", () => {
    const { model } = modelOf(`export class P {
      small: Int<0, 3> = 0;
      large: Int<0, 9> = 0;
      any: Int = 0;
      short: Seq<Int<0, 3>, 2> = [];
      long: Seq<Int, 4> = [];
      raise(to: Int) { this.large = to; }
      @action mix(value: Int<0, 3>) { this.large = this.small; this.small = this.large; this.raise(value); this.any = this.large; this.long = this.short; }
    }`);
    expect(stateOf(model)).toContain("small: Int<0, 3>");
    expect(stateOf(model)).toContain("long: Seq<Int, 4>");
  });
});
