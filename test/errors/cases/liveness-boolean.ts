import { action, leadsTo } from "tenet";

export class Fair {
  up = true;

  @action stop() {
    this.up = false;
  }

  @leadsTo rises() { // error TS1241: does not fit its role
    return !this.up;
  }
}
