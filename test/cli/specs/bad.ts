import { action, invariant } from "tenet";

export class Bad {
  votes: number = 0;

  @action vote() {
    this.votes += 1;
  }

  @invariant few() {
    return this.votes < 3;
  }
}
