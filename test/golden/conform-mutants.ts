/**
 * Implementations of specs, and what is easily wrong in them: the mistakes of code that was written in haste, or by a machine. Each is a text in place of
 * another, and says what has to be told of it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSystem } from "../../src/conform/child/open.ts";
import type { ConformReport, Divergence } from "../../src/conform/report.ts";
import { type TestOptions, testSystem } from "../../src/conform/test-system.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";
import type { Prepared } from "../../src/pipeline/prepare.ts";

export interface Subject {
  readonly spec: string;
  readonly scope: Readonly<Record<string, number>>;
  /** The instance takes long to walk through: in tests that run often, random runs have to do. */
  readonly large?: boolean;
}

export const subjects = {
  lock: { spec: "fencing-lock", scope: { Client: 2, Token: 2 } },
  follower: { spec: "log-follower", scope: { Candidate: 2, Term: 2 }, large: true },
  members: { spec: "revocation-by-seniors", scope: { Member: 2, Op: 2 }, large: true },
} satisfies Readonly<Record<string, Subject>>;

export interface Mutant {
  readonly of: keyof typeof subjects;
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** How it diverges, whatever run shows it first. */
  readonly told: readonly (Divergence["kind"] | NonNullable<Divergence["failure"]>["kind"])[];
  readonly scope?: Readonly<Record<string, number>>;
}

const mutant = (of: Mutant["of"], name: string, file: string, from: string, to: string, told: Mutant["told"], scope?: Mutant["scope"]): Mutant =>
  ({ of, name, file: `${file}.ts`, from, to, told, ...(scope && { scope }) });

const lock = [
  mutant("lock", "gives a token twice", "lock-service", "position <= this.state.issued", "position < this.state.issued", ["accepted"]),
  mutant("lock", "gives a lock that is held", "lock-service", "if (this.holder()) return undefined;", "", ["accepted"]),
  mutant("lock", "answers before it has written", "lock-service", "    await this.disk.write(JSON.stringify(state));\n    this.state = state;", "    this.state = state;\n    void this.disk.write(JSON.stringify(state));", ["state"]),
  mutant("lock", "ends a lease a moment late", "lock-service", "this.clock.now() < lease.until", "this.clock.now() <= lease.until", ["state"]),
  mutant("lock", "ends no lease", "lock-service", "lease && this.clock.now() < lease.until ? lease : undefined", "lease", ["state"]),
  mutant("lock", "gives tokens again after a restart", "lock-service", "(JSON.parse(text) as Durable)", "{ lease: (JSON.parse(text) as Durable).lease }", ["state"]),
  mutant("lock", "counts tokens itself", "lock-service", "token: position", "token: (this.state.issued ?? -1) + 1", ["state"]),
  mutant("lock", "does two things at a time", "serial", "this.last.then(task)", "task()", ["order"]),
  mutant("lock", "turns down a holder's second write", "storage", "token < this.last.token", "token <= this.last.token", ["refused"]),
  mutant("lock", "swallows that a token is stale", "storage", "throw new StaleToken(`${token} is older than ${this.last.token}`)", "console.error(\"stale\")", ["accepted"]),
  mutant("lock", "remembers the first write", "storage", "this.last = stored", "this.last ??= stored", ["state", "accepted"]),
  mutant("lock", "compares with whom, not with what", "storage", "token < this.last.token", "client !== this.last.client && token < this.last.token", ["accepted"]),
  mutant("lock", "goes on after it has stopped", "client", "    this.token = undefined;\n", "", ["state"]),
  mutant("lock", "writes without a lease", "client", "    if (this.token === undefined) return false;\n    await", "    await", ["accepted", "unreadable"]),
];

const follower = [
  mutant("follower", "turns down its own leader", "follower", "if (request.term < this.term || !isOrdered", "if (request.term <= this.term || !isOrdered", ["refused"]),
  mutant("follower", "votes in a term that is over", "follower", "request.term < this.term || request.lastTerm", "request.lastTerm", ["accepted"]),
  mutant("follower", "forgets its vote whenever a term is named", "follower", "return term > this.term ?", "return term >= this.term ?", ["state"]),
  mutant("follower", "votes before it is written", "follower", "records.push({ kind: \"vote\", candidate: request.candidate })", "this.votedFor = request.candidate", ["state"]),
  mutant("follower", "does not truncate", "follower", "if (length < this.log.length) records.push({ kind: \"truncate\", length });", "", ["state"]),
  mutant("follower", "takes away what a late message does not have", "follower", "entries.findIndex((entry, i) => this.log[prev + i]?.term !== entry.term)", "0", ["state"]),
  mutant("follower", "commits what it does not have", "follower", "Math.min(commit, match)", "commit", ["state"]),
  mutant("follower", "answers before it has written", "follower", "await this.journal.write(records)", "void this.journal.write(records)", ["state"]),
  mutant("follower", "keeps its vote in a new term", "follower", "        this.votedFor = undefined;\n", "", ["state"]),
  mutant("follower", "votes twice", "follower", "(votedFor === undefined || votedFor === request.candidate) && ", "", ["state"]),
  mutant("follower", "votes for shorter logs", "follower", "lastTerm === last && length >= this.log.length", "lastTerm === last", ["state"]),
  mutant("follower", "votes for longer logs of older terms", "follower", "lastTerm > last || (lastTerm === last && length >= this.log.length)", "length >= this.log.length", ["state"]),
  mutant("follower", "truncates one too few", "follower", "this.log.slice(0, record.length)", "this.log.slice(0, record.length + 1)", ["state"]),
  mutant("follower", "commits what the leader does not have", "follower", "Math.min(commit, match)", "Math.min(commit, Math.max(match, this.log.length))", ["state"]),
  mutant("follower", "takes commits back", "follower", "committed > this.committed", "committed !== this.committed", ["state"]),
  mutant("follower", "overwrites what is committed", "follower", " || this.contradictsCommitted(request)", "", ["accepted"]),
  mutant("follower", "looks at the wrong entry", "follower", "prev === 0 || this.log[prev - 1]?.term === prevTerm", "prev === 0 || this.log[prev]?.term === prevTerm", ["state"]),
  mutant("follower", "acknowledges all that it has", "follower", "return { kind: \"append\", success: true, match };", "return { kind: \"append\", success: true, match: Math.max(match, this.log.length) };", ["state"]),
  mutant("follower", "reads only the end of its journal", "journal", "lines.flatMap", "lines.slice(-1).flatMap", ["state"]),
];

