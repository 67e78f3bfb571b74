/**
 * Which expressions may stand for guarded state, under whatever name: followed through variables, parameters, results and fields, until
 * nothing new is found. Coarse where it must be: a name that once stood for guarded state is taken to do so everywhere.
 */
import ts from "typescript";
import type { Calls } from "./calls.ts";
import type { Guarded } from "./guarded.ts";
import type { Code } from "./load.ts";
import { bare, declarationsOf, type FunctionNode, hasBody, isAccess, isAssignment, isPlain, ownerOf, propertyOf, walk } from "./symbols.ts";

/**
 * `system`: the guarded object itself. 0: a part of it, shared and not copied, so that changing it changes the state. A number above:
 * something new, so many accesses away from such parts.
 */
export type Reach = "system" | 0 | 1 | 2 | 3;

const distance = (reach: Reach): number => (reach === "system" ? -1 : reach);
const join = (a: Reach | undefined, b: Reach | undefined): Reach | undefined => (a === undefined ? b : b === undefined ? a : distance(a) <= distance(b) ? a : b);

/** Inside of something new. */
const within = (reach: Reach | undefined): Reach | undefined => (reach === undefined || reach === 3 ? undefined : reach === "system" ? 1 : (reach + 1) as Reach);
/** Something new with the same elements. */
const copied = (reach: Reach | undefined): Reach | undefined => (reach === 0 || reach === "system" ? 1 : reach);
/** What is found in it. */
const element = (reach: Reach): Reach => (reach === "system" ? 0 : Math.max(reach - 1, 0) as Reach);

/** What gives out an element of a collection, and what makes a new one of its elements. */
const gives = new Set(["get", "at", "find", "findLast", "pop", "shift"]);
const gathers = new Set(["values", "entries", "slice", "filter", "concat", "toSorted", "toReversed", "toSpliced", "with", "flat", "splice", "sort", "reverse", "union", "intersection", "difference", "symmetricDifference"]);

/** More rounds than there are steps from one name to the next in any code that somebody reads. */
const mostRounds = 12;

export class Reaches {
  readonly #names = new Map<ts.Node, Reach>();
  readonly #results = new Map<ts.Node, Reach>();
  #changed = false;

