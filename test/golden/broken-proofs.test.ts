/** See refuse-broken-proofs.ts. */
import { broken } from "./broken-proofs.ts";
import { refuse } from "./refuse-broken-proofs.ts";

refuse(broken);
