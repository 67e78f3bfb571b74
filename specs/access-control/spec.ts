import { action, cost, exists, fault, fill, filter, first, forall, implies, init, invariant, last, milestone, reachable, require, step, type Int, type Order } from "tenet";
import { type Budget, spend, type Used } from "tenet/faults";

/** A member and its device. The order is seniority: the first one founded the group, others joined later. */
type Member = Order<"Member">;
/** What names an operation: its hash. */
type Op = Order<"Op">;
type Change = "add" | "revoke";
type Moment = Int<0, 3>;

interface Operation {
  author: Member;
  change: Change;
  subject: Member;
  /** The operations that it names, and those that they name. A hash cannot be named before it exists: this is a DAG. */
  knows: Set<Op>;
  /** What the author's device had really seen. Only properties read it. */
  saw: Set<Op>;
  /** By the clock of the author, or what the author says that it was. */
  time: Moment;
}

/** What a set of operations comes to: those that take effect, and who is in the group. */
interface Outcome {
  counted: Set<Op>;
  members: Set<Member>;
}

/** How replicas decide what operations come to, concurrent ones above all. */
type Policy =
  /** In the order in which they happen to arrive. */
  | "arrival"
  /** In the order of their timestamps. */
  | "wall-clock"
  /** In causal order; of concurrent ones, that of the more senior author first. */
  | "causal-order"
  /** What a member does without being known to whoever revokes it is void. Those who revoke each other are both out. */
  | "strong-removal"
  /** The same, but members are changed by their seniors only, so that nobody can revoke each other. */
  | "hierarchy"
  /** In the order in which a server has seen them; what it has not seen has no effect. */
  | "arbiter";

/**
 * Local-first access control: the members of a group change its membership, each on a device of its own that may be offline for long.
 * Operations name those that their author had seen, so that they form a hash DAG; devices exchange them, and each computes from those it
 * has who is a member.
 */
export class AccessControl {
  static scope = { Member: 3, Op: 3 };

  static designs = {
    /** Whatever comes is applied, if its author is a member as far as the device knows by then. */
    "arrival": { policy: "arrival" },
    /** Timestamps decide. */
    "wall-clock": { policy: "wall-clock" },
    /** Causality decides, and seniority where it does not. */
    "causal-order": { policy: "causal-order" },
    /** A revocation voids what its subject did without the revoker's knowledge; who revoke each other are both out. */
    "strong-removal": { policy: "strong-removal" },
    /** The same, and members are changed by their seniors only. */
    "hierarchy": { policy: "hierarchy" },
    /** A server decides. */
    "arbiter": { policy: "arbiter" },
  };

  founders = new Set<Member>();
  written = new Set<Op>();
  ops: Record<Op, Operation> = fill({
    author: first<Member>(), change: "add", subject: first<Member>(), knows: new Set<Op>(), saw: new Set<Op>(), time: 0,
  });
  /** Operations whose author was a member by all that they name. Everybody finds the same. */
  authorised = new Set<Op>();
  /** On each device: the operations it has, those of them that take effect, and whom it takes for members. */
  seen: Record<Member, Set<Op>> = fill(new Set<Op>());
  counted: Record<Member, Set<Op>> = fill(new Set<Op>());
  members: Record<Member, Set<Member>> = fill(new Set<Member>());
  /** What the arbiter has seen, and what it had seen before. */
  ruled = new Set<Op>();
  ruledBefore: Record<Op, Set<Op>> = fill(new Set<Op>());
  forged: Used = 0;
  misdated: Used = 0;

  /**
   * @param forgeries operations of revoked members that hide what their authors have seen
   * @param misdatings operations with a time that is too early, by mistake or on purpose
   */
  constructor(readonly policy: Policy = "hierarchy", readonly forgeries: Budget = 1, readonly misdatings: Budget = 1) {}

  /** @param outsider whether the last member has yet to be added */
  @init found(outsider: boolean) {
    this.founders = filter((m: Member) => !outsider || m === first<Member>() || m < last<Member>());
    this.members = fill(this.founders);
  }

  /** A member adds somebody, or revokes the membership of somebody, as far as it knows. */
  @action write(id: Op, author: Member, change: Change, subject: Member) {
    require(this.mayWrite(author, change, subject));
    this.publish(id, { author, change, subject, knows: this.seen[author], saw: this.seen[author], time: this.now });
  }

