/** What code has to do with its spec. */
import type { CodeFacts, Job } from "./facts.ts";

export async function lookAtCode(_job: Job, kind: CodeFacts["kind"], _files: readonly string[], _milliseconds: number): Promise<CodeFacts> {
  throw new Error(`there is no ${kind} yet`);
}
