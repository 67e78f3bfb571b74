/** Protocols and proofs with one thing wrong each, for proofs.test.ts: none of them may be `proved`. */

/** A file of a spec with one text in place of another, and what then becomes of one of its properties. */
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
];
