/** What users write is what is read: this file need only compile. */
import type { z } from "zod";
import type { Policy } from "../../../src/dsl/policy.ts";
import type { policySchema } from "../../../src/gate/policy/schema.ts";
import type { Rule } from "../../../src/gate/rules.ts";

type Mutable<T> = T extends readonly (infer U)[] ? Mutable<U>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Read = z.infer<typeof policySchema>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** `rule` is text for users, so that a policy outlives a version; `$schema` is for editors of JSON. */
type AsUsersSay = Omit<Read, "$schema" | "suppressions"> & { suppressions?: (Omit<NonNullable<Read["suppressions"]>[number], "rule"> & { rule: string })[] };
export const same: Same<AsUsersSay, Mutable<Policy>> = true;
export const rule: Rule extends string ? true : false = true;
