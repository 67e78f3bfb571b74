/** That an adapter fits exactly what is generated. Half of this is TypeScript's to find. */
import { expect, test } from "vitest";
import type { FencingLockModel } from "../../../../generated/fencing-lock/conformance.ts";
import type { PrimaryBackupModel } from "../../../../generated/primary-backup/conformance.ts";
import { emitConformance } from "../../../../src/backends/conformance/emit-conformance.ts";
import type { Adapter } from "../../../../src/dsl/conform.ts";
import { bagOf, bool, enumOf, int, mapOf, option, record, seqOf, setOf, sort, type Type, union } from "../../../../src/ir/type.ts";
import { field as stateField, protocol } from "../../interp/helpers.ts";

const stop = { unbound: "clients stop by themselves" };
const fencing = {
  create: () => ({ token: 0, held: new Map<string, number>() }),
  actions: {
    acquire: { request: (system, { client, token }) => void system.held.set(client, token) },
    expire: (system) => ({ issued: system.token, lease: undefined }),
    receiveGrant: () => "refused",
    stop,
    write: async (_, { client }) => client === "client1",
    accept: { unbound: "" },
  },
  observe: async ({ token }) => ({ issued: token, sent: new Set([{ kind: "grant", client: "client1", token }]) }),
} satisfies Adapter<FencingLockModel, { token: number; held: Map<string, number> }>;

test("an adapter has every action, and no other", () => {
  const { stop: _, ...forgotten } = fencing.actions;
  // @ts-expect-error TS2322: stop is missing
  const incomplete: Adapter<FencingLockModel, never>["actions"] = forgotten;
  // @ts-expect-error TS2353: there is no such action
  const renamed: Adapter<FencingLockModel, never>["actions"] = { ...forgotten, stop, halt: stop };
  expect([incomplete, renamed]).toHaveLength(2);
});

test("faults are known by their names", () => {
  const faults: Record<PrimaryBackupModel["faults"], true> = { "nodes.crash": true, "nodes.restart": true };
  const none: Record<FencingLockModel["faults"], true> = {};
  expect([Object.keys(faults), Object.keys(none)]).toEqual([["nodes.crash", "nodes.restart"], []]);
});

const node = sort("Node"), message = union("kind", [{ tag: "ask", fields: [{ name: "from", type: node }] }, { tag: "none", fields: [] }]);

function emitted(fields: Readonly<Record<string, Type>>): string {
  const toy = protocol({ name: "Toy", state: Object.entries(fields).map(([name, type]) => stateField(name, type)) });
  return emitConformance(toy, toy);
}

test.each<[Type, string]>([
  [bool, "x: boolean;"],
  [int(0, 3), "x: number;"],
  [enumOf(["on", "off"]), 'x: "off" | "on";'],
  [enumOf(["1", "2", "many"]), 'x: 1 | 2 | "many";'],
  [node, "x: Node;"],
  [sort("Term"), "x: Term;"],
  [option(node), "x?: Node | undefined;"],
  [seqOf(option(bool), 2), "x: readonly (boolean | undefined)[];"],
  [seqOf(node, 2), "x: readonly Node[];"],
  [setOf(message), "x: ReadonlySet<X>;"],
  [bagOf(node, 2), "x: readonly { value: Node; count: number }[];"],
  [mapOf(node, option(bool), true), "x: Readonly<Record<Node, boolean | undefined>>;"],
  [mapOf(node, bool, false), "x: ReadonlyMap<Node, boolean>;"],
  [mapOf(message, bool, true), "x: ReadonlyMap<X, boolean>;"],
])("%j", (type, expected) => expect(emitted({ x: type }).split("  state: {\n    ")[1].split("\n")[0]).toBe(expected));

test("records and choices are named after where they are found, once", () => {
  const entry = record([{ name: "term", type: sort("Term") }, { name: "not plain", type: option(message) }]);
  expect(emitted({ "net.entries": setOf(entry), last: option(entry), term: record([]) })).toBe(`/** What an adapter of Toy is held to. Generated; do not edit. */

export type Node = \`node\${number}\`;
export type Term = number;
export type Notplain =
  | { kind: "ask"; from: Node }
  | { kind: "none" };
export type Entry = { "not plain"?: Notplain | undefined; term: Term };
export type Term2 = {};

export interface ToyModel {
  actions: {
  };
  faults: never;
  state: {
    "net.entries": ReadonlySet<Entry>;
    last?: Entry | undefined;
    term: Term2;
  };
}`);
});
