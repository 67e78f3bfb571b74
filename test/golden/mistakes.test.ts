/** The properties of the specs can fail: each spec, with a mistake that is easy to make, is refused for the right reason. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { check } from "../../src/index.ts";

/** A spec, what is written in place of what, and the property that tells. */
const mistakes: readonly (readonly [spec: string, right: string, wrong: string, told: string])[] = [
  ["two-phase-commit", "forall((rm: RM) => this.tmPrepared.has(rm))", "this.tmPrepared.size > 0", "consistent"],
  ["transaction-commit", "require(!exists((other: RM) => this.rm[other] === \"committed\"));", "", "consistent"],
  ["paxos", "promised === undefined || promised <= ballot", "true", "agreement"],
  ["paxos", "require(!exists((other: Value) => this.sent.has({ kind: \"2a\", ballot, value: other })));", "", "oneProposalPerBallot"],
  ["paxos", "forall(votes, (other) => other.ballot <= vote.ballot)", "true", "agreement"],
  ["primary-backup", "this.log[server] = this.log[primary];", "", "backupFollows"],
  ["primary-backup", "if (backup === undefined || this.replication === \"async\")", "if (this.replication !== \"sync\")", "noAcknowledgedWriteIsLost"],
  ["access-control", "return this.policy !== \"hierarchy\" || author < subject;", "return true;", "backdatingHasNoEffect"],
  ["access-control", "this.revokes(r, author) && !this.ops[r].knows.has(op)", "this.revokes(r, author)", "whatTheAuthorKnewStays"],
  ["quorum-register", "if (this.isNewer(version, this.replica[node])) ", "", "readsAreFresh"],
  ["quorum-register", "if (this.heard[node].size < this.writeQuorum) return;", "", "readsAreFresh"],
  ["revocation-by-seniors", "this.revoked[r] === member && this.author[r] < member", "this.revoked[r] === member", "agreementComesFromAbove"],
  ["or-set", "!after.has(tag) || !this.adds(tag, element)", "!this.adds(tag, element)", "whatWasAddedIsThere"],
  ["move-tree", "for (const later of this.seen[replica]) if (op < later) this.make(replica, later);", "", "theLastMoveStands"],
  ["move-tree", "later < op || undone.has(move.node)", "later < op", "converges"],
  ["outbox", "this.outbox.has(purchase) && this.relayed.has(purchase)", "this.outbox.has(purchase)", "noPurchaseIsLost"],
  ["outbox", "if (this.consumer === \"naive\" || !this.isCharged(purchase)) ", "", "nobodyPaysTwice"],
  ["job-queue", "require(claim !== undefined && this.written[worker]);", "require(claim !== undefined);", "noJobIsLost"],
  ["job-queue", "if (this.storage === \"first-result\" && this.results[job] > 0) return;", "", "oneResultForEachJob"],
  ["atomic-commit", "if (this.heard[rm].size < 2) return;", "", "allOrNothing"],
  ["atomic-commit", "if (this.promised[node] !== \"tm\") return;", "", "allOrNothing"],
  ["ewd840", "if (to > from) this.color[from] = \"black\";", "", "noFalseAlarm"],
  ["ewd840", "if (this.color[node] === \"black\") this.token = \"black\";", "", "noFalseAlarm"],
  ["dining-philosophers", "previous(seat) === first<Seat>() ? first<Seat>() : seat", "seat", "someoneEats"],
  ["dining-philosophers", "else if (this.canEat(seat)) this.mode", "else this.mode", "neighboursDoNotEatTogether"],
  ["peterson", "this.turn = other(me);", "this.turn = me;", "mutualExclusion"],
  ["peterson", "!this.flag[other(me)] || this.turn === me", "!this.flag[other(me)]", "deadlock"],
  ["cigarette-smokers", "!this.table.has(smoker)", "this.table.has(smoker)", "ownerOfTheMissingSmokes"],
  ["alternating-bit", "require(this.acknowledged === this.bit);", "", "nothingIsSkipped"],
  ["echo", "this.send(node, \"child\", new Set([parent]))", "this.send(node, \"wave\", new Set([parent]))", "parentsKnowTheirChildren"],
  ["byzantine-broadcast", "return this.everyone() - 2 * this.tolerated();", "return this.tolerated();", "unforgeable"],
  ["byzantine-broadcast", "return this.everyone() - this.tolerated();", "return this.tolerated();", "relay"],
  ["token-ring", "this.counter[node] = this.counter[before];", "this.counter[node] = 0;", "tokensDoNotMultiply"],
  ["token-ring", "+ 1) % 6", "+ 1)", "no failure"],
  ["readers-writers", "require(this.readers.size === 0);", "", "noReaderBesideAWriter"],
  ["readers-writers", "require(!this.waiting.includes(request));", "", "noOneWaitsTwice"],
  ["coffee-can", "this.white -= 2;", "this.white -= 1;", "parityOfWhiteStays"],
  ["coffee-can", "require(this.black >= 2);", "", "no failure"],
  ["raft", "this.votedFor[voter] === undefined && ", "", "oneLeaderPerTerm"],
  ["raft", " && this.isUpToDate(candidate, voter)", "", "leadersHaveAllCommitted"],
  ["raft", "const common = this.common(server, leader);", "const common = this.log[server].length;", "leadersHaveAllCommitted"],
  ["lease-lock", "require(message.kind === \"ask\" && !this.timers.isRunning(this.service));", "require(message.kind === \"ask\");", "oneHolderAtATime"],
  ["lease-lock", "    this.token[message.to] = message.token;\n", "    this.token[message.to] = message.token;\n    this.timers.start(message.to, duration - this.margin);\n", "oneHolderAtATime"],
  ["lease-lock", "this.fence <= token", "true", "writesFollowTheLeases"],
  ["partitioned-log", "if (this.log[b].at(length) !== record) break;", "", "replicasAgree"],
  ["partitioned-log", "exists(this.inSync, (broker) => this.fetched[broker] <= offset)", "this.fetched[leader] <= offset", "acknowledgedIsKept"],
  ["partitioned-log", "require(this.fetched[broker] >= Math.max(this.start, this.highWatermark[leader]));", "", "acknowledgedIsKept"],
  ["multi-region", " && !(this.replication === \"sync\" && this.alone.has(other(region)))", "", "noAcknowledgedWriteIsLost"],
  ["multi-region", "if (items.isSubsetOf(copy.items)) this.alone.delete(region);", "this.alone.delete(region);", "readsAreFresh"],
  ["multi-region", " && !(this.failover === \"witness\" && this.alone.has(other(region)))", "", "noSplitBrain"],
  ["quorum-lock", "    require(this.phase[client] === \"asking\" && this.timeLeft[client] > 0);\n", "    require(this.phase[client] === \"asking\");\n    this.timeLeft[client] = timeToLive - this.margin;\n", "oneHolderAtATime"],
  ["quorum-lock", "forall(quorum, (server) => this.given[client].has(server))", "exists(quorum, (server) => this.given[client].has(server))", "noUpdateIsLost"],
  ["multi-paxos", " && !this.left[acceptor].has(ballot));\n    this.leaveBelow(acceptor, ballot);\n    this.sent.add({ kind: \"2b\"", ");\n    this.leaveBelow(acceptor, ballot);\n    this.sent.add({ kind: \"2b\"", "promisesAreKept"],
  ["multi-paxos", "last !== undefined && vote.ballot <= last.ballot", "true", "oneCommandPerSlot"],
  ["flexible-paxos", "quorum.size === this.phase1", "quorum.size < this.phase1", "agreement"],
  ["flexible-paxos", ">= this.phase2", "> 0", "agreement"],
  ["shard-migration", "epoch <= this.epoch[to][shard]", "epoch < this.epoch[to][shard]", "noAcknowledgedWriteIsLost"],
  ["shard-migration", "    this.owned[from].delete(shard);\n", "", "noShardHasTwoOwners"],
  ["raft-log", "entry.term < last.term || (entry.term === last.term && entry.index <= last.index)", "entry.index <= last.index", "leadersHaveAllCommitted"],
  ["raft-log", "e.index <= entry.index && this.log[leader].has(e)", "e === entry || this.log[server].has(e)", "logsMatch"],
  ["log-follower", "if (index < this.log.length && this.log[index] !== entry) ", "", "committedIsThere"],
  ["log-follower", "require(this.keepsCommitted(message));", "", "committedStays"],
  ["log-follower", "(this.votedFor === undefined || this.votedFor === ballot.candidate) && ", "", "oneVoteInATerm"],
];

/** A copy of all specs: some import others. */
const folder = mkdtempSync(join(tmpdir(), "tenet-mistakes-"));
cpSync("specs", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

it.each(mistakes)("%s: %j as %j breaks %s", { timeout: 60_000 }, async (spec, right, wrong, told) => {
  const text = readFileSync(join("specs", spec, "spec.ts"), "utf8");
  expect(text).toContain(right);
  const file = join(folder, spec, "mistaken.ts");
  writeFileSync(file, text.replace(right, () => wrong));
  // Some mistakes also break what only supports the property, and sooner; in Paxos, going on would take long.
  const report = await check(file, { keepGoing: spec !== "paxos", limits: { maxStates: 300_000 } });
  expect(report.properties.filter((p) => p.verdict === "violated").map((p) => p.name)).toContain(told);
});
