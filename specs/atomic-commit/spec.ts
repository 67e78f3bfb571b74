import { action, exists, fill, filter, forall, implies, invariant, milestone, reachable, require, step } from "tenet";
import { Network, Nodes } from "tenet/faults";

/** A resource manager: what each has done of the transaction is kept by all of them or by none. */
type RM = "r1" | "r2";
type Node = "tm" | RM;
type Vote = "yes" | "no";
type Outcome = "committed" | "aborted";

interface Accepted {
  leader: RM;
  outcome: Outcome;
}

type Message =
  | { kind: "prepare"; from: "tm"; to: RM }
  | { kind: "vote"; from: RM; to: Node; vote: Vote }
  | { kind: "precommit"; from: "tm"; to: RM }
  | { kind: "ready"; from: RM; to: "tm" }
  | { kind: "promise"; from: Node; to: RM; r1: Vote | undefined; r2: Vote | undefined; earlier: Outcome | undefined }
  | { kind: "accepted"; from: Node; to: Node; outcome: Outcome }
  | { kind: "decision"; from: Node; to: Node; outcome: Outcome };

/**
 * Atomic commitment of two resource managers: two-phase commit (Gray, "Notes on Data Base Operating Systems", 1978), three-phase
 * commit (Skeen, "Nonblocking Commit Protocols", 1981), and Paxos commit (Gray and Lamport, "Consensus on Transaction Commit",
 * 2006), where the three nodes are the acceptors.
 */
export class AtomicCommit {
  static designs = {
    /** The coordinator decides when all have voted. */
    "two-phase": { protocol: "two-phase" },
    /** The coordinator decides when all know what the votes were. */
    "three-phase": { protocol: "three-phase" },
    /** A majority of the nodes keeps the votes; whoever can ask a majority may decide. */
    paxos: { protocol: "paxos" },
  };

  net = new Network<Message>({ partitions: 0 });
  /** All that is said of a node here is on disk. */
  nodes = new Nodes<Node>({ crashes: 1 });

  tm: "idle" | "waits" | "prepares" | Outcome = "idle";
  rm: Record<RM, "working" | "prepared" | "precommitted" | Outcome> = fill("working");
  /** The votes that a node has accepted: the coordinator alone, but in Paxos commit any node, in the ballot of the coordinator. */
  votes: Record<Node, Record<RM, Vote | undefined>> = fill(fill(undefined));
  /** Who has answered whoever leads: that it knows the votes, has promised, or has accepted a proposal. */
  heard: Record<Node, Set<Node>> = fill(new Set<Node>());

  // Paxos: the ballot of the coordinator comes first, then that of r1, then that of r2.

  /** Whose ballot a node has come to. */
  promised: Record<Node, Node> = fill("tm");
  /** What a node has accepted last in a ballot after that of the coordinator. */
  accepted: Record<Node, Accepted | undefined> = fill(undefined);
  stage: Record<RM, "follows" | "asks" | "proposes"> = fill("follows");
  /** What the promises say together: votes in the first ballot, and what was accepted later. In the end, what is proposed. */
  found: Record<RM, Record<RM, Vote | undefined>> = fill(fill(undefined));
  proposal: Record<RM, Outcome | undefined> = fill(undefined);

  constructor(readonly protocol: "two-phase" | "three-phase" | "paxos" = "paxos") {}

  /** Nobody is taken for dead without cause. */
  answers(node: Node, asking: Node) {
    return this.nodes.up(node) && this.net.isConnected(node, asking);
  }

  isDecided(rm: RM) {
    return this.rm[rm] === "committed" || this.rm[rm] === "aborted";
  }

  decide(node: Node, outcome: Outcome) {
    this.learn(node, outcome);
    for (const to of filter((other: Node) => other !== node)) this.net.send({ kind: "decision", from: node, to, outcome });
  }

  /** Who knows the outcome has no use for promises. */
  learn(node: Node, outcome: Outcome) {
    if (node === "tm") this.tm = outcome;
    else {
      this.rm[node] = outcome;
      this.stage[node] = "follows";
    }
    this.net.messages = filter(this.net.messages, (m) => m.to !== node || (m.kind !== "promise" && m.kind !== "accepted"));
  }

  @action hearDecision(m: Message) {
    require(m.kind === "decision" && this.nodes.up(m.to));
    this.net.receive(m);
    this.learn(m.to, m.outcome);
  }

  // Votes.

  @action begin() {
    require(this.tm === "idle" && this.nodes.up("tm"));
    this.tm = "waits";
    for (const to of filter((_rm: RM) => true)) this.net.send({ kind: "prepare", from: "tm", to });
  }

