import ts from "typescript";
import { mapOf, showType, type Type } from "../ir/type.ts";
import type { TypeArgs } from "./context.ts";
import type { Conversion } from "./conversion.ts";
import { refuse } from "./refuse.ts";
import { typeArgument } from "./type-nodes.ts";

/** `Record` and `Map`, however they are named; undefined for any other type. */
export function mapType(type: ts.ObjectType, at: ts.Node, c: Conversion): Type | undefined {
  const { checker, origin } = c.program;
  if ((type.symbol?.name === "Map" || type.symbol?.name === "ReadonlyMap") && origin(type.symbol) === "lib") {
    const [key, value] = checker.getTypeArguments(type as ts.TypeReference);
    return mapOf(c.convert(key, typeArgument(at, 0)), c.convert(value, typeArgument(at, 1)), false);
  }
  const mapped = type as MappedType;
  const utility = utilityOf(type, c);
  if (utility === "Record") return total(mapped, at, c);
  const [index] = checker.getIndexInfosOfType(type);
  const inner = mapped.modifiersType;
  if (utility === "Partial" && inner && (index || utilityOf(inner, c) === "Record")) {
    return refuse("T2002", at, "a partial Record is not part of the language", "write Map<K, V>, or Record<K, V | undefined>");
  }
  if (utility && inner && utilityOf(inner, c) === "Record") return total(inner as MappedType, typeArgument(at, 0), c);
  if (utility && inner && inner.flags & ts.TypeFlags.TypeParameter) return c.convert(inner, typeArgument(at, 0));
  if (index && !checker.isArrayType(type) && !(type.symbol && origin(type.symbol) === "lib" && !utility)) {
    return refuse("T2008", at, `a map from ${checker.typeToString(index.keyType)}`, "write Record<Node, V> with a sort, an enum or an Int<0, 7> for a key; or Map<K, V> where some keys have no value");
  }
  return undefined;
}

/** What the compiler keeps of a mapped type once its properties are asked for. */
type MappedType = ts.ObjectType & { readonly constraintType?: ts.Type; readonly modifiersType?: ts.Type };

/** The name of the library's mapped type (`Record`, `Readonly`, …) that a type is an instance of, also behind an alias. */
function utilityOf(type: ts.Type, c: Conversion): string | undefined {
  const node = type.symbol?.declarations?.[0];
  if (!node || !ts.isMappedTypeNode(node) || !ts.isTypeAliasDeclaration(node.parent) || c.program.origin(type.symbol) !== "lib") return undefined;
  type.getProperties();
  return node.parent.name.text;
}

function total(type: MappedType, at: ts.Node, c: Conversion): Type {
  const { key, value, typeArgs } = keyAndValue(type, at, c);
  if (!key || !value) return refuse("T2008", at, "this Record cannot be settled here", "write Record<K, V> where it is used, with a sort, an enum or an Int<0, 7> for K");
  const node = typeArgument(at, 0);
  if ((key.isUnion() ? key.types : [key]).some((k) => k.flags & (ts.TypeFlags.String | ts.TypeFlags.Number))) {
    const help = ts.isTypeNode(node) ? "write a sort, an enum or an Int<0, 7> for the key" : "write the type: const votes: Record<Node, boolean> = fill(false)";
    return refuse("T2008", node, `a Record over ${c.program.checker.typeToString(key)} has no fixed set of keys`, help);
  }
  const k = c.convert(key, node, { typeArgs });
  if (k.kind !== "sort" && k.kind !== "enum" && k.kind !== "int") return refuse("T2008", node, `${showType(k)} cannot be the key of a Record`, "write a sort, an enum or an Int<0, 7>; or Map<K, V>");
  return mapOf(k, c.convert(value, typeArgument(at, 1), { typeArgs }), true);
}

interface KeyAndValue { readonly key?: ts.Type; readonly value?: ts.Type; readonly typeArgs?: TypeArgs }

function keyAndValue(type: MappedType, at: ts.Node, c: Conversion): KeyAndValue {
  const { checker } = c.program;
  const [property] = type.getProperties();
  const [index] = checker.getIndexInfosOfType(type);
  const settled = index?.type ?? (property && checker.getTypeOfSymbol(property));
  if (settled) return { key: type.constraintType, value: settled };
  // In a generic class, over a type parameter: the alias at hand still knows the arguments.
  if (type.aliasSymbol?.name === "Record") return { key: type.aliasTypeArguments?.[0], value: type.aliasTypeArguments?.[1] };
  const alias = type.aliasSymbol?.declarations?.[0];
  if (!alias || !ts.isTypeAliasDeclaration(alias) || !ts.isTypeReferenceNode(alias.type) || alias.type.typeArguments?.length !== 2) return {};
  const [key, value] = alias.type.typeArguments.map((node) => checker.getTypeFromTypeNode(node));
  const own = (alias.typeParameters ?? []).map((p, i): [ts.Symbol, Type] => [
    checker.getSymbolAtLocation(p.name)!, c.convert(type.aliasTypeArguments![i], typeArgument(at, i)),
  ]);
  return { key, value, typeArgs: new Map([...c.typeArgs, ...own]) };
}
