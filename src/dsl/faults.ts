/**
 * Faults, as parts of a protocol: `import { Network, Nodes } from "tenet/faults";`
 *
 * Each class is a spec like any other, held in a field: `net = new Network<Message>({ loss: 1 })`. Its faults are steps of
 * their own, and its options say how many of each there may be. What may not happen costs nothing.
 */
import { action, cost, delay, exists, fault, fill, filter, forall, repair, require, sum, tabulate, type Int } from "tenet";

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
  /** Whether a message takes a step to arrive, `pass`, so that delays can be counted. `tenet tradeoffs` does. */
  readonly delays?: "counted";
}

/**
 * Messages between parties that need no names: whatever is on the way arrives at some time or never, in any order. Messages
 * are told apart by what they say, so to send what is on the way already changes nothing.
 */
export class Channel<Message> {
  /** On the way. */
  messages = new Set<Message>();
  /** Those of them that arrive once more. */
  copies = new Set<Message>();
  /** Those of them that no delay has passed for, where delays are counted. */
  young = new Set<Message>();
  lost: Used = 0;
  duplicated: Used = 0;

  constructor(readonly options: ChannelFaults = {}) {}

  get counted(): boolean {
    return this.options.delays === "counted";
  }

  send(message: Message) {
    if (this.counted && !this.messages.has(message)) this.young.add(message);
    this.messages.add(message);
  }

  /** Whether a message can be received. */
  has(message: Message): boolean {
    return this.messages.has(message) && !this.young.has(message);
  }

  /** A guard, and takes the message. */
  receive(message: Message) {
    require(this.has(message));
    this.take(message);
  }

  /** Of a message that is on the way. */
  take(message: Message) {
    if (this.copies.has(message)) this.copies.delete(message);
    else this.messages.delete(message);
  }

  @fault lose(message: Message) {
    this.lost = spend(this.lost, this.options.loss);
    require(this.messages.has(message));
    this.take(message);
    if (this.counted && !this.messages.has(message)) this.young.delete(message);
  }

  @fault duplicate(message: Message) {
    this.duplicated = spend(this.duplicated, this.options.duplication);
    require(this.messages.has(message) && !this.copies.has(message));
    this.copies.add(message);
  }

  /** A message delay, for all that is on the way. */
  @delay pass() {
    require(this.counted);
    this.young = new Set<Message>();
  }

  /** Sending what is on the way already is no message. */
  @cost messagesSent(next: this) {
    return next.young.difference(this.young).size;
  }
}

/** A channel that keeps the order. The scope bounds its `queue`; a copy arrives right after its original. */
export class FifoChannel<Message> extends Channel<Message> {
  queue: Message[] = [];
  /** How many of the queue a delay has passed for, where delays are counted. */
  arrived: Int = 0;

  hasArrived(at: Int): boolean {
    return !this.counted || at < this.arrived;
  }

  override send(message: Message) {
    this.queue.push(message);
  }

  override has(message: Message): boolean {
    return this.queue.at(0) === message && this.hasArrived(0);
  }

  override take(_message: Message) {
    this.queue.shift();
    if (this.counted) this.arrived -= 1;
  }

  /** Takes the next message, whatever it is. */
  next(): Message {
    const message = this.queue.shift();
    require(message !== undefined && this.hasArrived(0));
    if (this.counted) this.arrived -= 1;
    return message;
  }

  @fault override lose(message: Message) {
    this.lost = spend(this.lost, this.options.loss);
    require(this.queue.includes(message));
    const at = this.queue.indexOf(message);
    if (this.counted && this.hasArrived(at)) this.arrived -= 1;
    this.queue = without(this.queue, at);
  }

  @fault override duplicate(message: Message) {
    this.duplicated = spend(this.duplicated, this.options.duplication);
    require(this.queue.includes(message));
    const at = this.queue.indexOf(message);
    if (this.counted && this.hasArrived(at)) this.arrived += 1;
    this.queue = doubled(this.queue, at);
  }

  @delay override pass() {
    require(this.counted);
    this.arrived = this.queue.length;
  }

  @cost override messagesSent(next: this) {
    return sentBetween(this.queue, this.arrived, next.queue, next.arrived);
  }
}

