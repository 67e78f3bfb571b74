/** A solver that keeps what it was told, for many questions about one text without quantifiers. Synchronous. */

/** A Bool constant by its handle, a positive number; negative for its negation. */
export type GroundLiteral = number;

export interface GroundSolver {
  /** The Bool constant of a name, which the text may have declared. */
  constant(name: string): GroundLiteral;
  /** One of these holds, from now on. */
  assertOr(literals: readonly GroundLiteral[]): void;
  check(assumptions: readonly GroundLiteral[], milliseconds: number): "sat" | "unsat" | "unknown";
  /** After `unsat`: assumptions that cannot hold together. */
  core(): GroundLiteral[];
  /** After `sat`: whether a constant holds in the model. */
  holds(constant: GroundLiteral): boolean;
  close(): void;
}
