import { action, exists, fill, first, forall, implies, invariant, reachable, require, step, type Majority, type Order, type Sort } from "tenet";

type Server = Sort<"Server">;
type Term = Order<"Term">;

type Message =
  | { kind: "request"; term: Term; candidate: Server }
  | { kind: "grant"; term: Term; voter: Server; candidate: Server }
  | { kind: "heartbeat"; term: Term; leader: Server };

/**
 * Leader election of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), without logs.
 * Servers crash and restart at any moment. Messages are never taken away, so each may be received late, twice, in any order
 * or never.
 */
export class RaftLeaderElection {
  static scope = { Server: 3, Term: 3 };

  /** Durable: a crash leaves it. */
  term: Record<Server, Term> = fill(first<Term>());
  /** Whom a server voted for in its term. Durable. */
  votedFor: Record<Server, Server | undefined> = fill(undefined);
  /** Lost in a crash. */
  role: Record<Server, "follower" | "candidate" | "leader"> = fill("follower");
  /** The votes that a candidate has received in its term. Lost in a crash. */
  votes: Record<Server, Set<Server>> = fill(new Set<Server>());
  sent = new Set<Message>();

  /** An election timeout. Raft goes to the next term; that any later one would do is what is checked here. */
  @action stand(server: Server, term: Term) {
    require(this.role[server] !== "leader" && this.term[server] < term);
    this.enter(server, term);
    this.role[server] = "candidate";
    this.sent.add({ kind: "request", term, candidate: server });
    this.voteFor(server, server);
  }

  /** A message of a later term turns whoever hears it into a follower in that term. */
  @action hearOfLaterTerm(server: Server, m: Message) {
    require(this.sent.has(m) && this.term[server] < m.term);
    this.enter(server, m.term);
  }

  @action grant(server: Server, m: Message) {
    require(this.sent.has(m) && m.kind === "request" && m.term === this.term[server]);
    require(this.votedFor[server] === undefined || this.votedFor[server] === m.candidate);
    this.voteFor(server, m.candidate);
  }

  @action receiveGrant(server: Server, m: Message) {
    require(this.sent.has(m) && m.kind === "grant" && m.candidate === server && m.term === this.term[server]);
    require(this.role[server] === "candidate");
    this.votes[server].add(m.voter);
  }

  @action lead(server: Server, voters: Majority<Server>) {
    require(this.role[server] === "candidate" && forall(voters, (voter) => this.votes[server].has(voter)));
    this.role[server] = "leader";
    this.sent.add({ kind: "heartbeat", term: this.term[server], leader: server });
  }

  /** A candidate that hears from the leader of its term gives up. */
  @action follow(server: Server, m: Message) {
    require(this.sent.has(m) && m.kind === "heartbeat" && m.term === this.term[server] && this.role[server] === "candidate");
    this.becomeFollower(server);
  }

  /** A crash and the restart after it. While a server is down, it does nothing. */
  @action crash(server: Server) {
    this.becomeFollower(server);
  }

  enter(server: Server, term: Term) {
    this.becomeFollower(server);
    this.term[server] = term;
    this.votedFor[server] = undefined;
  }

  becomeFollower(server: Server) {
    this.role[server] = "follower";
    this.votes[server] = new Set<Server>();
  }

  voteFor(voter: Server, candidate: Server) {
    this.votedFor[voter] = candidate;
    this.sent.add({ kind: "grant", term: this.term[voter], voter, candidate });
  }

  /** Election safety. Also of leaders that have crashed since: their heartbeats may still be on the way. */
  @invariant oneLeaderPerTerm() {
    return forall((term: Term, a: Server, b: Server) =>
      implies(this.sent.has({ kind: "heartbeat", term, leader: a }) && this.sent.has({ kind: "heartbeat", term, leader: b }), a === b),
    );
  }

  @invariant leadersHaveTermsOfTheirOwn() {
    return forall((a: Server, b: Server) =>
      implies(this.role[a] === "leader" && this.role[b] === "leader" && this.term[a] === this.term[b], a === b),
    );
  }

  @step termsGrow(next: this) {
    return forall((server: Server) => this.term[server] <= next.term[server]);
  }

  @step votesAreFinal(next: this) {
    return forall((server: Server) =>
      implies(
        this.votedFor[server] !== undefined && next.term[server] === this.term[server],
        next.votedFor[server] === this.votedFor[server],
      ),
    );
  }

  /** A leader that has not heard of its successor yet. */
  @reachable leadersOfTwoTerms() {
    return exists((a: Server, b: Server) => a !== b && this.role[a] === "leader" && this.role[b] === "leader");
  }
}
