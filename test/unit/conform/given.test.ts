/** Values as adapters are given them. */
import { expect, test } from "vitest";
import { valueToGiven } from "../../../src/conform/given.ts";
import { sortsOf } from "../../../src/interp/env.ts";
import { bagValue, mapValue, setValue, variantValue } from "../../../src/interp/value.ts";
import type { Value } from "../../../src/interp/value.ts";
import { bagOf, bool, enumOf, mapOf, option, setOf, type Type } from "../../../src/ir/type.ts";
import { Message, Node, protocol, Term } from "../interp/helpers.ts";

const sorts = sortsOf(protocol());

test.each<[Value, Type, unknown]>([
  ["1", enumOf(["1", "many"]), 1],
  ["many", enumOf(["1", "many"]), "many"],
  [null, option(bool), undefined],
  [1, Node, "node2"],
  [1, Term, 1],
  [setValue([0, 2]), setOf(Node), new Set(["node1", "node3"])],
  [mapValue([{ key: 0, value: true }]), mapOf(Node, bool, false), new Map([["node1", true]])],
  [mapValue([0, 1, 2].map((key) => ({ key, value: null }))), mapOf(Node, option(bool), true), { node1: undefined, node2: undefined, node3: undefined }],
  [bagValue([{ value: 0, count: 2 }]), bagOf(Node, 2), [{ value: "node1", count: 2 }]],
  [variantValue("vote", [{ name: "from", value: 0 }, { name: "yes", value: true }]), Message, { kind: "vote", from: "node1", yes: true }],
])("%j", (value, type, given) => expect(valueToGiven(value, type, sorts)).toStrictEqual(given));
