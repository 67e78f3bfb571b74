/** Which state the spec is about: the fields of the system that an adapter makes, and whatever else `observe` looks at. */
import ts from "typescript";
import type { Calls } from "./calls.ts";
import type { Code } from "./load.ts";
import { declarationsOf, type FunctionNode, hasBody, isAccess, propertyOf, walk } from "./symbols.ts";

export class Guarded {
  readonly #classes = new Set<ts.Node>();
  /** Fields and variables of modules, by what declares them; with the names that people know them by. */
  readonly #fields = new Map<ts.Node, string>();

  constructor(private readonly code: Code) {}

  get names(): string[] {
    return [...new Set(this.#fields.values())].toSorted();
  }

  /** Whether values of this type are what is guarded: an instance of one of the classes. */
  isSystem(type: ts.Type): boolean {
    if (type.isUnionOrIntersection()) return type.types.some((t) => this.isSystem(t));
    if ((type.symbol?.declarations ?? []).some((d) => this.#classes.has(d))) return true;
    const constraint = type.isTypeParameter() ? this.code.checker.getBaseConstraintOfType(type) : undefined;
    if (constraint && constraint !== type) return this.isSystem(constraint);
    return type.isClassOrInterface() && this.code.checker.getBaseTypes(type).some((b) => this.isSystem(b));
  }

  /** `LockService.stored`, where the symbol is a field of it or a variable; undefined for any other. */
  fieldOf(symbol: ts.Symbol | undefined): string | undefined {
    for (const d of declarationsOf(symbol, this.code)) {
      const name = this.#fields.get(d);
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** The field that somebody could mean by that name. */
  named(name: string): string | undefined {
    return [...this.#fields.values()].find((f) => f.endsWith(`.${name}`));
  }

  /** All that values of this type consist of. A literal object is looked into, as it holds the system's parts together. */
  addType(type: ts.Type, depth = 0): void {
    if (depth > 5) return;
    if (type.isUnionOrIntersection()) return type.types.forEach((t) => this.addType(t, depth));
    const declarations = (type.symbol?.declarations ?? []).filter((d) => this.code.isOwn(d) && !this.#classes.has(d));
    for (const d of declarations) {
      if (ts.isClassLike(d)) this.addClass(d);
      else if (ts.isInterfaceDeclaration(d) || ts.isTypeLiteralNode(d) || ts.isObjectLiteralExpression(d)) {
        this.#classes.add(d);
        for (const property of this.code.checker.getPropertiesOfType(type)) {
          const found = property.declarations?.[0];
          if (!found || ts.isMethodDeclaration(found) || ts.isMethodSignature(found)) continue;
          this.#fields.set(found, property.name);
          this.addType(this.code.checker.getTypeOfSymbol(property), depth + 1);
        }
      }
    }
    if (type.isClassOrInterface()) for (const base of this.code.checker.getBaseTypes(type)) this.addType(base, depth + 1);
  }

  addClass(declaration: ts.ClassLikeDeclaration): void {
    if (this.#classes.has(declaration) || !this.code.isOwn(declaration)) return;
    this.#classes.add(declaration);
    const { symbol } = this.code.checker.getTypeAtLocation(declaration);
    const statics = declaration.name ? this.code.checker.getSymbolAtLocation(declaration.name)?.exports : undefined;
    for (const table of [symbol?.members, statics]) {
      table?.forEach((member) => {
        // Accessors and methods are functions: what they change is found in them.
        if (!(member.flags & ts.SymbolFlags.Property) || member.flags & ts.SymbolFlags.Prototype) return;
        for (const d of member.declarations ?? []) this.#fields.set(d, `${declaration.name?.text ?? "class"}.${readable(member.name)}`);
      });
    }
  }

  /** Whatever these functions read, and what they call: fields of classes, and variables of modules. */
  addRead(starts: readonly FunctionNode[], calls: Calls, adapter: ts.SourceFile): void {
    for (const reader of calls.reachable(starts)) {
      walk(reader, (node) => {
        if (isAccess(node)) {
          for (const d of declarationsOf(propertyOf(node, this.code), this.code)) if (ts.isClassLike(d.parent)) this.addClass(d.parent); else if (ts.isParameter(d) && ts.isClassLike(d.parent.parent)) this.addClass(d.parent.parent);
        } else if (ts.isIdentifier(node)) this.#addVariable(node, adapter);
      });
    }
  }

  #addVariable(node: ts.Identifier, adapter: ts.SourceFile): void {
    for (const d of declarationsOf(this.code.checker.getSymbolAtLocation(node), this.code)) {
      const atTop = ts.isVariableDeclaration(d) && ts.isVariableStatement(d.parent.parent) && ts.isSourceFile(d.parent.parent.parent);
      if (!atTop || !this.code.isOwn(d) || d.getSourceFile() === adapter || (d.initializer && hasBody(d.initializer))) continue;
      this.#fields.set(d, d.name.getText());
    }
  }
}

/** The compiler marks private names with a number. */
const readable = (name: string): string => name.replace(/^__#\d+@/, "");
