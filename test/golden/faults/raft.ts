/** specs/raft-leader-election, with the crashes of the library in place of its own. */
import { action, require, type Sort } from "tenet";
import { Nodes } from "tenet/faults";
import { RaftLeaderElection } from "../../../specs/raft-leader-election/spec.ts";

type Server = Sort<"Server">;

export class Raft extends RaftLeaderElection {
  nodes = new Nodes<Server>({ crashes: "unlimited", restart: "at once", onCrash: (server) => this.becomeFollower(server) });

  @action override crash(_server: Server) {
    require(false);
  }
}
