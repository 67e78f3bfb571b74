import { action, fair, fault, leadsTo, require } from "tenet";

/**
 * The alternating-bit protocol over channels of one message, which may lose it: sending again is weakly fair, receiving strongly, as what is
 * sent again and again may be lost in between.
 */
export class AlternatingBit {
  bit = false;
  acknowledged = false;
  arrived = false;
  packet: boolean | undefined = undefined;
  ack: boolean | undefined = undefined;

  @action sendNew() {
    require(this.acknowledged === this.bit);
    this.bit = !this.bit;
  }

  @fair @action resend() {
    require(this.acknowledged !== this.bit && this.packet === undefined);
    this.packet = this.bit;
  }

  @fair("strong") @action receive() {
    require(this.packet !== undefined);
    this.arrived = this.packet;
    this.packet = undefined;
    this.ack = this.arrived;
  }

  @fair("strong") @action receiveAck() {
    require(this.ack !== undefined);
    this.acknowledged = this.ack;
    this.ack = undefined;
  }

  @fault losePacket() {
    require(this.packet !== undefined);
    this.packet = undefined;
  }

  @fault loseAck() {
    require(this.ack !== undefined);
    this.ack = undefined;
  }

  @leadsTo whatIsSentArrives() {
    return { from: this.bit !== this.arrived, to: this.bit === this.arrived };
  }

  @leadsTo andIsAcknowledged() {
    return { from: this.bit !== this.acknowledged, to: this.bit === this.acknowledged };
  }
}

/** With weak fairness of receiving, each packet may be lost before it is received. */
export class WeakReceiver extends AlternatingBit {
  @fair @action override receive() {
    super.receive();
  }
}
