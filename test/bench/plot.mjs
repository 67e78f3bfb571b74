/** The cost of two-phase commit by its size, as SVG: processor seconds of the search, on a logarithmic scale. */
import { summarise } from "./summary.mjs";

const width = 760, height = 420, left = 64, right = 170, top = 46, bottom = 48;
const colors = ["#0b6e4f", "#3f8efc", "#8a4fff", "#e07a1f", "#c1272d"];

const text = (x, y, body, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more}>${body}</text>`;

/** One line for each contestant: points of size and seconds. */
function linesOf(report) {
  const { rows } = summarise(report);
  const sized = rows.flatMap((r) => (/^two-phase-commit-\d+$/.test(r.id) && !r.small ? [{ n: r.scope.RM, by: r.by }] : [])).toSorted((a, b) => a.n - b.n);
  return report.contestants
    .map(({ id, name }) => ({ name, points: sized.flatMap(({ n, by }) => (by[id] ? [{ n, seconds: by[id].own }] : [])) }))
    .filter(({ points }) => points.length > 1);
}

/** Labels keep a distance from each other. */
function spaced(labels) {
  let last = -Infinity;
  return labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label, y: (last = Math.max(label.y, last + 15)) }));
}

export function plot(report) {
  const lines = linesOf(report);
  const points = lines.flatMap((l) => l.points);
  const sizes = points.map(({ n }) => n), costs = points.map(({ seconds }) => seconds);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes, Math.min(...sizes) + 1)];
  const [low, high] = [Math.floor(Math.log10(Math.min(...costs))), Math.max(Math.ceil(Math.log10(Math.max(...costs))), Math.floor(Math.log10(Math.min(...costs))) + 1)];
  const x = (n) => left + ((n - least) / (most - least)) * (width - left - right);
  const y = (s) => height - bottom - ((Math.log10(s) - low) / (high - low)) * (height - top - bottom);
  const powers = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const marks = [...new Set(sizes)].toSorted((a, b) => a - b);
  const drawn = lines.map(({ name, points: own }, i) => ({ name, own, color: colors[i % colors.length], end: own.at(-1) }));
  const labels = spaced(drawn.map(({ name, color, end }) => ({ name, color, x: x(end.n) + 9, y: y(end.seconds) + 4 })));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333" role="img">`,
    `<title>Two-phase commit: processor seconds of the search by the number of resource managers</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(left, 24, "Two-phase commit: processor seconds of the search", ' font-size="14" font-weight="600"'),
    ...powers.map((p) => `<path d="M${left} ${y(10 ** p).toFixed(1)}H${width - right}" stroke="#ddd"/>${text(left - 8, y(10 ** p) + 4, p < 0 ? (10 ** p).toFixed(-p) : `${10 ** p}`, ' text-anchor="end"')}`),
    ...marks.map((n) => text(x(n), height - bottom + 18, `${n}`, ' text-anchor="middle"')),
    text((left + width - right) / 2, height - 10, "resource managers", ' text-anchor="middle"'),
    ...drawn.map(({ own, color }) => [
      `<polyline fill="none" stroke="${color}" stroke-width="2" points="${own.map(({ n, seconds }) => `${x(n).toFixed(1)},${y(seconds).toFixed(1)}`).join(" ")}"/>`,
      ...own.map(({ n, seconds }) => `<circle cx="${x(n).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="3.5" fill="${color}"/>`),
    ].join("")),
    ...labels.map((label) => text(label.x, label.y, label.name, ` fill="${label.color}"`)),
    "</svg>", "",
  ].join("\n");
}
