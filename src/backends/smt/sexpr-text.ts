/** The brackets of SMT-LIB. Quoted symbols lose their bars, so that they equal the same ones without. */
import { InternalError } from "../../base/assert-never.ts";

export type SExpr = string | readonly SExpr[];

export function readAll(text: string): SExpr[] {
  const open: SExpr[][] = [[]];
  for (const [token] of text.matchAll(/;[^\n]*|[()]|\|[^|]*\||"(?:[^"]|"")*"|[^\s()|;"]+/g)) {
    if (token.startsWith(";")) continue;
    if (token === "(") open.push([]);
    else if (token === ")") {
      const done = open.pop()!;
      if (open.length === 0) throw new InternalError("a bracket too many in the text of a solver");
      open[open.length - 1].push(done);
    } else open[open.length - 1].push(token.startsWith("|") ? token.slice(1, -1) : token);
  }
  if (open.length !== 1) throw new InternalError("a bracket is missing in the text of a solver");
  return open[0];
}
