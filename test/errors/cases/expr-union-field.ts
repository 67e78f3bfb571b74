import { action, type Int } from "tenet";

type Message = { kind: "count"; body: Int<0, 3> } | { kind: "flag"; body: boolean };

export class UnionField {
  last: Message = { kind: "flag", body: false };
  on = false;

  @action receive(message: Message) {
    this.on = message.body === true; // error T4028 `body`: has types that do not go together
    this.last = message;
  }
}
