/** What a name or a path through `this` refers to. */
import ts from "typescript";
import type { Instance, Member } from "./context.ts";
import { bare, type Cx, type FunctionLike, symbolOf } from "./lower-context.ts";
import { refuse } from "./refuse.ts";

/** An object of the protocol, and whether its state before or after the step is meant. */
export interface ObjectRef { readonly instance: Instance; readonly when: "now" | "next" }

/** `this`, `this.net`, the parameter of a step property; undefined for expressions that have values. */
export function objectOf(cx: Cx, expression: ts.Expression): ObjectRef | undefined {
  const node = bare(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) {
    if (cx.instance) return { instance: cx.instance, when: cx.when };
    return refuse("T4020", node, "`this` has no meaning in a function of the module", "make the function a method of the class");
  }
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(cx, node);
    const binding = symbol && cx.scope.find(symbol);
    return binding?.kind === "instance" ? binding : undefined;
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const outer = objectOf(cx, node.expression);
  const member = outer && findMember(cx, outer, node);
  return outer && member?.kind === "instance" ? { instance: member.instance, when: outer.when } : undefined;
}

/** The member that `object.name` is, for an object of the protocol. */
export function memberOf(cx: Cx, node: ts.PropertyAccessExpression): { readonly object: ObjectRef; readonly member: Member } | undefined {
  const object = objectOf(cx, node.expression);
  if (!object) return undefined;
  const member = findMember(cx, object, node);
  if (member) return { object, member };
  return refuse("T4021", node.name, `\`${node.name.text}\` is not a field or method of the protocol`, "static members and accessors of other kinds have no meaning in a body");
}

function findMember(cx: Cx, object: ObjectRef, node: ts.PropertyAccessExpression): Member | undefined {
  return node.expression.kind === ts.SyntaxKind.SuperKeyword && cx.owner
    ? object.instance.superMember(cx.owner, node.name.text)
    : object.instance.member(node.name.text);
}

/** The function of a module that a name refers to. */
export function functionOf(cx: Cx, node: ts.Expression): FunctionLike | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = symbolOf(cx, name);
  for (const d of symbol?.declarations ?? []) {
    if (ts.isFunctionDeclaration(d) && d.body) return d;
    if (ts.isMethodDeclaration(d) && d.body && isStatic(d)) return d;
    if (ts.isVariableDeclaration(d) && isConst(d) && d.initializer) {
      const value = bare(d.initializer);
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value;
    }
  }
  return undefined;
}

/** The constant of a module, or static field of a class, that a name refers to. */
export function constantOf(cx: Cx, node: ts.Node): ConstantDeclaration | undefined {
  const found = symbolOf(cx, node)?.declarations?.find((d): d is ConstantDeclaration =>
    (ts.isVariableDeclaration(d) && isConst(d) && d.initializer !== undefined) || (ts.isPropertyDeclaration(d) && isStatic(d) && d.initializer !== undefined));
  return found;
}
export type ConstantDeclaration = (ts.VariableDeclaration | ts.PropertyDeclaration) & { readonly initializer: ts.Expression };

const isStatic = (d: ts.MethodDeclaration | ts.PropertyDeclaration): boolean =>
  d.modifiers?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword) ?? false;
const isConst = (d: ts.VariableDeclaration): boolean => (ts.getCombinedNodeFlags(d) & ts.NodeFlags.Const) !== 0;
