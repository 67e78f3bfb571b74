/** The front end and what follows. Apart, as threads that are given a compiled spec need no compiler. */
import { compileSpec } from "../frontend/protocol.ts";
import { type InstanceOptions, prepareCompiled, type Prepared } from "./prepare.ts";

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its scope or an option is wrong
 */
export function prepareSpec(spec: string, { protocol, ...options }: InstanceOptions): Prepared {
  return prepareCompiled(compileSpec(spec, protocol === undefined ? {} : { protocol }), options);
}
