/**
 * Faults, as parts of a protocol: `import { Network, Nodes } from "tenet/faults";`
 *
 * Each class is a spec like any other, held in a field: `net = new Network<Message>({ loss: 1 })`. Its faults are steps of
 * their own, and its options say how many of each there may be. What may not happen costs nothing.
 */
import { fault, require, type Int } from "tenet";

/** How often a fault may happen in a run: not at all (as where nothing is said), at most n times, or at any moment. */
export type Budget = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";

/** How often it has happened; nobody counts what is unlimited. */
export type Used = Int<0, 7>;

/** A fault happens once more, as far as its budget goes. Gives how often it has happened then. */
export function spend(used: Used, budget: Budget | undefined): Used {
  require(budget === "unlimited" || used < (budget ?? 0));
  return budget === "unlimited" ? used : used + 1;
}

export interface ChannelFaults {
  /** Messages that never arrive. */
  readonly loss?: Budget;
  /** Messages that arrive once more. */
  readonly duplication?: Budget;
}

/**
 * A channel between two parties, or messages that nobody tells apart by who they are from: whatever is on the way arrives at
 * some time or never, in any order. Messages are told apart by what they say: to send what is on the way already changes nothing.
 */
export class Channel<Message> {
  /** On the way. */
  messages = new Set<Message>();
  /** Those of them that arrive once more. */
  copies = new Set<Message>();
  lost: Used = 0;
  duplicated: Used = 0;

  constructor(readonly options: ChannelFaults = {}) {}

  send(message: Message) {
    this.messages.add(message);
  }

  has(message: Message) {
    return this.messages.has(message);
  }

  /** Takes a message that is on the way. */
  receive(message: Message) {
    require(this.messages.has(message));
    if (this.copies.has(message)) this.copies.delete(message);
    else this.messages.delete(message);
  }

  @fault lose(message: Message) {
    this.lost = spend(this.lost, this.options.loss);
    this.receive(message);
  }

  @fault duplicate(message: Message) {
    require(this.messages.has(message) && !this.copies.has(message));
    this.duplicated = spend(this.duplicated, this.options.duplication);
    this.copies.add(message);
  }
}
