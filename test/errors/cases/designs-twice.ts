import { action } from "tenet";

export class Example {
  static designs = {
    sync: { replication: "sync" },
    sync: { replication: "async" }, // error TS1117 `sync`
  };

  busy = false;

  constructor(readonly replication: "sync" | "async" = "sync") {}

  @action toggle() {
    this.busy = this.replication === "async" || !this.busy;
  }
}
