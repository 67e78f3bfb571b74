/** The declarations of one class, sorted into what a spec can have; everything else is reported here. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Role } from "./context.ts";
import { checkFair } from "./fairness.ts";
import type { Program } from "./program.ts";
import { errorAt } from "./refuse.ts";
import { checkSignature, roleOf } from "./roles.ts";

export interface ClassMembers {
  /** `readonly` parameters of the constructor. */
  readonly options: readonly ts.ParameterDeclaration[];
  readonly fields: readonly Field[];
  readonly methods: readonly Method[];
  /** Members that cannot be, with the reason: their uses are not reported again. */
  readonly refused: ReadonlyMap<string, Diagnostic>;
  /** What the constructor passes on; undefined without a constructor, which passes on what it is given. */
  readonly superArguments: readonly ts.Expression[] | undefined;
  /** The object literal of `static scope`. */
  readonly scope: ts.Expression | undefined;
  /** That of `static designs`. */
  readonly designs: ts.Expression | undefined;
}
export interface Field { readonly name: string; readonly declaration: ts.PropertyDeclaration }
export interface Method {
  readonly name: string;
  readonly declaration: ts.MethodDeclaration | ts.GetAccessorDeclaration;
  readonly role: Role | undefined;
  /** Whether decorator and parameters are as they should be; otherwise its body is not looked at. */
  readonly sound: boolean;
}

type Report = (diagnostic: Diagnostic) => void;

export function membersOf(program: Program, declaration: ts.ClassDeclaration, report: Report): ClassMembers {
  const fields: Field[] = [];
  const methods: Method[] = [];
  const refused = new Map<string, Diagnostic>();
  const statics = new Map<string, ts.Expression | undefined>();
  let constructor: ts.ConstructorDeclaration | undefined;
  for (const member of declaration.members) {
    const reason = refusal(member);
    if (reason) {
      const diagnostic = errorAt("T3003", reason.at ?? member, reason.message, reason.help);
      report(diagnostic);
      if (member.name) refused.set(member.name.getText(), diagnostic);
    }
    else if (ts.isConstructorDeclaration(member)) constructor = member.body ? member : constructor;
    else if (isStatic(member)) statics.set(member.name!.getText(), (member as ts.PropertyDeclaration).initializer);
    else if (isAbstract(member)) continue;
    else if (ts.isPropertyDeclaration(member)) {
      checkInitial(member, report);
      checkGhost(program, member, report);
      fields.push({ name: member.name.getText(), declaration: member });
    } else if (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) {
      let sound = true;
      const note: Report = (d) => {
        sound = false;
        report(d);
      };
      const role = ts.isMethodDeclaration(member) ? roleOf(program, member, note) : undefined;
      if (ts.isMethodDeclaration(member)) {
        if (role) checkSignature(member, role, note);
        checkFair(program, member, role, report);
      }
      methods.push({ name: member.name.getText(), declaration: member, role, sound });
    }
  }
  return { options: optionsOf(constructor, report), fields, methods, refused, superArguments: superArguments(constructor, report), scope: statics.get("scope"), designs: statics.get("designs") };
}

const modifier = (node: ts.Node, kind: ts.SyntaxKind): ts.Node | undefined =>
  ts.canHaveModifiers(node) ? ts.getModifiers(node)?.find((m) => m.kind === kind) : undefined;
const isStatic = (node: ts.Node): boolean => modifier(node, ts.SyntaxKind.StaticKeyword) !== undefined;
const isAbstract = (node: ts.Node): boolean => modifier(node, ts.SyntaxKind.AbstractKeyword) !== undefined;

interface Refusal { readonly at?: ts.Node; readonly message: string; readonly help: string }

