import type { Protocol } from "../ir/protocol.ts";
import { simplify } from "./simplify.ts";
import { withoutUnchanging } from "./unchanging.ts";

/** The same protocol in fewer words, at any scope: what does not change is not part of its state, nor what cannot happen. */
export const reduced = (protocol: Protocol): Protocol => withoutUnchanging(simplify(protocol));
