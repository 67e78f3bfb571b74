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
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; vote: Vote | undefined }
  | { kind: "2a"; ballot: Ballot; value: Value }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; value: Value };

/**
 * Single-decree Paxos (Lamport, "Paxos Made Simple", 2001). Leaders and learners stay implicit: whoever runs a ballot
 * reads it off the messages. Messages are never taken away, so each may be received late, twice or never.
 */
export class Paxos {
  static scope = { Acceptor: 3, Value: 2, Ballot: 3 };

  /** The highest ballot that an acceptor has taken part in: it ignores all lower ones. */
  promised: Record<Acceptor, Ballot | undefined> = fill(undefined);
  /** The last vote of an acceptor. */
  voted: Record<Acceptor, Vote | undefined> = fill(undefined);
  sent = new Set<Message>();

  /** Phase 1a: a leader opens a ballot. */
  @action open(ballot: Ballot) {
    this.sent.add({ kind: "1a", ballot });
  }

  /** Phase 1b: an acceptor joins a ballot, and tells how it voted last. */
  @action promise(acceptor: Acceptor, ballot: Ballot) {
    const promised = this.promised[acceptor];
    require(this.sent.has({ kind: "1a", ballot }));
    require(promised === undefined || promised < ballot);
    this.promised[acceptor] = ballot;
    this.sent.add({ kind: "1b", acceptor, ballot, vote: this.voted[acceptor] });
  }

  /** Phase 2a: a leader that has the promises of a quorum proposes a value that is safe. */
  @action propose(ballot: Ballot, value: Value, quorum: Majority<Acceptor>) {
    this.proposeAfter(ballot, value, quorum);
  }

  /** Phase 2b: an acceptor votes for what is proposed, unless it has joined a higher ballot. */
  @action vote(acceptor: Acceptor, ballot: Ballot, value: Value) {
    const promised = this.promised[acceptor];
    require(this.sent.has({ kind: "2a", ballot, value }));
    require(promised === undefined || promised <= ballot);
    this.promised[acceptor] = ballot;
    this.voted[acceptor] = { ballot, value };
    this.sent.add({ kind: "2b", acceptor, ballot, value });
  }

  proposeAfter(ballot: Ballot, value: Value, quorum: ReadonlySet<Acceptor>) {
    require(!exists((other: Value) => this.sent.has({ kind: "2a", ballot, value: other })));
    require(forall(quorum, (acceptor) => this.hasPromised(acceptor, ballot)));
    const votes = this.reported(quorum, ballot);
    require(votes.size === 0 || exists(votes, (vote) => vote.value === value && forall(votes, (other) => other.ballot <= vote.ballot)));
    this.sent.add({ kind: "2a", ballot, value });
  }

  hasPromised(acceptor: Acceptor, ballot: Ballot) {
    return exists((vote: Vote | undefined) => this.sent.has({ kind: "1b", acceptor, ballot, vote }));
  }

  /** The votes that the members of a quorum reported when they joined a ballot. */
  reported(quorum: ReadonlySet<Acceptor>, ballot: Ballot) {
    return filter((vote: Vote) => exists(quorum, (acceptor) => this.sent.has({ kind: "1b", acceptor, ballot, vote })));
  }

  /** A value is chosen once a quorum has voted for it in one ballot. */
  chosen(value: Value) {
    return exists((ballot: Ballot, quorum: Majority<Acceptor>) =>
      forall(quorum, (acceptor) => this.sent.has({ kind: "2b", acceptor, ballot, value })),
    );
  }

  @invariant agreement() {
    return forall((a: Value, b: Value) => implies(this.chosen(a) && this.chosen(b), a === b));
  }

  @invariant oneProposalPerBallot() {
    return forall((ballot: Ballot, a: Value, b: Value) =>
      implies(this.sent.has({ kind: "2a", ballot, value: a }) && this.sent.has({ kind: "2a", ballot, value: b }), a === b),
    );
  }

  @invariant votesWereProposed() {
    return forall((acceptor: Acceptor, ballot: Ballot, value: Value) =>
      implies(this.sent.has({ kind: "2b", acceptor, ballot, value }), this.sent.has({ kind: "2a", ballot, value })),
    );
  }

  /** What an acceptor remembers is a vote that it cast, in no higher ballot than it has promised. */
  @invariant remembersItsVote() {
    return forall((acceptor: Acceptor) => {
      const vote = this.voted[acceptor];
      if (vote === undefined) return true;
      const promised = this.promised[acceptor];
      const ballot = vote.ballot;
      return promised !== undefined && ballot <= promised && this.sent.has({ kind: "2b", acceptor, ballot, value: vote.value });
    });
  }

  @step chosenForEver(next: this) {
    return forall((value: Value) => implies(this.chosen(value), next.chosen(value)));
  }

  @reachable everyValueCanBeChosen() {
    return exists((value: Value) => this.chosen(value));
  }
}
