import type { Span } from "../../base/span.ts";

/** The proof engine cannot say this in logic. Ends in the verdict `unknown` for the goals concerned, with this reason and place. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
  constructor(readonly reason: string, readonly span: Span) {
    super(reason);
  }
}
