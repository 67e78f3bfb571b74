/** @param {import("../lock.ts").Lock} lock */
export function old(lock) {
  lock.holder = "me"; //~ mutation-outside Lock.holder
}
