import { action, exists, fill, filter, forall, implies, invariant, reachable, require, step, type Majority, type Order, type Sort } from "tenet";

type Acceptor = Sort<"Acceptor">;
type Value = Sort<"Value">;
type Ballot = Order<"Ballot">;

interface Vote {
  ballot: Ballot;
  value: Value;
}

type Message =
  | { kind: "1a"; ballot: Ballot }
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; last: Vote | undefined }
  | { kind: "2a"; ballot: Ballot; value: Value }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; value: Value };

/**
 * Single-decree Paxos, said so that it can be proved for any number of acceptors, values and ballots (Padon, Losa, Sagiv and
 * Shoham, "Paxos made EPR", 2017): an acceptor has left ballots, where it would remember its highest one, and the votes it
 * cast are the messages it sent. Messages are never taken away, so each may be received late, twice or never. A leader knows
 * only what they tell it, so that one guard of `propose` is not EPR; it is proved all the same.
 */
export class PaxosEpr {
  static scope = { Acceptor: 3, Value: 2, Ballot: 2 };

  /** The ballots in which an acceptor votes no more, having joined a higher one. */
  left: Record<Acceptor, Set<Ballot>> = fill(new Set<Ballot>());
  sent = new Set<Message>();
  /** What a learner knows to be chosen, and by which ballot. */
  decided = new Set<Vote>();

  /** Phase 1a: a leader opens a ballot. */
  @action open(ballot: Ballot) {
    this.sent.add({ kind: "1a", ballot });
  }

  /** Phase 1b: an acceptor joins a ballot, leaves all lower ones, and tells its last vote in these. */
  @action join(acceptor: Acceptor, ballot: Ballot, last: Vote | undefined) {
    require(this.sent.has({ kind: "1a", ballot }) && !this.left[acceptor].has(ballot));
    require(last === undefined || (last.ballot < ballot && this.hasVoted(acceptor, last)));
    require(forall((vote: Vote) =>
      implies(vote.ballot < ballot && this.hasVoted(acceptor, vote), last !== undefined && vote.ballot <= last.ballot),
    ));
    this.leaveBelow(acceptor, ballot);
    this.sent.add({ kind: "1b", acceptor, ballot, last });
  }

  /** Phase 2a: a leader whom a quorum joined proposes the value of the last vote it was told, or any value if there is none. */
  @action propose(ballot: Ballot, value: Value, quorum: Majority<Acceptor>, last: Vote | undefined) {
    require(!exists((other: Value) => this.sent.has({ kind: "2a", ballot, value: other })));
    require(forall(quorum, (acceptor) => exists((vote: Vote | undefined) => this.sent.has({ kind: "1b", acceptor, ballot, last: vote }))));
    require(last === undefined || (last.value === value && exists(quorum, (acceptor) => this.sent.has({ kind: "1b", acceptor, ballot, last }))));
    require(forall(quorum, (acceptor) =>
      forall((vote: Vote) =>
        implies(this.sent.has({ kind: "1b", acceptor, ballot, last: vote }), last !== undefined && vote.ballot <= last.ballot),
      ),
    ));
    this.sent.add({ kind: "2a", ballot, value });
  }

  /** Phase 2b: an acceptor votes for what is proposed, unless it has left the ballot. */
  @action vote(acceptor: Acceptor, ballot: Ballot, value: Value) {
    require(this.sent.has({ kind: "2a", ballot, value }) && !this.left[acceptor].has(ballot));
    this.leaveBelow(acceptor, ballot);
    this.sent.add({ kind: "2b", acceptor, ballot, value });
  }

  /** A value is chosen once a quorum has voted for it in one ballot. */
  @action learn(vote: Vote, quorum: Majority<Acceptor>) {
    require(forall(quorum, (acceptor) => this.hasVoted(acceptor, vote)));
    this.decided.add(vote);
  }

  hasVoted(acceptor: Acceptor, vote: Vote) {
    return this.sent.has({ kind: "2b", acceptor, ...vote });
  }

  leaveBelow(acceptor: Acceptor, ballot: Ballot) {
    this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot));
  }

  /** All decisions are for one value, whatever their ballots. */
  @invariant agreement() {
    return forall((a: Vote, b: Vote) => implies(this.decided.has(a) && this.decided.has(b), a.value === b.value));
  }

  @invariant oneProposalPerBallot() {
    return forall((ballot: Ballot, a: Value, b: Value) =>
      implies(this.sent.has({ kind: "2a", ballot, value: a }) && this.sent.has({ kind: "2a", ballot, value: b }), a === b),
    );
  }

  @invariant votesWereProposed() {
    return forall((acceptor: Acceptor, vote: Vote) => implies(this.hasVoted(acceptor, vote), this.sent.has({ kind: "2a", ...vote })));
  }

  @step promisesAreKept(next: this) {
    return forall((acceptor: Acceptor, vote: Vote) =>
      implies(this.left[acceptor].has(vote.ballot) && next.hasVoted(acceptor, vote), this.hasVoted(acceptor, vote)),
    );
  }

  @reachable someDecision() {
    return exists((vote: Vote) => this.decided.has(vote));
  }

  @reachable decidedTwice() {
    return exists((a: Vote, b: Vote) => a.ballot < b.ballot && this.decided.has(a) && this.decided.has(b));
  }
}
