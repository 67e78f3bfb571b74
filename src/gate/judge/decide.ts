/** Who accepts what, and whether the change passes. The only place that decides it. */
import { sha256 } from "../../base/sha256.ts";
import type { Accepted, Finding } from "../finding.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { CheckedPolicy } from "../policy/schema.ts";
import type { GateExit, GateVerdict, JudgedFinding, SpecOutcome, Stop } from "../report.ts";
import { isAcceptable, type Rule } from "../rules.ts";

type Suppression = NonNullable<CheckedPolicy["suppressions"]>[number];

export interface Acceptances {
  /** Of the base. */
  readonly suppressions: readonly Suppression[];
  /** Given on the command line. */
  readonly given: readonly string[];
  readonly now: Date;
  /** What a finding is about, as it is now, in a few letters. */
  contentOf(about: string): string;
}

/** Those of level error first, each once. */
export function judgeFindings(findings: readonly Finding[], acceptances: Acceptances): JudgedFinding[] {
  const judged = merged(findings).map((finding): JudgedFinding => {
    const fingerprint = fingerprintOf(finding);
    const acceptAs = `${fingerprint}-${shortHash([finding.message, finding.details, acceptances.contentOf(finding.about)])}`;
    const accepted = finding.level === "error" && isAcceptable(finding.rule) ? acceptance(finding, acceptAs, acceptances) : null;
    return { ...finding, fingerprint, acceptAs, accepted, stops: finding.level === "error" && accepted === null };
  });
  const order = { error: 0, warning: 1, note: 2 };
  return judged.toSorted((a, b) => order[a.level] - order[b.level]);
}

/** What is said twice of one thing is one finding, with all that was said of it, and of the graver level. */
function merged(findings: readonly Finding[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const next of findings) {
    const key = fingerprintOf(next), before = found.get(key);
    if (!before) found.set(key, next);
    else {
      const [main, other] = next.level === "error" && before.level !== "error" ? [next, before] : [before, next];
      const said = other.message === main.message ? [] : [other.message];
      found.set(key, { ...main, details: [...main.details, ...[...said, ...other.details].filter((line) => !main.details.includes(line))] });
    }
  }
  return [...found.values()];
}

function acceptance(finding: Finding, acceptAs: string, { suppressions, given, now }: Acceptances): Accepted | null {
  // Who would accept acceptances in advance could accept anything.
  const standing = finding.rule === "suppression-added" || finding.rule === "policy-changed" ? [] : suppressions;
  const found = standing.find((s) => s.rule === finding.rule && s.about === finding.about && (s.subject === undefined || s.subject === finding.subject) && !isOver(s, now));
  if (found) return { by: "the policy of the base", reason: found.reason, expires: found.expires };
  return given.includes(acceptAs) ? { by: "--accept", reason: acceptAs, expires: null } : null;
}

/** The day named is the last. */
export const isOver = ({ expires }: Pick<Suppression, "expires">, now: Date): boolean => now.toISOString().slice(0, 10) > expires;

/** Acceptances of the base that are over: what they covered stops changes again. */
export const expired = (file: string, suppressions: readonly Suppression[], now: Date): Finding[] =>
  suppressions.filter((s) => isOver(s, now)).map((s) => ({
    rule: "suppression-expired", level: "warning", about: file, subject: JSON.stringify([s.rule, s.about, s.subject ?? "*"]), span: null, details: [],
    message: `Accepting ${s.rule} of ${s.subject ?? "everything"} in ${s.about} ended on ${s.expires}: ${JSON.stringify(s.reason)}.`,
  }));

export interface Grounds {
  readonly findings: readonly JudgedFinding[];
  readonly specs: readonly SpecOutcome[];
  readonly stopped: Stop | null;
  readonly interrupted: boolean;
}

/** A pass needs every reason for it; everything else is none. */
export function decide({ findings, specs, stopped, interrupted }: Grounds): { readonly verdict: GateVerdict; readonly exit: GateExit } {
  const stops = findings.filter((f) => f.stops);
  const fails = stops.some((f) => f.rule !== "undecided" && f.rule !== "gate-failed");
  const covered = (rules: readonly Rule[], spec: string, subject?: string): boolean =>
    findings.some((f) => rules.includes(f.rule) && f.about === spec && (subject === undefined || f.subject === subject) && f.accepted !== null);
  const complete = specs.every((s) => s.notDone.length === 0 &&
    s.properties.every((p) => p.enough || covered(["violated", "level-not-reached"], s.spec, p.name)) &&
    s.code.every((c) => c.verdict === "agrees" || (c.verdict === "differs" && covered(["diverges", "action-unbound", "binding-stale", "mutation-outside"], s.spec))));
  const verdict = fails ? "fail" : stops.length > 0 || stopped !== null || interrupted || !complete ? "undecided" : "pass";
  const exit = stopped?.kind === "wrong" ? 2 : stopped?.kind === "internal" ? 4 : verdict === "fail" ? 1 : verdict === "undecided" ? 3 : 0;
  return { verdict, exit };
}

const shortHash = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 8);
