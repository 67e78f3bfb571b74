/** Small edits of published specs, and what the comparison with the original says of each. */
import type { Edits } from "./compared.ts";

export type Edit = readonly [what: string, spec: string, edits: Edits, findings: readonly string[]];

const consistent = '!(this.rm[a] === "committed" && this.rm[b] === "aborted")';
const exclusive = "implies(this.holders.has(a) && this.holders.has(b), a === b)";

/** Nothing is lost, and nothing is said. */
export const harmless: readonly Edit[] = [
  ["other comments and lines", "two-phase-commit", [["  /** No two resource managers decide differently. */\n", "  /** Agreement. */\n\n"]], []],
  ["other names of variables", "two-phase-commit", [["(a: RM, b: RM)", "(one: RM, other: RM)"], [consistent, '!(this.rm[one] === "committed" && this.rm[other] === "aborted")']], []],
  ["De Morgan", "two-phase-commit", [[consistent, '(this.rm[a] !== "committed" || this.rm[b] !== "aborted")']], []],
  ["conjuncts in another order", "two-phase-commit", [[consistent, '!(this.rm[b] === "aborted" && this.rm[a] === "committed")']], []],
  ["an implication turned around", "lock-service", [[exclusive, "implies(a !== b, !this.holders.has(b) || !this.holders.has(a))"]], []],
  ["what is stronger, though it does not look it", "two-phase-commit", [['this.rm[b] === "aborted")', 'this.rm[b] !== "aborted")']], []],
  ["!exists for forall", "two-phase-commit", [[`forall((a: RM, b: RM) => ${consistent})`, '!exists((a: RM, b: RM) => this.rm[a] === "committed" && this.rm[b] === "aborted")']], []],
  ["a guard in two", "two-phase-commit", [['require(this.tm === "init" && forall(', 'require(this.tm === "init");\n    require(forall(']], []],
  ["a helper of another name", "peterson", [[/inside\(/g, "within("]], []],
  ["a helper written out", "lock-service", [["    this.receive({ kind: \"unlock\", from });\n", '    require(this.sent.has({ kind: "unlock", from }));\n    this.sent.delete({ kind: "unlock", from });\n']], []],
  ["a stronger invariant", "lock-service", [[exclusive, `(implies(this.holders.has(a) && this.holders.has(b), a === b) && implies(this.holders.has(a), this.taken))`]], []],
  ["an invariant in two", "peterson", [
    ["forall((me: Process) => this.flag[me] === (this.at[me] !== \"rest\" && this.at[me] !== \"raise\"));\n  }", 'forall((me: Process) => implies(this.flag[me], this.at[me] !== "rest" && this.at[me] !== "raise"));\n  }\n\n  @invariant whoCompetesHasItsFlagUp() {\n    return forall((me: Process) => implies(this.at[me] !== "rest" && this.at[me] !== "raise", this.flag[me]));\n  }'],
  ], []],
  ["an invariant more", "lock-service", [["  @reachable someoneHolds", "  @invariant heldIsTaken() {\n    return forall((a: Client) => implies(this.holders.has(a), this.taken));\n  }\n\n  @reachable someoneHolds"]], []],
  ["a larger scope", "two-phase-commit", [["{ RM: 3 }", "{ RM: 4 }"]], []],
  ["an action more", "lock-service", [["  receive(message", "  @action askAgain(from: Client) {\n    require(this.taken);\n    this.sent.add({ kind: \"lock\", from });\n  }\n\n  receive(message"]], []],
  ["a message more", "lock-service", [['| { kind: "unlock"; from: Client }', '| { kind: "unlock"; from: Client } | { kind: "ping" }']], []],
];

/** Something is lost. */
export const harmful: readonly Edit[] = [
  ["an invariant without its decorator", "lock-service", [["@invariant exclusive", "exclusive"]], ["error invariant-removed exclusive"]],
  ["an invariant of another name", "lock-service", [["@invariant exclusive", "@invariant oneHolder"]], ["note invariant-removed exclusive"]],
  ["an invariant or true", "two-phase-commit", [["return forall((a: RM, b: RM)", "return true || forall((a: RM, b: RM)"]], ["error invariant-weakened consistent"]],
  ["=== to !==", "two-phase-commit", [['this.rm[a] === "committed" && this.rm[b] === "aborted")', 'this.rm[a] === "committed" && this.rm[a] !== "committed")']], ["error invariant-weakened consistent"]],
  ["an implication that gives more away", "lock-service", [["this.holders.has(a) && this.holders.has(b), a === b", "this.holders.has(a) && this.holders.has(b) && this.taken, a === b"]], ["error invariant-weakened exclusive"]],
  ["an implication the wrong way round", "lock-service", [[exclusive, "implies(a === b, this.holders.has(a) && this.holders.has(b))"]], ["error invariant-weakened exclusive"]],
  ["exists for forall", "lock-service", [["return forall((a: Client, b: Client)", "return exists((a: Client, b: Client)"]], ["error invariant-weakened exclusive"]],
  ["a helper of an invariant that says less", "peterson", [['this.at[process] === "critical" || this.at[process] === "lower"', 'this.at[process] === "critical"']], ["error invariant-weakened mutualExclusion", "error invariant-weakened insideByRight", "error invariant-weakened noOvertaking"]],
];
