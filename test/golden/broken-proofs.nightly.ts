/** The slow ones: `npm run nightly`. */
import { slowlyBroken } from "./broken-proofs.ts";
import { refuse } from "./refuse-broken-proofs.ts";

refuse(slowlyBroken);
