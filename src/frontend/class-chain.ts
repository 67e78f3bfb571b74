/** A class with those that it extends. */
import ts from "typescript";
import type { TypeArgs } from "./context.ts";
import type { Program } from "./program.ts";
import { refuse } from "./refuse.ts";
import { typeArgument } from "./type-nodes.ts";
import type { TypeOf } from "./types.ts";

export interface Link {
  readonly declaration: ts.ClassDeclaration;
  /** What the type parameters of this very class stand for. */
  readonly typeArgs: TypeArgs;
}

/** What a name refers to, imports followed. */
function classNamed(program: Program, node: ts.Expression): ts.ClassDeclaration | undefined {
  const named = program.checker.getSymbolAtLocation(node);
  const symbol = named && named.flags & ts.SymbolFlags.Alias ? program.checker.getAliasedSymbol(named) : named;
  return symbol?.declarations?.find(ts.isClassDeclaration);
}

const ofSpec = (program: Program, declaration: ts.ClassDeclaration): boolean => program.files.includes(declaration.getSourceFile());

/** The class that an expression makes an object of, if it is one of a spec. */
export function classMade(program: Program, node: ts.Expression | undefined): ts.ClassDeclaration | undefined {
  if (!node) return undefined;
  if (ts.isParenthesizedExpression(node)) return classMade(program, node.expression);
  if (!ts.isNewExpression(node)) return undefined;
  const made = classNamed(program, node.expression);
  return made && ofSpec(program, made) ? made : undefined;
}

export function heritage(declaration: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return declaration.heritageClauses?.find((h) => h.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

/** The class that another extends; undefined where it extends none. */
export function baseOf(program: Program, declaration: ts.ClassDeclaration): ts.ClassDeclaration | undefined {
  const extended = heritage(declaration);
  return extended && classNamed(program, extended.expression);
}

/**
 * The class and its bases, the most derived first.
 * @throws DiagnosticsError where a base is not a class of a spec
 */
export function chainOf(program: Program, typeOf: TypeOf, declaration: ts.ClassDeclaration, typeArgs: TypeArgs): Link[] {
  const link = { declaration, typeArgs };
  const extended = heritage(declaration);
  if (!extended) return [link];
  const base = classNamed(program, extended.expression);
  if (!base || !ofSpec(program, base)) {
    return refuse("T3011", extended.expression, `${extended.expression.getText()} is not a class of a spec`, "extend a class that is declared in a spec, or hold the value in a field");
  }
  const type = program.checker.getTypeAtLocation(extended);
  return [link, ...chainOf(program, typeOf, base, argumentsOf(program, typeOf, base, type, extended, typeArgs))];
}

/** What the type parameters of `declaration` stand for in an object of type `type`. */
export function argumentsOf(
  program: Program, typeOf: TypeOf, declaration: ts.ClassDeclaration, type: ts.Type, at: ts.Node, outer: TypeArgs, bound = "",
): TypeArgs {
  const parameters = declaration.typeParameters ?? [];
  if (parameters.length === 0) return noArgs;
  const given = program.checker.getTypeArguments(type as ts.TypeReference);
  return new Map(parameters.map((p, i) => [program.checker.getSymbolAtLocation(p.name)!, typeOf(given[i], typeArgument(at, i), outer, bound)]));
}

const noArgs: TypeArgs = new Map();
