/** Text for HTML, SVG and Markdown: specs are written by anybody. */
import { printable } from "../base/printable.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For element content and quoted attributes. Characters that no document may have become spaces. */
// eslint-disable-next-line no-control-regex
export const escapeHtml = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, " ").replaceAll(/[&<>"']/g, (c) => entities[c]);

/** For a line, or a cell of a table. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").replaceAll(/[\\`*_{}[\]#|~<>&]/g, (c) => (c === "<" || c === ">" || c === "&" ? entities[c] : `\\${c}`));

/** As code in a line of Markdown: nothing in it is a link, an image, a mention or HTML. The quotes are longer than any in it. */
export function codeSpan(text: string, most?: number): string {
  const shown = printable(text, most);
  const quote = "`".repeat(1 + Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)));
  // Spaces at both ends are taken away again; without text there is no code.
  return `${quote} ${shown === "" ? "-" : shown} ${quote}`;
}

/** The same in a table, where a bar ends the code; a backslash before it would not be safe, as there may be one before that. */
export const codeCell = (text: string): string => codeSpan(text).replaceAll("|", "\\u{7c}");
