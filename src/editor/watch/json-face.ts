/** `tenet watch --json`: happenings as events. */
import { assertNever } from "../../base/assert-never.ts";
import { jsonText, printable } from "../../base/printable.ts";
import type { ProofReport } from "../../pipeline/prove-report.ts";
import type { CheckReport } from "../../pipeline/report.ts";
import { conclusion } from "../../report/conclusion.ts";
import { verdictText } from "../../report/grounds.ts";
import { failureItems, type LineItem } from "../../report/line.ts";
import { proofConclusionText, proofVerdictText } from "../../report/prove-text.ts";
import { checkItems, proveItems } from "../../report/verdict-lines.ts";
import type { Changes } from "./changes.ts";
import type { DiagnosticItem, DiagnosticsEvent, PropertyVerdict, VerdictsEvent, WatchEvent } from "./events.ts";
import type { Happening } from "./happening.ts";
import { instanceText, proofInstanceText } from "../../report/instance-line.ts";
import { locationOf, runTable } from "./run-table.ts";

/** One line for each event. */
export class JsonFace {
  /** Of the run under way. */
  #items: readonly LineItem[] = [];

  constructor(private readonly spec: string, private readonly out: (text: string) => void) {}

  readonly tell = (happening: Happening): void => {
    for (const event of this.events(happening)) this.out(`${jsonText(event, 0)}\n`);
  };

  events(h: Happening): WatchEvent[] {
    const common = { run: h.run, spec: this.spec, files: h.files };
    const diagnostics = (more: readonly LineItem[], rest: Pick<DiagnosticsEvent, "failure"> = {}): WatchEvent => {
      this.#items = [...this.#items, ...more];
      return { event: "diagnostics", ...common, items: distinct(this.#items.map(itemOf)), ...rest };
    };
    switch (h.kind) {
      case "started":
        this.#items = [];
        return [{ event: "started", ...common }];
      case "compiled": {
        const { name, actions, properties } = h.protocol;
        return [{
          event: "outline", ...common, protocol: name,
          actions: actions.map((a) => ({ name: a.name, location: locationOf(a.span) })),
          properties: properties.map((p) => ({ name: p.name, kind: p.kind, location: locationOf(p.span) })),
        }];
      }
      case "checked": return [{ event: "verdicts", ...common, ...checked(h.report, h.changes) }, diagnostics(checkItems(h.report))];
      case "proved": return [{ event: "verdicts", ...common, ...proved(h.report, h.changes) }, diagnostics(proveItems(h.report))];
      case "wrong": return [diagnostics(failureItems(h.failure), { failure: h.failure.kind })];
      case "done": return [{ event: "done", ...common, interrupted: h.interrupted }];
      default: return assertNever(h);
    }
  }
}

type Verdicts = Omit<VerdictsEvent, "event" | "run" | "spec" | "files">;

function checked(report: CheckReport, changes: Changes): Verdicts {
  const properties = report.properties.map((p): PropertyVerdict => ({
    ...said(p, changes), text: verdictText(p, report.search), location: locationOf(p.span), ...(p.trace && { table: runTable(p.trace, report.instance) }),
  }));
  return { method: "check", instance: instanceText(report), ...summary(report, changes), conclusion: conclusion(report), properties, seconds: report.search.seconds };
}

function proved(report: ProofReport, changes: Changes): Verdicts {
  const properties = report.properties.map((p): PropertyVerdict => ({
    ...said(p, changes), text: proofVerdictText(p), location: locationOf(p.span), ...(p.violation && { table: runTable(p.violation.trace, p.violation.instance) }),
  }));
  return {
    method: "prove", instance: proofInstanceText(report), ...summary(report, changes), conclusion: proofConclusionText(report, { color: false }).trimEnd(), properties,
    seconds: report.solver.seconds,
  };
}

const said = ({ name, kind, verdict }: { readonly name: string; readonly kind: string; readonly verdict: string }, { was }: Changes) =>
  ({ name, kind, verdict, ...(was.has(name) && { was: was.get(name)! }) });

const summary = ({ protocol, verdict }: { readonly protocol: string; readonly verdict: string }, { gone, instanceWas }: Changes) =>
  ({ protocol, verdict, gone, ...(instanceWas !== undefined && { instanceWas }) });

const itemOf = ({ severity, message, code, span }: LineItem): DiagnosticItem => ({ severity, message: printable(message), code, location: locationOf(span ?? undefined) });

const distinct = (items: readonly DiagnosticItem[]): DiagnosticItem[] => [...new Map(items.map((i) => [JSON.stringify(i), i])).values()];
