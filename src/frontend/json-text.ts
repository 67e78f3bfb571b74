/** JSON as people write it: with comments and trailing commas. Says where everything is, for those who change a part and keep the rest. */
import ts from "typescript";

interface Place {
  /** Offsets in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

export type JsonNode =
  | (Place & { readonly kind: "object"; readonly members: readonly { readonly name: string; readonly value: JsonNode }[]; readonly trailingComma: boolean })
  | (Place & { readonly kind: "array"; readonly items: readonly JsonNode[]; readonly trailingComma: boolean })
  | (Place & { readonly kind: "scalar"; readonly value: string | number | boolean | null });

/** Where it is no JSON, what is wrong first; lines and columns from 1. */
export interface JsonProblem { readonly message: string; readonly line: number; readonly column: number }

export function readJsonText(text: string): JsonNode | JsonProblem {
  const source = ts.parseJsonText("file.json", text);
  const problem = (start: number, message: string): JsonProblem => {
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    return { message, line: line + 1, column: character + 1 };
  };
  const { error } = ts.parseConfigFileTextToJson("file.json", text);
  if (error && error.code !== notAnObject) return problem(error.start ?? 0, ts.flattenDiagnosticMessageText(error.messageText, " "));
  const [first, ...more] = source.statements;
  if (!first || more.length > 0) return problem(more[0]?.getStart(source) ?? 0, "one value is expected");
  try {
    return nodeOf(first.expression, source);
  } catch (thrown) {
    if (!(thrown instanceof NotJson)) throw thrown;
    return problem(thrown.start, "a value is expected");
  }
}

/** What a file may be is for others to say. */
const notAnObject = 5092;

class NotJson extends Error {
  override readonly name = "NotJson";
  constructor(readonly start: number) {
    super("not JSON");
  }
}

function nodeOf(node: ts.Expression, source: ts.JsonSourceFile): JsonNode {
  const place = { start: node.getStart(source), end: node.getEnd() };
  const scalar = (value: string | number | boolean | null): JsonNode => ({ ...place, kind: "scalar", value });
  if (ts.isObjectLiteralExpression(node)) {
    const members = node.properties.map((p) => {
      if (!ts.isPropertyAssignment(p) || !ts.isStringLiteral(p.name)) throw new NotJson(p.getStart(source));
      return { name: p.name.text, value: nodeOf(p.initializer, source) };
    });
    return { ...place, kind: "object", members, trailingComma: node.properties.hasTrailingComma ?? false };
  }
  if (ts.isArrayLiteralExpression(node)) {
    return { ...place, kind: "array", items: node.elements.map((e) => nodeOf(e, source)), trailingComma: node.elements.hasTrailingComma ?? false };
  }
  if (ts.isStringLiteral(node)) return scalar(node.text);
  if (ts.isNumericLiteral(node)) return scalar(Number(node.text));
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) return scalar(-Number(node.operand.text));
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return scalar(node.kind === ts.SyntaxKind.TrueKeyword);
  if (node.kind === ts.SyntaxKind.NullKeyword) return scalar(null);
  throw new NotJson(place.start);
}

/** What it says. */
export function jsonValue(node: JsonNode): unknown {
  switch (node.kind) {
    case "object": return Object.fromEntries(node.members.map((m) => [m.name, jsonValue(m.value)]));
    case "array": return node.items.map(jsonValue);
    case "scalar": return node.value;
  }
}
