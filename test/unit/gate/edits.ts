/** Small edits of published specs, and what the comparison with the original says of each. */
import type { Edits } from "./compared.ts";

export type Edit = readonly [what: string, spec: string, edits: Edits, findings: readonly string[]];

const consistent = '!(this.rm[a] === "committed" && this.rm[b] === "aborted")';
const exclusive = "implies(this.holders.has(a) && this.holders.has(b), a === b)";

/** Nothing is lost, and nothing is said but of names. */
export const harmless: readonly Edit[] = [
  ["other comments and lines", "two-phase-commit", [["  /** No two resource managers decide differently. */\n", "  /** Agreement. */\n\n"]], []],
  ["other names of variables", "two-phase-commit", [["(a: RM, b: RM)", "(one: RM, other: RM)"], [consistent, '!(this.rm[one] === "committed" && this.rm[other] === "aborted")']], []],
  ["De Morgan", "two-phase-commit", [[consistent, '(this.rm[a] !== "committed" || this.rm[b] !== "aborted")']], []],
  ["what is stronger, though it does not look it", "two-phase-commit", [['this.rm[b] === "aborted")', 'this.rm[b] !== "aborted")']], []],
  ["a helper of another name", "peterson", [[/inside\(/g, "within("]], []],
  ["a helper written out", "lock-service", [["    this.receive({ kind: \"unlock\", from });\n", '    require(this.sent.has({ kind: "unlock", from }));\n    this.sent.delete({ kind: "unlock", from });\n']], []],
  ["a stronger invariant", "lock-service", [[exclusive, `(implies(this.holders.has(a) && this.holders.has(b), a === b) && implies(this.holders.has(a), this.taken))`]], []],
  ["an invariant in two", "peterson", [
    ["forall((me: Process) => this.flag[me] === (this.at[me] !== \"rest\" && this.at[me] !== \"raise\"));\n  }", 'forall((me: Process) => implies(this.flag[me], this.at[me] !== "rest" && this.at[me] !== "raise"));\n  }\n\n  @invariant whoCompetesHasItsFlagUp() {\n    return forall((me: Process) => implies(this.at[me] !== "rest" && this.at[me] !== "raise", this.flag[me]));\n  }'],
  ], []],
  ["a message more", "lock-service", [['| { kind: "unlock"; from: Client }', '| { kind: "unlock"; from: Client } | { kind: "ping" }']], []],
  ["a field of another name", "lock-service", [[/holders/g, "having"]], ["note renamed holders"]],
  ["a sort of another name", "two-phase-commit", [[/\bRM\b/g, "Manager"]], ["note renamed RM"]],
];

/** Something is lost. */
export const harmful: readonly Edit[] = [
  ["an invariant without its decorator", "lock-service", [["@invariant exclusive", "exclusive"]], ["error invariant-removed exclusive"]],
  ["an invariant of another name", "lock-service", [["@invariant exclusive", "@invariant oneHolder"]], ["note renamed exclusive"]],
  ["an invariant or true", "two-phase-commit", [["return forall((a: RM, b: RM)", "return true || forall((a: RM, b: RM)"]], ["error invariant-weakened consistent"]],
  ["=== to !==", "two-phase-commit", [['this.rm[a] === "committed" && this.rm[b] === "aborted")', 'this.rm[a] === "committed" && this.rm[a] !== "committed")']], ["error invariant-weakened consistent"]],
  ["an implication that gives more away", "lock-service", [["this.holders.has(a) && this.holders.has(b), a === b", "this.holders.has(a) && this.holders.has(b) && this.taken, a === b"]], ["error invariant-weakened exclusive"]],
  ["an implication the wrong way round", "lock-service", [[exclusive, "implies(a === b, this.holders.has(a) && this.holders.has(b))"]], ["error invariant-weakened exclusive"]],
  ["a helper of an invariant that says less", "peterson", [['this.at[process] === "critical" || this.at[process] === "lower"', 'this.at[process] === "critical"']], ["error invariant-weakened mutualExclusion", "error invariant-weakened insideByRight", "error invariant-weakened noOvertaking"]],
  ["an invariant that others make up for", "peterson", [
    ["forall((me: Process) => this.flag[me] ===", "forall((me: Process) => me === \"left\" || this.flag[me] ==="],
    ["  /** Whoever is inside has the turn", "  @invariant flagOfTheLeft() {\n    return this.flag.left === (this.at.left !== \"rest\" && this.at.left !== \"raise\");\n  }\n\n  /** Whoever is inside has the turn"],
  ], []],
  ["an invariant that follows from another", "peterson", [["@invariant mutualExclusion() {", "mutualExclusion() {"], ["@invariant insideByRight() {", "@invariant both() {\n    return this.mutualExclusion() && this.insideByRight();\n  }\n\n  insideByRight() {"]], [
    "note invariant-removed mutualExclusion", "note invariant-removed insideByRight",
  ]],
  ["off by one, in a step property, an end and a guard", "coffee-can", [
    ["next.beans() === this.beans() - 1", "next.beans() <= this.beans()"], ["this.beans() === 1;\n  }\n}", "this.beans() <= 2;\n  }\n}"], ["require(this.white >= 2)", "require(this.white > 2)"],
  ], ["error invariant-weakened oneBeanLess", "error invariant-weakened oneBean", "error guard-strengthened drawWhite"]],
  ["a step property that forgets the order", "fencing-lock", [["        stored.token <= next.stored.token &&\n", ""]], ["error invariant-weakened writesFollowTheLeases"]],
  ["a reachable that is gone", "lock-service", [["@reachable someoneWaits", "someoneWaits"]], ["error invariant-removed someoneWaits"]],
  ["ends that nobody looks for", "peterson", [["@terminal never", "never"], [", terminal }", " }"]], ["error invariant-removed never"]],
  ["a constraint more", "lock-service", [["  @invariant exclusive", "  @constraint few() {\n    return !this.taken;\n  }\n\n  @invariant exclusive"], ["{ action, exists", "{ action, constraint, exists"]], ["error constraint-added few"]],
  ["a stronger constraint, a shorter sequence, a parameter of fewer values", "alternating-bit", [
    ["this.acks.length <= 2", "this.acks.length <= 1"], ["packets: Seq<Packet, 3>", "packets: Seq<Packet, 2>"], ["loseAck(index: Int<0, 2>)", "loseAck(index: Int<0, 1>)"],
  ], ["error constraint-added shortChannels", "error guard-strengthened loseAck", "error scope-shrunk packets"]],
  ["a guard that is never true", "two-phase-commit", [["@action commit() {", "@action commit() {\n    require(false);"]], ["error action-dead commit", "error action-dead receiveCommit"]],
  ["a guard that asks for more", "lock-service", [["require(this.holders.has(from));", "require(this.holders.has(from) && !this.sent.has({ kind: \"lock\", from }));"]], ["error guard-strengthened release"]],
  ["a guard that asks for less", "lock-service", [["    require(!this.taken);\n", ""]], ["note action-changed grant"]],
  ["an action that is gone", "two-phase-commit", [["@action abort()", "abort()"]], ["error action-removed abort", "error action-dead receiveAbort"]],
  ["an action of another name", "two-phase-commit", [["@action abort()", "@action giveUp()"]], ["note renamed abort"]],
  ["an action that does nothing", "two-phase-commit", [["    this.sent.add({ kind: \"abort\" });\n", ""], ["    this.tm = \"aborted\";\n", ""]], ["error action-dead abort", "error action-dead receiveAbort"]],
  ["a scope of one", "two-phase-commit", [["{ RM: 3 }", "{ RM: 1 }"]], ["error scope-shrunk RM"]],
  ["a smaller range, and fewer first values", "coffee-can", [["black!: Int<0, 100>", "black!: Int<0, 50>"], ["this.beans() >= 1 && this.beans() <= 100", "this.beans() === 2"]], [
    // What fair runs do is compared by its text and types alone.
    "error property-changed comesToAnEnd", "error initial-changed someBeans", "error scope-shrunk black",
  ]],
  ["a value that a run does not start with", "coffee-can", [["black!: Int<0, 100>", "black: Int<0, 100> = 7"]], ["error initial-changed black"]],
  ["a default, a fault that is a step of the protocol, a design that is gone, one that is another", "lease-lock", [
    ["readonly margin: 0 | 1 | 2 = 2", "readonly margin: 0 | 1 | 2 = 0"], ["@fault pause", "@action pause"], ["    neither: { fencing: \"none\", margin: 0 },\n", ""],
    ["margin: { fencing: \"none\", margin: 2 }", "margin: { fencing: \"none\", margin: 1 }"],
  ], ["error fault-dropped pause", "error option-changed margin", "error option-changed design margin", "error option-changed design neither"]],
  ["a budget of nothing", "lease-lock", [["readonly pauses: Budget = 1", "readonly pauses: Budget = 0"]], ["error fault-dropped pause"]],
  ["a parameter more", "lock-service", [["release(from: Client)", "release(from: Client, politely: boolean)"]], ["note action-changed release"]],
  ["a new value that is an exception", "two-phase-commit", [['tm: "init" |', 'tm: "init" | "lenient" |'], ["return forall((a: RM, b: RM)", 'return this.tm === "lenient" || forall((a: RM, b: RM)']], ["error invariant-weakened consistent"]],
  ["a message that nobody is asked about", "lock-service", [
    ['| { kind: "unlock"; from: Client }', '| { kind: "unlock"; from: Client } | { kind: "all"; to: Client }'],
    ["this.holders.has(a) && this.holders.has(b), a === b", 'this.holders.has(a) && this.holders.has(b) && !this.sent.has({ kind: "all", to: a }), a === b'],
  ], ["error invariant-weakened exclusive"]],
  ["an option that is none", "lease-lock", [["    readonly pauses: Budget = 1,\n", ""], ["  pausesSoFar: Used = 0;", "  pausesSoFar: Used = 0;\n  readonly pauses: Budget = 1;"]], ["error option-changed pauses"]],
];

/** As many again, of both kinds, for the night. */
export const more: readonly Edit[] = [
  ["conjuncts in another order", "two-phase-commit", [[consistent, '!(this.rm[b] === "aborted" && this.rm[a] === "committed")']], []],
  ["!exists for forall", "two-phase-commit", [[`forall((a: RM, b: RM) => ${consistent})`, '!exists((a: RM, b: RM) => this.rm[a] === "committed" && this.rm[b] === "aborted")']], []],
  ["a guard in two", "two-phase-commit", [['require(this.tm === "init" && forall(', 'require(this.tm === "init");\n    require(forall(']], []],
  ["an action more", "lock-service", [["  receive(message", "  @action askAgain(from: Client) {\n    require(this.taken);\n    this.sent.add({ kind: \"lock\", from });\n  }\n\n  receive(message"]], []],
  ["a larger scope", "two-phase-commit", [["{ RM: 3 }", "{ RM: 4 }"]], []],
  ["an invariant more", "lock-service", [["  @reachable someoneHolds", "  @invariant heldIsTaken() {\n    return forall((a: Client) => implies(this.holders.has(a), this.taken));\n  }\n\n  @reachable someoneHolds"]], []],
  ["an implication turned around", "lock-service", [[exclusive, "implies(a !== b, !this.holders.has(b) || !this.holders.has(a))"]], []],
  ["a reachable that asks for less", "lock-service", [["a !== b && this.holders.has(a) && this.sent.has({", "this.holders.has(a) && this.sent.has({"]], ["error invariant-weakened someoneWaits"]],
  ["a constraint that leaves out less", "alternating-bit", [["this.packets.length <= 2 &&", "this.packets.length <= 3 &&"]], []],
  ["a field that is gone", "fencing-lock", [
    ["  stored: Lease | undefined = undefined;\n", "  storedToken: Token | undefined = undefined;\n"],
    ["require(this.stored === undefined || this.stored.token <= token);\n    this.stored = { client, token };", "require(this.storedToken === undefined || this.storedToken <= token);\n    this.storedToken = token;"],
    ["return this.stored === undefined || this.sent.has({ kind: \"grant\", ...this.stored });", "const token = this.storedToken;\n    return token === undefined || exists((client: Client) => this.sent.has({ kind: \"grant\", client, token }));"],
    [/  @step writesFollowTheLeases[\s\S]*?\n  \}\n/, ""],
    [/  @reachable aLateWriteIsTurnedDown[\s\S]*?\n  \}\n/, ""],
    [", step, type Order", ", type Order"],
  ], ["error property-changed storedUnderALease", "error invariant-removed writesFollowTheLeases", "error invariant-removed aLateWriteIsTurnedDown", "error guard-strengthened accept", "note action-changed accept", "note scope-shrunk stored"]],
  ["another first value", "lock-service", [["taken = false;\n  /** Clients", "taken = true;\n  /** Clients"]], [
    "error initial-changed taken", "error property-vacuous exclusive", "error action-dead grant", "error action-dead acquire", "error action-dead release", "error action-dead takeBack",
  ]],
  ["no scope", "two-phase-commit", [["  static scope = { RM: 3 };\n", ""]], ["error scope-shrunk RM"]],
  ["a fault that is gone", "job-queue", [["@fault expireTooEarly", "expireTooEarly"]], ["error fault-dropped expireTooEarly"]],
  ["crashes that do not happen", "outbox", [["new Nodes<Process>({ crashes: 1,", "new Nodes<Process>({ crashes: 0,"]], ["error fault-dropped processes.crash"]],
  ["an action with a parameter less", "fencing-lock", [["@action receiveGrant(client: Client, token: Token) {\n", "@action receiveGrant(client: Client) {\n    const token = first<Token>();\n"], ["fill, forall", "fill, first, forall"]], ["error guard-strengthened receiveGrant", "note action-changed receiveGrant"]],
  ["a parameter more, which has to be found", "lock-service", [["release(from: Client) {", "release(from: Client, to: Client) {\n    require(from !== to);"]], ["error guard-strengthened release", "note action-changed release"]],
  ["a message less", "fencing-lock", [
    ['type Message = { kind: "grant"; client: Client; token: Token } | { kind: "write"; client: Client; token: Token };', 'type Message = { kind: "grant"; client: Client; token: Token } | { kind: "none" };'],
    ['    this.sent.add({ kind: "write", client, token });\n', ""], ['    require(this.sent.has({ kind: "write", client, token }));\n', ""],
    [' && this.sent.has({ kind: "write", client, token })', ""],
  ], ["error invariant-weakened aLateWriteIsTurnedDown", "error action-dead write", "note action-changed accept", "error scope-shrunk sent"]],
  ["an option of another name", "lease-lock", [[/\bpauses\b/g, "stalls"]], ["note renamed pauses"]],
  ["exists for forall", "lock-service", [["return forall((a: Client, b: Client)", "return exists((a: Client, b: Client)"]], ["error invariant-weakened exclusive"]],
  ["a step property without its decorator", "fencing-lock", [["@step writesFollowTheLeases(next: this)", "writesFollowTheLeases(next: this)"]], ["error invariant-removed writesFollowTheLeases"]],
  ["an assumption more, and one that assumes more", "quorum-register", [
    ["@assume writersComeFirst() {\n    return ", "@assume writersComeFirst() {\n    return this.readQuorum === 2 && "],
    ["  @assume writersComeFirst", "  @assume twoWrite() {\n    return this.writeQuorum === 2;\n  }\n\n  @assume writersComeFirst"],
  ], ["error assumption-added twoWrite", "error assumption-added writersComeFirst"]],
  ["an action that does something else", "lock-service", [["    this.taken = false;\n", "    this.taken = !this.taken;\n    this.holders.delete(from);\n"]], ["note action-changed takeBack"]],
];
