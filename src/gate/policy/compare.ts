/** What a change does to the rules by which it is judged. */
import type { Finding, Level } from "../finding.ts";
import type { Rule } from "../rules.ts";
import { type Asked, atLeast, instanceKey, keyOf, levelOf } from "./specs.ts";
import type { PolicyFile } from "./read.ts";

interface Side {
  readonly file: PolicyFile;
  readonly asked: readonly Asked[];
}

/** Each lowered bar by itself; what is only asked for more is a note. */
export function comparePolicies(base: Side, head: Side): Finding[] {
  const found: Finding[] = [];
  const tell = (rule: Rule, level: Level, subject: string, message: string, path: readonly PropertyKey[]): void =>
    void found.push({ rule, level, message, details: [], about: base.file.file, subject, span: head.file.place(path) });
  const lowered = (subject: string, message: string, path: readonly PropertyKey[]): void => tell("policy-changed", "error", subject, `The change lowers the bar: ${message}`, path);

  if (base.file.file !== head.file.file) tell("policy-changed", "note", "file", `The policy has moved from ${base.file.file} to ${head.file.file}.`, []);
  if (base.file.policy.base !== head.file.policy.base) lowered("base", `changes would be compared with ${head.file.policy.base ?? "nothing by default"} instead of ${base.file.policy.base ?? "nothing by default"}.`, ["base"]);
  for (const before of base.asked) {
    const after = head.asked.find((a) => keyOf(a) === keyOf(before));
    const path = placeOf(head, before);
    if (!after) lowered(keyOf(before), `${keyOf(before)} is not in the policy any more.`, path);
    else {
      for (const [what, message] of loweredBars(before, after)) lowered(`${keyOf(before)} ${what}`, `${keyOf(before)}: ${message}`, path);
      const changed = changedLimits(before, after);
      if (changed.length > 0) tell("policy-changed", "note", `${keyOf(before)} limits`, `Other limits for ${keyOf(before)}: ${changed.join(", ")}. What ends at one is undecided, so none of them makes a change pass.`, path);
    }
  }
  for (const added of head.asked.filter((a) => !base.asked.some((b) => keyOf(b) === keyOf(a)))) {
    tell("policy-changed", "note", `${keyOf(added)} added`, `${keyOf(added)} is new in the policy.`, placeOf(head, added));
  }
  const old = new Set((base.file.policy.suppressions ?? []).map((s) => JSON.stringify(s)));
  for (const [i, suppression] of (head.file.policy.suppressions ?? []).entries()) {
    if (old.has(JSON.stringify(suppression))) continue;
    const { rule, about, subject = "*", reason, expires } = suppression;
    tell("suppression-added", "error", JSON.stringify([rule, about, subject, reason, expires]), `The change would accept ${rule} of ${subject} in ${about} until ${expires}: ${JSON.stringify(reason)}.`, ["suppressions", i]);
  }
  return found;
}

function placeOf({ file }: Side, { spec, file: path }: Asked): readonly PropertyKey[] {
  const i = file.policy.specs.findIndex((s) => s.spec === spec || s.spec === path);
  return i < 0 ? ["specs"] : ["specs", i];
}

/** What it is about, and the words for it. */
function loweredBars(before: Asked, after: Asked): [string, string][] {
  const found: [string, string][] = [];
  const gone = (a: readonly string[], b: readonly string[]): string[] => a.filter((x) => !b.includes(x));
  if (!atLeast(after.level, before.level)) found.push(["level", `properties need only be ${after.level} instead of ${before.level}.`]);
  for (const name of new Set([...Object.keys(before.levels), ...Object.keys(after.levels)])) {
    const [was, is] = [levelOf(before, name), levelOf(after, name)];
    if (!atLeast(is, was) && !(was === before.level && is === after.level)) found.push([`level of ${name}`, `${name} need only be ${is} instead of ${was}.`]);
  }
  for (const glob of gone(before.guards, after.guards)) found.push([`guard ${glob}`, `it does not guard ${glob} any more.`]);
  for (const file of gone(before.adapters, after.adapters)) found.push([`adapter ${file}`, `${file} is not tested against it any more.`]);
  for (const file of gone(before.transitions, after.transitions)) found.push([`transition ${file}`, `${file} is not proved to follow it any more.`]);
  const kept = new Set(after.check.map(instanceKey));
  for (const instance of before.check) if (!kept.has(instanceKey(instance))) found.push([`instance ${instanceKey(instance)}`, `the instance ${showInstance(instance)} is not checked any more.`]);
  for (const what of ["runs", "steps"] as const) {
    if (after.budget.conform[what] < before.budget.conform[what]) found.push([`conform ${what}`, `there are only ${after.budget.conform[what]} ${what} of tests instead of ${before.budget.conform[what]}.`]);
  }
  return found;
}

function changedLimits({ budget: was }: Asked, { budget: is }: Asked): string[] {
  const own = (["seconds", "solverSeconds", "memoryMiB"] as const).flatMap((name) => (was[name] === is[name] ? [] : [`${name} ${is[name]} instead of ${was[name]}`]));
  return was.conform.seed === is.conform.seed ? own : [...own, `tests begin with the seed ${is.conform.seed} instead of ${was.conform.seed}`];
}

/** As on a command line. */
export function showInstance({ scope, options, design }: Asked["check"][number]): string {
  const parts = [...Object.entries(scope).map(([n, v]) => `${n}=${v}`), ...(design === null ? [] : [`design ${design}`]), ...Object.entries(options).map(([n, v]) => `${n}=${v}`)];
  return parts.length === 0 ? "of the spec itself" : parts.join(" ");
}
