/** What a proof rests on, for people. */
import type { Explanation, Fragment, GoalGrounds, ProofReport } from "../pipeline/prove-report.ts";
import { plural } from "./figures.ts";
import { fragmentName, outsideText } from "./fragment-text.ts";
import { type Ground, groundsByProperty } from "./grounds-of.ts";
import type { Palette } from "./palette.ts";

/** Without a line break at the end; undefined where nothing was proved. */
export function explanationText({ explanation, properties }: ProofReport, palette: Palette): string | undefined {
  const proved = new Set(properties.filter((p) => p.verdict === "proved").map((p) => p.name));
  if (!explanation || proved.size === 0) return undefined;
  return [
    palette.bold("What the proof rests on"),
    ...restsText(explanation.goals, proved, palette),
    "",
    ...lemmasText(explanation, palette).map((line) => `  ${line}`),
    ...fragmentsText(explanation.goals, palette).map((line) => `  ${line}`),
  ].join("\n");
}

/** What each property needs, action by action. */
export function restsText(goals: readonly GoalGrounds[], proved: ReadonlySet<string>, palette: Palette): string[] {
  const grounds = [...groundsByProperty({ goals })].filter(([name]) => proved.has(name)).map(([name, all]) => ({ name, all: all.filter((g) => g.needs.length > 0) }));
  const alone = grounds.filter((g) => g.all.length === 0).map((g) => g.name);
  return [
    ...grounds.filter((g) => g.all.length > 0).flatMap(({ name, all }) => [`  ${name}`, ...rows(all, palette)]),
    ...(alone.length > 0 ? [`  ${palette.dim("on themselves alone:")} ${alone.join(", ")}`] : []),
  ];
}

function rows(grounds: readonly Ground[], { dim, cyan }: Palette): string[] {
  const names = grounds.map((g) => g.where.join(", "));
  const width = Math.min(24, Math.max(...names.map((n) => n.length)));
  return grounds.map((g, i) => `     ${cyan(names[i].padEnd(width))} ${dim("←")} ${g.needs.join(", ")}${g.minimal ? "" : dim(" (or less: there was no time to try)")}`);
}

function lemmasText({ unneeded, removable }: Explanation, { yellow }: Palette): string[] {
  if (removable.length === 0) return ["No lemma was found that could be removed."];
  const others = removable.filter((l) => !unneeded.includes(l));
  return [
    ...(unneeded.length > 0 ? [yellow(`No invariant needs ${unneeded.join(", ")}.`)] : []),
    yellow(`Could be removed${removable.length > 1 ? ", all together" : ""}: ${[...unneeded, ...others].join(", ")}. The rest still proves everything else.`),
  ];
}

/** `44 goals: 9 propositional, 35 EPR`, and the circles of those outside. */
function fragmentsText(goals: readonly GoalGrounds[], { dim }: Palette): string[] {
  const kinds: readonly Fragment["kind"][] = ["propositional", "epr", "integers", "outside"];
  const counts = kinds.flatMap((kind) => {
    const n = goals.filter((g) => g.fragment.kind === kind).length;
    return n === 0 ? [] : [`${n} ${fragmentName[kind]}`];
  });
  const reasons = new Set(goals.flatMap(({ fragment }) => (fragment.kind === "outside" ? [outsideText(fragment.why)[0]] : [])));
  return [dim(`${plural(goals.length, "goal")}: ${counts.join(", ")}`), ...[...reasons].slice(0, mostReasons).map(dim)];
}

const mostReasons = 3;
