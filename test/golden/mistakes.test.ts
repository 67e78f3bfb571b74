/** See refuse-mistakes.ts. */
import { mistakes } from "./mistakes.ts";
import { refuse } from "./refuse-mistakes.ts";

refuse(mistakes);
