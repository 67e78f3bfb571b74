import { Lock } from "../lock.ts";

const lock = new Lock([]);
lock.holder = "me"; //~ mutation-outside the top level
setInterval(() => { lock.holder = undefined; }, 1000); //~ mutation-outside Lock.holder
