/** Protocols and proofs with one thing wrong each, for proofs.test.ts: none of them may be `proved`. */

/**
 * A file of a spec with one text in place of another, and what then becomes of one of its properties. Where it is a lemma that
 * fails first, that one is named: what rests on it is unknown.
 */
export type Broken = readonly [what: string, spec: string, file: "spec.ts" | "proof.ts", from: string | RegExp, to: string, property: string, verdict: string];

/** The whole method, with what is written above it. */
const lemma = (name: string): RegExp => new RegExp(String.raw`(  /\*\*[^/]*\*/\n)?  @lemma ${name}\(\) \{[\s\S]*?\n  \}\n`);

export const broken: readonly Broken[] = [
  ["two-phase commit without what the manager says", "two-phase-commit", "proof.ts", lemma("managerSaysWhatItDecided"), "", "consistent", "not-inductive"],
  ["two-phase commit without that who is heard has spoken", "two-phase-commit", "proof.ts", lemma("whoIsHeardHasSpoken"), "", "consistent", "not-inductive"],
  ["two-phase commit without that who has spoken is not working", "two-phase-commit", "proof.ts", lemma("whoHasSpokenIsNotWorking"), "", "consistent", "not-inductive"],
  ["two-phase commit without commit after all", "two-phase-commit", "proof.ts", lemma("commitAfterAll"), "", "consistent", "not-inductive"],
  ["two-phase commit without messages of commit", "two-phase-commit", "proof.ts", lemma("committedByMessage"), "", "consistent", "not-inductive"],
  ["two-phase commit without messages of abort", "two-phase-commit", "proof.ts", lemma("preparedAbortsByMessage"), "", "consistent", "not-inductive"],
  ["two-phase commit that commits at once", "two-phase-commit", "spec.ts", " && forall((rm: RM) => this.tmPrepared.has(rm))", "", "consistent", "violated"],
  ["two-phase commit that aborts late", "two-phase-commit", "spec.ts", "@action abort() {\n    require(this.tm === \"init\");", "@action abort() {", "consistent", "violated"],
  ["transaction commit that aborts after a commit", "transaction-commit", "spec.ts", /    require\(!exists\(\(other: RM\).*\n/, "", "consistent", "violated"],
  ["a lock server without its lemma", "lock-server", "proof.ts", lemma("linkedIsTaken"), "", "exclusive", "not-inductive"],
  ["a lock server that lets everyone in", "lock-server", "spec.ts", "    require(this.semaphore[server]);\n", "", "exclusive", "violated"],
  ["consensus without its lemma", "toy-consensus", "proof.ts", lemma("decidedByMajority"), "", "agreement", "not-inductive"],
  ["consensus with votes that change", "toy-consensus", "spec.ts", "    require(this.vote[node] === undefined);\n", "", "agreement", "violated"],
  ["consensus by a minority", "toy-consensus", "spec.ts", "forall(quorum, (node) =>", "exists(quorum, (node) =>", "agreement", "violated"],
  ["an election with many votes for each", "quorum-leader-election", "spec.ts", /    require\(!exists\(\(other: Node\).*\n/, "", "oneLeader", "violated"],
  ["an election without one vote each", "quorum-leader-election", "proof.ts", lemma("oneVoteEach"), "", "oneLeader", "not-inductive"],
  ["Peterson's lock without a turn", "peterson", "spec.ts", " || this.turn === me", " || this.turn !== me", "mutualExclusion", "violated"],
  ["a lock service that may have given its lock away", "lock-service", "proof.ts", lemma("takenUntilItIsBack"), "", "oneGrant", "not-inductive"],
  ["a lock service with many grants", "lock-service", "proof.ts", lemma("oneGrant"), "", "noGrantWhileHeld", "not-inductive"],
  ["a lock service with many messages of release", "lock-service", "proof.ts", lemma("oneUnlock"), "", "takenUntilItIsBack", "not-inductive"],
  ["a lock service that grants what is held", "lock-service", "proof.ts", lemma("noGrantWhileHeld"), "", "exclusive", "not-inductive"],
  ["a lock service whose lock comes back while it is held", "lock-service", "proof.ts", lemma("noUnlockWhileHeld"), "", "oneUnlock", "not-inductive"],
  ["a lock service that grants before the lock is back", "lock-service", "proof.ts", lemma("noGrantBeforeUnlock"), "", "noUnlockWhileHeld", "not-inductive"],
  ["a lock service that grants at once", "lock-service", "spec.ts", "    require(!this.taken);\n", "", "exclusive", "violated"],
  ["a lock service whose clients keep the lock", "lock-service", "spec.ts", "    this.holders.delete(from);\n", "", "exclusive", "violated"],
  ["a lock service with messages that arrive twice", "lock-service", "spec.ts", "    this.sent.delete(message);\n", "", "exclusive", "violated"],
  ["a simple ring without what is written first", "simple-ring", "proof.ts", lemma("writtenBeforeReading"), "", "someoneSees", "not-inductive"],
  ["a simple ring that reads first", "simple-ring", "spec.ts", 'require(this.at[process] === "read");', "", "someoneSees", "violated"],
  ["a sharded store with many owners of a key", "sharded-key-value", "proof.ts", lemma("oneOwner"), "", "keysAreUnique", "not-inductive"],
  ["a sharded store with values anywhere", "sharded-key-value", "proof.ts", lemma("valuesAreWithTheOwner"), "", "keysAreUnique", "not-inductive"],
  ["a sharded store with owners of what is on the move", "sharded-key-value", "proof.ts", lemma("noOwnerWhileOnTheMove"), "", "keysAreUnique", "not-inductive"],
  ["a sharded store with many transfers of a key", "sharded-key-value", "proof.ts", lemma("oneTransferOfAKey"), "", "noOwnerWhileOnTheMove", "not-inductive"],
  ["a sharded store where anyone writes", "sharded-key-value", "spec.ts", "    require(this.owned[node].has(key));\n", "", "keysAreUnique", "violated"],
  ["a sharded store that starts with many owners", "sharded-key-value", "spec.ts", "    require(this.ownersAreUnique());\n", "", "keysAreUnique", "violated"],
  ["a sharded store whose nodes keep what they hand over", "sharded-key-value", "spec.ts", "    this.owned[from].delete(key);\n", "", "keysAreUnique", "violated"],
  ["a sharded store with messages that arrive twice", "sharded-key-value", "spec.ts", "    this.sent.delete(transfer);\n", "", "keysAreUnique", "violated"],
  ["a decentralized lock in two places", "decentralized-lock", "proof.ts", lemma("noHolderWhileOnTheMove"), "", "exclusive", "not-inductive"],
  ["a decentralized lock in two messages", "decentralized-lock", "proof.ts", lemma("oneMessage"), "", "noHolderWhileOnTheMove", "not-inductive"],
  ["a decentralized lock that anyone sends", "decentralized-lock", "spec.ts", "    require(this.holders.has(from));\n", "", "exclusive", "violated"],
  ["a decentralized lock with messages that arrive twice", "decentralized-lock", "spec.ts", "    this.sent.delete(transfer);\n", "", "exclusive", "violated"],
  ["a server without that responses were asked for", "client-server", "proof.ts", lemma("respondedWasAsked"), "", "receivedWasAsked", "not-inductive"],
  ["a server that responds with anything", "client-server", "spec.ts", "request }) && this.matches.has({ request, response }));\n    this", "request }));\n    this", "receivedWasAsked", "violated"],
  ["a client that receives what was not sent", "client-server", "spec.ts", /    require\(this\.sent\.has\(\{ kind: "response".*\n/, "", "receivedWasAsked", "violated"],
  ["a firewall without who is trusted", "firewall", "proof.ts", lemma("onlyInvitedAreTrusted"), "", "onlyInvitedComeIn", "not-inductive"],
  ["a firewall that trusts everyone", "firewall", "spec.ts", " && this.trusted.has(from)", "", "onlyInvitedComeIn", "violated"],
  ["a firewall that anyone can be invited through", "firewall", "spec.ts", "this.inside.has(from) && !this.inside.has(to)", "!this.inside.has(to)", "onlyInvitedComeIn", "violated"],
  ["a learning switch that passes on before it learns", "learning-switch", "proof.ts", lemma("whoPassedItOnKnowsTheSource"), "", "pathsLeadToTheTarget", "not-inductive"],
  ["a learning switch with paths to nowhere", "learning-switch", "proof.ts", lemma("pathsLeadToTheTarget"), "", "noLoops", "not-inductive"],
  ["a learning switch with packets from nowhere", "learning-switch", "spec.ts", "    require(this.sent.has(packet));\n", "", "noLoops", "violated"],
  ["a learning switch that learns where it is", "learning-switch", "spec.ts", "here !== source && ", "", "noLoops", "violated"],
];
