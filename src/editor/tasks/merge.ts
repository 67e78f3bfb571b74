/** Puts our tasks into a tasks.json that people keep: what is theirs, comments included, stays as it is. */
import { isDeepStrictEqual } from "node:util";
import { type JsonNode, jsonValue, readJsonText } from "../../frontend/json-text.ts";
import type { TasksFile } from "./tasks.ts";

/** Why a file is left alone. */
export interface Refusal { readonly problem: string }

/** A new file. */
export const printTasks = ({ version, tasks, inputs }: TasksFile): string =>
  `${JSON.stringify({ version, tasks, ...(inputs.length > 0 && { inputs }) }, null, 2)}\n`;

/** The text with our tasks in it: those of the same label are replaced, unless they say the same already. */
export function mergeTasks(text: string, ours: TasksFile): string | Refusal {
  const bom = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(bom.length);
  if (body.trim() === "") return printTasks(ours);
  const root = readJsonText(body);
  if ("message" in root) return { problem: `line ${root.line}: ${root.message}` };
  if (root.kind !== "object") return { problem: "it is not an object" };
  const version = member(root, "version");
  if (version && jsonValue(version) !== ours.version) return { problem: `its version is not "${ours.version}"` };
  const edits: Edit[] = [];
  const style = styleOf(body, root);
  const added: [string, unknown][] = version ? [] : [["version", ours.version]];
  for (const [name, key, entries] of [["tasks", "label", ours.tasks], ["inputs", "id", ours.inputs]] as const) {
    const list = member(root, name);
    if (list && list.kind !== "array") return { problem: `its "${name}" are not a list` };
    if (list) edits.push(...intoList(body, list, key, entries, style));
    else if (entries.length > 0) added.push([name, entries]);
  }
  edits.push(...append(body, root, added.map(([name, value]) => `${JSON.stringify(name)}: ${shown(value, 1, style)}`), 1, style));
  return bom + applied(body, edits);
}

const member = (node: JsonNode & { kind: "object" }, name: string): JsonNode | undefined => node.members.findLast((m) => m.name === name)?.value;

interface Edit { readonly start: number; readonly end: number; readonly text: string }
interface Style { readonly indent: string; readonly newline: string }

function intoList(text: string, list: JsonNode & { kind: "array" }, key: "label" | "id", entries: readonly Readonly<Record<string, unknown>>[], style: Style): Edit[] {
  const found = new Map(list.items.flatMap((item) => {
    const name = item.kind === "object" ? member(item, key) : undefined;
    return name ? [[jsonValue(name), item] as const] : [];
  }));
  const replaced = entries.flatMap((entry) => {
    const item = found.get(entry[key]);
    return item && !isDeepStrictEqual(jsonValue(item), entry) ? [{ start: item.start, end: item.end, text: shown(entry, 2, style) }] : [];
  });
  const fresh = entries.filter((entry) => !found.has(entry[key]));
  return [...replaced, ...append(text, list, fresh.map((entry) => shown(entry, 2, style)), 2, style)];
}

/** After what is there, and after the comments behind it. */
function append(text: string, node: JsonNode & { kind: "object" | "array" }, parts: readonly string[], depth: number, { indent, newline }: Style): Edit[] {
  if (parts.length === 0) return [];
  const last = node.kind === "array" ? node.items.at(-1) : node.members.at(-1)?.value;
  const comma: Edit[] = last && !node.trailingComma ? [{ start: last.end, end: last.end, text: "," }] : [];
  const close = node.end - 1;
  const kept = text.slice(0, close).trimEnd().length;
  const lines = parts.map((part) => `${newline}${indent.repeat(depth)}${part}`).join(",");
  return [...comma, { start: kept, end: close, text: `${lines}${newline}${indent.repeat(depth - 1)}` }];
}

const shown = (value: unknown, depth: number, { indent, newline }: Style): string =>
  JSON.stringify(value, null, indent).replaceAll("\n", `${newline}${indent.repeat(depth)}`);

/** As the first member of the file is indented. */
function styleOf(text: string, root: JsonNode & { kind: "object" }): Style {
  const first = /^\{[^\S\n]*\r?\n([ \t]+)\S/.exec(text.slice(root.start));
  return { indent: first?.[1] ?? "  ", newline: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** From the last to the first, so that places stay what they are; of two at one place the first one given comes first. */
function applied(text: string, edits: readonly Edit[]): string {
  const order = edits.map((edit, i) => ({ edit, i })).toSorted((a, b) => b.edit.start - a.edit.start || b.i - a.i);
  return order.reduce((result, { edit }) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
