import { first, forall, implies, lemma, type Int } from "tenet";
import type { Budget } from "tenet/faults";
import { duration, LeaseLock, type Machine, type Message, type Token } from "./spec.ts";

const ask = (client: Machine): Message => ({ kind: "ask", from: client, to: first<Machine>() });
const grant = (client: Machine, token: Token): Message => ({ kind: "grant", from: first<Machine>(), to: client, token });

const inSteps = (skew: Budget): Int<0, 7> => (skew === "unlimited" ? 0 : skew);

/** Whether a client was given a token, and perhaps does not know yet. */
const given = (sent: ReadonlySet<Message>, known: Record<Machine, Token | undefined>, client: Machine, token: Token) =>
  sent.has(grant(client, token)) || known[client] === token;

/** While a lease lasts, a clock can first be ahead of another, and then behind it. */
const isEnough = (margin: Int, skew: Budget) => skew !== "unlimited" && margin >= 2 * inSteps(skew);

/**
 * Why the margin keeps two clients from holding the lock, and why the fence keeps their updates in order, for any number of
 * clients and leases.
 */
export class LeaseLockProof extends LeaseLock {
  /** Of faults there are clocks and pauses only, and time ends. */
  @lemma theNetworkIsHonest() {
    return forall((machine: Machine, message: Message) => !this.net.traitors.has(machine) && !this.net.copies.has(message));
  }

  @lemma timeEnds() {
    return forall((machine: Machine) => this.timers.now[machine] <= this.timers.horizon);
  }

  @lemma messagesAreBetweenServiceAndClients() {
    return forall((from: Machine, to: Machine, token: Token) =>
      implies(this.net.messages.has({ kind: "ask", from, to }), to === this.service && this.phase[from] === "asking") &&
      implies(this.net.messages.has({ kind: "grant", from, to, token }), from === this.service && this.phase[to] === "asking"),
    );
  }

  @lemma theServiceIsNoClient() {
    return this.phase[this.service] === "idle";
  }

  @lemma whoAsksHasNothing() {
    return forall((client: Machine, token: Token) =>
      implies(this.net.messages.has(ask(client)), !this.net.messages.has(grant(client, token))) &&
      implies(this.phase[client] === "idle" || this.phase[client] === "asking", this.token[client] === undefined),
    );
  }

  @lemma whoPausesIsUpdating() {
    return forall((client: Machine) => implies(this.paused.has(client), this.phase[client] === "updating"));
  }

  @lemma whoHoldsHasAToken() {
    return forall((client: Machine) =>
      implies(this.phase[client] !== "idle" && this.phase[client] !== "asking", this.token[client] !== undefined),
    );
  }

  @lemma tokensWereIssued() {
    const issued = this.issued;
    return forall((client: Machine, token: Token) => implies(given(this.net.messages, this.token, client, token), issued !== undefined && token <= issued));
  }

  @lemma oneClientPerToken() {
    return forall((a: Machine, b: Machine, token: Token) => implies(given(this.net.messages, this.token, a, token) && given(this.net.messages, this.token, b, token), a === b));
  }

  @lemma oneTokenPerClient() {
    return forall((client: Machine, a: Token, b: Token) =>
      implies(given(this.net.messages, this.token, client, a) && given(this.net.messages, this.token, client, b), a === b),
    );
  }

  @lemma clocksAreClose() {
    return forall((a: Machine, b: Machine) =>
      implies(this.skew !== "unlimited", this.timers.now[a] <= this.timers.now[b] + inSteps(this.skew)),
    );
  }

  @lemma whoAsksHasStartedItsTimer() {
    return forall((client: Machine) =>
      implies(
        isEnough(this.margin, this.skew) && this.net.messages.has(ask(client)),
        this.timers.until[client] <= this.timers.now[this.service] + inSteps(this.skew) + duration - this.margin,
      ),
    );
  }

  @lemma theServiceWaitsForTheLastLease() {
    return forall((client: Machine, token: Token) =>
      implies(
        isEnough(this.margin, this.skew) && given(this.net.messages, this.token, client, token) && this.issued === token,
        this.timers.until[client] <= this.timers.until[this.service] + inSteps(this.skew) - this.margin,
      ),
    );
  }

  @lemma earlierLeasesAreOver() {
    return forall((client: Machine, token: Token) =>
      implies(isEnough(this.margin, this.skew) && given(this.net.messages, this.token, client, token) && this.issued !== token, !this.timers.isRunning(client)),
    );
  }

  @lemma storedIsFenced() {
    const stored = this.stored;
    const fence = this.fence;
    return this.fencing === "none" || stored === undefined || (fence !== undefined && stored <= fence);
  }

  /** What a client has read is what is stored, until the storage is shown the token of another. */
  @lemma theFenceGuardsWhatWasRead() {
    const fence = this.fence;
    return forall((client: Machine, token: Token) =>
      implies(
        this.fencing === "reads and writes" && this.token[client] === token && this.phase[client] === "updating",
        fence !== undefined && token <= fence && implies(token === fence, this.seen[client] === this.stored),
      ),
    );
  }
}
