/** From the records of single runs to figures, ratios and bars. Pure: page and table show the same. */
import { figures } from "./measure.mjs";

/** Of a model and a contestant: medians and ranges, or undefined where it did not run. */
function figuresOf(records, model, id, keys) {
  const own = records.filter((r) => r.model === model && r.contestant === id);
  if (own.length === 0) return undefined;
  const { states, transitions } = own[0];
  return { states, transitions, runs: own.length, ...Object.fromEntries(keys.filter((key) => own[0][key] !== undefined).map((key) => [key, figures(own.map((r) => r[key]))])) };
}

const keys = ["cpu", "wall", "search", "peak"];
const median = (figure) => figure?.median;
const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

/**
 * One row for each model, with what every contestant needed.
 * `own`: processor time of the search, which is that of the command without what the same command needs for one state.
 */
export function summarise({ models, contestants, records, interpreter }) {
  const rows = models.map((model) => {
    const empty = figuresOf(records, model.id, "empty", keys);
    const by = {};
    for (const { id } of contestants) {
      const all = figuresOf(records, model.id, id, keys);
      if (!all) continue;
      const base = id === "spin" ? 0 : median(empty?.cpu) ?? 0;
      const own = Math.max(0.01, all.cpu.median - base);
      by[id] = {
        ...all, own, statesPerSecond: all.states / own, transitionsPerSecond: all.transitions / own,
        bytesPerState: all.peak.median / all.states,
        ownBytesPerState: id === "spin" ? undefined : Math.max(0, all.peak.median - (median(empty?.peak) ?? 0)) / all.states,
      };
    }
    return { ...model, empty, by, compiling: figuresOf(records, model.id, "compiling", ["cpu", "wall"]), ratio: ratio(median(by.spin?.cpu), median(by.tenet?.cpu)), ownRatio: ratio(median(by.spin?.cpu), by.tenet?.own) };
  });
  return { rows, bars: barsOf(rows), interpreter: interpreter.map((i) => ({ ...i, ratio: ratio(rows.find((r) => r.id === i.model)?.by.tenet?.statesPerSecond, i.states / i.seconds) })) };
}

const large = 5_000_000;

/** What we want to reach; `value` is missing where it was not measured. */
function barsOf(rows) {
  const nine = rows.find((r) => r.id === "two-phase-commit-9");
  const compared = rows.filter((r) => r.ownRatio !== undefined && !r.small && !r.plot);
  const slowest = compared.toSorted((a, b) => a.ownRatio - b.ownRatio)[0];
  const pairs = rows.filter((r) => r.states >= large && r.by.tenet && r.by.tenet2).map((r) => ({ ...r, gain: r.by.tenet.search.median / r.by.tenet2.search.median }));
  const least = pairs.toSorted((a, b) => a.gain - b.gain)[0];
  const bar = (text, value, atLeast, unit, of) => ({ text, value, unit, ...(of && { of }), met: value === undefined ? null : atLeast.least === undefined ? value <= atLeast.most : value >= atLeast.least, ...atLeast });
  return [
    bar("two-phase commit, RM=9: as fast as SPIN, by processor time of the whole command", nine?.ratio, { least: 4 }, "times"),
    bar("two-phase commit, RM=9: memory of the process per state", nine?.by.tenet?.bytesPerState, { most: 32 }, "bytes"),
    bar("no model slower than SPIN, by processor time of the search; the slowest", slowest?.ownRatio, { least: 1 }, "times", slowest?.name),
    bar("two workers against one over five million states, by the clock; the least", least?.gain, { least: 1.7 }, "times", least?.name),
  ];
}