  constructor(private readonly code: Code, private readonly guarded: Guarded, private readonly calls: Calls) {
    for (let round = 0; round < mostRounds; round++) {
      this.#changed = false;
      for (const file of code.files) walk(file, (node) => this.#follow(node));
      if (!this.#changed) break;
    }
  }

  of(given: ts.Expression): Reach | undefined {
    const node = bare(given);
    const type = this.code.checker.getTypeAtLocation(node);
    if (this.guarded.isSystem(type) && !ts.isObjectLiteralExpression(node)) return "system";
    const symbol = ts.isIdentifier(node) ? this.code.checker.getSymbolAtLocation(node) : undefined;
    // A name is what was once put there, whatever type it is said to have.
    const named = this.#named(symbol);
    if (named !== undefined) return named;
    if (isPlain(type)) return undefined;
    if (ts.isIdentifier(node)) return this.guarded.fieldOf(symbol) === undefined ? undefined : 0;
    if (isAccess(node)) return this.#access(node);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isNewExpression(node)) return this.#isLibrary(node.expression) ? copied((node.arguments ?? []).map((a) => this.#item(a)).reduce(join, undefined)) : undefined;
    if (ts.isConditionalExpression(node)) return join(this.of(node.whenTrue), this.of(node.whenFalse));
    if (ts.isBinaryExpression(node)) {
      if (isAssignment(node)) return this.of(node.right);
      return [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.QuestionQuestionToken].includes(node.operatorToken.kind) ? join(this.of(node.left), this.of(node.right)) : undefined;
    }
    if (ts.isArrayLiteralExpression(node)) return node.elements.map((e) => (ts.isSpreadElement(e) ? copied(this.of(e.expression)) : within(this.of(e)))).reduce(join, undefined);
    return ts.isObjectLiteralExpression(node) ? node.properties.map((p) => this.#member(p)).reduce(join, undefined) : undefined;
  }

  #item(node: ts.Expression): Reach | undefined {
    return this.of(ts.isSpreadElement(node) ? node.expression : node);
  }

  #member(p: ts.ObjectLiteralElementLike): Reach | undefined {
    if (ts.isSpreadAssignment(p)) return copied(this.of(p.expression));
    if (ts.isPropertyAssignment(p)) return within(this.of(p.initializer));
    return ts.isShorthandPropertyAssignment(p) ? within(this.#named(this.code.checker.getShorthandAssignmentValueSymbol(p))) : undefined;
  }

  #named(symbol: ts.Symbol | undefined): Reach | undefined {
    return declarationsOf(symbol, this.code).map((d) => this.#names.get(d)).reduce(join, undefined);
  }

  #access(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): Reach | undefined {
    const symbol = propertyOf(node, this.code);
    if (this.guarded.fieldOf(symbol) !== undefined) return 0;
    const base = this.of(node.expression);
    if (base !== undefined && base !== "system") return element(base);
    const isField = symbol === undefined || (symbol.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor)) === 0;
    const getter = declarationsOf(symbol, this.code).map((d) => this.#results.get(d)).reduce(join, undefined);
    return join(base === "system" && isField ? 0 : undefined, join(this.#named(symbol), getter));
  }

  #call(node: ts.CallExpression): Reach | undefined {
    const callee = bare(node.expression);
    if (this.#isLibrary(callee)) {
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
      const first = node.arguments[0] ? this.of(node.arguments[0]) : undefined;
      if (/^(Object\.(assign|freeze|seal|defineProperty|defineProperties|setPrototypeOf)|Promise\.resolve)$/.test(callee.getText())) return first;
      if (/^(Object\.(values|entries)|Array\.from|Reflect\.get|Map\.groupBy|Object\.groupBy)$/.test(callee.getText())) return first === undefined ? undefined : name === "get" ? element(first) : copied(first);
      const base = ts.isPropertyAccessExpression(callee) ? this.of(callee.expression) : undefined;
      if (base === undefined) return undefined;
      if (gives.has(name)) return element(base);
      if (gathers.has(name)) return copied(base);
      return name === "map" || name === "flatMap" ? within(node.arguments.map((a) => this.#result(a)).reduce(join, undefined)) : undefined;
    }
    return this.calls.targets(callee).map((f) => this.#results.get(f)).reduce(join, undefined);
  }

  #result(callback: ts.Expression): Reach | undefined {
    const f = bare(callback);
    return hasBody(f) ? this.#results.get(f) : undefined;
  }

  #isLibrary(callee: ts.Expression): boolean {
    const symbol = isAccess(callee) ? propertyOf(callee, this.code) : this.code.checker.getSymbolAtLocation(callee);
    return declarationsOf(symbol, this.code).some((d) => this.code.isLibrary(d));
  }

  #follow(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && node.initializer) this.#bind(node.name, this.of(node.initializer), node.initializer);
    else if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      const reach = this.of(node.expression);
      for (const d of node.initializer.declarations) this.#bind(d.name, reach === undefined ? undefined : element(reach));
    } else if (ts.isParameter(node) && node.initializer) this.#bind(node.name, this.of(node.initializer));
    else if (isAssignment(node)) this.#assign(bare(node.left), this.of(node.right));
    else if (ts.isPropertyDeclaration(node) && node.initializer) this.#mark(node, this.of(node.initializer));
    else if (ts.isReturnStatement(node) && node.expression) this.#returned(node, node.expression);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) this.#record(this.#results, node, this.of(node.body));
    else if (ts.isYieldExpression(node) && node.expression) this.#returned(node, node.expression, within);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#pass(node);
  }

  #returned(node: ts.Node, value: ts.Expression, as = (reach: Reach | undefined): Reach | undefined => reach): void {
    for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
      if (!ts.isFunctionLike(at)) continue;
      return this.#record(this.#results, at, as(this.of(value)));
    }
  }

  #assign(target: ts.Expression, reach: Reach | undefined): void {
    if (reach === undefined) return;
    if (ts.isArrayLiteralExpression(target)) for (const e of target.elements) this.#assign(bare(ts.isSpreadElement(e) ? e.expression : e), element(reach));
    else if (ts.isObjectLiteralExpression(target)) {
      for (const p of target.properties) {
        if (ts.isPropertyAssignment(p)) this.#assign(bare(p.initializer), element(reach));
        else if (ts.isShorthandPropertyAssignment(p)) for (const d of declarationsOf(this.code.checker.getShorthandAssignmentValueSymbol(p), this.code)) this.#mark(d, element(reach));
      }
    } else {
      const symbol = isAccess(target) ? propertyOf(target, this.code) : this.code.checker.getSymbolAtLocation(target);
      for (const d of declarationsOf(symbol, this.code)) this.#mark(d, reach);
    }
  }

  /** A variable, a parameter, or what they are taken apart into. */
  #bind(name: ts.BindingName, reach: Reach | undefined, from?: ts.Expression): void {
    if (ts.isIdentifier(name)) {
      const isWhole = from !== undefined && !ts.isBindingElement(name.parent);
      if (isWhole || !isPlain(this.code.checker.getTypeAtLocation(name))) this.#mark(name.parent, reach);
      return;
    }
    for (const part of name.elements) {
      if (ts.isOmittedExpression(part)) continue;
      const key = part.propertyName ?? part.name;
      const field = from && ts.isIdentifier(key) ? this.code.checker.getPropertyOfType(this.code.checker.getTypeAtLocation(from), key.text) : undefined;
      const guarded = this.guarded.fieldOf(field) !== undefined;
      this.#bind(part.name, guarded ? 0 : reach === undefined ? undefined : part.dotDotDotToken ? copied(reach) : element(reach));
    }
  }

  #pass(node: ts.CallExpression | ts.NewExpression): void {
    const args = (node.arguments ?? []).map((a) => (ts.isSpreadElement(a) ? a.expression : a));
    const callee = bare(node.expression);
    const targets = ts.isNewExpression(node) ? [...this.calls.from(ownerOf(node, this.code))].filter((f) => ts.isConstructorDeclaration(f) && f.parent === this.code.checker.getTypeAtLocation(node).symbol?.valueDeclaration) : this.calls.targets(callee);
    for (const target of targets) this.#give(target, args.map((a) => this.of(a)));
    // What a collection gives to the functions that it calls.
    const base = ts.isPropertyAccessExpression(callee) && this.#isLibrary(callee) ? this.of(callee.expression) : undefined;
    if (base === undefined || base === "system") return;
    const given = element(base);
    for (const a of args) for (const f of hasBody(bare(a)) ? [bare(a) as ts.Node as FunctionNode] : this.calls.targets(a)) this.#give(f, [given, given, base]);
  }

  #give(target: FunctionNode, reaches: readonly (Reach | undefined)[]): void {
    if (!("parameters" in target)) return;
    target.parameters.forEach((p, i) => {
      const reach = p.dotDotDotToken ? within(reaches.slice(i).reduce(join, undefined)) : reaches[i];
      this.#bind(p.name, reach);
      // `constructor(private readonly log: Entry[])`
      if (ts.isParameterPropertyDeclaration(p, p.parent)) this.#mark(p, reach);
    });
  }

  #mark(declaration: ts.Node, reach: Reach | undefined): void {
    this.#record(this.#names, declaration, reach);
  }

  #record(map: Map<ts.Node, Reach>, key: ts.Node, reach: Reach | undefined): void {
    const joined = join(map.get(key), reach);
    if (joined === undefined || joined === map.get(key)) return;
    map.set(key, joined);
    this.#changed = true;
  }
}
