import { action, cost, delay, milestone, type Int, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  static scope = { Node: 2 };
  sent: Int<0, 9> = 0;
  done = new Set<Node>();

  @action go(node: Node) {
    this.sent += 1;
    this.done.add(node);
  }

  @delay pass(node: Node) { // error T3010 `node: Node`: a @delay has no parameters
    this.done.delete(node);
  }

  @delay @action wait() { // error T3004 `@action`: a method has one role, and this one is a @delay
    this.sent = 0;
  }

  @milestone isDone(node: Node) { // error T3010 `node: Node`: a @milestone has no parameters
    return this.done.has(node);
  }

  @cost between(before: this, next: this) { // error T3010 `next: this`: at most one parameter
    return next.sent - before.sent;
  }

  @cost half() {
    return this.sent / 2; // error T4003 `/`
  }
}
