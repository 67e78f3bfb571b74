/** Names of a spec as names of generated code: whatever the spec says, only letters, digits and underscores come out. */

const reserved = new Set([
  "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "eval",
  "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null",
  "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var",
  "void", "while", "with", "yield", "Math", "Int32Array", "Float64Array", "Uint32Array", "Infinity", "NaN", "Object",
]);

/** A name like `hint` that is not yet taken; takes it. */
export function uniqueName(hint: string, taken: Set<string>, alsoTaken: ReadonlySet<string> = new Set()): string {
  const cleaned = hint.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 60);
  const base = /^[A-Za-z_]/.test(cleaned) ? cleaned : `_${cleaned}`;
  let name = base;
  for (let n = 1; taken.has(name) || alsoTaken.has(name) || reserved.has(name); n++) name = `${base}${n}`;
  taken.add(name);
  return name;
}

const longestComment = 160;

/** Text of a spec as the inside of a comment. */
export function commentText(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]+/g, " ").replaceAll("*/", "* /");
  return plain.length <= longestComment ? plain : `${plain.slice(0, longestComment)}...`;
}
