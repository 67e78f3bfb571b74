import { action, exists, fill, forall, implies, invariant, reachable, require, step, type Order, type Sort } from "tenet";

/** A member and its device, by seniority. */
type Member = Order<"Member">;
type Op = Sort<"Op">;

/**
 * The policy `hierarchy` of specs/access-control, said by what it comes to and not by how it is computed, so that it can be proved for
 * any number of members and operations. Whether an operation counts depends on which others count: those by which more senior members revoke
 * its author, without knowing of it. A device that gets an operation finds the set that satisfies this.
 *
 * Any member writes whatever it likes, and names as much of what it has seen as it likes. Nobody comes back.
 */
export class RevocationBySeniors {
  static scope = { Member: 3, Op: 2 };

  /** What an operation says stands as soon as its hash does. */
  readonly author!: Record<Op, Member>;
  /** Whom it revokes. Others do something else. */
  readonly revoked!: Record<Op, Member | undefined>;
  written = new Set<Op>();
  /** The operations that it names, and what its author had really seen. */
  knows: Record<Op, Set<Op>> = fill(new Set<Op>());
  saw: Record<Op, Set<Op>> = fill(new Set<Op>());
  /** On each device: what it has, and what of it takes effect. */
  seen: Record<Member, Set<Op>> = fill(new Set<Op>());
  counted: Record<Member, Set<Op>> = fill(new Set<Op>());

  @action write(op: Op, knows: Set<Op>) {
    const author = this.author[op];
    require(!this.written.has(op) && knows.isSubsetOf(this.seen[author]));
    require(forall(knows, (o) => this.knows[o].isSubsetOf(knows)));
    this.written.add(op);
    this.knows[op] = knows;
    this.saw[op] = this.seen[author];
  }

  /** @param counted what counts from now on */
  @action receive(device: Member, op: Op, counted: Set<Op>) {
    require(this.written.has(op) && !this.seen[device].has(op) && this.knows[op].isSubsetOf(this.seen[device]));
    this.seen[device].add(op);
    require(forall((o: Op) => counted.has(o) === (this.seen[device].has(o) && !exists((r: Op) => counted.has(r) && this.voids(r, o)))));
    this.counted[device] = counted;
  }

  /** A revocation by a senior voids what its subject writes, unless the revoker has seen it. */
  voids(r: Op, op: Op) {
    const member = this.author[op];
    return this.revoked[r] === member && this.author[r] < member && !this.knows[r].has(op);
  }

  /** An operation that follows a revocation of its author, as it says itself, does not count where the revocation does. */
  @invariant nothingFollowsAKnownRevocation() {
    return forall((device: Member, op: Op, r: Op) =>
      implies(this.counted[device].has(r) && this.isRevokedBy(r, op) && this.knows[op].has(r), !this.counted[device].has(op)),
    );
  }

  /** Nor does one whose author had seen the revocation and hides it. */
  @invariant backdatedOperationsDoNotCount() {
    return forall((device: Member, op: Op, r: Op) =>
      implies(this.counted[device].has(r) && this.isRevokedBy(r, op) && this.saw[op].has(r), !this.counted[device].has(op)),
    );
  }

  /**
   * Devices with the same operations that agree on those of all more senior authors agree on an operation. Nobody is more senior than
   * the first member, so that from one member to the next they agree on all.
   */
  @invariant agreementComesFromAbove() {
    return forall((a: Member, b: Member, op: Op) =>
      implies(
        this.seen[a] === this.seen[b] && forall((s: Op) => implies(this.author[s] < this.author[op], this.counted[a].has(s) === this.counted[b].has(s))),
        this.counted[a].has(op) === this.counted[b].has(op),
      ),
    );
  }

  /**
   * In the same way, what a revoked member writes after it has seen its revocation changes nothing on a device that has the
   * revocation: an operation counts as before, if those of all more senior authors do.
   */
  @step backdatingHasNoEffect(next: this) {
    return forall((device: Member, late: Op, r: Op, op: Op) =>
      implies(
        this.counted[device].has(r) && this.isRevokedBy(r, late) && this.saw[late].has(r) &&
          !this.seen[device].has(late) && next.seen[device].has(late) &&
          forall((s: Op) => implies(this.author[s] < this.author[op], this.counted[device].has(s) === next.counted[device].has(s))),
        this.counted[device].has(op) === next.counted[device].has(op),
      ),
    );
  }

  /** By somebody who may. */
  isRevokedBy(r: Op, op: Op) {
    return this.revoked[r] === this.author[op] && this.author[r] < this.author[op];
  }

  @reachable aBackdatedOperationIsVoid() {
    return exists((device: Member, op: Op, r: Op) =>
      this.counted[device].has(r) && this.isRevokedBy(r, op) && this.saw[op].has(r) && !this.knows[op].has(r) && this.seen[device].has(op),
    );
  }

  @reachable revokingTheRevokerUndoesItsWork() {
    return exists((device: Member, r: Op, op: Op) =>
      this.seen[device].has(op) && !this.counted[device].has(op) && this.revoked[op] !== undefined && this.counted[device].has(r) && this.voids(r, op),
    );
  }
}
