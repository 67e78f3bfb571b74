/** The outer form of the textual IR: lists in three kinds of brackets, words and strings, each with a span of the spec if it has one. */
import type { Span } from "../base/span.ts";

export type Bracket = "(" | "[" | "{";
const closing: Readonly<Record<Bracket, string>> = { "(": ")", "[": "]", "{": "}" };

interface Base {
  /** What the node stands for in the spec. */
  readonly span?: Span | undefined;
  /** Where the node begins in the text; absent before it is written. */
  readonly line?: number;
  readonly column?: number;
}
export interface List extends Base { readonly kind: "list"; readonly bracket: Bracket; readonly items: readonly Sexpr[] }
export interface Word extends Base { readonly kind: "word"; readonly text: string }
export interface Text extends Base { readonly kind: "text"; readonly text: string }
export type Sexpr = List | Word | Text;

/** The textual IR cannot be read. */
export class IrSyntaxError extends Error {
  override readonly name = "IrSyntaxError";
  constructor(readonly line: number, readonly column: number, problem: string) {
    super(`${line}:${column} ${problem}`);
  }
}

// Writing

const width = 120;

/** @param files names of files by the number that spans give them; a file that is not among them is added */
export function render(node: Sexpr, files: string[]): string {
  const lines = new Map<Sexpr, string | undefined>();

  /** On one line; undefined where that is too long. */
  const flat = (n: Sexpr): string | undefined => {
    if (!lines.has(n)) lines.set(n, flatten(n));
    return lines.get(n);
  };
  const flatten = (n: Sexpr): string | undefined => {
    const end = suffix(n.span, files);
    if (n.kind === "word") return n.text + end;
    if (n.kind === "text") return JSON.stringify(n.text) + end;
    const items: string[] = [];
    let length = 0;
    for (const item of n.items) {
      const text = flat(item);
      if (text === undefined || (length += text.length + 1) > width) return undefined;
      items.push(text);
    }
    return `${n.bracket}${items.join(" ")}${closing[n.bracket]}${end}`;
  };
  const at = (n: Sexpr, indent: number): string => {
    const line = flat(n);
    if (n.kind !== "list" || (line !== undefined && indent + line.length <= width)) return line!;
    // Words and texts at the beginning stay on the line of the bracket.
    const firstList = Math.max(n.items.findIndex((i) => i.kind === "list"), 0);
    const head = n.items.slice(0, firstList).map((i) => at(i, indent));
    const rest = n.items.slice(firstList).map((i) => `\n${" ".repeat(indent + 2)}${at(i, indent + 2)}`);
    return `${n.bracket}${head.join(" ")}${rest.join("")}${closing[n.bracket]}${suffix(n.span, files)}`;
  };
  return at(node, 0);
}

/** `@line:column-column` on one line, `@line:column-line:column` otherwise, `@file/…` outside the first file. */
function suffix(span: Span | undefined, files: string[]): string {
  if (!span) return "";
  if (!files.includes(span.file)) files.push(span.file);
  const file = files.indexOf(span.file);
  const end = span.endLine === span.line ? `${span.endColumn}` : `${span.endLine}:${span.endColumn}`;
  return `@${file > 0 ? `${file}/` : ""}${span.line}:${span.column}-${end}`;
}

// Reading

const maxDepth = 1000;
const token = /(?<space>\s+)|(?<comment>;[^\n]*)|(?<open>[([{])|(?<close>[)\]}])|(?<text>"(?:[^"\\\n]|\\.)*")|(?<span>@[0-9/:-]+)|(?<word>[^\s()[\]{}"@;]+)/y;
const spanForm = /^@(?:(\d+)\/)?(\d+):(\d+)-(?:(\d+):)?(\d+)$/;

interface Open { readonly bracket: Bracket; readonly items: Sexpr[]; readonly line: number; readonly column: number }

/**
 * Reads one node.
 * @param fileName of a file by its number, asked when a span is met
 * @throws IrSyntaxError
 */
export function read(source: string, fileName: (index: number) => string | undefined): Sexpr {
  const open: Open[] = [];
  const top: Sexpr[] = [];
  let line = 1, lineStart = 0, offset = 0, touching = false;
  const put = (node: Sexpr): void => void (open.at(-1)?.items ?? top).push(node);
  while (offset < source.length) {
    const column = offset - lineStart + 1;
    const fail = (problem: string): never => {
      throw new IrSyntaxError(line, column, problem);
    };
    token.lastIndex = offset;
    const found = token.exec(source)?.groups ?? fail(`unexpected ${JSON.stringify(source[offset])}`);
    const whole = source.slice(offset, token.lastIndex);
    if (top.length > 0 && open.length === 0 && !found.space && !found.comment && !found.span) fail("unexpected text after the end");
    if (found.open) {
      if (open.length >= maxDepth) fail(`more than ${maxDepth} brackets inside each other`);
      open.push({ bracket: found.open as Bracket, items: [], line, column });
    } else if (found.close) {
      const last = open.pop() ?? fail(`unexpected ${found.close}`);
      if (closing[last.bracket] !== found.close) fail(`expected ${closing[last.bracket]} for the ${last.bracket} at ${last.line}:${last.column}, found ${found.close}`);
      put({ kind: "list", bracket: last.bracket, items: last.items, line: last.line, column: last.column });
    } else if (found.text) {
      put({ kind: "text", text: unquote(found.text, fail), line, column });
    } else if (found.word) {
      put({ kind: "word", text: found.word, line, column });
    } else if (found.span) {
      const owner = open.at(-1)?.items ?? top;
      const last = owner.at(-1);
      if (!touching || !last || last.span) fail("a span that follows nothing");
      owner[owner.length - 1] = { ...last!, span: readSpan(found.span, fileName, fail) };
    }
    touching = Boolean(found.close ?? found.text ?? found.word);
    for (let i = whole.indexOf("\n"); i >= 0; i = whole.indexOf("\n", i + 1)) {
      line++;
      lineStart = offset + i + 1;
    }
    offset = token.lastIndex;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new IrSyntaxError(unclosed.line, unclosed.column, `${unclosed.bracket} is never closed`);
  if (top.length === 0) throw new IrSyntaxError(line, 1, "nothing to read");
  return top[0];
}

function unquote(text: string, fail: (problem: string) => never): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return fail(`not a string: ${text}`);
  }
}

function readSpan(text: string, fileName: (index: number) => string | undefined, fail: (problem: string) => never): Span {
  const match = spanForm.exec(text);
  if (!match) return fail(`not a span: ${text}`);
  const [, file, line, column, endLine, endColumn] = match;
  const name = fileName(Number(file ?? 0));
  if (name === undefined) return fail(`a span in file ${file ?? 0}, which is not listed`);
  return { file: name, line: Number(line), column: Number(column), endLine: Number(endLine ?? line), endColumn: Number(endColumn) };
}
