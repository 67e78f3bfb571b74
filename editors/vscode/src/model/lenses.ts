/** What stands above actions and properties: commands, and the last verdict. */
import type { PropertyVerdict, VerdictsEvent } from "../../../../src/editor/watch/events.ts";
import { movedLine } from "./moved.ts";
import type { SpecState } from "./state.ts";

export interface Lens {
  /** From 1. */
  readonly line: number;
  readonly title: string;
  /** Undefined for what is only to be read. */
  readonly run?: { readonly command: "tenet.check" | "tenet.prove" | "tenet.showRun" | "tenet.showOutput"; readonly arguments: readonly string[] };
}

export interface Shown {
  readonly path: string;
  /** As it is in the editor. */
  readonly text: string;
  /** As it was when the verdicts came, where that is known. */
  readonly checked: string | undefined;
}

const marks: Readonly<Record<string, string>> = { exhaustive: "✓", proved: "✓", bounded: "~", unknown: "?", "not-inductive": "?", violated: "✗" };
const inductive = new Set(["invariant", "step", "lemma"]);

export function lensesOf(state: SpecState, shown: Shown): Lens[] {
  const { outline, spec } = state;
  const [check, prove] = (["check", "prove"] as const).map((method) => ({ title: method, run: { command: `tenet.${method}` as const, arguments: [spec] } }));
  const lines = lineOf(shown);
  const at = (location: Parameters<SpecState["place"]>[0], parts: readonly Omit<Lens, "line">[]): Lens[] => {
    const place = state.place(location);
    const line = place?.path === shown.path ? lines(place.line) : undefined;
    return line === undefined ? [] : parts.map((part) => ({ line, ...part }));
  };
  const lemmas = (state.verdicts.get("prove")?.properties ?? []).filter((p) => p.kind === "lemma");
  return [
    ...(outline?.actions ?? []).flatMap((a) => at(a.location, [check, prove, ...actionVerdict(state, a.name, shown)])),
    ...(outline?.properties ?? []).flatMap((p) =>
      at(p.location, [check, ...(inductive.has(p.kind) ? [prove] : []), ...verdictsOf(state, p.name, shown)])),
    ...lemmas.flatMap((p) => at(p.location, [prove, ...verdictsOf(state, p.name, shown)])),
  ];
}

function lineOf({ text, checked }: Shown): (line: number) => number | undefined {
  if (checked === undefined || checked === text) return (line) => line;
  const before = checked.split("\n"), now = text.split("\n");
  return (line) => movedLine(before, now, line);
}

/** What keeps a verdict from being shown as what holds now. */
function caveat(state: SpecState, event: VerdictsEvent | undefined, { path, text }: Shown): string | undefined {
  if (state.phase === "gone") return "not watched";
  if (state.failure !== undefined) return "no verdict: the spec is in error";
  if (event === undefined) return state.phase === "running" ? "checking…" : "no verdict yet";
  return state.isAbout(event, path, text) ? undefined : "edited since it was checked";
}

function verdictsOf(state: SpecState, name: string, shown: Shown): Omit<Lens, "line">[] {
  const events = [...state.verdicts.values()];
  const why = caveat(state, events[0], shown);
  const said = events.flatMap((event) => {
    const property = event.properties.find((p) => p.name === name);
    return property ? [{ event, property }] : [];
  });
  if (why !== undefined) {
    const was = said.map(({ property }) => property.verdict).join(", ");
    return [{ title: `? ${why}${was === "" ? "" : ` (was ${was})`}`, ...(state.phase === "gone" && toOutput) }];
  }
  return said.map(({ event, property }) => ({ title: titleOf(event, property), ...toRun(state, event, property) }));
}

const toOutput = { run: { command: "tenet.showOutput", arguments: [] } } as const;

function titleOf(event: VerdictsEvent, { verdict, text, was, table }: PropertyVerdict): string {
  const changed = was === undefined ? "" : ` (was ${was})`;
  return `${marks[verdict] ?? "?"} ${text}${changed} · ${about(event)}${table ? " · show the run" : ""}`;
}

/** What a verdict is about, without the name of the protocol. */
export const about = ({ method, instance, protocol }: Pick<VerdictsEvent, "method" | "instance" | "protocol">): string => {
  const choices = instance.slice(protocol.length).trim();
  return method === "prove" ? `any size${choices === "" ? "" : `, ${choices}`}` : choices === "" ? "this instance" : choices;
};

function toRun(state: SpecState, { method }: VerdictsEvent, { name, table }: PropertyVerdict): Pick<Lens, "run"> {
  return table ? { run: { command: "tenet.showRun", arguments: [state.spec, method, name] } } : {};
}

/** Of an action: what holds of all, the run in which it takes part, or that it never happens. */
function actionVerdict(state: SpecState, name: string, shown: Shown): Omit<Lens, "line">[] {
  const event = state.verdicts.get("check");
  const why = caveat(state, event, shown);
  if (why !== undefined || event === undefined) return [{ title: `? ${why ?? "no verdict yet"}`, ...(state.phase === "gone" && toOutput) }];
  if (state.items.some((i) => i.code === "T7002" && i.message.startsWith(`${name} is never enabled`))) return [{ title: `? never enabled · ${about(event)}` }];
  const culprits = event.properties.flatMap((property) => {
    const steps = property.verdict === "violated" ? property.table?.rows.filter((r) => r.location !== null) ?? [] : [];
    const step = steps.findLastIndex((r) => r.label.startsWith(`${name}(`));
    return step < 0 ? [] : [{ property, text: `✗ step ${step + 1} of ${steps.length} to ${property.name}` }];
  });
  if (culprits.length > 0) return culprits.map(({ property, text }) => ({ title: `${text} · show the run`, ...toRun(state, event, property) }));
  const all = `${event.properties.length} ${event.properties.length === 1 ? "property" : "properties"}`;
  return [{ title: `${marks[event.verdict] ?? "?"} ${event.verdict === "violated" ? "violated, without this action" : `${all} ${event.verdict}`} · ${about(event)}` }];
}
