/** Every face of the gate says what the report says, and no more. */
import { describe, expect, test } from "vitest";
import type { GateReport } from "../../../src/gate/report.ts";
import { rules } from "../../../src/gate/rules.ts";
import { gateAnnotations } from "../../../src/report/gate-annotations.ts";
import { gateJson } from "../../../src/report/gate-json.ts";
import { gateJunit } from "../../../src/report/gate-junit.ts";
import { gateLines } from "../../../src/report/gate-lines.ts";
import { gateMarkdown } from "../../../src/report/gate-markdown.ts";
import { gateSarif } from "../../../src/report/gate-sarif.ts";
import { gateText } from "../../../src/report/gate-text.ts";
import { linePattern } from "../../../src/report/line.ts";
import { sourcesBelow } from "../../../src/report/sources.ts";
import type { Log } from "sarif";
import { all, failing, finding, passing, root, run, span, spec, stopped, undecided } from "./sample.ts";
import { readXml, validGate, validSarif } from "./schemas.ts";

const sources = sourcesBelow(root);
const text = (report: GateReport): string => gateText(report, { color: false, sources });
const sarif = (report: GateReport): Log => JSON.parse(gateSarif(report)) as Log;
const faces = { text, json: gateJson, sarif: gateSarif, junit: gateJunit, markdown: gateMarkdown, lines: (r: GateReport) => gateLines(r, { color: false }), annotations: gateAnnotations };
const reports = Object.entries(all);

describe.each(reports)("%s", (_, report) => {
  test("JSON is as its schema says", () => {
    validGate(JSON.parse(gateJson(report)));
    expect(validGate.errors).toBeNull();
  });

  test("SARIF is as its schema says, and successful only where the gate did its work", () => {
    const log = sarif(report);
    validSarif(log);
    expect(validSarif.errors).toBeNull();
    const [invocation] = log.runs[0].invocations!;
    expect(invocation.executionSuccessful).toBe(report.verdict !== "undecided");
    expect((invocation.toolExecutionNotifications ?? []).length > 0).toBe(report.verdict === "undecided");
    expect(invocation.exitCode).toBe(report.exit);
  });

  test("JUnit is well-formed, counts what it has, and fails where the gate does not pass", () => {
    const xml = readXml(gateJunit(report));
    const count = (name: string): number => xml.filter((e) => e.name === name).length;
    const top = xml[0].attributes;
    expect([top.get("tests"), top.get("failures"), top.get("errors"), top.get("skipped")].map(Number)).toEqual([count("testcase"), count("failure"), count("error"), count("skipped")]);
    expect(count("failure") + count("error") > 0).toBe(report.verdict !== "pass");
  });

  test("lines are findings that matchers read, then the conclusion", () => {
    const lines = gateLines(report, { color: false }).trimEnd().split("\n");
    for (const l of lines.slice(0, -1)) expect(l).toMatch(new RegExp(linePattern));
    expect(lines.at(-1)).toMatch(/^(Pass|Fail|Undecided)[,:]/);
  });

  test("only a pass is called one", () => {
    for (const [name, face] of Object.entries(faces)) expect(/\bPass\b/.test(face(report)), name).toBe(report.verdict === "pass" && name !== "annotations");
  });

  test("what was not asked is told, and what was not done is told as an error", () => {
    for (const s of report.specs) for (const name of ["text", "json", "sarif", "junit", "markdown"] as const) for (const line of [...s.notAsked, ...s.notDone]) expect(faces[name](report)).toContain(line);
    for (const s of report.specs) for (const line of s.notDone) expect(gateAnnotations(report)).toContain(`${line}`);
  });
});

