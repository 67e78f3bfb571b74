import { action, cost, count, exists, fill, first, forall, implies, invariant, milestone, range, reachable, require, step, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";
import { Nodes } from "tenet/faults";

type Server = Sort<"Server">;
type Term = Order<"Term">;

/** A command, told by the leader that took it and by its term: in one place of the log no leader takes two. */
interface Entry {
  term: Term;
  leader: Server;
}

/** What a client was told, and at which place of the log. */
interface Committed {
  index: Int<0, 2>;
  entry: Entry;
}

/**
 * Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014): elections, replication of the
 * log, commitment. Messages are not modelled one by one. A vote, and the answer to an append, are with the leader from the
 * moment they are given; it may count them at any later one.
 */
export class Raft {
  static scope = { Server: 3, Term: 5 };

  static designs = {
    raft: { commit: "own term", vote: "durable" },
    /** Figure 8 of the paper. */
    countsAnyTerm: { commit: "any term", vote: "durable" },
    /** A vote may be forgotten in a crash. */
    volatileVote: { commit: "own term", vote: "volatile" },
  };

  /** Durable. Nobody leads in the first term. */
  term: Record<Server, Term> = fill(first<Term>());
  /** Whom a server voted for in its term. */
  votedFor: Record<Server, Server | undefined> = fill(undefined);
  /** Durable. */
  log: Record<Server, Seq<Entry, 2>> = fill([]);
  /** Lost in a crash. */
  role: Record<Server, "follower" | "candidate" | "leader"> = fill("follower");
  /** The votes that a candidate has in its term. Lost in a crash. */
  votes: Record<Server, Set<Server>> = fill(new Set<Server>());
  /** How much of its log a leader knows to be with each server, itself included. Lost in a crash. */
  matched: Record<Server, Record<Server, Int<0, 2>>> = fill(fill(0));
  /** All that clients were told. No server reads it. */
  committed = new Set<Committed>();

  nodes = new Nodes<Server>({ crashes: 1, restart: "at once", onCrash: (server) => {
    this.follow(server, this.term[server]);
    if (this.vote === "volatile") this.votedFor[server] = undefined;
  } });

  /**
   * @param commit what a leader commits by counting who has it: entries of its own term, and with them all before, or
   *   entries of any term
   * @param vote whether a vote is on disk before it is given
   * @param places how long logs may grow
   */
  constructor(
    readonly commit: "own term" | "any term" = "own term",
    readonly vote: "durable" | "volatile" = "durable",
    readonly places: Int<1, 2> = 1,
  ) {}

  /** An election timeout. Raft goes to the next term; that any later one would do is what is checked here. */
  @action stand(server: Server, term: Term) {
    require(this.role[server] !== "leader" && this.term[server] < term);
    this.follow(server, term);
    this.role[server] = "candidate";
    this.votedFor[server] = server;
    this.votes[server].add(server);
  }

  @action grant(voter: Server, candidate: Server) {
    require(this.role[candidate] === "candidate" && this.term[voter] <= this.term[candidate]);
    if (this.term[voter] < this.term[candidate]) this.follow(voter, this.term[candidate]);
    require(this.votedFor[voter] === undefined && this.isUpToDate(candidate, voter));
    this.votedFor[voter] = candidate;
    this.votes[candidate].add(voter);
  }

  @action lead(server: Server, voters: Majority<Server>) {
    require(this.role[server] === "candidate" && voters.isSubsetOf(this.votes[server]));
    this.follow(server, this.term[server]);
    this.role[server] = "leader";
    this.matched[server][server] = this.log[server].length;
  }

  /** A client's command. */
  @action request(leader: Server) {
    require(this.role[leader] === "leader" && this.log[leader].length < this.places);
    this.log[leader].push({ term: this.term[leader], leader });
    this.matched[leader][leader] = this.log[leader].length;
  }

  /** A follower takes the first entry of the leader's that it lacks, in the place of all that it has from there on. */
  @action append(server: Server, leader: Server) {
    require(server !== leader && this.role[leader] === "leader" && this.term[server] <= this.term[leader]);
    if (this.role[server] !== "follower" || this.term[server] < this.term[leader]) this.follow(server, this.term[leader]);
    const common = this.common(server, leader);
    const upTo = Math.min(common + 1, this.log[leader].length);
    if (common < upTo) this.log[server] = this.log[server].slice(0, common).concat([this.log[leader][common]]);
    this.matched[leader][server] = upTo;
  }

  @action commitUpTo(leader: Server, length: Int<1, 2>, servers: Majority<Server>) {
    require(this.role[leader] === "leader" && forall(servers, (server) => length <= this.matched[leader][server]));
    require(this.commit === "any term" || this.log[leader][length - 1].term === this.term[leader]);
    for (const index of range(0, length)) this.committed.add({ index, entry: this.log[leader][index] });
  }

  /** Of a later term, in a request that is refused, or in the answer to one. */
  @action hear(server: Server, other: Server) {
    require(this.term[server] < this.term[other]);
    this.follow(server, this.term[other]);
  }

  follow(server: Server, term: Term) {
    if (this.term[server] < term) this.votedFor[server] = undefined;
    this.term[server] = term;
    this.role[server] = "follower";
    this.votes[server] = new Set<Server>();
    this.matched[server] = fill(0);
  }

  isUpToDate(candidate: Server, voter: Server) {
    const mine = this.lastTerm(voter);
    const theirs = this.lastTerm(candidate);
    return mine < theirs || (mine === theirs && this.log[voter].length <= this.log[candidate].length);
  }

  lastTerm(server: Server) {
    return this.log[server].at(-1)?.term ?? first<Term>();
  }

  /** How far the logs of two servers are the same. */
  common(a: Server, b: Server) {
    let length = 0;
    for (const entry of this.log[a]) {
      if (this.log[b].at(length) !== entry) break;
      length += 1;
    }
    return length;
  }

  /** Election safety. */
  @invariant oneLeaderPerTerm() {
    return forall((a: Server, b: Server) =>
      implies(this.role[a] === "leader" && this.role[b] === "leader" && this.term[a] === this.term[b], a === b),
    );
  }

  /** Log matching: where the terms are the same, the commands are, and so is everything before. */
  @invariant logsMatch() {
    return forall((a: Server, b: Server) =>
      forall(range(0, Math.min(this.log[a].length, this.log[b].length)), (i) =>
        implies(this.log[a][i].term === this.log[b][i].term, i < this.common(a, b)),
      ),
    );
  }

  /** Leader completeness, of leaders that no later term has superseded. */
  @invariant leadersHaveAllCommitted() {
    return forall((leader: Server) =>
      implies(
        this.role[leader] === "leader" && forall((server: Server) => this.term[server] <= this.term[leader]),
        forall(this.committed, (c) => this.log[leader].at(c.index) === c.entry),
      ),
    );
  }

  /** State machine safety: in no place are two commands committed, by whomever and whenever. */
  @invariant committedIsFinal() {
    return forall(this.committed, (a) => forall(this.committed, (b) => implies(a.index === b.index, a.entry === b.entry)));
  }

  /** Leaders only append. */
  @step leadersKeepTheirLogs(next: this) {
    return forall((leader: Server) =>
      implies(
        this.role[leader] === "leader" && next.role[leader] === "leader",
        next.log[leader].slice(0, this.log[leader].length) === this.log[leader],
      ),
    );
  }

  @reachable everyoneHasWhatIsCommitted() {
    return exists(this.committed, (c) => forall((server: Server) => this.log[server].at(c.index) === c.entry));
  }

  /** One of them has not heard of the other yet. */
  @reachable leadersOfTwoTerms() {
    return exists((a: Server, b: Server) => a !== b && this.role[a] === "leader" && this.role[b] === "leader");
  }

  /** At most one of the two commands can be committed; the other will be overwritten. */
  @reachable twoCommandsForOnePlace() {
    return exists((a: Server, b: Server) => this.common(a, b) < Math.min(this.log[a].length, this.log[b].length));
  }

  @milestone theClientIsTold() {
    return this.committed.size > 0;
  }

  @cost copies() {
    return count((server: Server) => this.log[server].length > 0);
  }
}
