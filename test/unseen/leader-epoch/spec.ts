import { action, exists, fill, forall, implies, invariant, reachable, require, type Int, type Sort } from "tenet";

type Broker = Sort<"Broker">;
type Epoch = Int<0, 4>;

interface Assignment {
  leader: Broker;
  epoch: Epoch;
}

/**
 * The controller of a partition names leaders, each with a new epoch; brokers hear of it late (Kafka's leader epochs). What
 * producers are told was written in an epoch was written by its leader.
 */
export class LeaderEpoch {
  static scope = { Broker: 3 };

  controllerEpoch: Epoch = 0;
  assignments = new Set<Assignment>();
  /** The epoch that a broker believes to lead in; none where it follows. */
  leads: Record<Broker, Epoch | undefined> = fill(undefined);
  seen: Record<Broker, Epoch> = fill(0);

  @action assign(leader: Broker) {
    require(this.controllerEpoch < 4);
    this.controllerEpoch += 1;
    this.assignments.add({ leader, epoch: this.controllerEpoch });
  }

  @action hear(broker: Broker, assignment: Assignment) {
    require(this.assignments.has(assignment) && this.seen[broker] < assignment.epoch);
    this.seen[broker] = assignment.epoch;
    this.leads[broker] = assignment.leader === broker ? assignment.epoch : undefined;
  }

  @invariant oneLeaderPerEpoch() {
    return forall((a: Broker, b: Broker) => implies(this.leads[a] !== undefined && this.leads[a] === this.leads[b], a === b));
  }

  @invariant nobodyIsAhead() {
    return forall((broker: Broker) => this.seen[broker] <= this.controllerEpoch);
  }

  @reachable twoLeaders() {
    return exists((a: Broker, b: Broker) => a !== b && this.leads[a] !== undefined && this.leads[b] !== undefined);
  }
}
