/** Closes a switch over a discriminated union: the compiler names the forgotten case. */
export function assertNever(value: never): never {
  throw new InternalError(`unexpected case: ${JSON.stringify(value)}`);
}

/** A broken promise of Tenet itself, never of the user's input. The command line exits 4 on it. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}
