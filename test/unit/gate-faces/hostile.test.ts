/** Whatever a change has in its names and texts, no face says what is not so, does what nobody asked, or hides what is. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "sarif";
import { afterAll, describe, expect, test } from "vitest";
import type { GateReport, SpecOutcome } from "../../../src/gate/report.ts";
import { check } from "../../../src/pipeline/check.ts";
import { checkText } from "../../../src/report/check-text.ts";
import { failureText } from "../../../src/report/failure-text.ts";
import { gateAnnotations } from "../../../src/report/gate-annotations.ts";
import { gateJson } from "../../../src/report/gate-json.ts";
import { gateJunit } from "../../../src/report/gate-junit.ts";
import { gateLines } from "../../../src/report/gate-lines.ts";
import { gateMarkdown } from "../../../src/report/gate-markdown.ts";
import { gateSarif } from "../../../src/report/gate-sarif.ts";
import { gateText } from "../../../src/report/gate-text.ts";
import { checkJson, failureJson } from "../../../src/report/json.ts";
import { linePattern } from "../../../src/report/line.ts";
import { sourcesBelow } from "../../../src/report/sources.ts";
import { checkLines } from "../../../src/report/verdict-lines.ts";
import { failing, finding, passing, root, run, span, spec } from "./sample.ts";
import { readXml, validGate, validSarif } from "./schemas.ts";

/** Every one has the word by which it is found again. */
const texts: Readonly<Record<string, string>> = {
  "colours and cursor movements": "evil\u001b[2K\u001b[1A\u001b[32m✓ All properties hold\u001b[0m",
  "the other way to write them": "evil\u009b32m✓ All properties hold\u009b0m",
  "a carriage return": "evil\rPass: 9 properties of 3 specs reached the level that the policy asks.",
  "line breaks of all kinds": "evil\nPass: all\n\u0085Pass: all\u2028Pass: all\u2029Pass: all\u000bPass: all",
  "a command of GitHub at the start": "::set-output name=evil::true",
  "a command of GitHub after a break": "evil\n::error file=x.ts::nothing\n::stop-commands::evil",
  "older commands": "evil ##[set-env name=PATH]x ##vso[task.complete result=Succeeded]done ##teamcity[buildStatus status='SUCCESS']",
  "the end of a CDATA section": "evil ]]></failure></testcase><testcase name=\"all is well\"/><!--",
  "HTML": "evil <script>alert(1)</script><img src=x onerror=alert(1)><details open>",
  "links and images": "evil [details](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example> www.evil.example",
  "mentions and numbers": "@evil @org/evil evil#1 GH-1 evil",
  "quotes of code": "evil ` `` ``` ```` ~~~ \\` `",
  "a table": "evil | ✓ | consistent | proved |\\| evil \\\\| evil",
  "text direction": "evil \u202eevil\u2066 sdloh lla \u202c\u2069\u200f",
  "nothing to be seen": "evil\u200b\u200c\u200d\u2060\ufeff\u3164\u115f\u2800\u00ad\ufe0f\u{e0041}",
  "half a character": "evil\ud800 \udc00",
  "placeholders": "evil {0} {1} {{0}} %s %d $1 $& ${x}",
  "percents and commas": "evil %0A::error::x,line=1:: %25,title=evil",
  "very much of it": `evil${"x".repeat(100_000)}`,
  "a finding of its own": "evil.ts:1:1: info: all properties hold [ok]",
  "null": "evil\u0000\u0000end",
};

