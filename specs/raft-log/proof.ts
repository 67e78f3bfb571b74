import { action, exists, fill, filter, forall, ghost, implies, lemma, type Majority, type Order, type Sort } from "tenet";
import { RaftLog } from "./spec.ts";

type Server = Sort<"Server">;
type Term = Order<"Term">;
type Index = Order<"Index">;

interface Entry {
  index: Index;
  term: Term;
}

/** Why no committed entry is lost, however many servers, terms and entries there are. */
export class RaftLogProof extends RaftLog {
  /** The log of the leader of each term, as it was when that term ended. */
  @ghost history: Record<Term, Set<Entry>> = fill(new Set<Entry>());
  @ghost elected = new Set<Term>();
  /** What some leader of a later term did not have. */
  @ghost missed = new Set<Entry>();

  @action override elect(server: Server, term: Term, voters: Majority<Server>, last: Entry | undefined) {
    super.elect(server, term, voters, last);
    this.history[term] = this.log[server];
    this.elected.add(term);
    this.missed = this.missed.union(filter((entry: Entry) => entry.term < term && !this.log[server].has(entry)));
  }

  @action override request(leader: Server, index: Index) {
    super.request(leader, index);
    this.history[this.term[leader]].add({ index, term: this.term[leader] });
  }

  @lemma electedByMajority() {
    return forall((term: Term) =>
      implies(this.elected.has(term), exists((quorum: Majority<Server>) => forall(quorum, (server) => term <= this.term[server]))),
    );
  }

  @lemma leadersWereElected() {
    return forall((leader: Server) => implies(this.leads[leader], this.elected.has(this.term[leader])));
  }

  @lemma leadersHaveTheHistory() {
    return forall((leader: Server, entry: Entry) =>
      implies(this.leads[leader], this.log[leader].has(entry) === this.history[this.term[leader]].has(entry)),
    );
  }

  /** An entry tells all that is before it: it is what its leader had there. */
  @lemma logsArePartsOfHistories() {
    return forall((server: Server, entry: Entry, before: Entry) =>
      implies(
        this.log[server].has(entry) && before.index <= entry.index,
        this.log[server].has(before) === this.history[entry.term].has(before),
      ),
    );
  }

  @lemma historiesArePartsOfHistories() {
    return forall((term: Term, entry: Entry, before: Entry) =>
      implies(
        this.history[term].has(entry) && before.index <= entry.index,
        this.history[term].has(before) === this.history[entry.term].has(before),
      ),
    );
  }

  @lemma termsGrowInHistories() {
    return forall((term: Term, a: Entry, b: Entry) =>
      implies(this.history[term].has(a) && this.history[term].has(b) && a.index <= b.index, a.term <= b.term && b.term <= term),
    );
  }

  @lemma onePerPlace() {
    return forall((term: Term, a: Entry, b: Entry) =>
      implies(this.history[term].has(a) && this.history[term].has(b) && a.index === b.index, a.term === b.term),
    );
  }

  @lemma entriesAreOfElectedTerms() {
    return forall((term: Term, entry: Entry) =>
      implies(this.history[term].has(entry), this.elected.has(entry.term) && this.elected.has(term)),
    );
  }

  @lemma entriesAreOfPastTerms() {
    return forall((server: Server, entry: Entry) => implies(this.log[server].has(entry), entry.term <= this.term[server]));
  }

  @lemma acknowledgedByThen() {
    return forall((server: Server, entry: Entry) =>
      implies(this.acknowledged.has({ server, ...entry }), entry.term <= this.term[server] && this.history[entry.term].has(entry)),
    );
  }

  /** What a server acknowledged it has, unless the leader of a later term did not. */
  @lemma acknowledgedIsKept() {
    return forall((server: Server, entry: Entry) =>
      implies(this.acknowledged.has({ server, ...entry }) && !this.missed.has(entry), this.log[server].has(entry)),
    );
  }

  @lemma laterLeadersHaveTheRest() {
    return forall((term: Term, entry: Entry) =>
      implies(this.elected.has(term) && entry.term < term && !this.missed.has(entry), this.history[term].has(entry)),
    );
  }

  @lemma committedByMajority() {
    return forall((entry: Entry) =>
      implies(
        this.committed.has(entry),
        exists((quorum: Majority<Server>) => forall(quorum, (server) => this.acknowledged.has({ server, ...entry }))),
      ),
    );
  }

  /** The heart of it: what the leader of a later term lacks can no more be committed, as someone in every majority refuses it. */
  @lemma missedIsNeverCommitted() {
    return forall((entry: Entry, quorum: Majority<Server>) =>
      implies(
        this.missed.has(entry),
        exists(quorum, (server) => entry.term < this.term[server] && !this.acknowledged.has({ server, ...entry })),
      ),
    );
  }

  @lemma committedIsNotMissed() {
    return forall((entry: Entry) =>
      implies(this.committed.has(entry), !this.missed.has(entry) && this.history[entry.term].has(entry)),
    );
  }

  @lemma oneIsMissedOfTwo() {
    return forall((a: Entry, b: Entry) =>
      implies(
        this.history[a.term].has(a) && this.history[b.term].has(b) && a.index === b.index && a.term < b.term,
        this.missed.has(a),
      ),
    );
  }
}
