/** A formula as the proofs of the repository write theirs: on one line if it fits, else broken at quantifiers, calls and conjunctions. */
import ts from "typescript";
import { readCandidate } from "./read-candidate.ts";

const width = 120;

/** The formula behind `return`, for a line that starts with so many blanks. Without its comments. */
export function formatFormula(text: string, indent: number): string {
  const flat = onOneLine(text);
  // Without line breaks, statements may not end where they ended.
  if (readCandidate(flat, "formula").length > 0) return text.trim();
  const source = `(${flat})`;
  const file = ts.createSourceFile("formula.ts", source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const whole = withoutParentheses((file.statements[0] as ts.ExpressionStatement).expression);
  const layout = new Layout(file);
  const first = layout.of(whole, indent, "return ;".length);
  if (!first.includes("\n") || !isConnective(whole)) return first;
  return `(\n${" ".repeat(indent + 2)}${layout.of(whole, indent + 2, 0)}\n${" ".repeat(indent)})`;
}

/** Blanks for line breaks and comments, and double quotes. */
function onOneLine(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  let flat = "";
  for (let blank = false, kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind <= ts.SyntaxKind.LastTriviaToken) {
      blank = true;
      continue;
    }
    const token = scanner.getTokenText();
    flat += `${blank && flat !== "" ? " " : ""}${kind === ts.SyntaxKind.StringLiteral && /^'[^"\\]*'$/.test(token) ? `"${token.slice(1, -1)}"` : token}`;
    blank = false;
  }
  return flat;
}

const withoutParentheses = (e: ts.Expression): ts.Expression => (ts.isParenthesizedExpression(e) ? withoutParentheses(e.expression) : e);

const isConnective = (e: ts.Expression): e is ts.BinaryExpression =>
  ts.isBinaryExpression(e) && (e.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || e.operatorToken.kind === ts.SyntaxKind.BarBarToken);

class Layout {
  private readonly printer = ts.createPrinter({ removeComments: true });
  constructor(private readonly file: ts.SourceFile) {}

  /** @param around how many characters stand on the line besides it and the blanks */
  of(node: ts.Expression, indent: number, around: number): string {
    const line = this.flat(node);
    if (indent + around + line.length <= width) return line;
    const pad = " ".repeat(indent);
    const inner = (e: ts.Expression, after: number): string => `${pad}  ${this.of(e, indent + 2, after)}`;
    if (ts.isCallExpression(node) && node.arguments.length > 0) {
      const last = node.arguments.at(-1)!;
      const others = node.arguments.slice(0, -1).map((a) => `${this.flat(a)}, `).join("");
      const callee = this.flat(node.expression);
      if (ts.isArrowFunction(last) && !ts.isBlock(last.body)) return `${callee}(${others}${this.head(last)} =>\n${inner(last.body, 1)},\n${pad})`;
      if (ts.isArrowFunction(last)) return line;
      return `${callee}(\n${node.arguments.map((a) => `${inner(a, 1)},\n`).join("")}${pad})`;
    }
    if (isConnective(node)) {
      const operator = node.operatorToken.getText(this.file);
      const operands = (e: ts.Expression): ts.Expression[] => (isConnective(e) && e.operatorToken.kind === node.operatorToken.kind ? [...operands(e.left), ...operands(e.right)] : [e]);
      return operands(node).map((e) => this.of(e, indent, operator.length + 1)).join(` ${operator}\n${pad}`);
    }
    if (ts.isParenthesizedExpression(node)) return `(\n${inner(node.expression, 0)}\n${pad})`;
    if (ts.isPrefixUnaryExpression(node)) return `!${this.of(node.operand, indent, around + 1)}`;
    if (ts.isConditionalExpression(node)) return `${this.flat(node.condition)}\n${pad}  ? ${this.of(node.whenTrue, indent + 2, 2)}\n${pad}  : ${this.of(node.whenFalse, indent + 2, 2)}`;
    return line;
  }

  private head(arrow: ts.ArrowFunction): string {
    const parameters = arrow.parameters.map((p) => this.flat(p)).join(", ");
    return `(${parameters})${arrow.type ? `: ${this.flat(arrow.type)}` : ""}`;
  }

  private flat(node: ts.Node): string {
    return this.printer.printNode(ts.EmitHint.Unspecified, node, this.file).replaceAll(/\s*\n\s*/g, " ");
  }
}
