import { InternalError } from "../base/assert-never.ts";

/** An engine claims what is not so. */
export const refute = (what: string): never => {
  throw new InternalError(`replay: ${what} at the end of the run`);
};