const members = [
  mutant("members", "lets anybody revoke", "membership", "revokes === author && revoker < author", "revokes === author", ["refused", "accepted"]),
  mutant("members", "shows what counted before", "device", "      this.view = counted;\n", "", ["state"]),
  mutant("members", "answers before it has written", "device", "await this.store.append(bytes)", "void this.store.append(bytes)", ["state"]),
  mutant("members", "receives twice", "device", " && !graph.has(hashOf(operation))", "", ["accepted"]),
  mutant("members", "lets juniors revoke", "membership", "graph.operation(a).author - graph.operation(b).author", "graph.operation(b).author - graph.operation(a).author", ["refused", "accepted"]),
  mutant("members", "voids what the revoker had seen", "membership", " && !graph.past(revocation).has(hash)", "", ["refused", "accepted"]),
  mutant("members", "voids nothing", "membership", "if (revocations.some((revocation) => voids(graph, revocation, hash))) continue;", "", ["refused", "accepted"]),
  mutant("members", "receives what is not complete", "graph", "if (!operation.parents.every((parent) => this.nodes.has(parent))) return false;", "", ["threw"]),
  mutant("members", "names what it does not go by", "device", "this.graph.last(knows)", "this.graph.last(this.received)", ["state"]),
  mutant("members", "goes by what it has not received", "device", " || this.graph.pastOf(knows).size > knows.size", "", ["accepted"], { Member: 1, Op: 3 }),
  mutant("members", "sees one step back", "graph", "      for (const before of this.past(hash)) past.add(before);\n", "", ["state", "refused", "accepted"], { Member: 1, Op: 3 }),
  mutant("members", "does two things at a time", "serial", "this.last.then(task)", "task()", ["order"]),
];

/** Not wrong answers, but none. */
const harm = [
  mutant("lock", "hangs", "lock-service", "      if (this.holder()) return undefined;", "      await new Promise(() => undefined);", ["hung"]),
  mutant("follower", "ends as if all were well", "follower", "      if (request.term < this.term || request.lastTerm", "      if (request.candidate) process.exit(0);\n      if (request.lastTerm", ["exited"]),
  mutant("members", "sends what it has to somebody", "device", "      await this.store.append(bytes);", "      await fetch(\"http://192.0.2.1\").catch(() => undefined);\n      await this.store.append(bytes);", ["denied"]),
];

export const mutants: readonly Mutant[] = [...lock, ...follower, ...members, ...harm];
/** Those that are tried with every run of the tests: each of a kind. */
export const someMutants: readonly Mutant[] = [...lock.slice(0, 8), ...follower.slice(0, 5), ...members.slice(0, 3), ...harm.slice(0, 1)];

const folder = mkdtempSync(join(tmpdir(), "tenet-mutants-"));
const prepared = new Map<string, Prepared>();
export const removeMutants = (): void => rmSync(folder, { recursive: true });

function prepare(spec: string, scope: Subject["scope"]): Prepared {
  const key = JSON.stringify([spec, scope]);
  const known = prepared.get(key) ?? prepareSpec(join("specs", spec), { scope });
  prepared.set(key, known);
  return known;
}

/** The implementation, with one text in place of another. */
export async function conformTo({ spec, scope }: Subject, change: Pick<Mutant, "file" | "from" | "to"> | undefined, options: TestOptions): Promise<Pick<ConformReport, "verdict" | "divergence" | "covered" | "because">> {
  const copy = mkdtempSync(join(folder, `${spec}-`));
  cpSync(join("specs", spec, "implementation"), copy, { recursive: true });
  if (change) {
    const file = join(copy, change.file), text = readFileSync(file, "utf8");
    if (!text.includes(change.from)) throw new Error(`${change.file} has no ${JSON.stringify(change.from)}`);
    writeFileSync(file, text.replace(change.from, () => change.to));
  }
  const system = await openSystem(join(copy, "adapter.ts"), { root: folder });
  try {
    return await testSystem(prepare(spec, scope), system, options);
  } finally {
    await system.close();
  }
}

export const subjectOf = ({ of, scope }: Mutant): Subject => ({ ...subjects[of], ...(scope && { scope }) });

export const kindOf = ({ kind, failure }: Divergence): Mutant["told"][number] => (kind === "failed" ? failure!.kind : kind);
