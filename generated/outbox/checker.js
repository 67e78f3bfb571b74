// Outbox with Purchase=2: an explicit-state model. Generated; do not edit.
// specs/outbox/spec.ts:13:14
//
// A state is 1 word of 32 bits, and 11 slots when unpacked:
//   committed: Set<Purchase>  slots 0  bits 0.0..0.1
//   outbox: Set<Purchase>  slots 1  bits 0.2..0.3
//   relayed: Set<Purchase>  slots 2  bits 0.4..0.5
//   broker.messages: Set<Purchase>  slots 3  bits 0.6..0.7
//   broker.copies: Set<Purchase>  slots 4  bits 0.8..0.9
//   broker.duplicated: Int<0, 7>  slots 5  bits 0.10..0.12
//   inHand: (Purchase) | undefined  slots 6  bits 0.13..0.14
//   hasActed: boolean  slots 7  bits 0.15..0.15
//   charges: Record<Purchase, Int<0, 2>>  slots 8..9  bits 0.16..0.19
//   processes.crashed: Int<0, 7>  slots 10  bits 0.20..0.22
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(24);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(8);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-13,-49,-193,-769,-7169,-24577,-32769,-196609,-786433,-7340033]);
  const $shiftOfSlot = new Int32Array([0,2,4,6,8,10,13,15,16,18,20]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(11, 0, 11);
    m.copyWithin(23, 22, 23);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[22]) {
      m[22] = m[23] = word;
      m[0] = m[11] = word & 3;
      m[1] = m[12] = (word >>> 2) & 3;
      m[2] = m[13] = (word >>> 4) & 3;
      m[3] = m[14] = (word >>> 6) & 3;
      m[4] = m[15] = (word >>> 8) & 3;
      m[5] = m[16] = (word >>> 10) & 7;
      m[6] = m[17] = (word >>> 13) & 3;
      m[7] = m[18] = (word >>> 15) & 1;
      m[8] = m[19] = (word >>> 16) & 3;
      m[9] = m[20] = (word >>> 18) & 3;
      m[10] = m[21] = (word >>> 20) & 7;
    }
  }

  // @invariant noPurchaseIsLost  specs/outbox/spec.ts:112:14
  function invariant_noPurchaseIsLost(at) {
    let forall = 1;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if (!((m[at] & 1 << purchase) === 0 || (m[1 /* outbox */ + at] & 1 << purchase) !== 0 || (m[3 /* broker.messages */ + at] & 1 << purchase) !== 0 || 0 < m[8 /* charges */ + (at + purchase)])) {
        forall = 0;
        break each_purchase;
      }
    }
    return forall;
  }

  // @invariant noPurchaseIsInvented  specs/outbox/spec.ts:122:14
  function invariant_noPurchaseIsInvented(at) {
    let forall = 1;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if (!(m[8 /* charges */ + (at + purchase)] <= 0 || (m[at] & 1 << purchase) !== 0)) {
        forall = 0;
        break each_purchase;
      }
    }
    return forall;
  }

  // @invariant nobodyPaysTwice  specs/outbox/spec.ts:126:14
  function invariant_nobodyPaysTwice(at) {
    let forall = 1;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if (2 <= m[8 /* charges */ + (at + purchase)]) {
        forall = 0;
        break each_purchase;
      }
    }
    return forall;
  }

  // @reachable everythingIsPaid  specs/outbox/spec.ts:139:14
  function reachable_everythingIsPaid(at) {
    let forall = 1;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if (!(m[8 /* charges */ + (at + purchase)] === 1 && (m[3 /* broker.messages */ + at] & 1 << purchase) === 0 && (m[1 /* outbox */ + at] & 1 << purchase) === 0)) {
        forall = 0;
        break each_purchase;
      }
    }
    return forall;
  }

  // @reachable anEventComesTwice  specs/outbox/spec.ts:143:14
  function reachable_anEventComesTwice(at) {
    let exists = 0;
    if (m[7 /* hasActed */ + at] === 0) {
      each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
        if (m[6 /* inHand */ + at] === purchase + 1 && 0 < m[8 /* charges */ + (at + purchase)]) {
          exists = 1;
          break each_purchase;
        }
      }
    }
    return exists;
  }

  // @reachable antecedent of noPurchaseIsLost  specs/outbox/spec.ts:113:12
  function reachable_antecedent_of_noPurchaseIsLost(at) {
    let exists = 0;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if ((m[at] & 1 << purchase) !== 0) {
        exists = 1;
        break each_purchase;
      }
    }
    return exists;
  }

  // @reachable antecedent of noPurchaseIsInvented  specs/outbox/spec.ts:123:12
  function reachable_antecedent_of_noPurchaseIsInvented(at) {
    let exists = 0;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      if (0 < m[8 /* charges */ + (at + purchase)]) {
        exists = 1;
        break each_purchase;
      }
    }
    return exists;
  }

  // @action broker.duplicate(message: Purchase)  tenet/faults:79:10
  function action_broker_duplicate() {
    let enabledHere = 0;
    for (let message = 0; message < 2; message++) {
      skip: {
        instance: {
          let used = m[16 /* broker.duplicated */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.broker.duplicated = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[16 /* broker.duplicated */] = value;
          // require(this.broker.messages.has(message))
          if ((m[14 /* broker.messages */] & 1 << message) === 0) break instance;
          // require(!this.broker.copies.has(message))
          if ((m[15 /* broker.copies */] & 1 << message) !== 0) break instance;
          // this.broker.copies = this.broker.copies.add(message)
          m[15 /* broker.copies */] = m[15 /* broker.copies */] | 1 << message;
          let word0 = m[22 /* word 0 */] & -7937 | m[15 /* broker.copies */] << 8 | m[16 /* broker.duplicated */] << 10;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[22 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[15] = m[4];
        m[16] = m[5];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action processes.crash(node: "consumer" | "relay" | "service")  tenet/faults:319:10
  function action_processes_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let used = m[21 /* processes.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.processes.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 1);
            break instance;
          }
          m[21 /* processes.crashed */] = value;
          if (node === 1 /* "relay" */) {
            // this.relayed = new Set()
            m[13 /* relayed */] = 0;
          }
          if (node === 0 /* "consumer" */) {
            // this.inHand = undefined
            m[17 /* inHand */] = 0;
            // this.hasActed = false
            m[18 /* hasActed */] = 0;
          }
          let word0 = m[22 /* word 0 */] & -7397425 | m[13 /* relayed */] << 4 | m[17 /* inHand */] << 13 | m[18 /* hasActed */] << 15 | m[21 /* processes.crashed */] << 20;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[22 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[13] = m[2];
        m[17] = m[6];
        m[18] = m[7];
        m[21] = m[10];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action place(purchase: Purchase)  specs/outbox/spec.ts:57:11
  function action_place() {
    let enabledHere = 0;
    each_purchase: for (let purchase = 0; purchase < 2; purchase++) {
      // require(!this.committed.has(purchase))
      if ((m[11] & 1 << purchase) !== 0) continue each_purchase;
      // require(!(0 < this.charges[purchase]))
      if (0 < m[19 /* charges */ + purchase]) continue each_purchase;
      // require(!this.broker.messages.has(purchase))
      if ((m[14 /* broker.messages */] & 1 << purchase) !== 0) continue each_purchase;
      // this.committed = this.committed.add(purchase)
      m[11] = m[11] | 1 << purchase;
      // this.outbox = this.outbox.add(purchase)
      m[12 /* outbox */] = m[12 /* outbox */] | 1 << purchase;
      let word0 = m[22 /* word 0 */] & -16 | m[11 /* committed */] | m[12 /* outbox */] << 2;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[11] = m[0];
      m[12] = m[1];
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action relay(purchase: Purchase)  specs/outbox/spec.ts:74:11
  function action_relay() {
    let enabledHere = 0;
    each_purchase: for (let purchase$bits = m[12 /* outbox */] & 3; purchase$bits !== 0; purchase$bits &= purchase$bits - 1) {
      const purchase = 31 - Math.clz32(purchase$bits & -purchase$bits);
      // require(!this.relayed.has(purchase))
      if ((m[13 /* relayed */] & 1 << purchase) !== 0) continue each_purchase;
      // this.broker.messages = this.broker.messages.add(purchase)
      m[14 /* broker.messages */] = m[14 /* broker.messages */] | 1 << purchase;
      // this.relayed = this.relayed.add(purchase)
      m[13 /* relayed */] = m[13 /* relayed */] | 1 << purchase;
      let word0 = m[22 /* word 0 */] & -241 | m[13 /* relayed */] << 4 | m[14 /* broker.messages */] << 6;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[13] = m[2];
      m[14] = m[3];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action clear(purchase: Purchase)  specs/outbox/spec.ts:80:11
  function action_clear() {
    let enabledHere = 0;
    each_purchase: for (let purchase$bits = m[12 /* outbox */] & 3; purchase$bits !== 0; purchase$bits &= purchase$bits - 1) {
      const purchase = 31 - Math.clz32(purchase$bits & -purchase$bits);
      // require(this.relayed.has(purchase))
      if ((m[13 /* relayed */] & 1 << purchase) === 0) continue each_purchase;
      // this.outbox = this.outbox.delete(purchase)
      m[12 /* outbox */] = m[12 /* outbox */] & (1 << purchase ^ -1);
      // this.relayed = this.relayed.delete(purchase)
      m[13 /* relayed */] = m[13 /* relayed */] & (1 << purchase ^ -1);
      let word0 = m[22 /* word 0 */] & -61 | m[12 /* outbox */] << 2 | m[13 /* relayed */] << 4;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[12] = m[1];
      m[13] = m[2];
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action deliver(purchase: Purchase)  specs/outbox/spec.ts:86:11
  function action_deliver() {
    let enabledHere = 0;
    none: {
      // require(this.inHand === undefined)
      if (m[17 /* inHand */] !== 0) break none;
      for (let purchase$bits = m[14 /* broker.messages */] & 3; purchase$bits !== 0; purchase$bits &= purchase$bits - 1) {
        const purchase = 31 - Math.clz32(purchase$bits & -purchase$bits);
        // this.inHand = purchase
        m[17 /* inHand */] = purchase + 1;
        let word0 = m[22 /* word 0 */] & -24577 | m[17 /* inHand */] << 13;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[22 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[17] = m[6];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action charge()  specs/outbox/spec.ts:92:11
  function action_charge() {
    let enabledHere = 0;
    skip: {
      let purchase = m[17 /* inHand */];
      // require(purchase !== undefined)
      if (purchase === 0) break skip;
      // require(!this.hasActed)
      if (m[18 /* hasActed */] !== 0) break skip;
      let purchase_2 = purchase - 1 | 0;
      let result = 0 < m[19 /* charges */ + purchase_2] ? 1 : 0;
      if (result === 0) {
        // this.charges[purchase] = Math.min(2, this.charges[purchase] + 1)
        m[18 /* charges */ + purchase] = Math.min(2, m[18 /* charges */ + purchase] + 1);
      }
      // this.hasActed = true
      m[18 /* hasActed */] = 1;
      let word0 = m[22 /* word 0 */] & -1015809 | m[18 /* hasActed */] << 15 | m[19 /* charges 0 */] << 16 | m[20 /* charges 1 */] << 18;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[18] = m[7];
      m[19] = m[8];
      m[20] = m[9];
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action acknowledge()  specs/outbox/spec.ts:99:11
  function action_acknowledge() {
    let enabledHere = 0;
    skip: {
      let purchase = m[17 /* inHand */];
      // require(purchase !== undefined)
      if (purchase === 0) break skip;
      // require(this.hasActed)
      if (m[18 /* hasActed */] === 0) break skip;
      let message = purchase - 1 | 0;
      let result = (m[14 /* broker.messages */] & 1 << message) !== 0 ? 1 : 0;
      if (result !== 0) {
        let message_2 = purchase - 1 | 0;
        if ((m[15 /* broker.copies */] & 1 << message_2) !== 0) {
          // this.broker.copies = this.broker.copies.delete(message$2)
          m[15 /* broker.copies */] = m[15 /* broker.copies */] & (1 << message_2 ^ -1);
        } else {
          // this.broker.messages = this.broker.messages.delete(message$2)
          m[14 /* broker.messages */] = m[14 /* broker.messages */] & (1 << message_2 ^ -1);
        }
      }
      // this.inHand = undefined
      m[17 /* inHand */] = 0;
      // this.hasActed = false
      m[18 /* hasActed */] = 0;
      let word0 = m[22 /* word 0 */] & -58305 | m[14 /* broker.messages */] << 6 | m[15 /* broker.copies */] << 8 | m[17 /* inHand */] << 13 | m[18 /* hasActed */] << 15;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[22 /* word 0 */]) {
        rows[sink.count] = word0;
        if (++sink.count === capacity) sink.flush();
      }
      m[14] = m[3];
      m[15] = m[4];
      m[17] = m[6];
      m[18] = m[7];
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 23 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[11 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[11 + slot] ^ m[slot];
  }

  // The initial states  specs/outbox/spec.ts:13:14
  function initial() {
    m[11] = 0;
    m[12 /* outbox */] = 0;
    m[13 /* relayed */] = 0;
    m[14 /* broker.messages */] = 0;
    m[15 /* broker.copies */] = 0;
    m[16 /* broker.duplicated */] = 0;
    m[17 /* inHand */] = 0;
    m[18 /* hasActed */] = 0;
    for (let k = 0; k < 2; k++) {
      m[19 /* charges */ + k] = 0;
    }
    m[21 /* processes.crashed */] = 0;
    for (let slot = 0; slot < 11; slot++) {
      $patchSlot(slot);
    }
    writeRow(23);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["broker.duplicate", "processes.crash", "place", "relay", "clear", "deliver", "charge", "acknowledge"],
    invariants: ["noPurchaseIsLost", "noPurchaseIsInvented", "nobodyPaysTwice"],
    steps: [],
    reachables: ["everythingIsPaid", "anEventComesTwice", "antecedent of noPurchaseIsLost", "antecedent of noPurchaseIsInvented"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_broker_duplicate() + action_processes_crash() + action_place() + action_relay() + action_clear() + action_deliver() + action_charge() + action_acknowledge();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_everythingIsPaid(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_anEventComesTwice(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_noPurchaseIsLost(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_noPurchaseIsInvented(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_noPurchaseIsLost(0) === 0) return 0;
      if (skip[1] === 0 && invariant_noPurchaseIsInvented(0) === 0) return 1;
      if (skip[2] === 0 && invariant_nobodyPaysTwice(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
