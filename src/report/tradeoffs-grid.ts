/** Grids of short texts, in columns where there is room and as lists where there is not. */

export interface GridCell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly GridCell[] }[];
}

const gap = 2;
const indent = "  ";

/** @param columns how wide it may be */
export function gridText({ heads, rows }: Grid, columns: number, dim: (text: string) => string): string[] {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((r) => r.cells[i].text.length)));
  const names = Math.max(0, ...rows.map((r) => r.name.length));
  const total = indent.length + names + widths.reduce((n, w) => n + w + gap, 0);
  if (total <= columns) {
    const line = (name: string, cells: readonly GridCell[]): string =>
      `${indent}${name.padEnd(names)}${cells.map(({ text, paint }, i) => `${" ".repeat(gap)}${paint ? paint(text) : text}${i === cells.length - 1 ? "" : " ".repeat(widths[i] - text.length)}`).join("")}`;
    return [line("", heads.map((text) => ({ text, paint: dim }))), ...rows.map((r) => line(r.name, r.cells))];
  }
  const head = Math.max(...heads.map((h) => h.length));
  return rows.flatMap((r) => [`${indent}${r.name}`, ...r.cells.map(({ text, paint }, i) => `${indent}${indent}${dim(heads[i].padEnd(head))}  ${paint ? paint(text) : text}`)]);
}
