/** The tables of the bench, as rows of text: printed, or put into the page. */
import { summarise } from "./summary.mjs";

const thousands = (n) => Math.round(n).toLocaleString("en");
const times = (n) => (n === undefined ? "–" : n < 10 ? n.toFixed(1) : thousands(n));
const seconds = (n) => (n === undefined ? "–" : n < 10 ? n.toFixed(2) : n.toFixed(1));
const spread = (figure) => (figure === undefined ? "–" : figure.values.length > 1 ? `${seconds(figure.median)} (${seconds(figure.min)}–${seconds(figure.max)})` : seconds(figure.median));
const millions = (n) => (n === undefined ? "–" : n >= 1e6 ? `${(n / 1e6).toFixed(1)} M` : `${thousands(n / 1e3)} k`);
const mebibytes = (n) => (n === undefined ? "–" : thousands(n / 2 ** 20));
const bytes = (n) => (n === undefined ? "–" : n < 1000 ? n.toFixed(0) : thousands(n));

/** Shown in a row of its own. */
const isLarge = (row) => !row.small && !row.plot;
const plus = (values) => (values.some((v) => v === undefined) ? undefined : values.reduce((a, b) => a + b, 0));

function speed(rows) {
  const head = ["Model", "States", "Transitions", "SPIN", "Tenet", "the search alone", "times SPIN", "its search", "states/s", "transitions/s"];
  const line = (r) => {
    const { spin, tenet } = r.by;
    return [r.name, thousands(r.states), thousands(tenet?.transitions ?? 0), spread(spin?.cpu), spread(tenet?.cpu), seconds(tenet?.own), times(r.ratio), times(r.ownRatio), millions(tenet?.statesPerSecond), millions(tenet?.transitionsPerSecond)];
  };
  const small = rows.filter((r) => r.small && r.by.tenet);
  const all = (pick) => plus(small.map(pick));
  const [spin, tenet] = [all((r) => r.by.spin?.cpu.median), all((r) => r.by.tenet.cpu.median)];
  const together = small.length === 0 ? [] : [[
    `${small.length} small ones together`, thousands(all((r) => r.states)), thousands(all((r) => r.by.tenet.transitions)), seconds(spin), seconds(tenet), "–", times(spin && spin / tenet), "–", "–", "–",
  ]];
  return [head, ...rows.filter(isLarge).map(line), ...together];
}

function memory(rows) {
  const head = ["Model", "Bits", "Tenet, MiB", "bytes per state", "without the command's own", "SPIN, MiB", "bytes per state"];
  return [head, ...rows.filter(isLarge).map((r) => {
    const { spin, tenet } = r.by;
    return [r.name, r.bits === undefined ? "–" : `${r.bits}`, mebibytes(tenet?.peak.median), bytes(tenet?.bytesPerState), bytes(tenet?.ownBytesPerState), mebibytes(spin?.peak.median), bytes(spin?.bytesPerState)];
  })];
}

function ways(rows, contestants) {
  const others = contestants.filter(({ id }) => id !== "spin");
  const head = ["Model", ...others.flatMap(({ name }) => [`${name}: states`, "seconds"])];
  return [head, ...rows.filter(isLarge).map((r) => [r.name, ...others.flatMap(({ id }) => (r.by[id] ? [thousands(r.by[id].states), spread(r.by[id].search)] : ["–", "–"]))])];
}

function interpreter(rates, rows) {
  const head = ["Model", "Interpreter, states/s", "Tenet, states/s", "times the interpreter"];
  const sizeable = rates.filter(({ model }) => isLarge(rows.find((r) => r.id === model)));
  return [head, ...sizeable.map((i) => {
    const row = rows.find((r) => r.id === i.model);
    return [row.name, thousands(i.states / i.seconds), millions(row.by.tenet?.statesPerSecond), times(i.ratio)];
  })];
}

function bars(all) {
  const word = { true: "met", false: "not met", null: "not measured" };
  return [["What we want", "At least or at most", "Measured", ""], ...all.map(({ text, least, most, value, unit, of, met }) => [
    text, `${least === undefined ? "at most" : "at least"} ${least ?? most} ${unit}`, value === undefined ? "–" : `${unit === "bytes" ? bytes(value) : value.toFixed(2)} ${unit}${of ? ` (${of})` : ""}`, word[met],
  ])];
}

/** By name; each begins with its head. */
export function tables(report) {
  const { rows, bars: all, interpreter: rates } = summarise(report);
  const wide = rows.map((r) => ({ ...r, bits: report.interpreter.find(({ model }) => model === r.id)?.bits }));
  return { bars: bars(all), speed: speed(wide), memory: memory(wide), ways: ways(wide, report.contestants), interpreter: interpreter(rates, wide) };
}

export function machineText({ machine, versions, date, missing }) {
  const { cpu, cores, memoryGiB, node, platform } = machine;
  const spin = missing.length > 0 ? `no SPIN (${missing.join(" and ")} not found)` : `${versions.spin}, ${versions.gcc}`;
  return `${date}: ${cores} × ${cpu}, ${memoryGiB} GiB, ${platform}; Node ${node}, Tenet ${versions.tenet}, ${spin}`;
}

const titles = {
  bars: "Bars", speed: "Speed: processor seconds, median (least to most)", memory: "Memory", ways: "Ways to search: seconds of the clock, the search alone", interpreter: "Beside the interpreter",
};

/** For a terminal. */
export function showText(report) {
  const blocks = Object.entries(tables(report)).map(([name, rows]) => {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    return [titles[name], ...rows.map((row) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ")}`.trimEnd())].join("\n");
  });
  return `${machineText(report)}\n\n${blocks.join("\n\n")}\n`;
}
