import { action, cost, count, exists, milestone, require, type Int, type Order, type Sort } from "tenet";
import { Nodes } from "tenet/faults";
import { Paxos } from "../paxos/spec.ts";

type Acceptor = Sort<"Acceptor">;
type Value = Sort<"Value">;
type Ballot = Order<"Ballot">;

/**
 * Flexible Paxos (Howard, Malkhi and Spiegelman, "Flexible Paxos: Quorum Intersection Revisited", 2016): Paxos with
 * quorums of different sizes in its two phases. A leader has to hear from somebody who voted for what was chosen: so each quorum of
 * phase 1 has to meet each of phase 2, but not those of its own phase.
 */
export class FlexiblePaxos extends Paxos {
  static override scope = { Acceptor: 3, Value: 2, Ballot: 2 };

  static designs = {
    majorities: { phase1: 2, phase2: 2 },
    /** A decision takes one acceptor; a new leader has to ask all. */
    cheapDecisions: { phase1: 3, phase2: 1 },
    /** A new leader asks one acceptor; a decision takes all. */
    cheapLeaders: { phase1: 1, phase2: 3 },
    /** Quorums that miss each other. */
    tooSmall: { phase1: 2, phase2: 1 },
  };

  nodes = new Nodes<Acceptor>({ crashes: 0 });

  /**
   * @param phase1 how many acceptors have to join a ballot before something is proposed in it
   * @param phase2 how many have to vote for it before it is chosen
   */
  constructor(readonly phase1: Int<1, 5> = 2, readonly phase2: Int<1, 5> = 2) {
    super();
  }

  @action override promise(acceptor: Acceptor, ballot: Ballot) {
    require(this.nodes.up(acceptor));
    super.promise(acceptor, ballot);
  }

  @action override propose(ballot: Ballot, value: Value, quorum: ReadonlySet<Acceptor>) {
    require(quorum.size === this.phase1);
    this.proposeAfter(ballot, value, quorum);
  }

  @action override vote(acceptor: Acceptor, ballot: Ballot, value: Value) {
    require(this.nodes.up(acceptor));
    super.vote(acceptor, ballot, value);
  }

  override chosen(value: Value) {
    return exists((ballot: Ballot) =>
      count((acceptor: Acceptor) => this.sent.has({ kind: "2b", acceptor, ballot, value })) >= this.phase2,
    );
  }

  @milestone decided() {
    return exists((value: Value) => this.chosen(value));
  }

  @cost promises() {
    return count((acceptor: Acceptor) => this.promised[acceptor] !== undefined);
  }

  @cost votes() {
    return count((acceptor: Acceptor) => this.voted[acceptor] !== undefined);
  }
}
