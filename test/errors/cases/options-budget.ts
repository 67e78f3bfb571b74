import { action, fault, type Sort } from "tenet";
import { Network } from "tenet/faults";

type Node = Sort<"Node">;
interface Ping { from: Node; to: Node }

export class Example {
  net = new Network<Ping>({ loss: 8 }); // error TS2322 `loss`: Type '8' is not assignable
  other = new Network<Ping>({ reordering: 1 }); // error TS2353 `reordering`: 'reordering' does not exist
  unaddressed = new Network<boolean>(); // error TS2344 `boolean`: does not satisfy the constraint 'Addressed'
  on = false;

  @action go() {
    this.net.send({ from: 1 }); // error TS2322 `from`
    this.on = true;
  }

  @fault(1) lose() { // error T3004 `@fault(1)`: a role takes no arguments
    this.on = false;
  }
}
