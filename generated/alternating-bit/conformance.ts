/** What an adapter of AlternatingBit is held to. Generated; do not edit. */

export type Data = `data${number}`;
export type Packet = { bit: boolean; data: Data };

/**
 * The alternating-bit protocol (Bartlett, Scantlebury and Wilkinson, "A Note on Reliable Full-Duplex Transmission over
 * Half-Duplex Links", 1969): data over two channels that keep the order but lose messages.
 */
export interface AlternatingBitModel {
  actions: {
    send: { data: Data };
    resend: {};
    receive: {};
    acknowledge: {};
    receiveAck: {};
    losePacket: { index: number };
    loseAck: { index: number };
  };
  faults: never;
  state: {
    sent: Data;
    bit: boolean;
    acknowledged: boolean;
    received: Data;
    receivedBit: boolean;
    packets: readonly Packet[];
    acks: readonly boolean[];
  };
}
