/** Text that an implementation has written, for people. */

/** One line, not too long, that no terminal, reader or log of a workflow takes for more than text. */
export function harmless(text: string, max = 300): string {
  // Controls, and what changes the direction of text or cannot be seen.
  const line = text.slice(0, 4 * max).replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim().replaceAll("::", ": :");
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}
