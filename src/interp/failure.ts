import type { Span } from "../base/span.ts";
import type { FailureReason } from "../ir/protocol.ts";

/** Evaluation cannot go on. `span` is that of the node that failed; the message speaks in terms of the spec. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(readonly reason: FailureReason, readonly span: Span, message: string) {
    super(message);
  }
}
