/**
 * Tenet as a library: `import { check } from "tenet/api"`.
 *
 * `check` and `compile` do the work and return plain data; the rest turns that data into text or JSON. Mistakes in a
 * spec, its scope or its options are thrown as a `DiagnosticsError`; an `InternalError` is a defect of Tenet.
 *
 * ```ts
 * const report = await check("specs/two-phase-commit", { scope: { RM: 4 } });
 * if (report.verdict === "violated") console.log(checkText(report, { color: false }));
 * ```
 */
export { InternalError } from "./base/assert-never.ts";
export { type Code, codes } from "./base/codes.ts";
export { type Diagnostic, DiagnosticsError } from "./base/diagnostic.ts";
export type { Span } from "./base/span.ts";
export { explainLog, type LogOptions } from "./conform/log/explain-log.ts";
export { LogError } from "./conform/log/log-error.ts";
export { type LogOrder, logOrders, type LogProgress, type LogReport, type LogVerdict } from "./conform/log/report.ts";
export type { Trace, TraceEnd, TraceStep } from "./interp/trace.ts";
export { proveTransition, type TransitionListener, type TransitionOptions } from "./conform/transition/prove.ts";
export type { Difference, TransitionAction, TransitionReport, TransitionVerdict } from "./conform/transition/report.ts";
export { check } from "./pipeline/check.ts";
export type { CheckListener, CheckOptions } from "./pipeline/check-prepared.ts";
export { type Fault, type FaultBudget, faultsOf } from "./passes/faults.ts";
export { type CompiledFiles, compile } from "./pipeline/compile.ts";
export { foreignFiles, replaceEvidence } from "./pipeline/evidence-folder.ts";
export { type SolverChoice, solverChoices, SolverMissing } from "./pipeline/proof-solvers.ts";
export { collectEvidence, type ProofEvidence } from "./pipeline/proof-evidence.ts";
export type { Counterexample, Explanation, Fragment, GoalGrounds, Obstacle, Opinion, ProofReport, ProofVerdict, ProvedProperty, SearchedInstance } from "./pipeline/prove-report.ts";
export type { ProofProgress } from "./pipeline/proof-session.ts";
export { prove, type ProveListener, type ProveOptions } from "./pipeline/prove.ts";
export type { InstanceProperty, InstanceReport, Limit, Method } from "./pipeline/instance-report.ts";
export { type InstanceProgress, proveInstance, type ProveInstanceListener, type ProveInstanceOptions } from "./pipeline/prove-instance.ts";
export { staleFiles, writeFiles } from "./pipeline/generated-files.ts";
export type { InstanceOptions } from "./pipeline/prepare.ts";
export type { Because, CheckedKind, CheckReport, PropertyReport, SearchReport, Verdict } from "./pipeline/report.ts";
export { protocolFacts } from "./propose/model/facts.ts";
export type { Hint, HintReport, HintUse } from "./propose/model/hint.ts";
export { endpointFrom, ModelUnavailable, openModel, replayModel } from "./propose/model/proposer.ts";
export type { ModelAnswer, ModelBudget, ModelOptions, ModelProposer, ModelRequest, ModelSettings, RejectedFormula, Usage } from "./propose/model/contract.ts";
export { type ProofFile, writeProofFile } from "./propose/proof-file.ts";
export type { Rounds, Words } from "./propose/rounds.ts";
export { defaultProposeMs, propose, type ProposeListener, type ProposeOptions, type ProposeProgress } from "./propose/propose.ts";
export type { BoundedInstance, Hindrance, ProposeReport, Reach, Remainder, RemainingCti } from "./propose/report.ts";
export { checkText, conclusionText, type TextStyle } from "./report/check-text.ts";
export { listCodes } from "./report/codes-text.ts";
export { explainCode } from "./report/explain.ts";
export type { Failure } from "./report/failure.ts";
export { failureOf } from "./report/failure-of.ts";
export { failureText } from "./report/failure-text.ts";
export { checkJson, failureJson } from "./report/json.ts";
export { failureLines, linePattern } from "./report/line.ts";
export { checkLines, instanceLines, proveLines } from "./report/verdict-lines.ts";
export type { GateOptions } from "./gate/gate.ts";
export type { GateExit, GateReport, GateVerdict } from "./gate/report.ts";
export { type Rule, rules } from "./gate/rules.ts";
export { gate } from "./gate/start.ts";
export { gateAnnotations } from "./report/gate-annotations.ts";
export { gateJson } from "./report/gate-json.ts";
export { gateJunit } from "./report/gate-junit.ts";
export { gateLines } from "./report/gate-lines.ts";
export { gateMarkdown } from "./report/gate-markdown.ts";
export { gateSarif } from "./report/gate-sarif.ts";
export { gateConclusionText, type GateStyle, gateText } from "./report/gate-text.ts";
export { sourcesBelow } from "./report/sources.ts";
export { inductionGraph, proposalGraph } from "./report/induction-graph.ts";
export { instanceJson } from "./report/instance-json.ts";
export { instanceConclusionText, instanceProgressText, instanceText } from "./report/instance-text.ts";
export { logJson } from "./report/log-json.ts";
export { logConclusionText, logProgressText, logText } from "./report/log-text.ts";
export { proveJson } from "./report/prove-json.ts";
export { proofConclusionText, proofProgressText, proveText } from "./report/prove-text.ts";
export { proposeJson } from "./report/propose-json.ts";
export { plainWords } from "./report/propose-words.ts";
export { ProposePanel } from "./report/propose-progress.ts";
export { proposeConclusionText, type ProposeStyle, proposeText } from "./report/propose-text.ts";
export { progressText } from "./report/progress-text.ts";
export { tradeoffsPage } from "./report/tradeoffs-page.ts";
export { tradeoffsMarkdown } from "./report/tradeoffs-markdown.ts";
export { tradeoffsJson } from "./report/tradeoffs-json.ts";
export { tradeoffsProgressText, type TradeoffsStyle, tradeoffsText } from "./report/tradeoffs-text.ts";
export { transitionJson } from "./report/transition-json.ts";
export { transitionConclusionText, transitionText, type TransitionStyle } from "./report/transition-text.ts";
export { tradeoffsTrace } from "./report/tradeoffs-trace.ts";
export { cacheFolder } from "./tradeoffs/cache.ts";
export type { Cell, Column, DesignResult, Tradeoffs } from "./tradeoffs/table.ts";
export { tradeoffs, type TradeoffsListener, type TradeoffsOptions, type TradeoffsProgress } from "./tradeoffs/tradeoffs.ts";
export { mergeTasks, printTasks } from "./editor/tasks/merge.ts";
export { specsBelow } from "./editor/tasks/specs.ts";
export { tasksFile } from "./editor/tasks/tasks.ts";
export type { WatchEvent } from "./editor/watch/events.ts";
export type { Happening } from "./editor/watch/happening.ts";
export { JsonFace } from "./editor/watch/json-face.ts";
export { LineFace } from "./editor/watch/line-face.ts";
export { TextFace } from "./editor/watch/text-face.ts";
export { watchSpec, type WatchOptions } from "./editor/watch/watch.ts";
export type { SearchLimits, SearchProgress as Progress } from "../verifier/contract/search.ts";
