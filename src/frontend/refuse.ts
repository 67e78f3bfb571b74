import type ts from "typescript";
import type { Code } from "../base/codes.ts";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { spanOf } from "./span.ts";

type Notes = NonNullable<Diagnostic["notes"]>;

/** An error at a node. Messages say what is wrong, `help` what to write instead. */
export function errorAt(code: Code, at: ts.Node, message: string, help: string, notes?: Notes): Diagnostic {
  return { code, severity: "error", message, span: spanOf(at), help, ...(notes && { notes }) };
}

/** Abandons the member at hand with one error. */
export function refuse(code: Code, at: ts.Node, message: string, help: string, notes?: Notes): never {
  throw new DiagnosticsError([errorAt(code, at, message, help, notes)]);
}