describe("text", () => {
  test("names scope, level and source", () => {
    expect(text(passing)).toContain("✓ consistent  invariant  proved (any size, RM=2)");
    expect(text(passing)).toContain("✓ no failure  built-in   exhaustive (RM=2) [recorded evidence]");
    expect(text(passing)).toContain("RM=2: exhaustive, 288 states, depth 10; as recorded in the base");
  });

  test("what holds and is not what it was is not told as what holds", () => {
    const weaker = { ...failing, specs: [spec], findings: [finding({ rule: "invariant-weakened", message: "consistent allows more" })] };
    for (const face of [text, gateMarkdown]) expect(face(weaker)).not.toMatch(/✓.*consistent/);
    expect(text(weaker)).toContain("! consistent  invariant  proved (any size, RM=2), but invariant-weakened: see below");
    expect(gateMarkdown(weaker)).toMatch(/\| ! \| .*consistent.*but invariant-weakened/);
  });

  test("green is only a pass of something", () => {
    const green = "\u001b[32m";
    const last = (r: GateReport): string => gateText(r, { color: true, sources }).trimEnd().split("\n").at(-1)!;
    expect(last(passing)).toContain(green);
    for (const r of [failing, undecided, stopped, all.nothing]) expect(last(r)).not.toContain(green);
  });

  test("a spec that was not touched has one line, as long as nothing is found", () => {
    const quiet = { ...spec, touched: [] };
    expect(text({ ...passing, specs: [quiet] })).toContain("test/cli/specs HastyCommit: not touched; 2 properties: 1 proved, 1 exhaustive; not asked: no adapter");
    expect(text({ ...passing, specs: [{ ...quiet, code: [{ ...spec.code[0], verdict: "unknown" }] }] })).toContain("not decided");
  });

  test("shows lines of the change and runs; of the base, only where it was", () => {
    const shown = text(failing);
    expect(shown).toContain("34 |   @invariant consistent() {");
    expect(shown).toContain("1. prepare(rm: rm1)   test/cli/specs/hasty-commit.ts:12");
    expect(shown).toContain("--> test/cli/specs/hasty-commit.ts:34:14 (in the base)");
    expect(shown.match(/34 \|/g)).toHaveLength(1);
  });

  test("says how to accept what can be accepted", () => {
    expect(text(failing).match(/--accept/g)).toHaveLength(2);
    expect(text(undecided)).not.toContain("--accept");
  });
});

describe("a report that contradicts itself is no pass", () => {
  test.each<[string, GateReport]>([
    ["a finding that stops", { ...passing, findings: [finding()] }],
    ["something not done", { ...passing, specs: [{ ...spec, notDone: ["the proof"] }] }],
    ["an interruption", { ...passing, interrupted: true }],
    ["another exit code", { ...passing, exit: 3 }],
    ["a stop", { ...passing, stopped: { kind: "internal", diagnostics: [] } }],
  ])("%s", (_, report) => {
    for (const [name, face] of Object.entries(faces)) if (name !== "annotations") expect(() => face(report), name).toThrow("a pass, and yet");
  });
});

