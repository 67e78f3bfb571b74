/** What is wrong when an endpoint gives no answer, in words. */
import { assertNever } from "../../base/assert-never.ts";
import type { ModelSettings } from "./contract.ts";
import type { Reply } from "./reply.ts";

export interface Problem {
  /** `unsupported`: perhaps in another form. `passing`: perhaps later. `final`: never. `answer`: perhaps to another question. */
  readonly kind: "unsupported" | "passing" | "final" | "answer";
  readonly note: string;
  /** Told to the model. */
  readonly problem?: string;
}

type Failure = Extract<Reply, { kind: "failure" }>;

export function problemOf(reply: Reply, settings: ModelSettings): Problem {
  switch (reply.kind) {
    case "answer": return { kind: "answer", note: "the model's answer was cut off, as it was too long", problem: "it was too long and was cut off: propose less" };
    case "refusal": return { kind: "answer", note: `the model refused: ${reply.text}` };
    case "failure": return ofFailure(reply, settings);
    case "failed": return ofFailed(reply);
    case "unsent": return { kind: "final", note: `no request can be made: ${reply.message}` };
    default: return assertNever(reply);
  }
}

function ofFailed({ why, message }: Extract<Reply, { kind: "failed" }>): Problem {
  switch (why) {
    case "interrupted": return { kind: "answer", note: "interrupted" };
    case "timeout": return { kind: "answer", note: `the endpoint gave ${message}` };
    case "flood": return { kind: "answer", note: `the endpoint's answer was not read to the end: ${message}` };
    case "cut-off": return { kind: "passing", note: `the endpoint's answer ends in the middle: ${message}` };
    case "network": return { kind: "passing", note: `the endpoint cannot be reached: ${message}` };
    default: return assertNever(why);
  }
}

function ofFailure({ status, code, message, location }: Failure, { model }: ModelSettings): Problem {
  const told = (what: string): string => `${what} (${status}${message === "" ? "" : `: ${message}`})`;
  if (status >= 300 && status < 400) return { kind: "final", note: `the endpoint sends elsewhere, to ${location ?? "nowhere"}, which is not followed: set OPENAI_BASE_URL to the address that is meant` };
  if (status === 401 || status === 403) return { kind: "final", note: told("the endpoint does not accept the key") };
  if (status === 402 || code === "insufficient_quota") return { kind: "final", note: told("the endpoint wants to be paid") };
  if (code === "model_not_found") return { kind: "final", note: told(`the endpoint has no model ${model}`) };
  if (code === "context_length_exceeded" || status === 413) return { kind: "final", note: told("the protocol and its counterexample are too long for the model") };
  if (status === 408 || status === 409 || status === 425) return { kind: "passing", note: told("the endpoint is not ready") };
  if (status === 429) return { kind: "passing", note: told("the endpoint has too many requests") };
  const unsupported = status !== 501 && status >= 500 ? /not (implemented|supported)|unsupported|response_format|json_schema/i.test(message) : true;
  if (!unsupported) return { kind: "passing", note: told("the endpoint failed") };
  return { kind: "unsupported", note: told("the endpoint does not understand what it is asked, in any form") };
}
