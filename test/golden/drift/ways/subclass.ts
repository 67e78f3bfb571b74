import { Lock } from "../lock.ts";

export class EagerLock extends Lock {
  hurry(): void {
    this.holder = "me"; //~ mutation-outside EagerLock.hurry
  }
}
