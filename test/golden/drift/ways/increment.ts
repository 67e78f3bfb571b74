import { Lock } from "../lock.ts";

export const count = (): number => Lock.made++; //~ mutation-outside Lock.made
