/** What an adapter of LogFollower is held to. Generated; do not edit. */

export type Term = number;
export type Candidate = `candidate${number}`;
export type Answer =
  | { kind: "append"; match: number; success: boolean }
  | { kind: "vote"; granted: boolean };
export type Message = { commit: number; entries: readonly Term[]; prev: number; prevTerm: Term; term: Term };
export type Ballot = { candidate: Candidate; lastTerm: Term; length: number; term: Term };

/**
 * One follower of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), as others see it: what it
 * does with each message that a leader or a candidate may send, however late or often it comes. Term, vote, log and commit index are on
 * its disk before it answers, so that a restart changes nothing but that the last answer is forgotten.
 */
export interface LogFollowerModel {
  actions: {
    /** Turned down where the term is over, and where no leader can have sent it. */
    append: { message: Message };
    /** Each term has one vote, and only for a log that is as good as its own. */
    vote: { ballot: Ballot };
    restart: {};
  };
  faults: never;
  state: {
    term: Term;
    votedFor?: Candidate | undefined;
    log: readonly Term[];
    commit: number;
    answer?: Answer | undefined;
  };
}
