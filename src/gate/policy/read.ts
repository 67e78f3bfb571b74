/** From the text of a policy to what it says, or to what is wrong with it and where. */
import type { z } from "zod";
import { type Diagnostic, DiagnosticsError } from "../../base/diagnostic.ts";
import { nearestName } from "../../base/nearest.ts";
import type { Span } from "../../base/span.ts";
import { type LiteralFile, readLiterals } from "../../frontend/literals.ts";
import { type CheckedPolicy, policyJsonSchema, policySchema } from "./schema.ts";

/** Looked for in the root of the repository, in this order; there may be one of them. */
export const policyFiles = ["tenet.config.ts", "tenet.config.json"] as const;

export interface PolicyFile {
  /** From the root of the repository. */
  readonly file: string;
  readonly policy: CheckedPolicy;
  /** Where a part of it is written. */
  place(path: readonly PropertyKey[]): Span;
}

/** @throws DiagnosticsError with all that is wrong */
export function readPolicy(file: string, text: string): PolicyFile {
  const literals = readLiterals(file, text);
  const checked = policySchema.safeParse(literals.value);
  if (!checked.success) throw new DiagnosticsError(checked.error.issues.flatMap((issue) => problems(issue, literals)));
  const twice = repeated(checked.data, literals);
  if (twice.length > 0) throw new DiagnosticsError(twice);
  return { file, policy: checked.data, place: literals.place };
}

function problems(issue: z.core.$ZodIssue, literals: LiteralFile): Diagnostic[] {
  const at = (path: readonly PropertyKey[], message: string, help: string): Diagnostic => ({ code: "T8003", severity: "error", message, span: literals.place(path), help });
  const where = issue.path.length === 0 ? "the policy" : issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys") return [at(issue.path, `${where}: ${issue.message}`, "docs/commands/gate.md lists what a policy may say")];
  const known = namesAt(issue.path);
  return issue.keys.map((key) => {
    const near = nearestName(key, known);
    return at([...issue.path, key], `${where} has no ${JSON.stringify(key)}`, near === undefined ? `what it may have is ${known.join(", ")}` : `did you mean ${near}?`);
  });
}

interface JsonSchema { readonly properties?: Readonly<Record<string, JsonSchema>>; readonly items?: JsonSchema; readonly additionalProperties?: JsonSchema | boolean }

/** What an object of the policy may have. */
function namesAt(path: readonly PropertyKey[]): string[] {
  let at: JsonSchema | undefined = policyJsonSchema() as JsonSchema;
  for (const step of path) at = typeof step === "number" ? at?.items : at?.properties?.[String(step)] ?? (typeof at?.additionalProperties === "object" ? at.additionalProperties : undefined);
  return Object.keys(at?.properties ?? {});
}

/** Two entries for one spec would be two bars. */
function repeated({ specs }: CheckedPolicy, literals: LiteralFile): Diagnostic[] {
  const keys = specs.map(({ spec, protocol }) => JSON.stringify([spec, protocol ?? ""]));
  return keys.flatMap((key, i) => (keys.indexOf(key) === i ? [] : [{
    code: "T8003" as const, severity: "error" as const, message: `${specs[i].spec} is listed twice`, span: literals.place(["specs", i, "spec"]), help: "put all that is asked of a spec into one entry",
  }]));
}
