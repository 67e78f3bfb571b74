/** Ghosts: fields of a proof that remember what the protocol forgets. What writes them must not be noticed by the protocol. */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { failureIn, failureOf } from "../ir/total.ts";
import type { Stmt } from "../ir/expr.ts";
import type { StateField } from "../ir/protocol.ts";
import { sameType } from "../ir/type.ts";
import { walkStmts } from "../ir/visit.ts";
import type { Instance, Role, Services, TypeArgs } from "./context.ts";
import { lowerAction, type LoweredAction, lowerUpdate } from "./lower-body.ts";
import { errorAt, refuse } from "./refuse.ts";

export interface GhostUpdate { readonly declaration: ts.MethodDeclaration; readonly role: Role; readonly typeArgs: TypeArgs }

/**
 * An action of the proof: the step of the protocol as it is, then what becomes of ghosts. With the method that says what the step is.
 * @throws DiagnosticsError with everything by which the protocol would notice
 */
export function lowerGhostUpdate(services: Services, object: Instance, { declaration, role, typeArgs }: GhostUpdate, ghosts: ReadonlySet<string>): LoweredAction & { readonly step: ts.MethodDeclaration } {
  const name = declaration.name.getText();
  const base = object.superMember(object.declaration, name);
  if (base?.kind !== "method" || base.role !== role || !ts.isMethodDeclaration(base.declaration)) {
    return refuse("T3013", declaration.name, `${name} is no @${role} of the protocol`, `a proof has no steps of its own: override @action and @init methods of the protocol`);
  }
  checkForm(declaration, base.declaration.parameters.length);
  const step = lowerAction(services, object, base.declaration, base.typeArgs);
  const { params, body, own } = lowerUpdate(services, object, declaration, typeArgs);
  const found = [
    ...params.flatMap((p, i) => (sameType(p.type, step.params[i].type) ? [] : [errorAt("T3013", declaration.parameters[i], `${p.name} ranges over other values than in the protocol`, `give it the type that it has there: ${base.declaration.parameters[i].getText()}`)])),
    ...noticed(own, ghosts),
  ];
  if (found.length > 0) throw new DiagnosticsError(found);
  return { params, body, step: base.declaration };
}

/** Statements that the protocol would notice: what they read does not matter, but what they write, and whether they end. */
export function noticed(own: readonly Stmt[], ghosts: ReadonlySet<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const error = (span: Stmt["span"], code: "T3013" | "T3015", message: string, help: string): void => void found.push({ code, severity: "error", span, message, help });
  walkStmts(own, {
    stmt: (s) => {
      if (s.kind === "require") error(s.span, "T3013", "a guard in a proof would keep the protocol from a step", "write if (…) around what becomes of the ghosts");
      if (s.kind === "assign" && s.place.root.kind === "state" && !ghosts.has(s.place.root.name)) {
        error(s.span, "T3013", `${s.place.root.name} belongs to the protocol, and a proof leaves it as it is`, "write @ghost fields only");
      }
    },
  });
  const failing = found.length === 0 ? failureIn(own) : undefined;
  if (failing) error(failing, "T3015", "this might have no value, and the step would be missing from the proof", "test for what has no value, or no room, with an if; a set is never full");
  return found;
}

/** An initial value that might fail would keep the protocol from starting. */
export function checkInitialOf(ghost: StateField): Diagnostic[] {
  const failing = ghost.initial ? failureOf(ghost.initial) : undefined;
  return failing ? [{ code: "T3015", severity: "error", span: failing, message: `${ghost.name} might have no initial value, and the protocol would not start`, help: "write a value that is always there" }] : [];
}

/** First, and once, stands the step that is overridden, with the parameters as they are. */
function checkForm(method: ts.MethodDeclaration, arity: number): void {
  const name = method.name.getText();
  const parameters = method.parameters.map((p) => p.name.getText());
  const call = `super.${name}(${parameters.join(", ")});`;
  const [first, ...rest] = method.body?.statements ?? [];
  const taken = first && superCall(first, name);
  if (!taken) return refuse("T3013", first ?? method.name, `${name} does not begin with the step of the protocol`, `write ${call} first, and after it what becomes of the ghosts`);
  const same = taken.arguments.length === arity && parameters.length === arity && taken.arguments.every((a, i) => ts.isIdentifier(a) && a.text === parameters[i]);
  if (!same) refuse("T3013", taken, "the step is not taken with the values that it was given", `take the parameters of the protocol's ${name}, and pass on each in its place`);
  const again = rest.flatMap((s) => supersIn(s))[0];
  if (again) refuse("T3013", again, "the step of the protocol is taken once, at the beginning", "only write what becomes of the ghosts");
}

function superCall(statement: ts.Statement, name: string): ts.CallExpression | undefined {
  const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : undefined;
  const callee = call?.expression;
  const isStep = callee && ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.SuperKeyword && callee.name.text === name;
  return isStep && !call?.questionDotToken && !callee.questionDotToken ? call : undefined;
}

function supersIn(node: ts.Node): ts.Node[] {
  if (node.kind === ts.SyntaxKind.SuperKeyword) return [node.parent];
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(...supersIn(child)));
  return found;
}
