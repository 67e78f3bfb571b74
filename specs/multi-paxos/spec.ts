import { action, exists, fill, filter, first, forall, implies, invariant, reachable, require, step, type Majority, type Order, type Sort } from "tenet";

type Acceptor = Sort<"Acceptor">;
type Command = Sort<"Command">;
type Ballot = Order<"Ballot">;
/** A place in the sequence of commands. */
type Slot = Order<"Slot">;

interface Vote {
  ballot: Ballot;
  slot: Slot;
  command: Command;
}

type Message =
  /** Comes with all that the acceptor voted for in lower ballots. It votes in none of them again, so that this need not be copied. */
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot }
  | { kind: "2a"; ballot: Ballot; slot: Slot; command: Command }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; slot: Slot; command: Command };

/**
 * Multi-decree Paxos (Lamport, "The Part-Time Parliament", 1998, and "Paxos Made Simple", 2001): a leader opens a ballot once, for
 * all slots, and then has one command after the other voted for. Leaders and learners stay implicit: whoever runs a ballot reads it
 * off the messages. Messages are never taken away, so each may be received late, twice or never.
 */
export class MultiPaxos {
  static scope = { Acceptor: 3, Command: 2, Ballot: 2, Slot: 2 };

  static designs = {
    multiPaxos: { recovery: "all slots" },
    /** A new leader asks for the slot at hand, and takes the answer for all. */
    oneSlotOnly: { recovery: "one slot" },
  };

  /** The ballots in which an acceptor votes no more, having joined a higher one. */
  left: Record<Acceptor, Set<Ballot>> = fill(new Set<Ballot>());
  /** There is no vote to tell of in the first ballot, so that everybody has joined it from the start. */
  sent: Set<Message> = filter((m: Message) => m.kind === "1b" && m.ballot === first<Ballot>());

  /** @param recovery for which slots a new leader takes over what it is told was voted for */
  constructor(readonly recovery: "all slots" | "one slot" = "all slots") {}

  /** Phase 1, for all slots: somebody opens a ballot, and an acceptor joins it. */
  @action join(acceptor: Acceptor, ballot: Ballot) {
    require(!this.left[acceptor].has(ballot));
    this.leaveBelow(acceptor, ballot);
    this.sent.add({ kind: "1b", acceptor, ballot });
  }

  /**
   * Phase 2a: in each slot, the leader proposes the command of the last vote that a quorum tells of, or any command if there is
   * none. It need not go by the order of the slots: those that it leaves out are gaps.
   */
  @action propose(ballot: Ballot, slot: Slot, command: Command, quorum: Majority<Acceptor>, last: Vote | undefined) {
    require(!exists((other: Command) => this.sent.has({ kind: "2a", ballot, slot, command: other })));
    require(forall(quorum, (acceptor) => this.sent.has({ kind: "1b", acceptor, ballot })));
    require(last === undefined || (last.slot === slot && last.command === command && exists(quorum, (acceptor) => this.tells(acceptor, ballot, last))));
    require(forall(quorum, (acceptor) =>
      forall((vote: Vote) =>
        implies(vote.slot === slot && this.tells(acceptor, ballot, vote), last !== undefined && vote.ballot <= last.ballot),
      ),
    ));
    this.sent.add({ kind: "2a", ballot, slot, command });
  }

  /** Phase 2b: an acceptor votes for what is proposed, unless it has left the ballot. */
  @action vote(acceptor: Acceptor, ballot: Ballot, slot: Slot, command: Command) {
    require(this.sent.has({ kind: "2a", ballot, slot, command }) && !this.left[acceptor].has(ballot));
    this.leaveBelow(acceptor, ballot);
    this.sent.add({ kind: "2b", acceptor, ballot, slot, command });
  }

  /** Whether the leader of a ballot hears of a vote from an acceptor that joined it. */
  tells(acceptor: Acceptor, ballot: Ballot, vote: Vote) {
    return vote.ballot < ballot && this.hasVoted(acceptor, vote) && (this.recovery === "all slots" || vote.slot === first<Slot>());
  }

  hasVoted(acceptor: Acceptor, vote: Vote) {
    return this.sent.has({ kind: "2b", acceptor, ...vote });
  }

  leaveBelow(acceptor: Acceptor, ballot: Ballot) {
    this.left[acceptor] = this.left[acceptor].union(filter((lower: Ballot) => lower < ballot));
  }

  /** A command is chosen for a slot once a quorum has voted for it in one ballot. */
  isChosen(slot: Slot, command: Command) {
    return exists((ballot: Ballot, quorum: Majority<Acceptor>) =>
      forall(quorum, (acceptor) => this.hasVoted(acceptor, { ballot, slot, command })),
    );
  }

  /** So all replicas execute the same sequence. */
  @invariant oneCommandPerSlot() {
    return forall((slot: Slot, a: Command, b: Command) => implies(this.isChosen(slot, a) && this.isChosen(slot, b), a === b));
  }

  @invariant oneProposalPerSlotAndBallot() {
    return forall((ballot: Ballot, slot: Slot, a: Command, b: Command) =>
      implies(this.sent.has({ kind: "2a", ballot, slot, command: a }) && this.sent.has({ kind: "2a", ballot, slot, command: b }), a === b),
    );
  }

  @step promisesAreKept(next: this) {
    return forall((acceptor: Acceptor, vote: Vote) =>
      implies(this.left[acceptor].has(vote.ballot) && next.hasVoted(acceptor, vote), this.hasVoted(acceptor, vote)),
    );
  }

  @reachable allSlotsAreChosen() {
    return forall((slot: Slot) => exists((command: Command) => this.isChosen(slot, command)));
  }

  /** What is chosen there has to wait for what comes before: the next leader fills the gap, for instance with a command that does nothing. */
  @reachable aGapIsLeft() {
    return exists((slot: Slot, later: Slot) =>
      slot < later &&
      exists((command: Command) => this.isChosen(later, command)) &&
      forall((command: Command, ballot: Ballot) => !this.sent.has({ kind: "2a", ballot, slot, command })),
    );
  }
}
