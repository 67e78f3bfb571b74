/** What a policy may say. The types of users (`src/dsl/policy.ts`) and the JSON schema in docs/ are the same thing, which tests see to. */
import * as z from "zod";
import type { Policy } from "../../dsl/policy.ts";
import { levels } from "../report.ts";
import { type Rule, rules } from "../rules.ts";

const most = { specs: 500, instances: 50, globs: 200, suppressions: 500, text: 500 };

const text = z.string().min(1).max(most.text);
/** Git would take what begins with a dash for an option. */
const ref = z.string().regex(/^[\w@][\w./@{}^~+-]{0,200}$/, { error: "this is not the name of a branch, tag or commit" }).describe("A branch, tag or commit.");
/** Where it leads is looked at when it is used. */
const path = text.regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]*$/, { error: "this is not a path from the root of the repository that stays in it" }).describe("From the root of the repository, with slashes, and never out of it.");
const level = z.enum(levels);
const sizes = z.record(text, z.int().min(0).max(2 ** 20));
const seconds = z.number().positive().max(7 * 24 * 3600);

const instance = z.strictObject({
  scope: sizes.exactOptional(),
  options: z.record(text, z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  design: text.exactOptional(),
});

const specBudget = {
  seconds: seconds.exactOptional(),
  solverSeconds: seconds.exactOptional(),
  memoryMiB: z.int().min(64).max(2 ** 20).exactOptional(),
  conform: z.strictObject({ runs: z.int().min(1).max(1e6).exactOptional(), steps: z.int().min(1).max(1e5).exactOptional(), seed: z.int().min(0).max(2 ** 31 - 1).exactOptional() }).exactOptional(),
};

const spec = z.strictObject({
  spec: path,
  protocol: text.exactOptional(),
  guards: z.array(path).max(most.globs).exactOptional(),
  adapter: path.exactOptional(),
  transition: path.exactOptional(),
  level: level.exactOptional(),
  levels: z.record(text, level).exactOptional(),
  check: z.array(instance).min(1).max(most.instances).exactOptional(),
  budget: z.strictObject(specBudget).exactOptional(),
});

const suppression = z.strictObject({
  rule: z.enum(Object.keys(rules) as [Rule, ...Rule[]]),
  about: path,
  subject: text.exactOptional(),
  reason: text,
  expires: z.iso.date(),
});

export const policySchema = z.strictObject({
  $schema: z.string().exactOptional().describe("For editors."),
  base: ref.exactOptional(),
  specs: z.array(spec).max(most.specs),
  level: level.exactOptional(),
  budget: z.strictObject({ ...specBudget, totalSeconds: seconds.exactOptional() }).exactOptional(),
  suppressions: z.array(suppression).max(most.suppressions).exactOptional(),
});

/** As users write it, with the rules by name. */
export type CheckedPolicy = z.infer<typeof policySchema>;

/** What passes is what the types say. */
export const asPolicy = (policy: CheckedPolicy): Policy => policy;

/** The same for editors, draft 7. */
export const policyJsonSchema = (): object => ({
  ...z.toJSONSchema(policySchema, { target: "draft-7" }),
  title: "The policy of tenet gate",
  description: "tenet.config.json, or what tenet.config.ts exports. Generated from src/gate/policy/schema.ts.",
});
