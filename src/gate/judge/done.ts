/** What was done for a spec, with where it comes from. */
import type { Source } from "../report.ts";
import type { CheckFacts, CodeFacts, CompareFacts, CompileFacts, Facts, Failed, ProveFacts, Task } from "../work/facts.ts";

export interface Done {
  readonly task: Task;
  readonly result: Facts | Failed;
  readonly source: Source;
}

interface ByKind { readonly compile: CompileFacts; readonly check: CheckFacts; readonly prove: ProveFacts; readonly compare: CompareFacts; readonly drift: CodeFacts; readonly conform: CodeFacts; readonly transition: CodeFacts }

/** Those of a kind that came to an end. */
export function endedOf<K extends keyof ByKind>(done: readonly Done[], ...kinds: readonly K[]): { readonly task: Extract<Task, { kind: K }>; readonly facts: ByKind[K]; readonly source: Source }[] {
  const wanted: readonly string[] = kinds;
  return done.flatMap(({ task, result, source }) =>
    result.kind !== "failed" && wanted.includes(task.kind) ? [{ task: task as Extract<Task, { kind: K }>, facts: result as ByKind[K], source }] : []);
}
