import { exists, forall, implies, lemma, type Majority, type Order, type Sort } from "tenet";
import { MultiPaxos } from "./spec.ts";

type Acceptor = Sort<"Acceptor">;
type Command = Sort<"Command">;
type Ballot = Order<"Ballot">;
type Slot = Order<"Slot">;

interface Vote {
  ballot: Ballot;
  slot: Slot;
  command: Command;
}

/** Why there is one command per slot, however many acceptors, commands, ballots and slots there are. */
export class MultiPaxosProof extends MultiPaxos {
  @lemma joiningIsLeaving() {
    return forall((acceptor: Acceptor, ballot: Ballot, lower: Ballot) =>
      implies(this.sent.has({ kind: "1b", acceptor, ballot }) && lower < ballot, this.left[acceptor].has(lower)),
    );
  }

  @lemma votesWereProposed() {
    return forall((acceptor: Acceptor, vote: Vote) => implies(this.hasVoted(acceptor, vote), this.sent.has({ kind: "2a", ...vote })));
  }

  /** The heart of it: where a command is proposed, no other can be chosen in a lower ballot, as someone in every quorum has left it. */
  @lemma proposalsAreSafe() {
    return forall((proposal: Vote, vote: Vote, quorum: Majority<Acceptor>) =>
      implies(
        this.sent.has({ kind: "2a", ...proposal }) && vote.slot === proposal.slot && vote.ballot < proposal.ballot && vote.command !== proposal.command,
        exists(quorum, (acceptor) => this.left[acceptor].has(vote.ballot) && !this.hasVoted(acceptor, vote)),
      ),
    );
  }
}
