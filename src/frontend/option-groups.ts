/**
 * Options by name: a `readonly` parameter of an object type, `{ loss?: Budget }`, stands for one option for each of its
 * properties. What is not given is undefined. A property that is a function is a hook: its calls stand for its body.
 */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import type { Link } from "./class-chain.ts";
import type { ClassServices, Making, Model, Slot, StateSlot } from "./class-model.ts";
import type { Member } from "./context.ts";
import { bare } from "./lower-context.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";
import { typeNodeOf } from "./type-nodes.ts";

/** Whether an option is a group: an object written out or an interface, and no function. */
export function isGroup({ program }: ClassServices, option: ts.ParameterDeclaration): boolean {
  const type = program.checker.getTypeAtLocation(option);
  const { symbol } = type;
  return (type.flags & ts.TypeFlags.Object) !== 0 && symbol !== undefined && (symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.Interface)) !== 0
    && program.origin(symbol) === "spec" && type.getCallSignatures().length === 0 && type.getProperties().length > 0;
}

/** Where the values of a group come from. */
type Given =
  | { readonly kind: "written"; readonly literal: ts.ObjectLiteralExpression; readonly making: Making }
  | { readonly kind: "passed on"; readonly from: (name: string) => Member | undefined }
  | { readonly kind: "open" };

/** The object that `this.options` is. Its options have the names of the properties, without that of the parameter. */
export function groupModel(services: ClassServices, owner: Model, link: Link, option: ts.ParameterDeclaration, argument: ts.Expression | undefined, making: Making | undefined): Model {
  const { checker } = services.program;
  const own: Making = { args: [], instance: owner, typeArgs: link.typeArgs };
  const given = argument && making ? givenBy(argument, making) : option.initializer ? givenBy(option.initializer, own) : { kind: "open" } as const;
  const members = new Map<string, Member>();
  const slots: Slot[] = [];
  for (const property of checker.getTypeAtLocation(option).getProperties()) {
    const { name } = property;
    const type = checker.getTypeOfSymbolAtLocation(property, option);
    if (checker.getNonNullableType(type).getCallSignatures().length > 0) {
      members.set(name, hook(name, given));
      continue;
    }
    const at = typeNodeOf(property) ?? option;
    const slot = optionOf(owner.prefix + name, services.typeOf(type, at, link.typeArgs, name), property.valueDeclaration ?? option, given, name, making !== undefined && making.instance !== owner);
    slots.push(making ? slot : { ...slot, role: "option" });
    members.set(name, { kind: "state", field: slot.name, type: slot.type, readonly: true });
  }
  return {
    prefix: owner.prefix, declaration: owner.declaration, group: true, slots, methods: [], scopes: [], designs: undefined,
    member: (name) => members.get(name), superMember: () => undefined,
  };
}

function givenBy(argument: ts.Expression, making: Making): Given {
  const node = bare(argument);
  if (ts.isObjectLiteralExpression(node)) {
    const spread = node.properties.find(ts.isSpreadAssignment);
    if (spread) refuse("T3007", spread, "options are written out one by one", "write { loss: 1 }, or pass all of them on: this.options");
    return { kind: "written", literal: node, making };
  }
  const name = ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword ? node.name.text : "";
  const member = making.instance.member(name);
  if (member?.kind === "instance" && member.instance.group) return { kind: "passed on", from: (n) => member.instance.member(n) };
  return refuse("T3007", argument, "these are not options", "write { loss: 1 }, or pass on those of the protocol itself: this.options");
}

/** The value of a property of an object literal. */
function valueOf({ properties }: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = properties.find((p) => p.name?.getText() === name);
  if (!found) return undefined;
  if (ts.isPropertyAssignment(found)) return found.initializer;
  if (ts.isShorthandPropertyAssignment(found)) return found.name;
  return refuse("T3007", found, "an option is given by its name and its value", `write ${name}: …`);
}

/** @param held whether a protocol holds the object: what it has settled by a literal, or not at all, can still be chosen from outside */
function optionOf(name: string, type: Type, declaration: ts.Declaration, given: Given, property: string, held: boolean): StateSlot {
  const slot = { kind: "state", name, type, declaration } as const;
  const nothing = (): StateSlot["initial"] => (type.kind === "option" ? { value: build.none(type.of, spanOf(declaration)) } : null);
  switch (given.kind) {
    case "open": return { ...slot, role: "option", initial: nothing() };
    case "written": {
      const expression = valueOf(given.literal, property);
      if (!expression) return { ...slot, role: held ? "option" : "constant", initial: nothing() };
      const { instance, typeArgs } = given.making;
      return { ...slot, role: held && isLiteral(expression) ? "option" : "constant", initial: { expression, instance, typeArgs } };
    }
    case "passed on": {
      const from = given.from(property);
      if (from?.kind !== "state") return { ...slot, role: "constant", initial: nothing() };
      return { ...slot, role: "constant", initial: { value: passedOn(build.stateRead(from.field, from.type, "now", spanOf(declaration)), type, declaration) } };
    }
  }
}

function passedOn(value: Expr, type: Type, at: ts.Node): Expr {
  return build.castable(value.type, type) ? build.coerce(value, type) : refuse("T3007", at, "an option of another type is passed on", "give both one type");
}

/** Whether an expression is a value, whatever the rest of the protocol. */
export function isLiteral(expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword
    || (ts.isIdentifier(node) && node.text === "undefined");
}

function hook(name: string, given: Given): Member {
  if (given.kind === "passed on") {
    const member = given.from(name);
    return member?.kind === "hook" ? member : { kind: "hook", given: undefined };
  }
  const expression = given.kind === "written" ? valueOf(given.literal, name) : undefined;
  if (!expression || given.kind !== "written") return { kind: "hook", given: undefined };
  const node = bare(expression);
  if (!ts.isArrowFunction(node)) return refuse("T3007", expression, `${name} is a function that is written out`, `write an arrow function: ${name}: (node) => { this.role[node] = "follower"; }`);
  return { kind: "hook", given: { declaration: node, instance: given.making.instance, typeArgs: given.making.typeArgs } };
}
