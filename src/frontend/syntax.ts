/**
 * What is refused by its form alone, before types are looked at: TypeScript's own errors about these
 * (a missing `Promise`, say) would only confuse.
 */
import ts from "typescript";
import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { hasUnseen } from "../base/printable.ts";
import { errorAt } from "./refuse.ts";
import { spanOfRange } from "./span.ts";

/** A diagnostic, and the range where errors of the compiler are only its consequences. */
export interface Refused { readonly diagnostic: Diagnostic; readonly file: ts.SourceFile; readonly start: number; readonly end: number }

/** What is refused at a node and makes errors anywhere in `scope` mere consequences. */
export function refusedAt(scope: ts.Node, diagnostic: Diagnostic): Refused {
  const file = scope.getSourceFile();
  return { diagnostic, file, start: scope.getStart(file), end: scope.getEnd() };
}

export const covers = (r: Refused, file: ts.SourceFile, start: number): boolean => r.file === file && r.start <= start && start < r.end;

export function checkSyntax(file: ts.SourceFile): Refused[] {
  const refused: Refused[] = [];
  const note = (scope: ts.Node, code: Code, at: ts.Node, message: string, help: string): void => {
    refused.push(refusedAt(scope, errorAt(code, at, message, help)));
  };
  const visit = (node: ts.Node, depth: number): void => {
    const found = depth > deepest ? tooDeep : construct(node);
    if (found) note(surrounding(node), found.code ?? "T1006", found.at ?? node, found.message, found.help);
    else ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  for (const statement of file.statements) {
    const found = declaration(statement);
    if (found) note(statement, "T1005", found.at ?? statement, found.message, found.help);
    else visit(statement, 0);
  }
  return [...refused, ...silenced(file)];
}

/** The statement or member that makes no sense without the construct. */
function surrounding(node: ts.Node): ts.Node {
  return ts.isStatement(node) || ts.isClassElement(node) || ts.isSourceFile(node.parent) ? node : surrounding(node.parent);
}

interface Found { readonly code?: Code; readonly at?: ts.Node; readonly message: string; readonly help: string }

const topLevel = "at the top of a spec stand imports, types, functions, constants and classes; what runs belongs into an action";

/** Statements that cannot stand at the top of a file. */
function declaration(node: ts.Statement): Found | undefined {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const declare = modifiers.find((m) => m.kind === ts.SyntaxKind.DeclareKeyword);
  if (declare) return { at: declare, message: "a spec cannot declare what is defined elsewhere", help: "define it here, or import it from another spec" };
  if (ts.isEnumDeclaration(node)) {
    const members = node.members.map((m) => `"${ts.isIdentifier(m.name) || ts.isStringLiteral(m.name) ? m.name.text : "a"}"`);
    return { at: node.name, message: "an enum is not part of the language", help: `write a union of texts: type ${node.name.text} = ${members.join(" | ") || '"a" | "b"'}` };
  }
  if (ts.isVariableStatement(node)) {
    if (node.declarationList.flags & ts.NodeFlags.Const) return undefined;
    return { message: "a variable outside a class is not part of the state", help: "make it a field of the class, or a const" };
  }
  if (
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ||
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEmptyStatement(node)
  ) return undefined;
  return { message: "this cannot stand at the top of a spec", help: topLevel };
}

/** Whatever walks over the tree goes into itself at each level. */
const deepest = 400;
const tooDeep: Found = { code: "T1002", message: `this is nested more than ${deepest} levels deep`, help: "give parts of it names: const x = …, or functions" };

const atomic = "an action is one atomic step; split what happens later into an action of its own";

/** Constructs without a meaning, wherever they stand. */
function construct(node: ts.Node): Found | undefined {
  if (ts.canHaveModifiers(node)) {
    const async = ts.getModifiers(node)?.find((m) => m.kind === ts.SyntaxKind.AsyncKeyword);
    if (async) return { at: async, message: "async is not part of the language", help: atomic };
  }
  if ((ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) && node.asteriskToken) {
    return { at: node.asteriskToken, message: "a generator is not part of the language", help: "return a set or an array" };
  }
  if (ts.isDecorator(node)) return decorator(node);
  if (ts.isIdentifier(node) && hasUnseen(node.text)) return { message: "a name with characters that cannot be seen", help: "write it with letters and digits that can be seen" };
  switch (node.kind) {
    case ts.SyntaxKind.AwaitExpression: return { message: "await is not part of the language", help: atomic };
    case ts.SyntaxKind.YieldExpression: return { message: "yield is not part of the language", help: "return a set or an array" };
    case ts.SyntaxKind.ThrowStatement:
      return { message: "throw is not part of the language", help: "write require(condition) for when an action may happen, and an @invariant for what must hold" };
    case ts.SyntaxKind.TryStatement: return { message: "try is not part of the language", help: "nothing throws in a spec; test the condition with if" };
    case ts.SyntaxKind.RegularExpressionLiteral:
      return { message: "a regular expression is not part of the language", help: "texts are names of cases; compare them with ===" };
    case ts.SyntaxKind.BigIntLiteral: return { message: "a bigint is not part of the language", help: "write an ordinary integer; Int is exact" };
    case ts.SyntaxKind.TaggedTemplateExpression:
    case ts.SyntaxKind.TemplateExpression:
      return { message: "a template string is not part of the language", help: "texts are names of cases; hold what is variable in a record: { kind: \"reply\", to }" };
    case ts.SyntaxKind.MetaProperty: return { message: "this is not part of the language", help: "a spec only speaks of its own state" };
    case ts.SyntaxKind.ClassExpression: return { message: "a class inside an expression is not part of the language", help: "declare the class at the top of the file" };
    case ts.SyntaxKind.ModuleDeclaration: return { message: "a namespace is not part of the language", help: topLevel };
    case ts.SyntaxKind.DebuggerStatement: return { message: "debugger is not part of the language", help: "a spec is not run; look at a trace of the checker" };
    case ts.SyntaxKind.CallExpression:
      return (node as ts.CallExpression).expression.kind === ts.SyntaxKind.ImportKeyword
        ? { message: "import() is not part of the language", help: "import at the top of the file" }
        : undefined;
    default: return undefined;
  }
}

function decorator(node: ts.Decorator): Found | undefined {
  const name = node.getText();
  if (ts.isCallExpression(node.expression)) {
    const { expression, arguments: [given, ...others] } = node.expression;
    if (/\bfair$/.test(expression.getText())) {
      const known = given && others.length === 0 && ts.isStringLiteralLike(given) && (given.text === "weak" || given.text === "strong");
      return known ? undefined : { code: "T3020", at: node, message: "a fairness is weak or strong", help: 'write @fair, which is weak, or @fair("strong")' };
    }
    return { code: "T3004", at: node, message: "a role takes no arguments", help: `write ${name.slice(0, name.indexOf("("))}, without the parentheses` };
  }
  // What it is on a field, `members.ts` says.
  if (ts.isMethodDeclaration(node.parent) || (ts.isPropertyDeclaration(node.parent) && /\bghost$/.test(name))) return undefined;
  return { code: "T3004", at: node, message: `${name} stands on what is not a method`, help: `write a method: ${name} name() { … }` };
}

/** Comments that switch type errors off would let a spec through that means nothing; marks for text direction, one that means something else than it seems to. */
function silenced(file: ts.SourceFile): Refused[] {
  const comments = file as ts.SourceFile & {
    readonly commentDirectives?: readonly { readonly range: ts.TextRange }[];
    readonly checkJsDirective?: { readonly enabled: boolean; readonly pos: number; readonly end: number };
  };
  const references = [...file.referencedFiles, ...file.typeReferenceDirectives, ...file.libReferenceDirectives];
  const at = (range: ts.TextRange, code: Code, message: string, help: string): Refused => ({
    diagnostic: { code, severity: "error", message, help, span: spanOfRange(file, range.pos, range.end) }, file, start: range.pos, end: range.end,
  });
  const turned = [...file.text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)].slice(0, 1).map((m) => ({ pos: m.index, end: m.index + 1 }));
  const nocheck = comments.checkJsDirective ? [comments.checkJsDirective] : [];
  return [
    ...[...(comments.commentDirectives ?? []).map((d) => d.range), ...nocheck].map((range) =>
      at(range, "T1004", "a spec cannot silence type errors", "remove the comment and mend what it hides")),
    ...turned.map((range) => at(range, "T1006", "from here on, text is displayed in another order than it is read", "remove the marks for text direction")),
    ...references.map((range) => at(range, "T1003", "a spec cannot refer to files by comment", 'import what it needs: import { … } from "./other.ts"')),
  ];
}
