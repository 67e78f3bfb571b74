import ts from "typescript";

/** The text of the JSDoc comment before a declaration. */
export function docOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).findLast(ts.isJSDoc)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}
