/** The slow ones: `npm run nightly`. */
import { slowMistakes } from "./mistakes.ts";
import { refuse } from "./refuse-mistakes.ts";

refuse(slowMistakes);