/** Why a spec class cannot have this member. */
function refusal(member: ts.ClassElement): Refusal | undefined {
  if (ts.isClassStaticBlockDeclaration(member)) return { message: "a static block is not part of the language", help: "give the fields their initial values, or write an @init method" };
  if (ts.isIndexSignatureDeclaration(member)) return { message: "a class has no index signature", help: "write a field: votes: Record<Node, boolean>" };
  if (ts.isSetAccessor(member)) return { at: member.name, message: "a setter is not part of the language", help: "write a method" };
  const accessor = modifier(member, ts.SyntaxKind.AccessorKeyword);
  if (accessor) return { at: accessor, message: "accessor is not part of the language", help: "write a plain field" };
  const declare = modifier(member, ts.SyntaxKind.DeclareKeyword);
  if (declare) return { at: declare, message: "a field cannot only be declared", help: "give it an initial value, or write name!: Type for every value of its type" };
  const { name } = member;
  if (name && !ts.isIdentifier(name)) {
    const text = ts.isPrivateIdentifier(name) ? name.text.slice(1) : "votes";
    return { at: name, message: `${name.getText()} is not a name that traces can show`, help: `write a plain name: ${text}` };
  }
  if (isStatic(member) && !(ts.isPropertyDeclaration(member) && (name?.text === "scope" || name?.text === "designs"))) {
    return { at: name, message: "the only static members are scope and designs", help: 'write a function or a const outside the class; the default scope is static scope = { Node: 3 }, and designs have names in static designs = { safe: { mode: "sync" } }' };
  }
  if (ts.isPropertyDeclaration(member) && member.initializer && (ts.isArrowFunction(member.initializer) || ts.isFunctionExpression(member.initializer))) {
    return { at: name, message: "a field holds a value, not a function", help: `write a method: ${name?.text ?? "name"}(…) { … }` };
  }
  if ((ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) && !member.body && !isAbstract(member)) {
    return { at: name, message: "a method has one signature", help: "give the one with the body the types of all; a choice is a union type" };
  }
  if (ts.isMethodDeclaration(member) && member.questionToken) return { at: name, message: "a method is always there", help: "drop the question mark, or make it abstract" };
  return undefined;
}

function checkInitial(field: ts.PropertyDeclaration, report: Report): void {
  if (field.initializer || field.exclamationToken) return;
  const name = field.name.getText();
  const type = field.type?.getText() ?? "Type";
  report(errorAt("T3006", field.name, `${name} has no initial value`, `write one (${name}: ${type} = …), or ${name}!: ${type} for a field that starts with every value of its type`));
}

/** Other decorators of fields are refused by their form. */
function checkGhost(program: Program, field: ts.PropertyDeclaration, report: Report): void {
  for (const decorator of ts.getDecorators(field) ?? []) {
    if (program.dslName(decorator.expression) !== "ghost") report(errorAt("T3004", decorator, `${decorator.getText()} stands on what is not a method`, 'on a field of a proof stands @ghost, imported from "tenet"'));
    else if (field.getSourceFile() !== program.proof) report(errorAt("T3014", decorator, "a ghost belongs to a proof", "move it to proof.ts, beside spec.ts; or make it an ordinary field"));
  }
}

function optionsOf(constructor: ts.ConstructorDeclaration | undefined, report: Report): ts.ParameterDeclaration[] {
  return (constructor?.parameters ?? []).filter((p) => {
    const fault =
      p.dotDotDotToken || !ts.isIdentifier(p.name) || p.questionToken ? "an option has one name and always a value"
      : modifier(p, ts.SyntaxKind.ReadonlyKeyword) ? undefined
      : "a parameter of the constructor is an option, and options do not change";
    if (fault) report(errorAt("T3007", p, fault, `write constructor(readonly ${ts.isIdentifier(p.name) ? p.name.text : "mode"}: "a" | "b" = "a") {}`));
    return fault === undefined;
  });
}

/** The arguments of `super(…)`, which is all that a constructor may do. */
function superArguments(constructor: ts.ConstructorDeclaration | undefined, report: Report): readonly ts.Expression[] | undefined {
  if (!constructor) return undefined;
  let found: readonly ts.Expression[] = [];
  for (const statement of constructor.body?.statements ?? []) {
    const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : undefined;
    if (call?.expression.kind === ts.SyntaxKind.SuperKeyword) found = call.arguments;
    else report(errorAt("T3007", statement, "a constructor only takes options", "give fields their initial values where they are declared; make choices in an @init method"));
  }
  return found;
}
