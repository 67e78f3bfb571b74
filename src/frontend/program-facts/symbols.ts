/** Small questions about nodes that the readers of code share. Things are told apart by their declarations. */
import ts from "typescript";
import type { Code } from "./load.ts";

export type FunctionNode = ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration;

/** Without what only tells the compiler something, and without `await`. */
export function bare(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node) || ts.isAwaitExpression(node)) return bare(node.expression);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken ? bare(node.right) : node;
}

/** `=`, `+=`, `??=`, … */
export const isAssignment = (node: ts.Node): node is ts.AssignmentExpression<ts.AssignmentOperatorToken> =>
  ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;

export const isAccess = (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** Where the things that a name means are declared; of imports, where they come from. */
export function declarationsOf(symbol: ts.Symbol | undefined, { checker }: Code): readonly ts.Declaration[] {
  if (!symbol) return [];
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return real.declarations ?? [];
}

/** The name in an access; undefined where only running it would tell. */
export function accessName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, { checker }: Code): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const key = bare(node.argumentExpression);
  if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) return key.text;
  const type = checker.getTypeAtLocation(key);
  return type.isStringLiteral() ? type.value : undefined;
}

/** What an access is of, whatever casts stand in between. */
export function propertyOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, code: Code): ts.Symbol | undefined {
  const { checker } = code;
  const direct = checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression);
  if (ts.isPropertyAccessExpression(node) && direct?.declarations) return direct;
  const name = accessName(node, code);
  return name === undefined ? undefined : checker.getPropertyOfType(checker.getApparentType(checker.getTypeAtLocation(bare(node.expression))), name);
}

const primitive = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.ESSymbolLike | ts.TypeFlags.VoidLike | ts.TypeFlags.Null | ts.TypeFlags.Never;

/** A value that nobody can change. */
export const isPlain = (type: ts.Type): boolean => (type.isUnion() ? type.types.every(isPlain) : (type.flags & primitive) !== 0);

export const isAny = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;

/** Methods that call what they are given at once, and keep nothing of it. */
const inlineMethods = new Set(["forEach", "map", "filter", "some", "every", "find", "findIndex", "findLast", "findLastIndex", "flatMap", "reduce", "reduceRight", "sort", "toSorted", "from"]);

/** A function expression that is part of the code around it: it is called on the spot, and never later. */
function isInline(node: ts.Node, code: Code): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  let outer: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  if (!ts.isCallExpression(outer)) return false;
  if (bare(outer.expression) === node) return true;
  const callee = bare(outer.expression);
  return ts.isPropertyAccessExpression(callee) && inlineMethods.has(callee.name.text) && declarationsOf(code.checker.getSymbolAtLocation(callee.name), code).some((d) => code.isLibrary(d));
}

/** The function that a node is in; null at the top of a file. Parts of a function that run at once are not functions of their own. */
export function ownerOf(node: ts.Node, code: Code): FunctionNode | null {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if ((ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at)) && hasBody(at) && !isInline(at, code)) return at;
  }
  return null;
}

export const hasBody = (node: ts.Node): node is FunctionNode => "body" in node && node.body !== undefined && (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node));

/** The function behind a declaration: itself, or what a variable or property begins with. */
export function functionOf(declaration: ts.Node): FunctionNode | undefined {
  if (hasBody(declaration)) return declaration;
  if ((ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) && declaration.initializer) {
    const value = bare(declaration.initializer);
    return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
  }
  return undefined;
}

/** `LockService.acquire`, `helper`; a function without a name has that of what is around it. */
export function functionName(node: FunctionNode | null, file: string): string {
  if (node === null) return `the top level of ${file}`;
  const named = ts.isConstructorDeclaration(node) ? "constructor" : ts.isClassStaticBlockDeclaration(node) ? "static block" : node.name?.getText() ?? nameAround(node);
  const around = enclosing(node);
  return [around, named ?? "a function"].filter((n) => n !== undefined).join(".");
}

function nameAround(node: ts.Node): string | undefined {
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) ? parent.name.getText() : undefined;
}

function enclosing(node: ts.Node): string | undefined {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isClassLike(at)) return at.name?.text;
    if (hasBody(at) && !ts.isArrowFunction(at) && !ts.isConstructorDeclaration(at)) return functionName(at, "");
  }
  return undefined;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
