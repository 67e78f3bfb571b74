/** specs/alternating-bit over channels of the library. */
import { action, constraint, implies, invariant, require, step, terminal, type Sort } from "tenet";
import { FifoChannel } from "tenet/faults";

type Data = Sort<"Data">;

interface Packet {
  bit: boolean;
  data: Data;
}

export class AlternatingBit {
  static scope = { Data: 2, queue: 3 };

  sent!: Data;
  bit!: boolean;
  acknowledged: boolean = this.bit;
  received!: Data;
  receivedBit: boolean = this.bit;
  packets = new FifoChannel<Packet>({ loss: "unlimited" });
  acks = new FifoChannel<boolean>({ loss: "unlimited" });

  @action send(data: Data) {
    require(this.acknowledged === this.bit);
    this.sent = data;
    this.bit = !this.bit;
    this.packets.send({ bit: this.bit, data });
  }

  @action resend() {
    require(this.acknowledged !== this.bit);
    this.packets.send({ bit: this.bit, data: this.sent });
  }

  @action receive() {
    const packet = this.packets.next();
    this.receivedBit = packet.bit;
    this.received = packet.data;
  }

  @action acknowledge() {
    this.acks.send(this.receivedBit);
  }

  @action receiveAck() {
    const ack = this.acks.next();
    this.acknowledged = ack;
  }

  @constraint shortChannels() {
    return this.packets.queue.length <= 2 && this.acks.queue.length <= 2;
  }

  @invariant acknowledgedHasArrived() {
    return implies(this.acknowledged === this.bit, this.receivedBit === this.bit);
  }

  @step nothingIsInvented(next: this) {
    return implies(next.receivedBit !== this.receivedBit, next.receivedBit === this.bit && next.received === this.sent);
  }

  @terminal never() {
    return false;
  }
}
