/** Designs along two axes as a drawing; those that no other beats in both are joined by a line. */
import type { Tradeoffs } from "../tradeoffs/table.ts";
import { escapeHtml } from "./escape.ts";
import type { Axis, AxisValue } from "./tradeoffs-axes.ts";

const width = 640, height = 400;
const lineHeight = 16;
const frame = { left: 84, right: 24, top: 28, bottom: 64 };

interface Scale {
  place(value: AxisValue): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

interface Point { readonly names: readonly string[]; readonly x: number; readonly y: number; readonly text: string; best: boolean }

/** As SVG, to stand by itself or in a page. */
export function paretoPicture({ designs, protocol }: Pick<Tradeoffs, "designs" | "protocol">, [x, y]: readonly [Axis, Axis]): string {
  const known = designs.flatMap((d) => {
    const at = { x: x.value(d), y: y.value(d) };
    return at.x && at.y ? [{ name: d.name, x: at.x, y: at.y }] : [];
  });
  const across = scale(known.map((k) => k.x), frame.left, width - frame.right);
  const up = scale(known.map((k) => k.y), height - frame.bottom, frame.top);
  const points: Point[] = [];
  for (const k of known) {
    const at = { x: across.place(k.x), y: up.place(k.y) };
    const same = points.findIndex((p) => p.x === at.x && p.y === at.y);
    const text = `${x.title}: ${k.x?.text}; ${y.title}: ${k.y?.text}`;
    if (same < 0) points.push({ names: [k.name], ...at, text, best: false });
    else points[same] = { ...points[same], names: [...points[same].names, k.name] };
  }
  // Farther to the right is more, and farther up is more, in pixels the other way round.
  const goodX = (p: Point): number => (x.better === "more" ? p.x : -p.x), goodY = (p: Point): number => (y.better === "more" ? -p.y : p.y);
  for (const p of points) p.best = !points.some((q) => q !== p && goodX(q) >= goodX(p) && goodY(q) >= goodY(p));
  const missing = designs.filter((d) => !known.some((k) => k.name === d.name)).map((d) => d.name);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="pareto" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${protocol}: ${x.title} against ${y.title}`)}">`,
    style,
    ...across.ticks.map((t) => `<line class="grid" x1="${t.at}" y1="${frame.top}" x2="${t.at}" y2="${height - frame.bottom}"/><text class="tick" x="${t.at}" y="${height - frame.bottom + 18}" text-anchor="middle">${escapeHtml(t.text)}</text>`),
    ...up.ticks.map((t) => `<line class="grid" x1="${frame.left}" y1="${t.at}" x2="${width - frame.right}" y2="${t.at}"/><text class="tick" x="${frame.left - 10}" y="${t.at + 4}" text-anchor="end">${escapeHtml(t.text)}</text>`),
    `<text class="axis" x="${(frame.left + width - frame.right) / 2}" y="${height - 16}" text-anchor="middle">${escapeHtml(titleOf(x))}</text>`,
    `<text class="axis" x="20" y="${(frame.top + height - frame.bottom) / 2}" text-anchor="middle" transform="rotate(-90 20 ${(frame.top + height - frame.bottom) / 2})">${escapeHtml(titleOf(y))}</text>`,
    frontier(points.filter((p) => p.best)),
    ...points.map(pointText),
    ...(missing.length > 0 ? [`<text class="tick" x="${width - frame.right}" y="16" text-anchor="end">not known: ${escapeHtml(missing.join(", "))}</text>`] : []),
    "</svg>",
  ].join("\n");
}

const titleOf = ({ title, better }: Axis): string => `${title} (${better} is better)`;

function frontier(best: readonly Point[]): string {
  const inOrder = best.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return inOrder.length < 2 ? "" : `<polyline class="frontier" points="${inOrder.map((p) => `${p.x},${p.y}`).join(" ")}"/>`;
}

function pointText({ names, x, y, text, best }: Point): string {
  const label = names.join(", ");
  const left = x > width * 0.66;
  return [
    `<g class="${best ? "design best" : "design"}"><title>${escapeHtml(`${label}. ${text}`)}</title>`,
    `<circle cx="${x}" cy="${y}" r="6"/>`,
    ...names.map((name, i) => `<text x="${left ? x - 12 : x + 12}" y="${y + 4 + (i - (names.length - 1) / 2) * lineHeight}" text-anchor="${left ? "end" : "start"}">${escapeHtml(name)}</text>`),
    "</g>",
  ].join("");
}

/** Numbers keep their distances; what is beyond them comes after the last. */
function scale(values: readonly AxisValue[], from: number, to: number): Scale {
  const numbers = [...new Set(values.flatMap((v) => (v && "at" in v ? [v.at] : [])))].toSorted((a, b) => a - b);
  const least = Math.min(...numbers, numbers.length > 0 ? Infinity : 0), most = Math.max(...numbers, numbers.length > 0 ? -Infinity : 0);
  const stride = Math.max(1, (most - least) / 4);
  const position = (v: NonNullable<AxisValue>): number => ("at" in v ? v.at : most + v.beyond * stride);
  const ends = values.flatMap((v) => (v ? [position(v)] : []));
  // One value by itself stands in the middle.
  const low = Math.min(...ends) - stride / 2, high = Math.max(...ends) + stride / 2;
  const place = (v: number): number => Math.round(from + ((v - low) / (high - low)) * (to - from));
  const texts = new Map(values.flatMap((v) => (v ? [[position(v), v.text] as const] : [])));
  return { place: (v) => (v ? place(position(v)) : 0), ticks: [...texts].toSorted(([a], [b]) => a - b).map(([at, text]) => ({ at: place(at), text })) };
}

/** For light and dark pages. */
const style = `<style>
  .pareto text { font: 13px system-ui, Helvetica, Arial, sans-serif; fill: #1f2328; }
  .pareto .tick { font-size: 12px; fill: #59636e; } .pareto .axis { fill: #59636e; }
  .pareto .grid { stroke: #d1d9e0; stroke-width: 1; } .pareto .frontier { fill: none; stroke: #1a7f37; stroke-width: 1.5; stroke-dasharray: 5 4; }
  .pareto .design circle { fill: #fff; stroke: #8c959f; stroke-width: 2; } .pareto .best circle { fill: #1a7f37; stroke: #1a7f37; } .pareto .best text { font-weight: 600; }
  .pareto .design text { paint-order: stroke; stroke: #fff; stroke-width: 5px; }
  @media (prefers-color-scheme: dark) {
    .pareto text { fill: #e6edf3; } .pareto .tick, .pareto .axis { fill: #9da7b3; } .pareto .grid { stroke: #30363d; } .pareto .frontier { stroke: #3fb950; }
    .pareto .design text { stroke: #0d1117; } .pareto .design circle { fill: #0d1117; stroke: #6e7681; } .pareto .best circle { fill: #3fb950; stroke: #3fb950; }
  }
</style>`;
