/** There is no checkpoint that this search could go on from, or there is one where it was to make its own. */
export class CheckpointRefused extends Error {
  override readonly name = "CheckpointRefused";
  /** @param help what to do instead */
  constructor(message: string, readonly help: string) {
    super(message);
  }
}
