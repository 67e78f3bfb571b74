/** Something that a change does to the guarantees, and that a person must accept or that stops it. Plain data, which faces draw. */
import type { Span } from "../base/span.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Rule } from "./rules.ts";

/** `error` stops the change; `warning` and `note` do not. */
export type Level = "error" | "warning" | "note";

export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  /** One line, plain text. Whatever is quoted from the change has been made safe to print. */
  readonly message: string;
  /** More lines, for those who want to know. */
  readonly details: readonly string[];
  /** Folder of the spec or path of another file, from the root of the repository, with slashes. */
  readonly about: string;
  /** The property, action, field or file that it is about; with `about` and `rule` it tells findings apart, whatever the lines. */
  readonly subject: string;
  /** Where, in the change if it is still there; null where there is no place. Paths from the root of the repository. */
  readonly span: Span | null;
  /** Where `span` is a place in the base: it is gone from the change. */
  readonly inBase?: true;
  /** A run that shows it. */
  readonly run?: { readonly trace: Trace; readonly instance: Protocol };
  /** A run of an implementation that shows it: what was asked of it, in order, at the places of the spec. Told by the details as well. */
  readonly path?: readonly { readonly span: Span; readonly text: string }[];
}

/** A finding that somebody has taken responsibility for. */
export interface Accepted { readonly by: string; readonly reason: string; readonly expires: string | null }
