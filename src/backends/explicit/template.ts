/** The JavaScript around the generated functions: memory, unpacking, and what the contract asks for. */
import { showSpan } from "../../base/span.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { showType } from "../../ir/type.ts";
import { printFunction } from "./emit-js.ts";
import { type Layout, maskOf, type SlotPlace } from "./layout.ts";
import { commentText } from "./names.ts";
import type { Program } from "./program.ts";
import type { ChosenPredicate, NamedPredicate, Predicates } from "./properties.ts";
import type { CanonicalForm } from "./symmetry/form.ts";

/** More slots than this are unpacked by a loop over tables. */
const unpackedInLine = 256;

/** The names of the tables for that, where they are needed: by word its first slot, and the number of slots at the end; by slot its shift and mask. */
export function unpackingTables(program: Program): { readonly starts: string; readonly shifts: string; readonly masks: string } | undefined {
  const { layout } = program;
  if (layout.slots.length <= unpackedInLine) return undefined;
  return {
    starts: program.table("firstSlotOfWord", () => firstSlots(layout)),
    shifts: program.table("shiftOfSlot", () => layout.slots.map((p) => p.shift)),
    masks: program.table("maskOfSlot", () => layout.slots.map((p) => (p.bits === 0 ? 0 : maskOf(p.bits)))),
  };
}

/** What was lowered. */
interface Parts {
  readonly predicates: Predicates;
  /** Names of functions that together take all steps to be taken, one after the other. */
  readonly actions: readonly string[];
  readonly costs: readonly NamedPredicate[];
  readonly chosen: readonly ChosenPredicate[];
}

export function moduleText(program: Program, protocol: Protocol, parts: Parts): string {
  const model = modelText(program, protocol, parts);
  const load = loadFunction(program);
  const functions = program.functions.flatMap((f) => [printFunction(f), ""]);
  const tables = [...program.tables].map(([name, values]) => `const ${name} = new Int32Array(${JSON.stringify(values)});`);
  const text = [
    `const m = new Int32Array(${program.size});`,
    `const { rows, capacity${program.options.labels ? ", labels" : ""}${program.options.instances ? ", instances" : ""} } = sink;`,
    `const enabled = new Float64Array(${protocol.actions.length});`,
    "// Whether the target state may differ from the source, because a sink threw.",
    "let dirty = false;",
    ...tables,
    "",
    ...helpers(program).filter(({ name }) => functions.some((f) => f.includes(`${name}(`))).map(({ text }) => `${text}\n`),
    resetFunction(program),
    "",
    load,
    "",
    ...functions,
    model,
  ];
  return [
    ...header(program.layout, protocol),
    `export const words = ${program.layout.words};`,
    "",
    "export function createModel(sink) {",
    ...text.join("\n").split("\n").map((line) => (line === "" ? "" : `  ${line}`)),
    "}",
    "",
  ].join("\n");
}

function header(layout: Layout, protocol: Protocol): string[] {
  const scope = protocol.sorts.map((s) => `${s.name}=${s.size}`).join(", ");
  return [
    `// ${commentText(protocol.name)}${scope === "" ? "" : ` with ${commentText(scope)}`}: an explicit-state model. Generated; do not edit.`,
    ...(protocol.span.line === 0 ? [] : [`// ${commentText(showSpan(protocol.span))}`]),
    "//",
    `// A state is ${layout.words} word${layout.words === 1 ? "" : "s"} of 32 bits, and ${layout.slots.length} slots when unpacked:`,
    ...layout.fields.map((f) => `//   ${commentText(`${f.field.name}: ${showType(f.field.type)}`)}  slots ${range(f.offset, f.slots)}  ${placeText(layout.slots.slice(f.offset, f.offset + f.slots))}`),
    "//",
    "// Memory: the source state, the state being made (the target), both again packed, then temporaries.",
    "",
  ];
}

const range = (first: number, n: number): string => (n === 1 ? `${first}` : `${first}..${first + n - 1}`);

function placeText(places: readonly SlotPlace[]): string {
  const [first, last] = [places[0], places[places.length - 1]];
  const bit = (p: SlotPlace, end: boolean): string => `${p.word}.${p.shift + (end ? Math.max(0, p.bits - 1) : 0)}`;
  return `bits ${bit(first, false)}..${bit(last, true)}`;
}

/** Functions that only some models need. */
function helpers({ layout }: Program): readonly { readonly name: string; readonly text: string }[] {
  return [
    {
      name: "popcount",
      text: `function popcount(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}`,
    },
    {
      name: "same",
      text: `function same(a, b, slots) {
  for (let i = 0; i < slots; i++) if (m[a + i] !== m[b + i]) return false;
  return true;
}`,
    },
    {
      name: "writeRow",
      text: `function writeRow(from) {
  const row = sink.count * ${layout.words};
  for (let i = 0; i < ${layout.words}; i++) rows[row + i] = m[from + i];
}`,
    },
  ];
}

function resetFunction({ target, source, packed, packedTarget, layout }: Program): string {
  return `function reset() {
  m.copyWithin(${target}, ${source}, ${source + layout.slots.length});
  m.copyWithin(${packedTarget}, ${packed}, ${packed + layout.words});
  dirty = false;
}`;
}

