/** Types that a spec takes from other files, and what a module is called from another place. */
import { dirname, isAbsolute, relative, resolve } from "node:path";
import ts from "typescript";

export interface TypeImport {
  /** As between the braces of an import: `Message`, or `Message as M`. */
  readonly name: string;
  /** The absolute path of a file, or the name of a package. */
  readonly module: string;
}

/** By their names in this file. What is imported without `type` counts if it is used as one; the DSL's own names are no part of them. */
export function importedTypes(file: ts.SourceFile, path: string, used: ReadonlySet<string>): Map<string, TypeImport> {
  return new Map(file.statements.filter(ts.isImportDeclaration).flatMap((s) => {
    const bindings = s.importClause?.namedBindings;
    const from = specifierOf(s);
    if (from === "tenet" || !bindings || !ts.isNamedImports(bindings)) return [];
    const types = bindings.elements.filter((e) => s.importClause?.isTypeOnly || e.isTypeOnly || used.has(e.name.text));
    return types.map((e) => [e.name.text, { name: e.propertyName ? `${e.propertyName.text} as ${e.name.text}` : e.name.text, module: moduleOf(path, from) }] as const);
  }));
}

export const specifierOf = (i: ts.ImportDeclaration): string => (i.moduleSpecifier as ts.StringLiteral).text;

/** Whether nothing of the module is needed when the file runs. */
export function isTypeOnly(s: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(s)) return s.isTypeOnly || (s.exportClause !== undefined && ts.isNamedExports(s.exportClause) && s.exportClause.elements.every((e) => e.isTypeOnly));
  const { importClause } = s;
  if (!importClause) return false;
  const bindings = importClause.namedBindings;
  return importClause.isTypeOnly || (!importClause.name && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((e) => e.isTypeOnly));
}

/** What a file means by a specifier. */
export const moduleOf = (file: string, specifier: string): string =>
  specifier.startsWith(".") ? resolve(dirname(file), specifier.replace(/(\.[jt]s)?$/, ".ts")) : specifier;

/** How a file names a module. */
export function specifierFor(file: string, module: string): string {
  if (!isAbsolute(module)) return module;
  const path = relative(dirname(resolve(file)), module).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