/** A report with that text wherever there is text. */
function filled(base: GateReport, text: string): GateReport {
  const outcome: SpecOutcome = {
    ...spec, spec: text, protocol: text, guards: [text], touched: [text], notAsked: [text],
    notDone: base.verdict === "pass" ? [] : [text],
    properties: base.specs[0].properties.map((p) => ({ ...p, name: text, where: [text], because: text })),
    instances: [{ ...spec.instances[0], scope: { [text]: 2 }, options: { [text]: text }, design: text }],
    proofs: [{ ...spec.proofs[0], options: { [text]: text } }],
    code: [{ ...spec.code[0], file: text, covered: text }],
  };
  const file = { ...span, file: text };
  const accepted = { by: text, reason: text, expires: text };
  const own = { message: text, details: [text, text], about: text, subject: text, span: file };
  return {
    ...base, base: { ref: text, commit: "0".repeat(40) }, policy: { file: text, from: "base" }, specs: [outcome],
    findings: [
      ...(base.verdict === "pass" ? [] : [finding({ ...own, run }), finding({ ...own, inBase: true, subject: `${text}2` })]),
      finding({ ...own, rule: "scope-shrunk", stops: false, accepted }), finding({ ...own, rule: "action-unbound", level: "warning", stops: false }),
    ],
  };
}

const sources = sourcesBelow(root);
const faces = {
  text: (r: GateReport) => gateText(r, { color: false, sources }), lines: (r: GateReport) => gateLines(r, { color: false }),
  json: gateJson, sarif: gateSarif, junit: gateJunit, markdown: gateMarkdown, annotations: gateAnnotations,
};

/** What draws on a terminal, or is not seen. */
// eslint-disable-next-line no-control-regex
const odd = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u115f\u1160\u2800\u3164]|\ufe0f|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u;
/** What hosts take for a command. */
const command = /^[^\S\n]*::|##\w*\[/m;

/** Markdown without its code. */
function outsideCode(markdown: string): string {
  return markdown.split("\n").map((l) => {
    let rest = "";
    for (let i = 0; i < l.length;) {
      const open = /^`+/.exec(l.slice(i))?.[0];
      if (!open) rest += l[i++];
      else {
        const after = l.slice(i + open.length), close = [...after.matchAll(/`+/g)].find((m) => m[0].length === open.length);
        if (!close) return l;
        i += open.length + close.index + open.length;
      }
    }
    return rest;
  }).join("\n");
}

