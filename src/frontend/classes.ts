/** Objects of a protocol: the protocol class and the specs that its fields hold, with state, methods and options. */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { argumentsOf, chainOf, classMade, type Link } from "./class-chain.ts";
import type { ClassServices, Making, Model, RoleMethod, Slot } from "./class-model.ts";
import type { Member, TypeArgs } from "./context.ts";
import { type ClassMembers, type Field, membersOf } from "./members.ts";
import { groupModel, isGroup, isLiteral } from "./option-groups.ts";
import { errorAt, refuse } from "./refuse.ts";
import { withArticle } from "./roles.ts";

/** The object that the protocol itself is. */
export function rootModel(services: ClassServices, declaration: ts.ClassDeclaration, typeArgs: TypeArgs): Model {
  return makeModel(services, declaration, typeArgs, "", undefined, []);
}

function makeModel(
  services: ClassServices, declaration: ts.ClassDeclaration, typeArgs: TypeArgs, prefix: string, making: Making | undefined, holders: readonly ts.ClassDeclaration[],
): Model {
  const chain = chainOf(services.program, services.typeOf, declaration, typeArgs);
  const parts = chain.map((link) => ({ link, members: membersOf(services.program, link.declaration, services.report) }));
  const members = new Map<string, Member | DiagnosticsError>();
  const slots: Slot[] = [];
  const model: Model = {
    prefix,
    declaration,
    slots,
    methods: roleMethods(parts, services.report),
    scopes: parts.flatMap((p) => p.members.scope ?? []),
    designs: parts.find((p) => p.members.designs)?.members.designs,
    member(name) {
      const found = members.get(name);
      if (found instanceof DiagnosticsError) throw found;
      return found ?? methodMember(parts, name);
    },
    superMember(owner, name) {
      return methodMember(parts.slice(parts.findIndex((p) => p.link.declaration === owner) + 1), name);
    },
  };

  /** Notes what a member is, or why it is nothing: then whatever uses it is abandoned with the same error. */
  const define = (name: string, make: () => Slot): void => {
    const overridden = slots.findIndex((s) => (s.kind === "state" ? s.name : s.model.prefix.slice(0, -1)) === prefix + name);
    try {
      const slot = make();
      if (overridden >= 0) slots.splice(overridden, 1);
      slots.push(slot);
      members.set(name, slot.kind === "instance" ? { kind: "instance", instance: slot.model } : { kind: "state", field: slot.name, type: slot.type, readonly: slot.role !== "variable" });
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      error.diagnostics.forEach((d) => services.report(d));
      members.set(name, error);
    }
  };

  for (const { members: own } of parts) for (const [name, diagnostic] of own.refused) members.set(name, new DiagnosticsError([diagnostic]));
  // Options come first and from the most derived class on, since `super(…)` may pass them on.
  let from = making;
  for (const { link, members: own } of parts) {
    const given = from;
    own.options.forEach((option, i) => {
      const name = option.name.getText();
      if (members.has(name)) return;
      define(name, () => (isGroup(services, option)
        ? { kind: "instance", model: groupModel(services, model, link, option, given?.args[i], given) }
        : optionSlot(services, model, link, option, i, given, prefix + name)));
    });
    if (own.superArguments) from = { args: own.superArguments, instance: model, typeArgs: link.typeArgs };
  }
  for (const { link, members: own } of parts.toReversed()) {
    for (const field of own.fields) {
      define(field.name, () => {
        const options = slots.flatMap((s) => (s.kind === "instance" && s.model.group ? s.model.slots : []));
        if (options.some((s) => s.kind === "state" && s.name === prefix + field.name)) {
          refuse("T3007", field.declaration.name, `${field.name} is an option already`, "give the field another name");
        }
        return fieldSlot(services, model, link, field, [...holders, ...chain.map((l) => l.declaration)]);
      });
    }
  }
  return model;
}

function optionSlot(
  services: ClassServices, model: Model, link: Link, option: ts.ParameterDeclaration, index: number, making: Making | undefined, name: string,
): Slot {
  const type = services.typeOf(services.program.checker.getTypeAtLocation(option), option.type ?? option.name, link.typeArgs, option.name.getText());
  const given = making?.args[index];
  const initial = given && making
    ? { expression: given, instance: making.instance, typeArgs: making.typeArgs }
    : option.initializer ? { expression: option.initializer, instance: model, typeArgs: link.typeArgs } : null;
  // What a protocol settles by a literal for a spec that it holds can still be chosen from outside.
  const chosen = !making || (making.instance !== model && initial !== null && isLiteral(initial.expression));
  return { kind: "state", name, type, role: chosen ? "option" : "constant", initial, declaration: option };
}

function fieldSlot(services: ClassServices, model: Model, link: Link, { name, declaration }: Field, holders: readonly ts.ClassDeclaration[]): Slot {
  const { program, typeOf } = services;
  const held = classMade(program, declaration.initializer);
  if (held && declaration.initializer) {
    if (holders.includes(held)) {
      refuse("T3008", declaration.initializer, `${held.name?.text ?? "the class"} would hold itself without end`, "hold many of the same by a sort: Record<Node, …>");
    }
    if (ts.getModifiers(held)?.some((m) => m.kind === ts.SyntaxKind.AbstractKeyword)) {
      refuse("T3008", declaration.initializer, `${held.name?.text ?? "the class"} is abstract`, "hold an object of a class that extends it");
    }
    const made = declaration.initializer as ts.NewExpression;
    const typeArgs = argumentsOf(program, typeOf, held, program.checker.getTypeAtLocation(made), made, link.typeArgs, name);
    const making = { args: made.arguments ?? [], instance: model, typeArgs: link.typeArgs };
    return { kind: "instance", model: makeModel(services, held, typeArgs, `${model.prefix}${name}.`, making, holders) };
  }
  const at = declaration.type ?? (declaration.initializer && ts.isNewExpression(declaration.initializer) ? declaration.initializer : declaration.name);
  const type = typeOf(program.checker.getTypeAtLocation(declaration), at, link.typeArgs, name);
  const constant = ts.getModifiers(declaration)?.some((m) => m.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
  const initial = declaration.initializer ? { expression: declaration.initializer, instance: model, typeArgs: link.typeArgs } : null;
  return { kind: "state", name: model.prefix + name, type, role: constant ? "constant" : "variable", initial, declaration };
}

interface Part { readonly link: Link; readonly members: ClassMembers }

/** The most derived method of a name. An override without a decorator of its own is an error, so the role is its own. */
function methodMember(parts: readonly Part[], name: string): Member | undefined {
  for (const { link, members } of parts) {
    const method = members.methods.find((m) => m.name === name);
    if (method) return { kind: "method", declaration: method.declaration, owner: link.declaration, role: method.role, typeArgs: link.typeArgs };
  }
  return undefined;
}

function roleMethods(parts: readonly Part[], report: (d: Diagnostic) => void): RoleMethod[] {
  const found = new Map<string, RoleMethod>();
  for (const { link, members } of parts.toReversed()) {
    for (const method of members.methods) {
      const { name, role, declaration } = method;
      const before = found.get(name);
      if (before && before.role !== role) {
        const is = role ? `is ${withArticle(role)}` : "has no role";
        report(errorAt("T3005", declaration.name, `${name} overrides ${withArticle(before.role)} but ${is}`, `write @${before.role} override ${name}(…), or choose another name`));
      }
      if (role) found.set(name, { ...method, role, typeArgs: link.typeArgs });
    }
  }
  return [...found.values()];
}