describe("SARIF", () => {
  test("has every rule with help, and results that point to them", () => {
    const [{ tool, results }] = sarif(failing).runs;
    expect(tool.driver.rules!.map((r) => r.id)).toEqual(Object.keys(rules));
    for (const rule of tool.driver.rules!) expect(rule.help!.text.length).toBeGreaterThan(20);
    for (const r of results!) expect(tool.driver.rules![r.ruleIndex!].id).toBe(r.ruleId);
  });

  test("fingerprints do not move with lines, and tell findings apart", () => {
    const prints = (r: GateReport): unknown[] => sarif(r).runs[0].results!.map((x) => x.partialFingerprints);
    const moved = { ...failing, findings: failing.findings.map((f) => ({ ...f, span: f.span && { ...f.span, line: f.span.line + 7 } })) };
    expect(prints(moved)).toEqual(prints(failing));
    expect(new Set(prints(failing).map((p) => JSON.stringify(p))).size).toBe(4);
    expect(prints(failing)[0]).toEqual({ "tenet/v1": failing.findings[0].fingerprint });
  });

  test("a run is a code flow on the lines of the spec, with what each step changed", () => {
    const flow = sarif(failing).runs[0].results![0].codeFlows![0].threadFlows[0].locations;
    expect(flow).toHaveLength(6);
    expect(flow[1].location!.physicalLocation).toEqual({ artifactLocation: { uri: "test/cli/specs/hasty-commit.ts", uriBaseId: "%SRCROOT%" }, region: { startLine: 12, startColumn: 11, endLine: 12, endColumn: 18 } });
    expect(flow[1].location!.message!.text).toBe('prepare(rm: rm1): rm[rm1]: "working" → "prepared"');
    expect(flow.at(-1)!.importance).toBe("essential");
  });

  test("so is what was asked of an implementation", () => {
    const path = [{ span, text: "1. acquire(client1)" }, { span, text: "2. expire()" }];
    const [result] = sarif({ ...failing, findings: [finding({ rule: "diverges", path })] }).runs[0].results!;
    expect(result.codeFlows![0].threadFlows[0].locations.map((l) => [l.location!.message!.text, l.importance])).toEqual([["1. acquire(client1)", "important"], ["2. expire()", "essential"]]);
    expect(result.codeFlows![0].threadFlows[0].locations[0].location!.physicalLocation!.region!.startLine).toBe(34);
  });

  test("a long run and many findings are cut, and it says so", () => {
    const long = { ...run, trace: { ...run.trace, steps: Array.from({ length: 5000 }, () => run.trace.steps[0]) } };
    const log = sarif({ ...failing, findings: [finding({ run: long }), ...Array.from({ length: 6000 }, (_, i) => finding({ subject: `p${i}` }))] });
    const flow = log.runs[0].results![0].codeFlows![0].threadFlows[0].locations;
    expect(flow).toHaveLength(1000);
    expect(flow.filter((l) => /^\d+ steps are left out here$/.test(l.location!.message!.text!)).map((l) => l.location!.message!.text)).toEqual(["4003 steps are left out here"]);
    expect(log.runs[0].results).toHaveLength(5000);
    expect(log.runs[0].invocations![0].toolExecutionNotifications!.map((n) => n.message.text)).toEqual(["1001 more findings are left out: hosts show at most 5000"]);
    expect(validSarif(log)).toBe(true);
  });

  test("what was accepted is suppressed, by whom and why", () => {
    expect(sarif(failing).runs[0].results!.map((r) => r.suppressions)).toEqual([[], [], [{ kind: "external", status: "accepted", justification: "accepted by Ann until 2027-01-31: RM=3 is proved" }], []]);
  });

  test("paths are relative and encoded; what is outside the repository has no place", () => {
    const at = (file: string): unknown => sarif({ ...failing, findings: [finding({ span: { ...failing.findings[0].span!, file } })] }).runs[0].results![0].locations![0]?.physicalLocation?.artifactLocation?.uri;
    expect(at("a b/ä#?%/x:y.ts")).toBe("a%20b/%C3%A4%23%3F%25/x%3Ay.ts");
    for (const file of ["/etc/passwd", "../x.ts", "a/../../x.ts", "a//x.ts", "C:/x.ts", "", "tenet/faults"]) expect(at(file), file).toBeUndefined();
  });
});

describe("annotations", () => {
  test("are on lines of the change, and escaped", () => {
    const odd = finding({ message: "50% of a, b: c", span: { ...failing.findings[0].span!, file: "a,b:c%.ts" } });
    expect(gateAnnotations({ ...failing, findings: [odd] })).toBe("::error file=a%2Cb%3Ac%25.ts,line=34,endLine=34,col=14,endColumn=23,title=tenet%3A violated::50%25 of a, b: c\n");
  });

  test("no more than are shown, of each level, and how many more there are", () => {
    const many = (level: "error" | "warning" | "note", n: number) => Array.from({ length: n }, (_, i) => finding({ level, subject: `${level}${i}`, stops: level === "error" }));
    const lines = gateAnnotations({ ...failing, findings: [...many("error", 25), ...many("warning", 10), ...many("note", 11)] }).trimEnd().split("\n");
    for (const command of ["error", "warning", "notice"]) expect(lines.filter((l) => l.startsWith(`::${command} `))).toHaveLength(10);
    expect(lines.filter((l) => l.includes("more of this level"))).toEqual(["::error title=tenet::16 more of this level are in the summary", "::notice title=tenet::2 more of this level are in the summary"]);
  });
});

test("what is accepted and less than asked is skipped in JUnit", () => {
  const less = { ...spec.properties[0], reached: "exhaustive", enough: false, because: "no proof" } as const;
  const accepted = finding({ rule: "level-not-reached", about: spec.spec, stops: false, accepted: { by: "Ann", reason: "later", expires: null } });
  const xml = readXml(gateJunit({ ...passing, specs: [{ ...spec, properties: [less] }], findings: [accepted] }));
  expect(xml.some((e) => e.name === "failure" || e.name === "error")).toBe(false);
  expect(xml.find((e) => e.attributes.get("name") === "consistent (invariant, asked: proved)")).toBeDefined();
});
