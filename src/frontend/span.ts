import type ts from "typescript";
import type { Span } from "../base/span.ts";

/** The range of a node without the comments before it. Program file names are display names already: see `program.ts`. */
export function spanOf(node: ts.Node): Span {
  const file = node.getSourceFile();
  return spanOfRange(file, node.getStart(file), node.getEnd());
}

/** The range between two offsets of a file. */
export function spanOfRange(file: ts.SourceFile, start: number, end: number): Span {
  const excerpt = excerpts.get(file)?.find((e) => e.from <= start && start < e.to);
  const from = place(file, excerpt, start);
  const to = place(file, excerpt, Math.max(start, end));
  return {
    file: excerpt?.name ?? file.fileName,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** A part of a file that was put there: whoever wrote it knows its own lines only. */
export interface Excerpt {
  /** Stands in spans instead of the name of the file. */
  readonly name: string;
  /** What was written, as offsets of the file. */
  readonly start: number;
  readonly end: number;
  /** The same with what was put around it, which counts as its start or end. */
  readonly from: number;
  readonly to: number;
}

const excerpts = new WeakMap<ts.SourceFile, readonly Excerpt[]>();

/** From now on, places in these parts of the file are told as places in them. */
export function tellApart(file: ts.SourceFile, parts: readonly Excerpt[]): void {
  excerpts.set(file, parts);
}

function place(file: ts.SourceFile, excerpt: Excerpt | undefined, offset: number): ts.LineAndCharacter {
  if (!excerpt) return file.getLineAndCharacterOfPosition(offset);
  const first = file.getLineAndCharacterOfPosition(excerpt.start);
  const { line, character } = file.getLineAndCharacterOfPosition(Math.min(Math.max(offset, excerpt.start), excerpt.end));
  return { line: line - first.line, character: line === first.line ? character - first.character : character };
}
