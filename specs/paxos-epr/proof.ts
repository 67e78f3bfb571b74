import { exists, forall, implies, lemma, type Majority, type Order, type Sort } from "tenet";
import { PaxosEpr } from "./spec.ts";

type Acceptor = Sort<"Acceptor">;
type Value = Sort<"Value">;
type Ballot = Order<"Ballot">;

interface Vote {
  ballot: Ballot;
  value: Value;
}

/** Why Paxos is right for any number of acceptors, values and ballots. */
export class PaxosEprProof extends PaxosEpr {
  /** Who joined a ballot has left all lower ones. */
  @lemma joiningIsLeaving() {
    return forall((acceptor: Acceptor, ballot: Ballot, last: Vote | undefined, lower: Ballot) =>
      implies(this.sent.has({ kind: "1b", acceptor, ballot, last }) && lower < ballot, this.left[acceptor].has(lower)),
    );
  }

  @lemma toldVotesWereCast() {
    return forall((acceptor: Acceptor, ballot: Ballot, last: Vote) =>
      implies(this.sent.has({ kind: "1b", acceptor, ballot, last }), last.ballot < ballot && this.hasVoted(acceptor, last)),
    );
  }

  /** Who joined a ballot without having voted never votes in a lower one. */
  @lemma noVoteIsUntold() {
    return forall((acceptor: Acceptor, ballot: Ballot, vote: Vote) =>
      implies(this.sent.has({ kind: "1b", acceptor, ballot, last: undefined }) && vote.ballot < ballot, !this.hasVoted(acceptor, vote)),
    );
  }

  /** Who joined a ballot and told its last vote never votes between these two. */
  @lemma toldVotesAreTheLast() {
    return forall((acceptor: Acceptor, ballot: Ballot, last: Vote, vote: Vote) =>
      implies(
        this.sent.has({ kind: "1b", acceptor, ballot, last }) && last.ballot < vote.ballot && vote.ballot < ballot,
        !this.hasVoted(acceptor, vote),
      ),
    );
  }

  @lemma decidedByQuorum() {
    return forall((vote: Vote) =>
      implies(this.decided.has(vote), exists((quorum: Majority<Acceptor>) => forall(quorum, (acceptor) => this.hasVoted(acceptor, vote)))),
    );
  }

  /** The heart of it: where a value is proposed, no other can be chosen in a lower ballot, as someone in every quorum has left it. */
  @lemma proposalsAreSafe() {
    return forall((proposal: Vote, vote: Vote, quorum: Majority<Acceptor>) =>
      implies(
        this.sent.has({ kind: "2a", ...proposal }) && vote.ballot < proposal.ballot && vote.value !== proposal.value,
        exists(quorum, (acceptor) => this.left[acceptor].has(vote.ballot) && !this.hasVoted(acceptor, vote)),
      ),
    );
  }
}
