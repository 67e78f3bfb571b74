/** A divergence as a test of its own, which needs the adapter, vitest and nothing else. */
import { printable } from "../base/printable.ts";
import { sortsOf } from "../interp/env.ts";
import { propertyName } from "../interp/show-value.ts";
import { runAction } from "../interp/step.ts";
import type { ActionInstance } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import { valueToGiven } from "./given.ts";
import type { ConformReport } from "./report.ts";
import type { Given } from "./system.ts";

/**
 * @param adapter what the test imports
 * @returns undefined where there is no divergence, or one that no order of calls shows
 */
export function regressionTest(report: ConformReport, adapter: string): string | undefined {
  const { divergence, instance, protocol, spec, fields, seed } = report;
  if (!divergence || divergence.together) return undefined;
  const sorts = sortsOf(instance);
  const stateOf = (state: State, names?: readonly string[]): string =>
    object(instance.state.flatMap((f, i) => (!names || names.includes(f.name) ? [[f.name, literal(valueToGiven(state[i], f.type, sorts))]] : [])));
  const asked = (call: ActionInstance, refused: boolean, after: State): string[] => [
    `  expect(await done(${JSON.stringify(call.action)}, ${object(call.args.map((a) => [a.name, literal(valueToGiven(a.value, a.type, sorts))]))})).toBe(${!refused});`,
    `  await shows(${stateOf(after, fields.shown)});`,
  ];
  const { initial, steps, last } = divergence;
  const before = steps.at(-1)?.state ?? initial;
  const action = instance.actions.find((a) => a.name === last?.action);
  const outcome = last && action ? runAction(instance, before, action, last.args.map((a) => a.value)) : undefined;
  return [
    `// ${printable(`${protocol} (${spec}), by tenet conform --seed ${seed}: ${divergence.message}`)}`,
    'import { expect, test } from "vitest";',
    `import given from ${JSON.stringify(adapter)};`,
    "",
    "type Perform = (system: unknown, args: unknown) => unknown;",
    "const adapter = given as unknown as {",
    "  create(initial: unknown): unknown;",
    "  actions: Readonly<Record<string, Perform | { request: Perform }>>;",
    "  observe(system: unknown): unknown;",
    "  settle?(system: unknown): unknown;",
    "  close?(system: unknown): unknown;",
    "};",
    "",
    `test(${JSON.stringify(`${protocol}: ${printable(divergence.message)}`)}, async () => {`,
    `  const system = await adapter.create(${stateOf(initial)});`,
    "  await adapter.settle?.(system);",
    "  const done = async (action: string, args: unknown): Promise<boolean> => {",
    "    const binding = adapter.actions[action];",
    '    const answer = await (typeof binding === "function" ? binding(system, args) : binding.request(system, args));',
    "    await adapter.settle?.(system);",
    '    return answer !== false && answer !== "refused";',
    "  };",
    "  // Of what the spec has, the implementation may show a part.",
    "  const shows = async (expected: object): Promise<void> => expect(expected).toMatchObject((await adapter.observe(system)) as object);",
    `  await shows(${stateOf(initial, fields.shown)});`,
    ...steps.flatMap((s) => asked(s, s.refused ?? false, s.state)),
    ...(last && outcome ? asked(last, outcome.kind !== "step", outcome.kind === "step" ? outcome.next : before) : []),
    "  await adapter.close?.(system);",
    "});",
    "",
  ].join("\n");
}

const object = (entries: readonly (readonly [name: string, text: string])[]): string =>
  entries.length === 0 ? "{}" : `{ ${entries.map(([name, text]) => `${name === "__proto__" ? '["__proto__"]' : propertyName(name)}: ${text}`).join(", ")} }`;

function literal(value: Given): string {
  if (value === undefined || typeof value !== "object" || value === null) return value === undefined ? "undefined" : JSON.stringify(value);
  if (value instanceof Set) return `new Set([${[...value].map(literal).join(", ")}])`;
  if (value instanceof Map) return `new Map([${[...value].map(([k, v]) => `[${literal(k)}, ${literal(v)}]`).join(", ")}])`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  return object(Object.entries(value).map(([name, v]) => [name, literal(v)]));
}
