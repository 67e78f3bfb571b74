/** Text for HTML, SVG and Markdown: specs are written by anybody. */

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For element content and quoted attributes. Characters that no document may have become spaces. */
// eslint-disable-next-line no-control-regex
export const escapeHtml = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, " ").replaceAll(/[&<>"']/g, (c) => entities[c]);

/** For a line, or a cell of a table. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").replaceAll(/[\\`*_{}[\]#|~<>&]/g, (c) => (c === "<" || c === ">" || c === "&" ? entities[c] : `\\${c}`));
