/** Ghosts that somebody proposes, as text of a proof. It is parsed piece by piece, so that no piece can be more than it is said to be. */
import ts from "typescript";
import type { Code } from "../base/codes.ts";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { showType } from "../ir/type.ts";
import { formatFormula } from "./format-formula.ts";
import { libraryNames } from "./library-names.ts";
import { composeProof, docComment, insertMembers, insertText, methodOfProof, parse, type ProofPlace, typeNames, typesIn } from "./proof-text.ts";
import { readCandidate } from "./read-candidate.ts";

/** A field of a proof with its initial value, and what actions make of it: `value` is the new value, or a statement that changes the ghost. */
export interface GhostText {
  readonly name: string;
  readonly type: string;
  readonly initial: string;
  readonly updates: readonly { readonly action: string; readonly value: string }[];
  /** Lines of a comment, plain text. */
  readonly doc: readonly string[];
}

/** A proof without text of its own counts as empty. @throws DiagnosticsError where a piece is not what it should be, or an action is not there */
export function withGhost(place: ProofPlace, protocol: Protocol, ghost: GhostText): string {
  const wrong = formOf(ghost);
  if (wrong.length > 0) throw new DiagnosticsError(wrong);
  const spec = parse(place.spec.path, place.spec.text);
  const updates = ghost.updates.map((u) => ({ ...u, step: stepOf(protocol, ghost, u.action), statement: statementOf(ghost.name, u.value) }));
  const signatures = updates.map(({ step: { action } }) => parametersOf(spec, protocol.name, action));
  const roles = updates.map((u) => ({ name: u.step.role, type: false }));
  const pieces = [`type T = ${ghost.type};`, `(${ghost.initial});`, ...updates.map((u) => u.statement), ...signatures.map((s) => `function f(${s}) {}`)].map((p) => parse("ghost.ts", p));
  const mentioned = new Set(pieces.flatMap(identifiersIn));
  const library = libraryNames().filter((n) => mentioned.has(n.name));
  const known = new Set(typeNames(place));
  let text = composeProof(place, { dsl: dedupe([{ name: "ghost", type: false }, ...roles, ...library]), types: [...new Set(pieces.flatMap((p) => [...typesIn(p)]))].filter((t) => known.has(t)), methods: [] });
  for (const [i, { action, statement, step }] of updates.entries()) {
    const there = methodOfProof({ ...place, text }, action);
    const last = there?.body?.statements.at(-1);
    if (last) text = insertText(text, last.getEnd(), `\n    ${statement}`);
    else text = insertMembers({ ...place, text }, "override", [override(step, signatures[i], statement)]);
  }
  return insertMembers({ ...place, text }, "field", [`${docComment(ghost.doc)}  @ghost ${ghost.name}: ${oneLine(ghost.type)} = ${formatFormula(ghost.initial, 2)};`]);
}

interface Step { readonly role: "action" | "init"; readonly action: Action }

function stepOf({ actions, inits }: Protocol, ghost: GhostText, name: string): Step {
  const action = actions.find((a) => a.name === name), init = inits.find((a) => a.name === name);
  if (action && plainName.test(name)) return { role: "action", action };
  if (init && plainName.test(name)) return { role: "init", action: init };
  const own = [...actions, ...inits].map((a) => a.name).filter((n) => plainName.test(n));
  const why = action ?? init ? `${name} belongs to a spec that the protocol holds, and cannot be overridden` : `there is no action ${name}`;
  throw new DiagnosticsError([errorIn(ghost, "T3013", why, `the actions are ${own.join(", ")}`)]);
}

const plainName = /^[A-Za-z_$][\w$]*$/;

const override = ({ role, action }: Step, signature: string, statement: string): string =>
  `  @${role} override ${action.name}(${signature}) {\n    super.${action.name}(${action.params.map((p) => p.name).join(", ")});\n    ${statement}\n  }`;

/** As the spec writes them, where it does so itself; else by what the types are. */
function parametersOf(spec: ts.SourceFile, protocol: string, { name, params }: Action): string {
  const classes = spec.statements.filter(ts.isClassDeclaration);
  const methods = [...classes.filter((c) => c.name?.text === protocol), ...classes].flatMap((c) => c.members.filter(ts.isMethodDeclaration)).filter((m) => m.name.getText(spec) === name);
  const written = methods.find((m) => m.parameters.length === params.length && m.parameters.every((p, i) => p.type && p.name.getText(spec) === params[i].name));
  return params.map((p, i) => `${p.name}: ${written ? oneLine(written.parameters[i].type!.getText(spec)) : showType(p.type)}`).join(", ");
}

/** What changes the ghost by itself stands as it is; any other expression is the new value. */
function statementOf(ghost: string, value: string): string {
  const text = formatFormula(value, 4);
  const [statement] = parse("value.ts", `(${value}\n);`).statements;
  const whole = ts.isExpressionStatement(statement) && ts.isParenthesizedExpression(statement.expression) ? statement.expression.expression : undefined;
  const changes = whole && ((ts.isCallExpression(whole) && ts.isPropertyAccessExpression(whole.expression) && mutating.has(whole.expression.name.text) && isPartOf(ghost, whole.expression.expression))
    || (ts.isBinaryExpression(whole) && whole.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && whole.operatorToken.kind <= ts.SyntaxKind.LastAssignment));
  return changes ? `${text};` : `this.${ghost} = ${text};`;
}

const mutating = new Set(["add", "delete", "clear", "set"]);

function isPartOf(ghost: string, place: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(place) && place.expression.kind === ts.SyntaxKind.ThisKeyword) return place.name.text === ghost;
  return (ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place)) && isPartOf(ghost, place.expression);
}

function formOf(ghost: GhostText): Diagnostic[] {
  if (!plainName.test(ghost.name)) return [errorIn(ghost, "T1006", "a ghost has a plain name", "write a name such as everSent")];
  const texts = [ghost.initial, ...ghost.updates.map((u) => u.value)];
  const commented = [ghost.type, ...texts].some(hasComment);
  return [
    ...(commented ? [errorIn(ghost, "T1006", "there is a comment in it", "leave it out")] : []),
    ...(isOneType(ghost.type) ? [] : [errorIn(ghost, "T1006", "its type is not one type", "write a type such as Set<Node>")]),
    ...texts.flatMap((t) => readCandidate(t, nameOf(ghost))),
  ];
}

const nameOf = (ghost: GhostText): string => `ghost ${ghost.name.slice(0, 60)}`;

const errorIn = (ghost: GhostText, code: Code, message: string, help: string): Diagnostic =>
  ({ code, severity: "error", message, help, span: { file: nameOf(ghost), line: 1, column: 1, endLine: 1, endColumn: 1 } });

function isOneType(text: string): boolean {
  const head = "type T = ";
  const file = parse("type.ts", `${head}${text}\n;`) as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] };
  const [alias, end, ...others] = file.statements;
  if (file.parseDiagnostics.length > 0 || others.length > 0 || !alias || !ts.isTypeAliasDeclaration(alias) || (end && !ts.isEmptyStatement(end))) return false;
  return alias.name.text === "T" && !alias.typeParameters && alias.type.getEnd() === head.length + text.trimEnd().length;
}

function hasComment(text: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia) return true;
  }
  return false;
}

function identifiersIn(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...identifiersIn(child)));
  return found;
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, " ");

const dedupe = (names: readonly { readonly name: string; readonly type: boolean }[]): { name: string; type: boolean }[] =>
  [...new Map(names.map((n) => [n.name, { ...n }])).values()];
