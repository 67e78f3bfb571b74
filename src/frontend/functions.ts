/** A function of a module that is compiled by itself, with the types of a spec: an implementation, which is read and never run. */
import { resolve } from "node:path";
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Expr } from "../ir/expr.ts";
import type { Param, SortDecl } from "../ir/protocol.ts";
import type { Services } from "./context.ts";
import { isTypeOnly, moduleOf } from "./imported-types.ts";
import type { FunctionLike } from "./lower-context.ts";
import { lowerFunction } from "./lower-body.ts";
import { loadProgram, type Program, type ProofText } from "./program.ts";
import { Snapshot } from "./snapshot.ts";
import { errorAt, refuse } from "./refuse.ts";
import { newSorts } from "./sorts.ts";
import { spanOf, spanOfRange } from "./span.ts";
import { newTypes } from "./types.ts";

export interface CompiledFunction {
  readonly name: string;
  /** Of its name. */
  readonly span: Span;
  readonly params: readonly CompiledParam[];
  /** What it returns, over locals with the names of the parameters. */
  readonly result: Expr;
  /** Where it says, or should say, what it returns. */
  readonly returns: Span;
  /** Those that it mentions. */
  readonly sorts: readonly SortDecl[];
}

export interface CompiledParam extends Param {
  /** Where a part of its type is declared, as far as that is known: a field by its name, a case of a union by its tag. */
  at(path: readonly PartOfType[]): Span;
}

export type PartOfType = { readonly field: string } | { readonly discriminant: string; readonly tag: string };

/**
 * @param spec a file, or a folder with a spec.ts
 * @param file where the function is exported, or its text
 * @throws DiagnosticsError with everything that is wrong with it
 */
export function compileFunction(spec: string, file: string | ProofText, name: string, snapshot = new Snapshot()): CompiledFunction {
  const program = loadProgram(spec, file, snapshot);
  const found: Diagnostic[] = [...valueImports(program)];
  const declaration = exportedFunction(program, name);
  if (found.length > 0) throw new DiagnosticsError(found);
  checkForm(declaration, name);
  const sorts = newSorts();
  const services: Services = { checker: program.checker, typeOf: newTypes(program, sorts), dslName: program.dslName, report: (d) => void found.push(d) };
  const { params, result } = lowerFunction(services, declaration);
  if (found.some((d) => d.severity === "error")) throw new DiagnosticsError(found);
  return {
    name, result, span: spanOf(declaration.name ?? declaration), returns: spanOf(declaration.type ?? declaration.name ?? declaration), sorts: sorts.all,
    params: params.map((p, i) => ({ ...p, at: (path) => partOf(program.checker, declaration.parameters[i], path) })),
  };
}

/** @throws DiagnosticsError */
function exportedFunction(program: Program, name: string): FunctionLike {
  const { checker } = program;
  const file = program.proof!;
  const module = checker.getSymbolAtLocation(file);
  const functions = new Map((module ? checker.getExportsOfModule(module) : []).flatMap((s) => {
    const declaration = functionOf(s.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(s) : s);
    return declaration ? [[s.name, declaration] as const] : [];
  }));
  const wanted = functions.get(name);
  if (wanted) return wanted;
  const others = [...functions.keys()];
  const help = others.length > 0
    ? `name one that it exports: ${others.map((other) => `${file.fileName}#${other}`).join(", ")}`
    : `write export function ${name}(state: State, event: Event): State { … }`;
  throw new DiagnosticsError([{ code: "T3016", severity: "error", message: `there is no exported function ${name}`, span: spanOfRange(file, 0, 0), help }]);
}

function functionOf(symbol: ts.Symbol): FunctionLike | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

function checkForm(declaration: FunctionLike, name: string): void {
  const [generic] = declaration.typeParameters ?? [];
  if (generic) refuse("T3016", generic, `${name} is generic, and nothing says what ${generic.name.text} is`, "write the types of the spec");
  if (!declaration.body) refuse("T3016", declaration, `${name} has several forms`, "write one: state and event, and what becomes of the state");
  if (declaration.parameters.length !== 2) {
    refuse("T3016", declaration.name ?? declaration, `${name} takes ${declaration.parameters.length} arguments, not a state and an event`, `write ${name}(state: State, event: Event): State`);
  }
  const loose = declaration.parameters.find((p) => p.dotDotDotToken ?? p.questionToken ?? p.initializer);
  if (loose) refuse("T3016", loose, "a state and an event are always given", `write ${name}(state: State, event: Event): State`);
}

/** The language has no functions when an implementation runs: what it imports of it as a value would be missing there. */
function valueImports(program: Program): Diagnostic[] {
  const files = new Map(program.files.map((f) => [resolve(f.fileName), f]));
  const seen = new Set<ts.SourceFile>([program.proof!]);
  const found: Diagnostic[] = [];
  for (const file of seen) {
    for (const s of file.statements) {
      if (!(ts.isImportDeclaration(s) || ts.isExportDeclaration(s)) || !s.moduleSpecifier || isTypeOnly(s)) continue;
      const from = files.get(moduleOf(resolve(file.fileName), (s.moduleSpecifier as ts.StringLiteral).text));
      if (from && from !== program.main) seen.add(from);
      else found.push(errorAt("T3019", s, `${s.moduleSpecifier.getText()} has no values when the implementation runs`, "import types only, import type { … }, and write plain TypeScript: loops, every, some"));
    }
  }
  return found;
}

function partOf(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration, path: readonly PartOfType[]): Span {
  let type = checker.getTypeAtLocation(parameter);
  let place: ts.Node = parameter;
  for (const part of path) {
    const cases = type.isUnion() ? type.types : [type];
    if ("tag" in part) {
      const tagOf = (t: ts.Type): ts.Symbol | undefined => {
        const property = t.getProperty(part.discriminant);
        const tag = property && checker.getTypeOfSymbol(property);
        return (tag?.isUnion() ? tag.types : [tag]).some((x) => x?.isStringLiteral() && x.value === part.tag) ? property : undefined;
      };
      const found = cases.find(tagOf);
      if (!found) return spanOf(place);
      [type, place] = [found, tagOf(found)?.valueDeclaration ?? place];
      continue;
    }
    const property = cases.map((t) => t.getProperty(part.field)).find((p) => p !== undefined);
    if (!property?.valueDeclaration) return spanOf(place);
    [type, place] = [checker.getTypeOfSymbol(property), property.valueDeclaration];
  }
  return spanOf(place);
}
