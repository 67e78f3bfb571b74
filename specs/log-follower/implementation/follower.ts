/** A follower of a replicated log: takes entries from leaders and votes for candidates. Whatever it answers is in its journal before. */
import type { Journal, JournalRecord } from "./journal.ts";
import { Serial } from "./serial.ts";

export interface Entry {
  readonly term: number;
}

export interface AppendRequest {
  readonly term: number;
  /** Entries before those of this request, and the term of the last of them. */
  readonly prev: number;
  readonly prevTerm: number;
  readonly entries: readonly Entry[];
  /** How many entries the leader knows to be committed. */
  readonly commit: number;
}

export interface VoteRequest {
  readonly term: number;
  readonly candidate: string;
  readonly length: number;
  readonly lastTerm: number;
}

export type Reply =
  | { readonly kind: "append"; readonly success: boolean; readonly match: number }
  | { readonly kind: "vote"; readonly granted: boolean }
  /** The request is out of date, or makes no sense; nothing has changed. */
  | { readonly kind: "rejected"; readonly term: number };

export class LogFollower {
  private readonly serial = new Serial();
  private term = 0;
  private votedFor: string | undefined;
  private committed = 0;
  private log: Entry[] = [];

  private constructor(private readonly journal: Journal) {}

  static async open(journal: Journal): Promise<LogFollower> {
    const follower = new LogFollower(journal);
    for (const record of await journal.read()) follower.apply(record);
    return follower;
  }

  append(request: AppendRequest): Promise<Reply> {
    return this.serial.run(async () => {
      if (request.term < this.term || !isOrdered(request) || this.contradictsCommitted(request)) return { kind: "rejected", term: this.term };
      const records: JournalRecord[] = this.newTerm(request.term);
      const reply = this.matches(request) ? this.take(request, records) : ({ kind: "append", success: false, match: 0 } as const);
      await this.save(records);
      return reply;
    });
  }

  vote(request: VoteRequest): Promise<Reply> {
    return this.serial.run(async () => {
      if (request.term < this.term || request.lastTerm > request.term || (request.length === 0 && request.lastTerm > 0)) return { kind: "rejected", term: this.term };
      const records = this.newTerm(request.term);
      const votedFor = request.term > this.term ? undefined : this.votedFor;
      const granted = (votedFor === undefined || votedFor === request.candidate) && this.isUpToDate(request);
      if (granted) records.push({ kind: "vote", candidate: request.candidate });
      await this.save(records);
      return { kind: "vote", granted };
    });
  }

  get state(): { readonly term: number; readonly votedFor: string | undefined; readonly log: readonly number[]; readonly commit: number } {
    return { term: this.term, votedFor: this.votedFor, log: this.log.map((e) => e.term), commit: this.committed };
  }

  /** What a request that fits changes. */
  private take({ prev, entries, commit }: AppendRequest, records: JournalRecord[]): Reply {
    // The first entry that is not there, or another.
    const known = entries.findIndex((entry, i) => this.log[prev + i]?.term !== entry.term);
    if (known >= 0) {
      const length = prev + known;
      if (length < this.log.length) records.push({ kind: "truncate", length });
      records.push({ kind: "entries", entries: entries.slice(known) });
    }
    const match = prev + entries.length;
    const committed = Math.min(commit, match);
    if (committed > this.committed) records.push({ kind: "commit", committed });
    return { kind: "append", success: true, match };
  }

  private newTerm(term: number): JournalRecord[] {
    return term > this.term ? [{ kind: "term", term }] : [];
  }

  private matches({ prev, prevTerm }: AppendRequest): boolean {
    return prev === 0 || this.log[prev - 1]?.term === prevTerm;
  }

  /** No leader lacks what was committed before it. */
  private contradictsCommitted({ prev, prevTerm, entries }: AppendRequest): boolean {
    if (prev > 0 && prev <= this.committed && this.log[prev - 1].term !== prevTerm) return true;
    return entries.some((entry, i) => prev + i < this.committed && this.log[prev + i].term !== entry.term);
  }

  private isUpToDate({ length, lastTerm }: VoteRequest): boolean {
    const last = this.log.at(-1)?.term ?? 0;
    return lastTerm > last || (lastTerm === last && length >= this.log.length);
  }

  private async save(records: readonly JournalRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.journal.write(records);
    for (const record of records) this.apply(record);
  }

  private apply(record: JournalRecord): void {
    switch (record.kind) {
      case "term":
        this.term = record.term;
        this.votedFor = undefined;
        break;
      case "vote":
        this.votedFor = record.candidate;
        break;
      case "truncate":
        this.log = this.log.slice(0, record.length);
        break;
      case "entries":
        this.log = [...this.log, ...record.entries];
        break;
      case "commit":
        this.committed = record.committed;
        break;
    }
  }
}

/** Terms grow along a log, up to that of the leader. */
function isOrdered({ term, prev, prevTerm, entries }: AppendRequest): boolean {
  if (prev === 0 && prevTerm > 0) return false;
  const terms = [prevTerm, ...entries.map((e) => e.term), term];
  return terms.every((t, i) => i === 0 || terms[i - 1] <= t);
}