  /** The clock of a member is slow, or somebody whose membership was revoked says that it was earlier. */
  @fault misdate(id: Op, author: Member, change: Change, subject: Member, time: Moment) {
    require(this.policy === "wall-clock");
    this.misdated = spend(this.misdated, this.misdatings);
    require(time < this.now && (this.mayWrite(author, change, subject) || this.wasRevoked(author)));
    this.publish(id, { author, change, subject, knows: this.seen[author], saw: this.seen[author], time });
  }

  /** Somebody whose membership was revoked, and who knows it, pretends not to have seen that, or something else. */
  @fault forge(id: Op, author: Member, change: Change, subject: Member, knows: Set<Op>) {
    this.forged = spend(this.forged, this.forgeries);
    require(this.wasRevoked(author) && knows.isSubsetOf(this.seen[author]) && forall(knows, (o) => this.ops[o].knows.isSubsetOf(knows)));
    this.publish(id, { author, change, subject, knows, saw: this.seen[author], time: this.now });
  }

  /** A device gets an operation from any other, after those that it names. */
  @action receive(device: Member, op: Op) {
    require(this.written.has(op) && !this.seen[device].has(op) && this.ops[op].knows.isSubsetOf(this.seen[device]));
    if (this.policy === "arbiter") require(this.ruled.has(op) && this.ruledBefore[op].isSubsetOf(this.seen[device]));
    this.take(device, op);
  }

  @action rule(op: Op) {
    require(this.policy === "arbiter" && this.written.has(op) && !this.ruled.has(op));
    this.ruledBefore[op] = this.ruled;
    this.ruled.add(op);
  }

  /** As far as its device knows. */
  mayWrite(author: Member, change: Change, subject: Member) {
    return this.members[author].has(author) && this.members[author].has(subject) === (change === "revoke") && this.mayChange(author, subject);
  }

  wasRevoked(author: Member) {
    return !this.members[author].has(author) && exists(this.seen[author], (r) => this.revokes(r, author));
  }

  publish(id: Op, op: Operation) {
    require(op.subject !== op.author && !this.written.has(id) && forall((o: Op) => implies(o < id, this.written.has(o))));
    this.written.add(id);
    this.ops[id] = op;
    const members = this.policy === "arrival" ? this.members[op.author] : this.outcome(op.knows).members;
    if (members.has(op.author) && this.mayChange(op.author, op.subject)) this.authorised.add(id);
    if (this.policy !== "arbiter") this.take(op.author, id);
  }

  /** Real time passes with what is written. */
  get now(): Moment {
    return this.policy === "wall-clock" ? this.written.size : 0;
  }

  mayChange(author: Member, subject: Member) {
    return this.policy !== "hierarchy" || author < subject;
  }

  take(device: Member, op: Op) {
    this.seen[device].add(op);
    const { counted, members } = this.policy === "arrival" ?
      this.apply(op, { counted: this.counted[device], members: this.members[device] }) : this.outcome(this.seen[device]);
    this.counted[device] = counted;
    this.members[device] = members;
  }

  outcome(ops: Set<Op>): Outcome {
    if (this.policy === "hierarchy") return this.settle(this.seniorsFirst(ops));
    if (this.policy === "strong-removal") return this.settle(this.strongRemoval(ops));
    return this.replay(ops);
  }

  // Policies that put all operations in an order

  replay(ops: Set<Op>): Outcome {
    let done = new Set<Op>();
    let outcome: Outcome = { counted: new Set<Op>(), members: this.founders };
    for (const _turn of ops) {
      const open = ops.difference(done);
      const ready = filter(open, (o) => this.policy !== "causal-order" || this.ops[o].knows.isSubsetOf(done));
      for (const op of filter(ready, (o) => forall(ready, (other) => o === other || this.precedes(o, other)))) {
        outcome = this.apply(op, outcome);
        done = done.union(new Set([op]));
      }
    }
    return outcome;
  }

  /** An operation takes effect if its author is a member when its turn comes. */
  apply(op: Op, { counted, members }: Outcome): Outcome {
    const { author, change, subject } = this.ops[op];
    const isVoid = (this.policy === "causal-order" || this.policy === "arbiter") && exists(counted, (r) => this.voids(r, op, counted));
    if (isVoid || !members.has(author)) return { counted, members };
    const changed = change === "add" ? members.union(new Set([subject])) : members.difference(new Set([subject]));
    return { counted: counted.union(new Set([op])), members: changed };
  }