/** Makes a packed state the source and target. Words that are already there are not unpacked again. */
function loadFunction(program: Program): string {
  const { layout, packed, packedTarget, source, target } = program;
  const head = ["function load(states, offset) {", "  if (dirty) reset();"];
  const setWord = (w: string): string => `m[${packed} + ${w}] = m[${packedTarget} + ${w}] = word;`;
  const tables = unpackingTables(program);
  if (tables) {
    const { starts, shifts, masks } = tables;
    return [
      ...head,
      `  for (let w = 0; w < ${layout.words}; w++) {`,
      "    const word = states[offset + w] | 0;",
      `    if (word === m[${packed} + w]) continue;`,
      `    ${setWord("w")}`,
      `    for (let s = ${starts}[w], end = ${starts}[w + 1]; s < end; s++) m[${source} + s] = m[${target} + s] = (word >>> ${shifts}[s]) & ${masks}[s];`,
      "  }",
      "}",
    ].join("\n");
  }
  const words = Array.from({ length: layout.words }, (_, w) => {
    const unpack = layout.slots.flatMap((p, s) => {
      if (p.word !== w || p.bits === 0) return [];
      const shifted = p.shift === 0 ? "word" : `(word >>> ${p.shift})`;
      const bits = p.bits === 32 ? "word" : p.shift + p.bits === 32 ? `word >>> ${p.shift}` : `${shifted} & ${maskOf(p.bits)}`;
      return [`    m[${source + s}] = m[${target + s}] = ${bits};`];
    });
    return [`  ${w === 0 ? (layout.words > 1 ? "let " : "const ") : ""}word = states[offset${w === 0 ? "" : ` + ${w}`}] | 0;`, `  if (word !== m[${packed + w}]) {`, `    m[${packed + w}] = m[${packedTarget + w}] = word;`, ...unpack, "  }"];
  });
  return [...head, ...words.flat(), "}"].join("\n");
}

function firstSlots(layout: Layout): number[] {
  return Array.from({ length: layout.words + 1 }, (_, w) => {
    const found = layout.slots.findIndex((p) => p.word >= w);
    return found < 0 ? layout.slots.length : found;
  });
}

function modelText(program: Program, protocol: Protocol, { predicates, actions, costs, chosen }: Parts): string {
  const { invariant, reachable, step, terminal } = predicates;
  const names = (list: readonly { readonly name: string }[]): string => `[${list.map((p) => JSON.stringify(p.name)).join(", ")}]`;
  const at = (p: NamedPredicate): string => `${p.fn}(${program.source})`;
  return [
    "return {",
    `  words: ${program.layout.words},`,
    `  actions: ${names(protocol.actions)},`,
    `  invariants: ${names(invariant)},`,
    `  steps: ${names(step)},`,
    `  reachables: ${names(reachable)},`,
    `  hasTerminal: ${terminal.length > 0},`,
    "  enabled,",
    "  initial() {",
    "    dirty = true;",
    "    initial();",
    "  },",
    "  expand(states, offset) {",
    "    load(states, offset);",
    "    dirty = true;",
    `    const n = ${actions.length === 0 ? "0" : actions.map((a) => `${a}()`).join(" + ")};`,
    "    dirty = false;",
    "    return n;",
    "  },",
    "  check(states, offset, skip, pending) {",
    "    load(states, offset);",
    ...reachable.map((p, i) => `    if (pending[${i}] !== 0 && ${at(p)} !== 0) pending[${i}] = 0;`),
    ...invariant.map((p, i) => `    if (skip[${i}] === 0 && ${at(p)} === 0) return ${i};`),
    "    return -1;",
    "  },",
    "  terminal(states, offset) {",
    "    load(states, offset);",
    `    return ${terminal.length === 0 ? "true" : terminal.map((p) => `${at(p)} !== 0`).join(" || ")};`,
    "  },",
    ...(costs.length === 0 ? [] : costText(program, costs)),
    ...(chosen.length === 0 ? [] : chosenText(program, chosen)),
    ...(program.canonical ? canonicalText(program, program.canonical) : []),
    "};",
  ].join("\n");
}

function chosenText({ source }: Program, chosen: readonly ChosenPredicate[]): string[] {
  return [
    `  choices: [${chosen.map((c) => c.choices).join(", ")}],`,
    "  holds(predicate, choice, states, offset) {",
    "    load(states, offset);",
    "    switch (predicate) {",
    ...chosen.map((c, i) => `      case ${i}: return ${c.fn}(${source}, choice) !== 0;`),
    "    }",
    "  },",
  ];
}

/** The state after a step is unpacked where nothing else is. */
function costText(program: Program, costs: readonly NamedPredicate[]): string[] {
  const { source, layout } = program;
  const after = program.allocate(layout.slots.length);
  return [
    `  costs: [${costs.map((c) => JSON.stringify(c.name)).join(", ")}],`,
    "  cost(index, states, offset, next, nextOffset) {",
    "    load(next, nextOffset);",
    `    m.copyWithin(${after}, ${source}, ${source + layout.slots.length});`,
    "    load(states, offset);",
    "    switch (index) {",
    ...costs.map((c, i) => `      case ${i}: return ${c.fn}(${source}, ${after});`),
    "    }",
    "  },",
  ];
}

function canonicalText({ layout }: Program, { fn, packed, orbit }: CanonicalForm): string[] {
  return [
    "  canonical(states, offset) {",
    "    load(states, offset);",
    `    if (${fn}() !== 0) for (let w = 0; w < ${layout.words}; w++) states[offset + w] = m[${packed} + w];`,
    "  },",
    "  orbit(states, offset) {",
    "    load(states, offset);",
    `    ${fn}();`,
    "    let n = 1;",
    ...orbit.map((line) => `    ${line}`),
    "    return n;",
    "  },",
  ];
}
