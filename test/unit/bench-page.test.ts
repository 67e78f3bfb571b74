/** docs/performance.md shows what docs/performance.json has. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../cli/transcript.ts";

interface Row {
  readonly ratio: number;
  readonly ownRatio: number;
  readonly by: Readonly<Record<string, { readonly statesPerSecond: number; readonly bytesPerState: number }>>;
}

const bench = (file: string): Promise<unknown> => import(join(root, "test/bench", file));
const { filled, read } = (await bench("page.mjs")) as { filled: (page: string, report: object) => string; read: () => { page: string; report: object; plot: string } };
const { plot } = (await bench("plot.mjs")) as { plot: (report: object) => string };
const { summarise } = (await bench("summary.mjs")) as { summarise: (report: object) => { rows: Row[]; bars: { value: number; met: boolean | null }[] } };

const { page, report, plot: drawn } = read();

test("tables and plot are made from the records", () => {
  expect(filled(page, report)).toBe(page);
  expect(plot(report)).toBe(drawn);
});

test("every mark of the page is filled", () => {
  const marks = [...page.matchAll(/<!-- bench: (\w+) -->\n([^]*?)\n<!-- end -->/g)];
  expect(marks.map(([, name]) => name)).toEqual(["machine", "bars", "speed", "memory", "ways", "interpreter"]);
  for (const [, , text] of marks) expect(text.length).toBeGreaterThan(40);
});

test("medians, ratios and bars, by hand", () => {
  const model = { id: "two-phase-commit-9", name: "nine", scope: { RM: 9 }, states: 10_000_000 };
  const record = (contestant: string, round: number, cpu: number, search: number) => ({ model: model.id, contestant, round, cpu, wall: cpu, search, peak: 320_000_000, states: 10_000_000, transitions: 40_000_000 });
  const contestants = ["tenet", "tenet2", "spin"].map((id) => ({ id, name: id }));
  const records = [record("empty", 0, 1, 0), record("tenet", 0, 5, 4), record("tenet", 1, 7, 6), record("tenet", 2, 6, 5), record("tenet2", 0, 9, 2), record("spin", 0, 18, 18), record("spin", 1, 30, 30)];
  const { rows: [row], bars } = summarise({ models: [model], contestants, records, interpreter: [] });
  // 24 seconds of SPIN, 6 of the command, 5 of the search alone.
  expect([row.ratio, row.ownRatio, row.by.tenet.statesPerSecond, row.by.tenet.bytesPerState]).toEqual([4, 4.8, 2_000_000, 32]);
  expect(bars.map((b) => [b.value, b.met])).toEqual([[4, true], [32, true], [4.8, true], [2.5, true]]);
});
