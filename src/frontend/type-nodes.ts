/** Where in the text of a type its parts stand, so that an error points at the part. */
import ts from "typescript";

/** The `index`-th type argument as written, or the node itself where it is not written out. */
export function typeArgument(at: ts.Node, index: number): ts.Node {
  if (ts.isTypeReferenceNode(at) || ts.isNewExpression(at) || ts.isExpressionWithTypeArguments(at)) return at.typeArguments?.[index] ?? at;
  if (ts.isArrayTypeNode(at) && index === 0) return at.elementType;
  if (ts.isTypeOperatorNode(at)) return typeArgument(at.type, index);
  if (ts.isParenthesizedTypeNode(at)) return typeArgument(at.type, index);
  return at;
}

/** The member of a written union that has this type, or the node itself. */
export function part(checker: ts.TypeChecker, at: ts.Node, type: ts.Type): ts.Node {
  if (ts.isParenthesizedTypeNode(at)) return part(checker, at.type, type);
  if (!ts.isUnionTypeNode(at)) return at;
  const member = at.types.find((t) => checker.getTypeFromTypeNode(t) === type);
  return member ? aliased(checker, member) : at;
}

/** The type of a declaration as written, or the name that it is inferred for; any other node as it is. */
export function written(at: ts.Node): ts.Node {
  return ts.isParameter(at) || ts.isPropertyDeclaration(at) || ts.isVariableDeclaration(at) ? (at.type ?? at.name) : at;
}

/** What the name of an alias without parameters stands for, as it is written in a spec. */
export function aliased(checker: ts.TypeChecker, at: ts.Node): ts.Node {
  if (!ts.isTypeReferenceNode(at) || at.typeArguments) return at;
  const named = checker.getSymbolAtLocation(at.typeName);
  const symbol = named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol?.declarations?.[0];
  if (!declaration || !ts.isTypeAliasDeclaration(declaration) || declaration.typeParameters) return at;
  return declaration.getSourceFile().isDeclarationFile ? at : aliased(checker, declaration.type);
}

/** The type as written with a property, if it is. */
export function typeNodeOf(property: ts.Symbol): ts.Node | undefined {
  const declaration = property.valueDeclaration;
  if (declaration && ts.isMethodSignature(declaration)) return declaration;
  if (!declaration || !(ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration))) return undefined;
  return declaration.type;
}
