import { action, type Sort } from "tenet";
import { Network, Nodes } from "tenet/faults";

type Node = Sort<"Node">;
interface Ping { from: Node; to: Node }

const usual = { loss: 1 } as const;

export class Example {
  net = new Network<Ping>({ ...usual }); // error T3007 `...usual`: options are written out one by one
  other = new Network<Ping>(usual); // error T3007 `usual`: these are not options
  nodes = new Nodes<Node>({ onCrash: forget }); // error T3007 `forget`: onCrash is a function that is written out
  done = false;

  @action finish() {
    this.done = true;
  }
}

function forget(_node: Node) {}
