import type ts from "typescript";
import type { Span } from "../base/span.ts";

/** The range of a node without the comments before it. Program file names are display names already: see `program.ts`. */
export function spanOf(node: ts.Node): Span {
  const file = node.getSourceFile();
  return spanOfRange(file, node.getStart(file), node.getEnd());
}

/** The range between two offsets of a file. */
export function spanOfRange(file: ts.SourceFile, start: number, end: number): Span {
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(Math.max(start, end));
  return {
    file: file.fileName,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
