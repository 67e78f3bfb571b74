/** What "tenet" has for formulas. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { libraryPaths } from "./library-paths.ts";

export interface LibraryName { readonly name: string; readonly type: boolean }

/** In the order of the declarations. Roles are for methods, and guards for actions. */
export function libraryNames(): LibraryName[] {
  const { dsl } = libraryPaths();
  const file = ts.createSourceFile(dsl, readFileSync(dsl, "utf8"), ts.ScriptTarget.ESNext, true);
  return file.statements.flatMap((s): LibraryName[] => {
    if (!ts.canHaveModifiers(s) || !ts.getModifiers(s)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isTypeAliasDeclaration(s)) return [{ name: s.name.text, type: true }];
    if (ts.isClassDeclaration(s) && s.name) return [{ name: s.name.text, type: false }];
    return ts.isFunctionDeclaration(s) && s.name && isOfFormulas(s) ? [{ name: s.name.text, type: false }] : [];
  }).filter((n, i, all) => all.findIndex((o) => o.name === n.name) === i);
}

const isOfFormulas = ({ type, parameters }: ts.FunctionDeclaration): boolean =>
  !(type && ts.isTypePredicateNode(type)) && !parameters.some((p) => p.name.getText() === "context");
