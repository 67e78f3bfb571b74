/** Reads the brands by which the DSL marks its types: `Sort`, `Order`, `Int`, `Majority`, `Seq`. */
import ts from "typescript";
import type { Program } from "./program.ts";

export type Brand = "sort" | "order" | "int" | "majority" | "seq";

/** The brand of a type, with the type that it carries (for `Sort<"Node">` the literal type "Node"). */
export function brandOf(program: Program, type: ts.Type): { readonly brand: Brand; readonly carried: ts.Type } | undefined {
  if (!type.isIntersection()) return undefined;
  for (const property of type.getProperties()) {
    const brand = brandName(program, property);
    if (brand) return { brand, carried: program.checker.getTypeOfSymbol(property) };
  }
  return undefined;
}

const brands: Readonly<Record<string, Brand>> = {
  sortBrand: "sort", orderBrand: "order", intBrand: "int", majorityBrand: "majority", seqBrand: "seq",
};

function brandName(program: Program, property: ts.Symbol): Brand | undefined {
  const declaration = property.declarations?.[0];
  if (!declaration || program.origin(property) !== "dsl" || !ts.isPropertySignature(declaration)) return undefined;
  if (!ts.isComputedPropertyName(declaration.name) || !ts.isIdentifier(declaration.name.expression)) return undefined;
  return brands[declaration.name.expression.text];
}
