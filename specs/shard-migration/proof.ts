import { exists, forall, implies, lemma } from "tenet";
import { ShardMigration, type Epoch, type Node, type Shard, type Value } from "./spec.ts";

/**
 * Why no shard has two owners and no acknowledged write is lost, for any number of nodes, shards and moves: of all hand-overs only
 * that of the last epoch is ever accepted.
 */
export class ShardMigrationProof extends ShardMigration {
  @lemma nobodyIsByzantine() {
    return forall((node: Node) => !this.net.traitors.has(node));
  }

  @lemma sendersKnowTheEpochsOfTheirMessages() {
    return forall((from: Node, to: Node, shard: Shard, epoch: Epoch, value: Value) =>
      implies(this.net.messages.has({ kind: "own", from, to, shard, epoch, value }), epoch <= this.epoch[from][shard]),
    );
  }

  /** A hand-over that would be accepted is that of somebody who would send it again. */
  @lemma whatWouldBeAcceptedIsBeingHandedOver() {
    return forall((from: Node, to: Node, shard: Shard, epoch: Epoch, value: Value) =>
      implies(
        this.transfer === "with ownership" && this.epochs && this.net.messages.has({ kind: "own", from, to, shard, epoch, value }) && this.epoch[to][shard] < epoch,
        this.handingOver[from][shard] === to && this.epoch[from][shard] === epoch && this.data[from][shard] === value,
      ),
    );
  }

  @lemma messagesOfTheLastMoveAreToAndFromItsReceiver() {
    return forall((from: Node, to: Node, other: Node, shard: Shard, epoch: Epoch, value: Value) =>
      implies(
        this.handingOver[from][shard] === to && this.epoch[from][shard] === epoch,
        implies(this.net.messages.has({ kind: "own", from, to: other, shard, epoch, value }), other === to) &&
          implies(this.net.messages.has({ kind: "owned", from: other, to: from, shard, epoch }), other === to),
      ),
    );
  }

  @lemma whoConfirmsKnowsTheEpoch() {
    return forall((from: Node, to: Node, shard: Shard, epoch: Epoch) =>
      implies(this.epochs && this.net.messages.has({ kind: "owned", from, to, shard, epoch }), epoch <= this.epoch[from][shard]),
    );
  }

  @lemma theOwnerKnowsTheLastEpoch() {
    return forall((owner: Node, node: Node, shard: Shard) =>
      implies(this.epochs && this.owned[owner].has(shard), this.epoch[node][shard] <= this.epoch[owner][shard]),
    );
  }

  /** Between two owners, the last one still has what was acknowledged, and nobody knows of a later epoch. */
  @lemma whoHandsOverHasEverything() {
    return forall((from: Node, to: Node, shard: Shard) =>
      implies(
        this.transfer === "with ownership" && this.epochs && this.handingOver[from][shard] === to && this.epoch[to][shard] < this.epoch[from][shard],
        this.data[from][shard] === this.acknowledged[shard] &&
          forall((node: Node) => !this.owned[node].has(shard) && this.epoch[node][shard] <= this.epoch[from][shard]),
      ),
    );
  }

  @lemma oneHandOverAtATime() {
    return forall((a: Node, b: Node, toA: Node, toB: Node, shard: Shard) =>
      implies(
        this.transfer === "with ownership" && this.epochs &&
          this.handingOver[a][shard] === toA && this.epoch[toA][shard] < this.epoch[a][shard] &&
          this.handingOver[b][shard] === toB && this.epoch[toB][shard] < this.epoch[b][shard],
        a === b,
      ),
    );
  }

  @lemma someoneOwnsOrHandsOver() {
    return (
      !(this.transfer === "with ownership" && this.epochs && this.retries) ||
      forall((shard: Shard) =>
        exists((node: Node) =>
          this.owned[node].has(shard) || exists((to: Node) => this.handingOver[node][shard] === to && this.epoch[to][shard] < this.epoch[node][shard]),
        ),
      )
    );
  }
}
