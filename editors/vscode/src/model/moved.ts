/** Where a line is after an edit: what stands before the first difference stays, what stands behind the last one moves along. */

/** From 1; undefined where the line was edited itself. */
export function movedLine(before: readonly string[], now: readonly string[], line: number): number | undefined {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  if (line <= start) return line;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return line > before.length - end ? line + now.length - before.length : undefined;
}