const without = <T>(queue: T[], at: Int): T[] => queue.slice(0, at).concat(queue.slice(at + 1));
const doubled = <T>(queue: T[], at: Int): T[] => queue.slice(0, at + 1).concat(queue.slice(at));
/** Whatever was taken had arrived; in a delay, more has arrived than before. */
const sentBetween = <T>(queue: T[], arrived: Int, next: T[], nextArrived: Int): Int =>
  Math.max(0, next.length - queue.length + arrived - nextArrived);

/** A message that says between whom it goes. */
export interface Addressed { readonly from: string | number; readonly to: string | number }

/** Those who send and receive. */
export type Party<Message extends Addressed> = Message["from"] | Message["to"];

export interface NetworkFaults extends ChannelFaults {
  /** Times that the network falls into two parts. What is sent from one to the other waits until they are one again. */
  readonly partitions?: Budget;
  /** Members that send whatever they like, in their own name. */
  readonly byzantine?: Budget;
}

/** A channel with names: messages have `from` and `to`, of one type. */
export class Network<Message extends Addressed> extends Channel<Message> {
  /** One side of the partition; nobody where there is none. */
  apart = new Set<Party<Message>>();
  partitioned: Used = 0;
  traitors = new Set<Party<Message>>();
  corrupted: Used = 0;

  constructor(override readonly options: NetworkFaults = {}) {
    super(options);
  }

  isConnected(a: Party<Message>, b: Party<Message>): boolean {
    return this.apart.has(a) === this.apart.has(b);
  }

  /** Whether a member has lied: what holds for all others need not hold for it. */
  isByzantine(member: Party<Message>): boolean {
    return this.traitors.has(member);
  }

  /** To everybody, the sender included: `net.broadcast((to) => ({ from, to }))`. */
  broadcast(make: (to: Party<Message>) => Message) {
    for (const to of filter((_party: Party<Message>) => true)) this.send(make(to));
  }

  override receive(message: Message) {
    require(this.isConnected(message.from, message.to));
    super.receive(message);
  }

  @fault partition(side: Set<Party<Message>>) {
    this.partitioned = spend(this.partitioned, this.options.partitions);
    require(forall((p: Party<Message>) => !this.apart.has(p)));
    require(exists((p: Party<Message>) => side.has(p)) && exists((p: Party<Message>) => !side.has(p)));
    this.apart = side;
  }

  @repair heal() {
    require(exists((p: Party<Message>) => this.apart.has(p)));
    this.apart = new Set<Party<Message>>();
  }

  @fault forge(message: Message) {
    if (!this.traitors.has(message.from)) this.corrupted = spend(this.corrupted, this.options.byzantine);
    this.traitors.add(message.from);
    this.send(message);
  }
}

/** A network that keeps the order on each link. The scope bounds the `queues`. */
export class FifoNetwork<Message extends Addressed> extends Network<Message> {
  queues: Record<Party<Message>, Record<Party<Message>, Message[]>> = fill(fill([]));
  /** How many of each queue a delay has passed for, where delays are counted. */
  arrived: Record<Party<Message>, Record<Party<Message>, Int>> = fill(fill(0));

  queueOf(message: Message): Message[] {
    const from: Party<Message> = message.from;
    const to: Party<Message> = message.to;
    return this.queues[from][to];
  }

  setQueueOf(message: Message, queue: Message[]) {
    const from: Party<Message> = message.from;
    const to: Party<Message> = message.to;
    this.queues[from][to] = queue;
  }

  hasArrived(message: Message, at: Int): boolean {
    const from: Party<Message> = message.from;
    const to: Party<Message> = message.to;
    return !this.counted || at < this.arrived[from][to];
  }

  /** Of a queue, so many more have arrived. */
  addArrived(message: Message, more: Int) {
    const from: Party<Message> = message.from;
    const to: Party<Message> = message.to;
    if (this.counted) this.arrived[from][to] += more;
  }

  override send(message: Message) {
    this.setQueueOf(message, this.queueOf(message).concat([message]));
  }

  override has(message: Message): boolean {
    return this.queueOf(message).at(0) === message && this.hasArrived(message, 0);
  }

  override take(message: Message) {
    this.setQueueOf(message, this.queueOf(message).slice(1));
    this.addArrived(message, -1);
  }