  precedes(a: Op, b: Op) {
    if (this.policy === "arbiter") return this.ruledBefore[b].has(a);
    if (this.policy === "wall-clock" && this.ops[a].time !== this.ops[b].time) return this.ops[a].time < this.ops[b].time;
    return this.ops[a].author !== this.ops[b].author ? this.ops[a].author < this.ops[b].author : a < b;
  }

  // Policies that strike out operations

  adds(op: Op, member: Member) {
    return this.ops[op].change === "add" && this.ops[op].subject === member;
  }

  revokes(op: Op, member: Member) {
    return this.ops[op].change === "revoke" && this.ops[op].subject === member;
  }

  /** After a revocation, and as far as `known` goes, somebody was added again. */
  isAddedAgain(member: Member, revocation: Op, known: Set<Op>) {
    return exists(known, (g) => this.adds(g, member) && this.ops[g].knows.has(revocation));
  }

  /** A revocation voids what its subject does without the revoker's knowledge, be it before, after or at the same time. */
  voids(r: Op, op: Op, counted: Set<Op>) {
    const { author, knows } = this.ops[op];
    return this.revokes(r, author) && !this.ops[r].knows.has(op) && r !== op && !this.isAddedAgain(author, r, knows.intersection(counted));
  }

  /** Whoever can void what somebody does is senior to it, and has been decided on before. */
  seniorsFirst(ops: Set<Op>): Set<Op> {
    let counted = new Set<Op>();
    for (const member of filter((_m: Member) => true)) {
      const own = filter(ops, (o) => this.ops[o].author === member && this.authorised.has(o));
      counted = counted.union(filter(own, (o) => !exists(counted, (r) => this.voids(r, o, counted))));
    }
    return counted;
  }

  /** Round by round, what is void no longer voids others. Revocations that void each other, or in a circle, all count. */
  strongRemoval(ops: Set<Op>): Set<Op> {
    const authorised = filter(ops, (o) => this.authorised.has(o));
    let counted = authorised;
    for (const _round of ops) {
      const before = counted;
      counted = filter(authorised, (o) => !exists(before, (r) => this.voids(r, o, before) && !this.reaches(o, r, authorised)));
    }
    return counted;
  }

  /** Whether a revocation voids another, or one that voids it, and so on. */
  reaches(from: Op, to: Op, ops: Set<Op>) {
    let reached = new Set([from]);
    for (const _step of ops) reached = reached.union(filter(ops, (o) => exists(reached, (r) => this.voids(r, o, ops))));
    return reached.has(to);
  }

  /** Of an addition and a concurrent revocation of the same member, the revocation counts. */
  settle(counted: Set<Op>): Outcome {
    return { counted, members: filter((m: Member) => this.staysAfterAll(m, counted)) };
  }

  staysAfterAll(m: Member, counted: Set<Op>) {
    const revocations = filter(counted, (r) => this.revokes(r, m));
    return (this.founders.has(m) && revocations.size === 0) || exists(counted, (g) => this.adds(g, m) && revocations.isSubsetOf(this.ops[g].knows));
  }

  // What users are promised

  /** Devices that have the same operations take the same people for members, in whatever order the operations came. */
  @invariant sameOperationsSameMembers() {
    return forall((a: Member, b: Member) => implies(this.seen[a] === this.seen[b], this.members[a] === this.members[b]));
  }

  /** Where nothing is concurrent and nobody cheats, everything takes effect. */
  @invariant whatIsWrittenInTurnCounts() {
    return forall((device: Member) => implies(this.isInTurn(this.seen[device]), this.counted[device] === this.seen[device]));
  }

  /** Of two who revoke each other, not both stay. As all devices agree on members, they agree on who goes. */
  @invariant aDuelIsDecided() {
    return forall((device: Member, a: Op, b: Op) =>
      implies(this.isDuel(device, a, b), !this.members[device].has(this.ops[a].author) || !this.members[device].has(this.ops[b].author)),
    );
  }

  /** To whoever knows of a revocation that is in force, operations that name it, by the member that it revokes, mean nothing. */
  @step nothingFollowsAKnownRevocation(next: this) {
    return forall((device: Member, op: Op) =>
      implies(this.gets(next, device, op) && this.isOut(device, next.ops[op].author, next.ops[op].knows), next.members[device] === this.members[device]),
    );
  }