  /** Who votes no need not wait for the others. */
  @action vote(m: Message, vote: Vote) {
    require(m.kind === "prepare" && this.nodes.up(m.to) && (this.rm[m.to] === "working" || vote === "no"));
    this.net.receive(m);
    this.rm[m.to] = vote === "yes" ? "prepared" : "aborted";
    this.net.send({ kind: "vote", from: m.to, to: "tm", vote });
    if (this.protocol !== "paxos") return;
    this.net.send({ kind: "vote", from: m.to, to: m.to === "r1" ? "r2" : "r1", vote });
    this.count(m.to, m.to, vote);
  }

  /** Nor does who has not voted. */
  @action refuse(rm: RM) {
    require(this.rm[rm] === "working" && this.nodes.up(rm) && !this.answers("tm", rm));
    this.rm[rm] = "aborted";
  }

  @action hearVote(m: Message) {
    require(m.kind === "vote" && this.nodes.up(m.to));
    this.net.receive(m);
    this.count(m.to, m.from, m.vote);
  }

  count(node: Node, rm: RM, vote: Vote) {
    if (this.promised[node] !== "tm") return;
    this.votes[node][rm] = vote;
    if (exists((other: RM) => this.votes[node][other] === undefined)) return;
    const outcome: Outcome = forall((other: RM) => this.votes[node][other] === "yes") ? "committed" : "aborted";
    if (this.protocol === "paxos") this.tell("tm", node, outcome);
    else if (this.tm !== "waits") return;
    else if (this.protocol === "two-phase" || outcome === "aborted") this.decide("tm", outcome);
    else {
      this.tm = "prepares";
      for (const to of filter((_rm: RM) => true)) this.net.send({ kind: "precommit", from: "tm", to });
    }
  }

  /** The coordinator does not wait for a vote that does not come. */
  @action giveUp(rm: RM) {
    require(this.protocol !== "paxos" && this.tm === "waits" && this.nodes.up("tm") && this.votes.tm[rm] === undefined && !this.answers(rm, "tm"));
    this.decide("tm", "aborted");
  }

  // The third phase: all know that all have voted yes.

  @action precommit(m: Message) {
    require(this.protocol === "three-phase" && m.kind === "precommit" && this.nodes.up(m.to));
    this.net.receive(m);
    if (this.rm[m.to] !== "prepared") return;
    this.rm[m.to] = "precommitted";
    this.net.send({ kind: "ready", from: m.to, to: "tm" });
  }

  @action hearReady(m: Message) {
    require(this.protocol === "three-phase" && m.kind === "ready" && this.nodes.up("tm"));
    this.net.receive(m);
    this.heard.tm.add(m.from);
  }

  @action commit() {
    require(this.protocol === "three-phase" && this.tm === "prepares" && this.nodes.up("tm"));
    require(forall((rm: RM) => this.heard.tm.has(rm) || !this.answers(rm, "tm")));
    this.decide("tm", "committed");
  }

  /** Without the coordinator, those who reach each other decide together, if they can. Two rounds of messages are one step here. */
  @action terminate(rm: RM) {
    require(this.protocol !== "paxos" && this.nodes.up(rm) && !this.answers("tm", rm) && !this.isDecided(rm) && this.rm[rm] !== "working");
    const reached = filter((other: RM) => this.answers(other, rm));
    const areThere = (state: "precommitted" | Outcome) => exists(reached, (other) => this.rm[other] === state);
    // With two phases, the coordinator may have decided either way.
    require(this.protocol === "three-phase" || areThere("committed") || areThere("aborted"));
    const outcome: Outcome = areThere("committed") || (!areThere("aborted") && areThere("precommitted")) ? "committed" : "aborted";
    for (const other of reached) this.rm[other] = outcome;
  }

  // Paxos: another node leads.

  ballot(node: Node) {
    return node === "tm" ? 0 : node === "r1" ? 1 : 2;
  }

  @action lead(rm: RM) {
    require(this.protocol === "paxos" && this.nodes.up(rm) && this.stage[rm] === "follows" && !this.isDecided(rm));
    require(this.ballot(this.promised[rm]) < this.ballot(rm) && exists((other: Node) => !this.answers(other, rm)));
    this.stage[rm] = "asks";
    this.collect(rm, rm, this.votes[rm].r1, this.votes[rm].r2, this.accepted[rm]?.outcome);
    this.promised[rm] = rm;
  }

