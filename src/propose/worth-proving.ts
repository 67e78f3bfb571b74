/** Of what a small instance knows, what is put to the proof for any size where it does not suffice. */
import type { Expr } from "../ir/expr.ts";
import type { Counterexample } from "../pipeline/prove-report.ts";
import { isTrue } from "./embedded/any-size.ts";

/** Of those that exclude a counterexample, and of others, which may be what the former rest on. */
const mostExcluding = 16, mostOthers = 8;

export interface Worth { readonly excluding: readonly Expr[]; readonly others: readonly Expr[] }

/** @param known the lightest first */
export function worthProving(known: readonly Expr[], examples: readonly Counterexample[]): Worth {
  const states = examples.flatMap(({ instance, before }) => (before ? [{ instance, before }] : []));
  const excludes = (e: Expr): boolean => states.some(({ instance, before }) => !isTrue(e, instance, before));
  const excluding = known.filter(excludes).slice(0, mostExcluding);
  return { excluding, others: known.filter((e) => !excludes(e)).slice(0, mostOthers) };
}
