import { action, fill, forall, invariant, require, type Sort, terminal } from "tenet";

type Worker = Sort<"Worker">;

/** Workers that need both of two locks, and take whichever is free first. */
export class TwoLocks {
  static scope = { Worker: 2 };

  left: Worker | undefined = undefined;
  right: Worker | undefined = undefined;
  done: Record<Worker, boolean> = fill(false);

  @action takeLeft(w: Worker) {
    require(this.left === undefined && !this.done[w]);
    this.left = w;
  }

  @action takeRight(w: Worker) {
    require(this.right === undefined && !this.done[w]);
    this.right = w;
  }

  @action finish(w: Worker) {
    require(this.left === w && this.right === w);
    this.left = undefined;
    this.right = undefined;
    this.done[w] = true;
  }

  @invariant finishedWithoutLocks() {
    return forall((w: Worker) => !this.done[w] || (this.left !== w && this.right !== w));
  }

  @terminal allDone() {
    return forall((w: Worker) => this.done[w]);
  }
}
