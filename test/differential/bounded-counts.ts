/** What a comparison of symbolic search went through: a comparison of nothing finds nothing. */
export function newBoundedCounts() {
  return {
    protocols: 0, unsupported: 0, empty: 0, questions: 0, unknown: 0, tooLong: 0,
    /** Too many choices or states to be enumerated. */
    large: 0,
    /** Properties compared, and what was found of them. */
    targets: 0, violated: 0, reached: 0, failures: 0, undecided: 0, deepest: 0,
    /** By k-induction. */
    inductive: 0,
  };
}
export type BoundedCounts = ReturnType<typeof newBoundedCounts>;
