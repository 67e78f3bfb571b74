import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { SortDecl } from "../ir/protocol.ts";
import { brandOf } from "./brands.ts";
import type { Program } from "./program.ts";
import { spanOf } from "./span.ts";

/** Sorts that the file declares and the protocol does not use. */
export function unusedSorts(program: Program, used: readonly SortDecl[]): Diagnostic[] {
  return program.main.statements.flatMap((statement): Diagnostic[] => {
    if (!ts.isTypeAliasDeclaration(statement)) return [];
    const brand = brandOf(program, program.checker.getTypeAtLocation(statement.name));
    if (brand?.brand !== "sort" && brand?.brand !== "order") return [];
    if (!brand.carried.isStringLiteral()) return [];
    const name = brand.carried.value;
    if (used.some((s) => s.name === name)) return [];
    return [{ code: "T5008", severity: "warning", span: spanOf(statement.name), message: `no state, action or property is about ${name}`, help: "use it, or remove it" }];
  });
}
