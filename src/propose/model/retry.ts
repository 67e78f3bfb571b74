/** When a request is made again, and how long to wait before. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";

export const mostRetries = 4;
/** In milliseconds. An endpoint that wants more patience gets none. */
export const mostWait = 60_000;
export const firstWait = 1000;

export const repeatable = (reply: Reply, problem: Problem): reply is Extract<Reply, { kind: "failure" | "failed" }> =>
  problem.kind === "passing" && (reply.kind === "failure" || reply.kind === "failed");

/** Twice as long each time, unless the endpoint says how long. No chance in it: one proposer does not crowd an endpoint. */
export function delayOf(reply: Reply, retries: number): number {
  const seconds = reply.kind === "failure" ? reply.retryAfter : undefined;
  return seconds === undefined ? firstWait * 2 ** retries : seconds * 1000;
}

export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
