/** docs/performance.md: its text is the page's own, its tables and its plot come from docs/performance.json. */
import { readFileSync, writeFileSync } from "node:fs";
import { plot } from "./plot.mjs";
import { machineText, tables } from "./text.mjs";

const docs = new URL("../../docs/", import.meta.url);
const files = { page: new URL("performance.md", docs), figures: new URL("performance.json", docs), plot: new URL("images/performance.svg", docs) };

const markdown = ([head, ...rows]) =>
  [`| ${head.join(" | ")} |`, `| ${head.map((_, i) => (i === 0 ? "---" : "---:")).join(" | ")} |`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");

/** The page with what the records say between its marks. */
export function filled(page, report) {
  const parts = { machine: machineText(report), ...Object.fromEntries(Object.entries(tables(report)).map(([name, rows]) => [name, markdown(rows)])) };
  return page.replace(/(<!-- bench: (\w+) -->\n)[^]*?(\n<!-- end -->)/g, (_, open, name, close) => `${open}${parts[name]}${close}`);
}

export const read = () => ({ page: readFileSync(files.page, "utf8"), report: JSON.parse(readFileSync(files.figures, "utf8")), plot: readFileSync(files.plot, "utf8") });

export function writePage(report) {
  writeFileSync(files.figures, `${JSON.stringify(report)}\n`);
  writeFileSync(files.page, filled(readFileSync(files.page, "utf8"), report));
  writeFileSync(files.plot, plot(report));
}
