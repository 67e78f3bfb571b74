import { action, exists, fill, filter, first, forall, implies, invariant, reachable, require, tabulate, type Majority, type Order, type Sort } from "tenet";

type Server = Sort<"Server">;
type Term = Order<"Term">;
/** A place in the log. */
type Index = Order<"Index">;

/** A command is told by its place and the term in which a leader took it. */
interface Entry {
  index: Index;
  term: Term;
}

interface Acknowledgement {
  server: Server;
  index: Index;
  term: Term;
}

/**
 * The log of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), as sets of entries instead of
 * sequences, so that it can be proved for any number of servers, terms and entries. An election is one step here: that votes make it
 * so is what specs/raft-leader-election proves.
 */
export class RaftLog {
  static scope = { Server: 3, Term: 4, Index: 2 };

  term: Record<Server, Term> = fill(first<Term>());
  /** Nobody leads in the first term. */
  leads: Record<Server, boolean> = fill(false);
  log: Record<Server, Set<Entry>> = fill(new Set<Entry>());
  /** Who told a leader that it has an entry of the leader's term. */
  acknowledged = new Set<Acknowledgement>();
  committed = new Set<Entry>();

  /** A majority votes for a server whose last entry is of a later term than theirs, or of the same and no earlier place. */
  @action elect(server: Server, term: Term, voters: Majority<Server>, last: Entry | undefined) {
    require(voters.has(server) && forall(voters, (voter) => this.term[voter] < term));
    require(last === undefined || this.log[server].has(last));
    require(forall(voters, (voter) =>
      forall((entry: Entry) => implies(this.log[voter].has(entry), last !== undefined && isUpToDate(last, entry))),
    ));
    this.term = tabulate((s: Server) => (voters.has(s) ? term : this.term[s]));
    this.leads = tabulate((s: Server) => s === server || (!voters.has(s) && this.leads[s]));
  }

  /** In a message: whoever hears of a later term follows in it. */
  @action hear(server: Server, term: Term) {
    require(this.term[server] < term);
    this.term[server] = term;
    this.leads[server] = false;
  }

  /** A client's command. Raft takes the next free place; that any later one would do is what is proved here. */
  @action request(leader: Server, index: Index) {
    require(this.leads[leader] && forall((entry: Entry) => implies(this.log[leader].has(entry), entry.index < index)));
    this.log[leader].add({ index, term: this.term[leader] });
    this.acknowledged.add({ server: leader, index, term: this.term[leader] });
  }

  /** A server that lacks an entry of the leader's takes its log up to there; it acknowledges what it has. */
  @action append(server: Server, leader: Server, entry: Entry) {
    require(server !== leader && this.leads[leader] && this.term[server] <= this.term[leader] && this.log[leader].has(entry));
    this.term[server] = this.term[leader];
    this.leads[server] = false;
    if (!this.log[server].has(entry)) this.log[server] = filter((e: Entry) => e.index <= entry.index && this.log[leader].has(e));
    if (entry.term === this.term[leader]) this.acknowledged.add({ server, ...entry });
  }

  /** Only entries of the leader's own term are committed by counting; with them goes all before. */
  @action commit(entry: Entry, quorum: Majority<Server>) {
    require(forall(quorum, (server) => this.acknowledged.has({ server, ...entry })));
    this.committed.add(entry);
  }

  @invariant oneLeaderPerTerm() {
    return forall((a: Server, b: Server) => implies(this.leads[a] && this.leads[b] && this.term[a] === this.term[b], a === b));
  }

  @invariant logsMatch() {
    return forall((a: Server, b: Server, same: Entry, before: Entry) =>
      implies(
        this.log[a].has(same) && this.log[b].has(same) && before.index <= same.index && this.log[a].has(before),
        this.log[b].has(before),
      ),
    );
  }

  @invariant leadersHaveAllCommitted() {
    return forall((leader: Server, entry: Entry) =>
      implies(this.leads[leader] && this.committed.has(entry) && entry.term <= this.term[leader], this.log[leader].has(entry)),
    );
  }

  @invariant committedIsFinal() {
    return forall((a: Entry, b: Entry) => implies(this.committed.has(a) && this.committed.has(b) && a.index === b.index, a.term === b.term));
  }

  @reachable committedInTwoTerms() {
    return exists((a: Entry, b: Entry) => this.committed.has(a) && this.committed.has(b) && a.term < b.term);
  }
}

/** Whether a log that ends with one entry may win against one that has the other. */
const isUpToDate = (last: Entry, entry: Entry): boolean =>
  entry.term < last.term || (entry.term === last.term && entry.index <= last.index);
