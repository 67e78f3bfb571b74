/** What the type parameters of a function stand for at one call. */
import ts from "typescript";
import { join } from "../ir/build.ts";
import type { Type } from "../ir/type.ts";
import type { TypeArgs } from "./context.ts";
import type { Cx, FunctionLike } from "./lower-context.ts";
import { typeAt } from "./lower-types.ts";
import { refuse } from "./refuse.ts";

/**
 * @param call with its caller's context
 * @param given the types of the arguments; undefined for functions and absent ones
 * @param outer type arguments in force where the function is declared
 */
export function inferTypeArgs(
  cx: Cx, declaration: FunctionLike, call: ts.CallExpression, given: readonly (Type | undefined)[], expected: Type | undefined, outer: TypeArgs,
): TypeArgs {
  const parameters = declaration.typeParameters ?? [];
  if (parameters.length === 0) return outer;
  const { checker } = cx.member.services;
  const found = new Map<ts.Symbol, Type>();
  const symbols = parameters.map((p) => checker.getSymbolAtLocation(p.name)!);
  const inference = new Inference(checker, new Set(symbols), found);
  if (call.typeArguments) call.typeArguments.forEach((t, i) => found.set(symbols[i], typeAt(cx, t)));
  else declaration.parameters.forEach((p, i) => given[i] && inference.match(checker.getTypeAtLocation(p), given[i]));
  const signature = checker.getSignatureFromDeclaration(declaration);
  if (signature && expected) inference.match(checker.getReturnTypeOfSignature(signature), expected);
  parameters.forEach((p, i) => {
    if (found.has(symbols[i]) || !isUsed(declaration, p)) return;
    refuse("T4030", call, `what \`${p.name.text}\` stands for cannot be inferred`, `write it out: ${call.expression.getText()}<…>(…)`);
  });
  return new Map([...outer, ...found]);
}

/** A parameter that only occurs in the types of functions given as arguments is known where those are. */
function isUsed(declaration: FunctionLike, parameter: ts.TypeParameterDeclaration): boolean {
  const mentions = (node: ts.Node): boolean =>
    (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === parameter.name.text) || (ts.forEachChild(node, mentions) ?? false);
  return declaration.body !== undefined && mentions(declaration.body);
}

class Inference {
  constructor(private readonly checker: ts.TypeChecker, private readonly wanted: ReadonlySet<ts.Symbol>, private readonly found: Map<ts.Symbol, Type>) {}

  /** Where `declared` mentions a type parameter, takes what stands in its place in `actual`. */
  match(declared: ts.Type, actual: Type): void {
    if (declared.flags & ts.TypeFlags.TypeParameter) {
      if (!this.wanted.has(declared.symbol)) return;
      const known = this.found.get(declared.symbol);
      const type = known ? join(known, actual) : actual;
      if (type) this.found.set(declared.symbol, type);
      return;
    }
    if (declared.isUnion()) {
      const rest = declared.types.filter((t) => !(t.flags & ts.TypeFlags.Undefined));
      if (rest.length === 1) this.match(rest[0], actual.kind === "option" ? actual.of : actual);
      return;
    }
    const [first, second] = this.arguments(declared);
    switch (actual.kind) {
      case "set": case "seq": case "bag": case "majority":
        if (first) this.match(first, actual.of);
        return;
      case "map":
        if (first) this.match(first, actual.key);
        if (second) this.match(second, actual.value);
        return;
      case "record":
        for (const f of actual.fields) {
          const property = declared.getProperty(f.name);
          if (property) this.match(this.checker.getTypeOfSymbol(property), f.type);
        }
        return;
      default: return;
    }
  }

  private arguments(type: ts.Type): readonly ts.Type[] {
    if (type.aliasTypeArguments) return type.aliasTypeArguments;
    if (type.isIntersection()) return type.types.map((t) => this.arguments(t)).find((a) => a.length > 0) ?? [];
    return type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference
      ? this.checker.getTypeArguments(type as ts.TypeReference)
      : [];
  }
}
