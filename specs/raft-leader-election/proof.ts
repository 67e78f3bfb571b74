import { exists, forall, implies, lemma, type Majority, type Order, type Sort } from "tenet";
import { RaftLeaderElection } from "./spec.ts";

type Server = Sort<"Server">;
type Term = Order<"Term">;

/** Why there is one leader per term, however many servers and terms there are. */
export class RaftLeaderElectionProof extends RaftLeaderElection {
  @lemma noVotesInTermsToCome() {
    return forall((term: Term, voter: Server, candidate: Server) =>
      implies(this.sent.has({ kind: "grant", term, voter, candidate }), term <= this.term[voter]),
    );
  }

  /** As it is durable, also after a crash. */
  @lemma voteOfTheTermIsRemembered() {
    return forall((voter: Server, candidate: Server) =>
      implies(this.sent.has({ kind: "grant", term: this.term[voter], voter, candidate }), this.votedFor[voter] === candidate),
    );
  }

  @lemma oneVotePerTerm() {
    return forall((term: Term, voter: Server, a: Server, b: Server) =>
      implies(
        this.sent.has({ kind: "grant", term, voter, candidate: a }) && this.sent.has({ kind: "grant", term, voter, candidate: b }),
        a === b,
      ),
    );
  }

  @lemma countedVotesWereGranted() {
    return forall((candidate: Server, voter: Server) =>
      implies(this.votes[candidate].has(voter), this.sent.has({ kind: "grant", term: this.term[candidate], voter, candidate })),
    );
  }

  /** No other candidate can have all votes of a majority then. */
  @lemma everyMajorityHasAVoterForTheLeader() {
    return forall((term: Term, leader: Server, voters: Majority<Server>) =>
      implies(
        this.sent.has({ kind: "heartbeat", term, leader }),
        exists(voters, (voter) => this.sent.has({ kind: "grant", term, voter, candidate: leader })),
      ),
    );
  }

  @lemma leadersSendHeartbeats() {
    return forall((leader: Server) =>
      implies(this.role[leader] === "leader", this.sent.has({ kind: "heartbeat", term: this.term[leader], leader })),
    );
  }
}
