/** The gate's findings as SARIF 2.1.0 (OASIS), for code scanning: rules, results, runs as code flows, and whether the gate did its work. */
import type { Invocation, Location, Log, Message, Notification, PhysicalLocation, ReportingDescriptor, Result, ThreadFlow, ThreadFlowLocation } from "sarif";
import { jsonText, printable } from "../base/printable.ts";
import type { Span } from "../base/span.ts";
import type { GateReport, JudgedFinding, SpecOutcome } from "../gate/report.ts";
import { type Rule, rules } from "../gate/rules.ts";
import { gateHelp } from "./gate-help.ts";
import { acceptedText, codeText, comparedText, gateConclusion, instanceText, openPoints, proofText, propertyText } from "./gate-words.ts";
import { repositoryUri } from "./repository-path.ts";
import { type RunPlace, runPlaces } from "./run-places.ts";

/** More are not shown by hosts, and make a large file. */
const mostResults = 5000, mostPlaces = 1000;

/** What `uriBaseId` means is for the host to say: the root of the repository. */
const rootId = "%SRCROOT%";

const ruleNames = Object.keys(rules) as Rule[];

/** One line break at the end. */
export function gateSarif(report: GateReport): string {
  const conclusion = gateConclusion(report);
  const results = report.findings.slice(0, mostResults).map(resultOf);
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "tenet", version: report.version, rules: ruleNames.map(descriptor) } },
      automationDetails: { id: "tenet/gate/" },
      columnKind: "utf16CodeUnits",
      originalUriBaseIds: { [rootId]: { description: { text: "The root of the repository." } } },
      invocations: [invocation(report)],
      results,
      properties: {
        verdict: report.verdict, conclusion, compared: comparedText(report), base: report.base?.commit ?? null,
        specs: report.specs.map(specProperties),
        ...(report.findings.length > mostResults && { resultsLeftOut: report.findings.length - mostResults }),
      },
    }],
  };
  return `${jsonText(log)}\n`;
}

const descriptor = (rule: Rule): ReportingDescriptor => ({
  id: rule,
  name: rule.replaceAll(/(?:^|-)(\w)/g, (_, c: string) => c.toUpperCase()),
  shortDescription: { text: rules[rule] },
  fullDescription: { text: rules[rule] },
  help: { text: gateHelp[rule] },
  defaultConfiguration: { level: "error" },
});

/** Fails closed: whatever was not done makes the run an unsuccessful one, so that no host takes an empty list for a pass. */
function invocation(report: GateReport): Invocation {
  const open = openPoints(report);
  const more = report.findings.length - mostResults;
  const notifications: Notification[] = [
    ...open.map((text): Notification => ({ level: "error", descriptor: { id: "gate-failed" }, message: message(text) })),
    ...(report.verdict === "undecided" && open.length === 0 ? [{ level: "error" as const, descriptor: { id: "undecided" }, message: message(gateConclusion(report)) }] : []),
    ...(more > 0 ? [{ level: "warning" as const, message: message(`${more} more findings are left out: hosts show at most ${mostResults}`) }] : []),
  ];
  return {
    executionSuccessful: open.length === 0 && report.verdict !== "undecided",
    exitCode: report.exit,
    endTimeUtc: report.time,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

/** What was checked and how firmly, and what was not: results alone do not tell. */
const specProperties = (s: SpecOutcome): object => ({
  spec: s.spec, protocol: s.protocol, touched: s.touched.length > 0,
  properties: s.properties.map((p) => ({ name: p.name, kind: p.kind, asked: p.asked, reached: p.reached, enough: p.enough, text: propertyText(p) })),
  instances: s.instances.map(instanceText), proofs: s.proofs.map(proofText), code: s.code.map(codeText), notDone: s.notDone, notAsked: s.notAsked,
});

function resultOf(f: JudgedFinding): Result {
  const accepted = acceptedText(f);
  const text = [f.message, ...(f.inBase ? ["The place is that of the base."] : []), ...f.details].join("\n");
  const at = physical(f.span ?? whole(f.about));
  return {
    ruleId: f.rule,
    ruleIndex: ruleNames.indexOf(f.rule),
    level: f.level,
    message: message(text),
    locations: at === undefined ? [] : [{ physicalLocation: at, logicalLocations: [{ name: printable(f.subject), fullyQualifiedName: printable(`${f.about}#${f.subject}`) }] }],
    partialFingerprints: { "tenet/v1": f.fingerprint },
    properties: { about: f.about, subject: f.subject, stops: f.stops, acceptAs: f.acceptAs },
    ...codeFlow(f),
    suppressions: accepted === undefined ? [] : [{ kind: "external", status: "accepted", justification: accepted }],
  };
}

/** The run that shows it: of the spec, or of an implementation. */
function codeFlow({ run, path }: JudgedFinding): Pick<Result, "codeFlows"> {
  if (run) {
    const { initial, steps, end } = runPlaces(run.trace, run.instance);
    return { codeFlows: [{ message: message(`A run of ${steps.length} steps`), threadFlows: [threadFlow([...(initial ? [initial] : []), ...steps, end], run.instance.span)] }] };
  }
  return path && path.length > 0 ? { codeFlows: [{ message: message(`A run of the implementation, of ${path.length} steps`), threadFlows: [threadFlow(path, path[0].span)] }] } : {};
}

/** The beginning and the end of a run that is too long, with a note between. @param protocol where there is no place */
function threadFlow(all: readonly RunPlace[], protocol: Span): ThreadFlow {
  const kept = mostPlaces / 2;
  const left = all.length - mostPlaces;
  const shown = left <= 0 ? all : [...all.slice(0, kept), { span: null, text: `${left + 1} steps are left out here` }, ...all.slice(1 - kept)];
  return {
    locations: shown.map((place, i): ThreadFlowLocation => ({
      location: { ...located(place.span ?? protocol), message: message(place.text) },
      executionOrder: i + 1,
      importance: i === shown.length - 1 ? "essential" : "important",
    })),
  };
}

function located(span: Span): Location {
  const at = physical(span);
  return at === undefined ? {} : { physicalLocation: at };
}

/** Undefined for what is not in the repository. */
function physical({ file, line, column, endLine, endColumn }: Span): PhysicalLocation | undefined {
  const uri = repositoryUri(file);
  if (uri === undefined) return undefined;
  const ends = endLine > line || (endLine === line && endColumn > column);
  return { artifactLocation: { uri, uriBaseId: rootId }, ...(line > 0 && { region: { startLine: line, startColumn: Math.max(column, 1), ...(ends && { endLine, endColumn: Math.max(endColumn, 1) }) } }) };
}

const whole = (file: string): Span => ({ file, line: 0, column: 0, endLine: 0, endColumn: 0 });

/** Nothing in it is a placeholder (braces are doubled), a link, or drawn unseen; lines stay lines. */
const message = (text: string): Message => ({ text: text.split("\n").map((l) => printable(l)).join("\n").replaceAll(/[{}]/g, "$&$&").replaceAll("](", "] (") });
