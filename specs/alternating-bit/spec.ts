import { action, constraint, implies, invariant, reachable, require, step, terminal, type Int, type Seq, type Sort } from "tenet";

type Data = Sort<"Data">;

interface Packet {
  bit: boolean;
  data: Data;
}

/**
 * The alternating-bit protocol (Bartlett, Scantlebury and Wilkinson, "A Note on Reliable Full-Duplex Transmission over
 * Half-Duplex Links", 1969): data over two channels that keep the order but lose messages.
 */
export class AlternatingBit {
  static scope = { Data: 2 };

  /** What the sender delivers at present, under `bit`; `acknowledged` equals `bit` once it has arrived. */
  sent!: Data;
  bit!: boolean;
  acknowledged: boolean = this.bit;
  /** What the receiver got last, and under which bit. */
  received!: Data;
  receivedBit: boolean = this.bit;

  packets: Seq<Packet, 3> = [];
  acks: Seq<boolean, 3> = [];

  @action send(data: Data) {
    require(this.acknowledged === this.bit);
    this.sent = data;
    this.bit = !this.bit;
    this.packets.push({ bit: this.bit, data });
  }

  @action resend() {
    require(this.acknowledged !== this.bit);
    this.packets.push({ bit: this.bit, data: this.sent });
  }

  @action receive() {
    const packet = this.packets.shift();
    require(packet !== undefined);
    this.receivedBit = packet.bit;
    this.received = packet.data;
  }

  @action acknowledge() {
    this.acks.push(this.receivedBit);
  }

  @action receiveAck() {
    const ack = this.acks.shift();
    require(ack !== undefined);
    this.acknowledged = ack;
  }

  @action losePacket(index: Int<0, 2>) {
    require(index < this.packets.length);
    this.packets = this.packets.slice(0, index).concat(this.packets.slice(index + 1));
  }

  @action loseAck(index: Int<0, 2>) {
    require(index < this.acks.length);
    this.acks = this.acks.slice(0, index).concat(this.acks.slice(index + 1));
  }

  /** The channels are unbounded; the search looks no further than two messages in each. */
  @constraint shortChannels() {
    return this.packets.length <= 2 && this.acks.length <= 2;
  }

  /** What is acknowledged has arrived. */
  @invariant acknowledgedHasArrived() {
    return implies(this.acknowledged === this.bit, this.receivedBit === this.bit);
  }

  /** The sender goes on only after the receiver has got what was sent: nothing is skipped. */
  @step nothingIsSkipped(next: this) {
    return implies(next.bit !== this.bit, this.receivedBit === this.bit);
  }

  /** What the receiver takes for new is what was sent: nothing is invented or taken twice. */
  @step nothingIsInvented(next: this) {
    return implies(next.receivedBit !== this.receivedBit, next.receivedBit === this.bit && next.received === this.sent);
  }

  @reachable newDataArrives() {
    return this.receivedBit === this.bit && this.acknowledged !== this.bit;
  }

  @terminal never() {
    return false;
  }
}