  @fault override lose(message: Message) {
    this.lost = spend(this.lost, this.options.loss);
    const queue = this.queueOf(message);
    require(queue.includes(message));
    const at = queue.indexOf(message);
    if (this.hasArrived(message, at)) this.addArrived(message, -1);
    this.setQueueOf(message, without(queue, at));
  }

  @fault override duplicate(message: Message) {
    this.duplicated = spend(this.duplicated, this.options.duplication);
    const queue = this.queueOf(message);
    require(queue.includes(message));
    const at = queue.indexOf(message);
    if (this.hasArrived(message, at)) this.addArrived(message, 1);
    this.setQueueOf(message, doubled(queue, at));
  }

  @delay override pass() {
    require(this.counted);
    this.arrived = tabulate((from: Party<Message>) => tabulate((to: Party<Message>) => this.queues[from][to].length));
  }

  @cost override messagesSent(next: this) {
    return sum((from: Party<Message>) => sum((to: Party<Message>) =>
      sentBetween(this.queues[from][to], this.arrived[from][to], next.queues[from][to], next.arrived[from][to])));
  }
}

export interface NodeFaults<Node> {
  /** Crashes, of all nodes together. */
  readonly crashes?: Budget;
  /** Whether crashed nodes come back: "later", by a step of its own, or "at once", where nobody can tell how long it took. */
  readonly restart?: "later" | "at once";
  /** What a crash wipes out: the volatile part of the node's state. All else is durable. */
  readonly onCrash?: (node: Node) => void;
  /** How a node starts again. */
  readonly onRestart?: (node: Node) => void;
}

/** Nodes that crash, and perhaps come back. */
export class Nodes<Node> {
  down = new Set<Node>();
  crashed: Used = 0;

  constructor(readonly options: NodeFaults<Node> = {}) {}

  /** A guard for what a node does: `require(this.nodes.up(node))`. */
  up(node: Node): boolean {
    return !this.down.has(node);
  }

  @fault crash(node: Node) {
    this.crashed = spend(this.crashed, this.options.crashes);
    require(this.up(node));
    this.options.onCrash?.(node);
    if (this.options.restart === "at once") this.options.onRestart?.(node);
    else this.down.add(node);
  }

  @repair restart(node: Node) {
    require(!this.up(node) && this.options.restart === "later");
    this.down.delete(node);
    this.options.onRestart?.(node);
  }
}

/** A moment on a clock. */
export type Time = Int<0, 31>;

export interface ClockFaults {
  /** How far one clock may be ahead of another. */
  readonly skew?: Budget;
  /** When time ends: the check covers what happens until then. */
  readonly horizon?: Int<1, 31>;
}

/** A clock for each node. All tick together, but for those that run ahead. */
export class Clocks<Node extends string | number> {
  now: Record<Node, Time> = fill(0);

  constructor(readonly options: ClockFaults = {}) {}

  /** Whether the clock of a node has come to a moment. */
  hasReached(node: Node, moment: Time): boolean {
    return this.now[node] >= moment;
  }

  /** The moment at which that much time will have passed on the clock of a node. */
  after(node: Node, duration: Time): Time {
    return this.now[node] + duration;
  }

  get horizon(): Time {
    return this.options.horizon ?? 7;
  }

  @action tick() {
    require(forall((n: Node) => this.now[n] < this.horizon));
    this.now = tabulate((n: Node) => this.now[n] + 1);
  }

  @fault drift(node: Node) {
    const budget = this.options.skew ?? 0;
    require(budget !== 0);
    const ahead = this.now[node] + 1;
    require(ahead <= this.horizon && (budget === "unlimited" || forall((n: Node) => ahead - this.now[n] <= budget)));
    this.now[node] = ahead;
  }
}

/** Clocks with a timer on each, for a timeout or a lease: it runs out by the clock of its own node, right or wrong. */
export class Timers<Node extends string | number> extends Clocks<Node> {
  /** When the timer of a node runs out. */
  until: Record<Node, Time> = fill(0);

  /** Starts the timer of a node, anew if it was running. */
  start(node: Node, duration: Time) {
    this.until[node] = this.after(node, duration);
  }

  /** Whether there is time left. */
  isRunning(node: Node): boolean {
    return !this.hasReached(node, this.until[node]);
  }
}
