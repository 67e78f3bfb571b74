import { action, exists, first, forall, implies, invariant, range, reachable, require, step, type Int, type Order, type Seq, type Sort } from "tenet";

type Candidate = Sort<"Candidate">;
type Term = Order<"Term">;

/** A leader's request: entries, told by their terms, and what stands before them in its log. */
interface Append {
  term: Term;
  /** How many entries there are before these, and the term of the last of them; the first of all where there is none. */
  prev: Int<0, 1>;
  prevTerm: Term;
  entries: Seq<Term, 2>;
  /** How many entries the leader knows to be committed. */
  commit: Int<0, 2>;
}

interface Ballot {
  term: Term;
  candidate: Candidate;
  /** The length of its log, and the term of its last entry. */
  length: Int<0, 2>;
  lastTerm: Term;
}

type Answer = { kind: "append"; success: boolean; match: Int<0, 3> } | { kind: "vote"; granted: boolean };

/**
 * One follower of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), as others see it: what it
 * does with each message that a leader or a candidate may send, however late or often it comes. Term, vote, log and commit index are on
 * its disk before it answers, so that a restart changes nothing but that the last answer is forgotten.
 */
export class LogFollower {
  static scope = { Candidate: 2, Term: 2 };

  term: Term = first<Term>();
  votedFor: Candidate | undefined = undefined;
  log: Seq<Term, 3> = [];
  commit: Int<0, 2> = 0;
  answer: Answer | undefined = undefined;

  /** Turned down where the term is over, and where no leader can have sent it. */
  @action append(message: Append) {
    const { term, prev, prevTerm, entries } = message;
    require(this.isSound(message) && this.term <= term);
    require(this.keepsCommitted(message));
    this.follow(term);
    if (prev > this.log.length || (prev > 0 && this.log[prev - 1] !== prevTerm)) {
      this.answer = { kind: "append", success: false, match: 0 };
      return;
    }
    let index: Int<0, 3> = prev;
    for (const entry of entries) {
      // What follows an entry that conflicts goes with it. What does not conflict stays, also if it is not in this message.
      if (index < this.log.length && this.log[index] !== entry) this.log = this.log.slice(0, index);
      if (index === this.log.length) this.log.push(entry);
      index += 1;
    }
    this.commit = Math.max(this.commit, Math.min(message.commit, index));
    this.answer = { kind: "append", success: true, match: index };
  }

  /** Each term has one vote, and only for a log that is as good as its own. */
  @action vote(ballot: Ballot) {
    require(this.term <= ballot.term && ballot.lastTerm <= ballot.term && implies(ballot.length === 0, ballot.lastTerm === first<Term>()));
    this.follow(ballot.term);
    const granted = (this.votedFor === undefined || this.votedFor === ballot.candidate) && this.isUpToDate(ballot);
    if (granted) this.votedFor = ballot.candidate;
    this.answer = { kind: "vote", granted };
  }

  @action restart() {
    require(this.answer !== undefined);
    this.answer = undefined;
  }

  follow(term: Term) {
    if (this.term < term) {
      this.term = term;
      this.votedFor = undefined;
    }
  }

  /** Terms grow along a log, up to that of the leader. */
  isSound({ term, prev, prevTerm, entries }: Append) {
    return (
      implies(prev === 0, prevTerm === first<Term>()) && prevTerm <= term &&
      entries.every((entry) => prevTerm <= entry && entry <= term) && implies(entries.length === 2, entries[0] <= entries[1])
    );
  }

  /** A leader has all that was committed before it. */
  keepsCommitted({ prev, prevTerm, entries }: Append) {
    return (
      implies(prev > 0 && prev <= this.commit, this.log[prev - 1] === prevTerm) &&
      forall(range(0, entries.length), (i) => implies(prev + i < this.commit, this.log[prev + i] === entries[i]))
    );
  }

  isUpToDate({ length, lastTerm }: Ballot) {
    const last = this.log.at(-1) ?? first<Term>();
    return last < lastTerm || (last === lastTerm && this.log.length <= length);
  }

  @invariant committedIsThere() {
    return this.commit <= this.log.length;
  }

  @invariant termsGrowAlongTheLog() {
    return forall(range(0, this.log.length), (i) => this.log[i] <= this.term && implies(i > 0, this.log[i - 1] <= this.log[i]));
  }

  @invariant whatIsAcknowledgedIsThere() {
    const answer = this.answer;
    return answer === undefined || answer.kind !== "append" || answer.match <= this.log.length;
  }

  @step termsGrow(next: this) {
    return this.term <= next.term;
  }

  @step oneVoteInATerm(next: this) {
    return implies(this.votedFor !== undefined && next.term === this.term, next.votedFor === this.votedFor);
  }

  @step committedStays(next: this) {
    return this.commit <= next.commit && forall(range(0, this.commit), (i) => next.log[i] === this.log[i]);
  }

  @reachable aLateMessageTakesNothingAway() {
    const answer = this.answer;
    return answer !== undefined && answer.kind === "append" && answer.success && answer.match < this.log.length;
  }

  @reachable aVoteIsRefused() {
    const answer = this.answer;
    return answer !== undefined && answer.kind === "vote" && !answer.granted && this.votedFor === undefined;
  }

  @reachable everyEntryIsCommitted() {
    return this.commit === 2 && exists((term: Term) => this.log[0] < term) && forall((term: Term) => this.log.includes(term));
  }
}