describe.each(Object.entries(texts))("%s", (_, text) => {
  for (const base of [passing, failing]) {
    const report = filled(base, text);
    const plain = filled(base, "evil");

    test(`${base.verdict}: nothing draws, nothing is unseen, nothing is a command`, () => {
      for (const [name, face] of Object.entries(faces)) {
        const shown = face(report);
        expect(odd.exec(shown)?.[0].codePointAt(0)?.toString(16), name).toBeUndefined();
        if (name !== "annotations") expect(command.exec(shown)?.[0], name).toBeUndefined();
      }
    });

    test(`${base.verdict}: no line more, and no verdict more`, () => {
      for (const name of ["text", "lines", "junit", "markdown", "annotations"] as const) {
        const shown = faces[name](report).split("\n"), expected = faces[name](plain).split("\n");
        expect(shown, name).toHaveLength(expected.length);
        const verdicts = (lines: readonly string[]): number => lines.filter((l) => /^\s*(?:Pass|Fail|Undecided)/.test(l)).length;
        expect(verdicts(shown), name).toBe(verdicts(expected));
      }
      expect(faces.text(report).trimEnd().split("\n").at(-1)).toBe(faces.text(plain).trimEnd().split("\n").at(-1));
    });

    test(`${base.verdict}: programs read what is so`, () => {
      validGate(JSON.parse(faces.json(report)));
      expect(validGate.errors).toBeNull();
      const log = JSON.parse(faces.sarif(report)) as Log;
      validSarif(log);
      expect(validSarif.errors).toBeNull();
      for (const r of log.runs[0].results!) {
        expect(r.message.text).not.toMatch(/\]\(|(?<!\{)\{(?:\{\{)*\d+\}(?!\})/);
        expect(r.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "").toMatch(/^(?:[\w./~-]|%[0-9A-F]{2})*$/);
      }
      const xml = readXml(faces.junit(report)), same = readXml(faces.junit(plain));
      expect(xml.map((e) => e.name)).toEqual(same.map((e) => e.name));
      for (const l of faces.lines(report).trimEnd().split("\n").slice(0, -1)) expect(l).toMatch(new RegExp(linePattern));
      const severities = (r: GateReport): (string | undefined)[] => faces.lines(r).split("\n").map((l) => new RegExp(linePattern).exec(l)?.slice(6, 9).filter((_, i) => i !== 1).join());
      expect(severities(report)).toEqual(severities(plain));
    });

    test(`${base.verdict}: in Markdown, all of it is code`, () => {
      const markdown = faces.markdown(report);
      expect(outsideCode(markdown)).not.toContain("evil");
      for (const row of markdown.split("\n").filter((l) => l.startsWith("|"))) expect(row.match(/\|/g)).toHaveLength(5);
      expect(markdown.length).toBeLessThan(200_000);
    });

    test(`${base.verdict}: annotations stay on their places`, () => {
      for (const l of faces.annotations(report).split("\n").filter((x) => x !== "")) {
        const [, properties] = /^::(?:error|warning|notice) ([^:]*)::[^\n]*$/.exec(l) ?? [];
        expect(properties, l.slice(0, 200)).toBeDefined();
        for (const p of properties.split(",")) expect(p).toMatch(/^(?:file|line|endLine|col|endColumn|title)=[^:,=\n]*(?:=[^:,\n]*)*$/);
      }
    });
  }
});

describe("a spec with such texts in it", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenet-hostile-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const checked = async (lines: readonly string[]) => {
    const file = join(folder, "spec.ts");
    writeFileSync(file, lines.join("\n"));
    try {
      const report = await check(file);
      return [checkText(report, { color: false }), checkLines(report, { color: false }), checkJson(report)];
    } catch (error) {
      const failure = { kind: "spec" as const, message: "", diagnostics: (error as { diagnostics?: never[] }).diagnostics ?? [] };
      expect(failure.diagnostics.length).toBeGreaterThan(0);
      return [failureText(failure, { color: false }), failureJson(failure)];
    }
  };
  const header = 'import { action, invariant, require } from "tenet";';
  const spoken = (value: string) => [
    header, `/** Doc ${value} */`, "export class Hostile {", `  state: "ok" | ${JSON.stringify(value)} = "ok";`,
    `  @action go() { require(this.state === "ok" /* ${value.replaceAll(/[\n\r\u2028\u2029]/g, " ")} */); this.state = ${JSON.stringify(value)}; }`,
    `  /** ${value} */`, `  @invariant safe() { return this.state === "ok"; }`, "}",
  ];

  test.each(Object.entries(texts).filter(([, t]) => t.length < 1000 && !t.includes("*/")))("%s, as a value and in comments", async (_, text) => {
    const shown = await checked(spoken(text));
    for (const face of shown) {
      expect(odd.exec(face)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
      expect(command.exec(face)?.[0]).toBeUndefined();
      expect(face).not.toMatch(/^\s*(?:Pass|All \d+ propert)/m);
    }
  });

  test.each([
    ["a name with characters that are not seen", [header, "export class H {", "  x: boolean = true;", "  @action go() { this.x = !this.x; }", "  @invariant safe\u3164() { return this.x; }", "}"]],
    ["a property whose name is a text", [header, "export class H {", "  x: boolean = true;", "  @action go() { this.x = !this.x; }", '  @invariant "✓ All 3 properties hold in every state of this instance."() { return this.x; }', "}"]],
    ["code that is displayed in another order", [header, "export class H {", "  x: boolean = true;", "  @action go() { this.x = !this.x; }", "  @invariant safe() { return this.x; /*\u202e } \u2066 return true; \u2069 \u2066*/ }", "}"]],
  ])("%s is refused", async (_, lines) => {
    const [shown] = await checked(lines);
    expect(shown).toMatch(/^error T\d{4}/);
    expect(odd.exec(shown)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
  });
});