  /** The same of operations that hide what their authors had seen, or claim to be older than they are. */
  @step backdatingHasNoEffect(next: this) {
    return forall((device: Member, op: Op) =>
      implies(this.gets(next, device, op) && this.isOut(device, next.ops[op].author, next.ops[op].saw), next.members[device] === this.members[device]),
    );
  }

  /** At least, they do not let anybody in. */
  @step backdatingLetsNobodyIn(next: this) {
    return forall((device: Member, op: Op) =>
      implies(this.gets(next, device, op) && this.isOut(device, next.ops[op].author, next.ops[op].saw), next.members[device].isSubsetOf(this.members[device])),
    );
  }

  /** A revocation undoes nothing that the revoker knew of: whom a member revoked stays out when that member is revoked in its turn. */
  @step whatTheAuthorKnewStays(next: this) {
    return forall((device: Member, op: Op) =>
      implies(this.gets(next, device, op) && this.seen[device].isSubsetOf(next.ops[op].knows), this.counted[device].isSubsetOf(next.counted[device])),
    );
  }

  /** What it costs to do without anybody to ask: in a hierarchy, seniors cannot be removed by their juniors. */
  @invariant theFounderStaysInAHierarchy() {
    return this.policy !== "hierarchy" || forall((device: Member) => this.members[device].has(first<Member>()));
  }

  /** And what it costs to ask. */
  @invariant nothingCountsBeforeTheArbiterHasSeenIt() {
    return this.policy !== "arbiter" || forall((device: Member) => this.counted[device].isSubsetOf(this.ruled));
  }

  @milestone aRevocationCounts() {
    return exists((device: Member, r: Op) => this.counted[device].has(r) && this.ops[r].change === "revoke");
  }

  /** How often somebody has to be asked until then. */
  @cost askingTheArbiter(next: this) {
    return next.ruled.size - this.ruled.size;
  }

  isConcurrent(a: Op, b: Op) {
    return a !== b && !this.ops[a].knows.has(b) && !this.ops[b].knows.has(a);
  }

  isInTurn(ops: Set<Op>) {
    return forall(ops, (a) => this.authorised.has(a) && this.ops[a].knows === this.ops[a].saw && !exists(ops, (b) => this.isConcurrent(a, b)));
  }

  isDuel(device: Member, a: Op, b: Op) {
    const seen = this.seen[device];
    return (
      seen.has(a) && seen.has(b) && this.isConcurrent(a, b) && (this.authorised.has(a) || this.authorised.has(b)) &&
      this.revokes(a, this.ops[b].author) && this.revokes(b, this.ops[a].author) &&
      !exists(seen, (g) => this.adds(g, this.ops[a].author) || this.adds(g, this.ops[b].author))
    );
  }

  gets(next: this, device: Member, op: Op) {
    return !this.seen[device].has(op) && next.seen[device].has(op);
  }

  /** Whether a revocation in force on a device, one of the `known`, put a member out. */
  isOut(device: Member, member: Member, known: Set<Op>) {
    const inForce = this.counted[device].intersection(known);
    return exists(inForce, (r) => this.revokes(r, member) && !this.isAddedAgain(member, r, inForce));
  }

  @reachable someoneComesBack() {
    return exists((device: Member, m: Member) => this.members[device].has(m) && exists(this.counted[device], (r) => this.revokes(r, m)));
  }

  @reachable twoRevokeEachOther() {
    return exists((device: Member, a: Op, b: Op) => this.isDuel(device, a, b));
  }

  /** The revoker is revoked by somebody who did not know what it had done: its revocation is void. */
  @reachable aRevocationIsUndone() {
    return exists((device: Member, a: Op, b: Op) =>
      this.isConcurrent(a, b) && this.counted[device].has(b) && this.revokes(b, this.ops[a].author) &&
      this.seen[device].has(a) && !this.counted[device].has(a) && this.members[device].has(this.ops[a].subject) && this.ops[a].change === "revoke",
    );
  }

  @reachable aSeniorIsRevoked() {
    return this.policy === "hierarchy" || exists((device: Member) => !this.members[device].has(first<Member>()));
  }

  @reachable aRevocationCountsAtOnce() {
    return this.policy === "arbiter" || exists((m: Member, r: Op) => this.counted[m].has(r) && forall((d: Member) => d === m || !this.seen[d].has(r)));
  }
}
