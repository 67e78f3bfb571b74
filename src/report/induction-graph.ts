/** The induction of a proof as a drawing: an arrow leads from a lemma to what it is needed for. */
import type { ProofReport } from "../pipeline/prove-report.ts";
import type { Judgement } from "../propose/judgement.ts";
import { groundsByProperty } from "./grounds-of.ts";

/** Layouts of more take long, and nobody reads them. */
const mostNodes = 300;
/** Names on one arrow; the others are in its tooltip. */
const mostNames = 3;

interface Arrow { readonly tail: string; readonly head: string; readonly actions: readonly string[] }

type Drawn = Pick<ProofReport, "protocol" | "properties" | "explanation">;

/** As SVG. @param report with an explanation */
export async function inductionGraph(report: Drawn): Promise<string> {
  const arrows = arrowsOf(report);
  const nodes = nodesOf(report, arrows);
  const names = new Set(nodes.map((n) => n.name));
  // A megabyte that most runs have no use for.
  const { instance } = await import("@viz-js/viz");
  const svg = (await instance()).renderString({
    directed: true,
    graphAttributes: { rankdir: "BT", bgcolor: "transparent", label: "", tooltip: escaped(report.protocol) },
    nodeAttributes: { shape: "box", fontname: "Helvetica", fontsize: 12, margin: "0.15,0.08" },
    edgeAttributes: { fontname: "Helvetica", fontsize: 9, arrowsize: 0.7 },
    nodes: nodes.map(({ name, kind, dashed }) => ({
      name, attributes: { label: escaped(name), class: dashed ? `${kind} removable` : kind, style: dashed ? "rounded,dashed" : "rounded", tooltip: `${kind}${dashed ? ", could be removed" : ""}` },
    })),
    edges: arrows.filter((a) => names.has(a.tail) && names.has(a.head)).map(({ tail, head, actions }) => ({
      tail, head, attributes: { label: labelOf(actions).map(escaped).join("\\n"), tooltip: escaped(`${head} needs ${tail}: ${actions.join(", ")}`) },
    })),
  }, { format: "svg" });
  return svg.slice(svg.indexOf("<svg")).replace(/<svg [^>]*>/, (tag) => `${tag}\n${style}`);
}

/** Of a proof that was found. Undefined where there is none. */
export async function proposalGraph({ protocol, properties, grounds }: Judgement): Promise<string | undefined> {
  return grounds.length === 0 ? undefined : inductionGraph({ protocol: protocol.name, properties, explanation: { goals: grounds, unneeded: [], removable: [] } });
}

const labelOf = (actions: readonly string[]): string[] =>
  (actions.length <= mostNames ? [...actions] : [...actions.slice(0, mostNames - 1), `and ${actions.length - mostNames + 1} more`]);

function arrowsOf({ explanation }: Drawn): Arrow[] {
  if (!explanation) return [];
  const found = new Map<string, { tail: string; head: string; actions: string[] }>();
  for (const [head, grounds] of groundsByProperty(explanation)) {
    for (const { needs, where } of grounds) {
      for (const tail of needs) {
        const key = JSON.stringify([tail, head]);
        const arrow = found.get(key) ?? { tail, head, actions: [] };
        arrow.actions.push(...where);
        found.set(key, arrow);
      }
    }
  }
  return [...found.values()];
}

/** Everything proved, invariants first; and the assumptions that something rests on. */
function nodesOf({ properties, explanation }: Drawn, arrows: readonly Arrow[]): { name: string; kind: string; dashed: boolean }[] {
  const used = new Set(arrows.flatMap((a) => [a.tail, a.head]));
  const proved = properties.filter((p) => p.verdict === "proved" && (p.kind !== "failure" || used.has(p.name)));
  const declared = new Set(properties.map((p) => p.name));
  return [
    ...proved.filter((p) => p.kind !== "lemma"), ...proved.filter((p) => p.kind === "lemma"),
    ...[...used].filter((name) => !declared.has(name)).map((name) => ({ name, kind: "assumption" })),
  ].slice(0, mostNodes).map(({ name, kind }) => ({ name, kind, dashed: explanation?.removable.includes(name) ?? false }));
}

/** In labels, Graphviz reads backslashes and entities. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\\", "\\\\");

/** For light and dark pages; who does not know of it shows black on white. */
const style = `<style>
  text { font-family: Helvetica, Arial, sans-serif; fill: #1a1a1a; }
  .node path { fill: #f4f6f8; stroke: #57606a; }
  .node.invariant path, .node.step path, .node.failure path { fill: #ddf4e0; stroke: #1a7f37; stroke-width: 1.6; }
  .node.assumption path { fill: none; stroke: #57606a; }
  .node.removable path { fill: none; stroke: #bf8700; }
  .edge path { stroke: #57606a; }
  .edge polygon { fill: #57606a; stroke: #57606a; }
  .edge text { fill: #57606a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .node path { fill: #21262d; stroke: #8b949e; }
    .node.invariant path, .node.step path, .node.failure path { fill: #12361e; stroke: #3fb950; }
    .node.assumption path { fill: none; stroke: #8b949e; }
    .node.removable path { fill: none; stroke: #d29922; }
    .edge path { stroke: #8b949e; }
    .edge polygon { fill: #8b949e; stroke: #8b949e; }
    .edge text { fill: #9da7b3; }
  }
</style>`;
