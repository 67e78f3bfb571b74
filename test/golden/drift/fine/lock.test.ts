import { Lock } from "../lock.ts";

const lock = new Lock([]);
lock.holder = "me";
lock.waiting.clear();
