import { exists, forall, implies, lemma, type Int, type Majority } from "tenet";
import type { Budget } from "tenet/faults";
import { QuorumLock, timeToLive, type Client, type Server } from "./spec.ts";

/** The servers remember what they gave for as long as it counts, and the margin is more than their clocks run ahead. */
const areReliable = (restart: QuorumLock["restart"], margin: Int, skew: Budget) => restart !== "forgetful" && skew !== "unlimited" && margin >= skew;

/** Why a majority gives the lock to one client at a time, for any number of servers and clients. */
export class QuorumLockProof extends QuorumLock {
  @lemma clocksRunAheadWithinTheSkew() {
    return forall((server: Server) => this.skew === "unlimited" || this.ahead[server] <= this.skew);
  }

  @lemma clientsHaveLessTimeThanKeys() {
    return forall((client: Client) => this.timeLeft[client] <= timeToLive - this.margin);
  }

  @lemma whoIsIdleHasNothing() {
    return forall((client: Client, server: Server) =>
      implies(this.phase[client] === "idle", this.timeLeft[client] === 0 && !this.given[client].has(server)),
    );
  }

  @lemma keysOutliveTheRightsOfClients() {
    return forall((client: Client, server: Server) =>
      implies(
        areReliable(this.restart, this.margin, this.skew) && this.given[client].has(server) && this.timeLeft[client] > 0,
        this.left[server] + this.ahead[server] >= this.timeLeft[client] + this.margin,
      ),
    );
  }

  @lemma noServerServesTwo() {
    return forall((a: Client, b: Client, server: Server) =>
      implies(
        areReliable(this.restart, this.margin, this.skew) &&
          this.given[a].has(server) && this.given[b].has(server) && this.timeLeft[a] > 0 && this.timeLeft[b] > 0,
        a === b,
      ),
    );
  }

  @lemma whoHoldsHasAMajority() {
    return forall((client: Client) =>
      implies(
        this.phase[client] !== "idle" && this.phase[client] !== "asking",
        exists((quorum: Majority<Server>) => forall(quorum, (server) => this.given[client].has(server))),
      ),
    );
  }

  @lemma whoHoldsHasSeenWhatIsStored() {
    return forall((client: Client) =>
      implies(
        areReliable(this.restart, this.margin, this.skew) && this.phase[client] === "updating" && this.timeLeft[client] > 0,
        this.seen[client] === this.stored,
      ),
    );
  }

  @lemma whoAnnouncedLastHasSeenWhatIsStored() {
    return forall((client: Client) =>
      implies(
        this.fencing === "check and set" && this.phase[client] === "updating" && this.announced === client,
        this.seen[client] === this.stored,
      ),
    );
  }
}
