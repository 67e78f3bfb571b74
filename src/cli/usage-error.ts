/** The command cannot be carried out as given. Exits 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** @param help what to do instead */
  constructor(message: string, readonly help?: string) {
    super(message);
  }
}