  /** The answer to a leader that asks; the question itself says nothing, and is no message here. */
  @action promise(node: Node, leader: RM) {
    require(this.protocol === "paxos" && this.nodes.up(node) && this.stage[leader] === "asks" && this.net.isConnected(node, leader));
    require(this.ballot(this.promised[node]) < this.ballot(leader));
    this.net.send({ kind: "promise", from: node, to: leader, r1: this.votes[node].r1, r2: this.votes[node].r2, earlier: this.accepted[node]?.outcome });
    this.promised[node] = leader;
  }

  @action hearPromise(m: Message) {
    require(this.protocol === "paxos" && m.kind === "promise" && this.nodes.up(m.to));
    this.net.receive(m);
    if (this.stage[m.to] === "asks") this.collect(m.to, m.from, m.r1, m.r2, m.earlier);
  }

  /** In a ballot, all who have accepted have accepted the same. Who has not voted, as far as a majority knows, is taken to have voted no. */
  collect(rm: RM, from: Node, r1: Vote | undefined, r2: Vote | undefined, earlier: Outcome | undefined) {
    this.found[rm] = { r1: r1 ?? this.found[rm].r1, r2: r2 ?? this.found[rm].r2 };
    this.proposal[rm] = this.proposal[rm] ?? earlier;
    this.heard[rm].add(from);
    if (this.heard[rm].size < 2) return;
    this.proposal[rm] = this.proposal[rm] ?? (this.found[rm].r1 === "yes" && this.found[rm].r2 === "yes" ? "committed" : "aborted");
    this.stage[rm] = "proposes";
    this.heard[rm] = new Set<Node>();
  }

  @action accept(node: Node, leader: RM) {
    const outcome = this.proposal[leader];
    require(this.protocol === "paxos" && this.nodes.up(node) && this.stage[leader] === "proposes" && this.net.isConnected(node, leader));
    require(outcome !== undefined && this.ballot(this.promised[node]) <= this.ballot(leader) && this.accepted[node]?.leader !== leader);
    this.promised[node] = leader;
    this.accepted[node] = { leader, outcome };
    this.tell(leader, node, outcome);
  }

  /** That a node has accepted something in the ballot of a leader. */
  tell(leader: Node, node: Node, outcome: Outcome) {
    if (node === leader) this.chosen(leader, node, outcome);
    else this.net.send({ kind: "accepted", from: node, to: leader, outcome });
  }

  @action hearAccepted(m: Message) {
    require(this.protocol === "paxos" && m.kind === "accepted" && this.nodes.up(m.to));
    this.net.receive(m);
    this.chosen(m.to, m.from, m.outcome);
  }

  /** Once a majority has accepted it. */
  chosen(leader: Node, from: Node, outcome: Outcome) {
    this.heard[leader].add(from);
    if (this.heard[leader].size === 2) this.decide(leader, outcome);
  }

  /** Nobody keeps what another gives up. */
  @invariant allOrNothing() {
    return forall((a: RM, b: RM) => !(this.rm[a] === "committed" && this.rm[b] === "aborted")) &&
      forall((rm: RM) => implies(this.tm === "committed", this.rm[rm] !== "aborted") && implies(this.tm === "aborted", this.rm[rm] !== "committed"));
  }

  /** Nothing is committed unless all have agreed. */
  @invariant everyoneHasAVeto() {
    return forall((a: RM, b: RM) => implies(this.rm[a] === "committed", this.rm[b] !== "working"));
  }

  @step decisionsAreFinal(next: this) {
    return forall((rm: RM) => implies(this.isDecided(rm), next.rm[rm] === this.rm[rm]));
  }

  @milestone everyoneHasCommitted() {
    return forall((rm: RM) => this.rm[rm] === "committed");
  }

  @milestone everyoneWhoIsUpHasDecided() {
    return forall((rm: RM) => this.isDecided(rm) || !this.nodes.up(rm));
  }

  @reachable allCommit() {
    return forall((rm: RM) => this.rm[rm] === "committed") && this.tm === "committed";
  }

  @reachable allAbort() {
    return forall((rm: RM) => this.rm[rm] === "aborted") && this.tm === "aborted";
  }

  /** The coordinator is down before it has decided, when all have voted yes: the others do not wait for it. */
  @reachable decidesWithoutTheCoordinator() {
    return !this.nodes.up("tm") && this.tm === "waits" && forall((rm: RM) =>
      this.isDecided(rm) && (this.votes.tm[rm] === "yes" || this.net.messages.has({ kind: "vote", from: rm, to: "tm", vote: "yes" })),
    );
  }
}
