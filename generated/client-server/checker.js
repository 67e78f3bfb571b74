// ClientServer with Request=2, Response=2, Client=2: an explicit-state model. Generated; do not edit.
// specs/client-server/spec.ts:25:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   matches: Set<{ request: Request; response: Response }>  slots 0  bits 0.0..0.3
//   sent: Set<{ kind: "request"; from: Client; request: Request } | { kind: "response"; response: Response; to: Client }>  slots 1  bits 0.4..0.11
//   received: Set<{ client: Client; response: Response }>  slots 2  bits 0.12..0.15
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-16,-4081,-61441]);
  const $shiftOfSlot = new Int32Array([0,4,12]);

  function writeRow(from) {
    const row = sink.count * 1;
    for (let i = 0; i < 1; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(3, 0, 3);
    m.copyWithin(7, 6, 7);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    const word = states[offset] | 0;
    if (word !== m[6]) {
      m[6] = m[7] = word;
      m[0] = m[3] = word & 15;
      m[1] = m[4] = (word >>> 4) & 255;
      m[2] = m[5] = (word >>> 12) & 15;
    }
  }

  // @invariant receivedWasAsked  specs/client-server/spec.ts:55:14
  function invariant_receivedWasAsked(at) {
    let forall = 1;
    each_client: for (let client = 0; client < 2; client++) {
      let forall1 = 1;
      each_response: for (let response = 0; response < 2; response++) {
        let implies = (m[2 /* received */ + at] & 1 << client * 2 + response) === 0 ? 1 : 0;
        if (implies === 0) {
          let exists = 0;
          each_request: for (let request = 0; request < 2; request++) {
            if ((m[1 /* sent */ + at] & 1 << client * 2 + request) !== 0 && (m[at] & 1 << request * 2 + response) !== 0) {
              exists = 1;
              break each_request;
            }
          }
          implies = exists;
        }
        if (implies === 0) {
          forall1 = 0;
          break each_response;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_client;
      }
    }
    return forall;
  }

  // @reachable someoneIsAnswered  specs/client-server/spec.ts:61:14
  function reachable_someoneIsAnswered(at) {
    let exists = 0;
    each_delivery: for (let delivery = 0; delivery < 4; delivery++) {
      if ((m[2 /* received */ + at] & 1 << delivery) !== 0) {
        exists = 1;
        break each_delivery;
      }
    }
    return exists;
  }

  // @reachable antecedent of receivedWasAsked  specs/client-server/spec.ts:56:12
  function reachable_antecedent_of_receivedWasAsked(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 2; client++) {
      let exists1 = 0;
      each_response: for (let response = 0; response < 2; response++) {
        if ((m[2 /* received */ + at] & 1 << client * 2 + response) !== 0) {
          exists1 = 1;
          break each_response;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @action ask(from: Client, request: Request)  specs/client-server/spec.ts:33:11
  function action_ask() {
    let enabledHere = 0;
    for (let from = 0; from < 2; from++) {
      for (let request = 0; request < 2; request++) {
        // this.sent = this.sent.add({ kind: "request", from, request })
        m[4 /* sent */] = m[4 /* sent */] | 1 << from * 2 + request;
        let word0 = m[6 /* word 0 */] & -4081 | m[4 /* sent */] << 4;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[4] = m[1];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action respond(client: Client, request: Request, response: Response)  specs/client-server/spec.ts:37:11
  function action_respond() {
    let enabledHere = 0;
    for (let client = 0; client < 2; client++) {
      each_request: for (let request = 0; request < 2; request++) {
        // require(this.sent.has({ kind: "request", from: client, request }))
        if ((m[4 /* sent */] & 1 << client * 2 + request) === 0) continue each_request;
        each_response: for (let response = 0; response < 2; response++) {
          // require(this.matches.has({ request, response }))
          if ((m[3] & 1 << request * 2 + response) === 0) continue each_response;
          // this.sent = this.sent.add({ kind: "response", response, to: client })
          m[4 /* sent */] = m[4 /* sent */] | 1 << response * 2 + client + 4 /* response  */;
          let word0 = m[6 /* word 0 */] & -4081 | m[4 /* sent */] << 4;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[6 /* word 0 */]) {
            rows[sink.count] = word0;
            if (++sink.count === capacity) sink.flush();
          }
          m[4] = m[1];
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receive(client: Client, response: Response)  specs/client-server/spec.ts:42:11
  function action_receive() {
    let enabledHere = 0;
    for (let client = 0; client < 2; client++) {
      each_response: for (let response = 0; response < 2; response++) {
        // require(this.sent.has({ kind: "response", response, to: client }))
        if ((m[4 /* sent */] & 1 << response * 2 + client + 4 /* response  */) === 0) continue each_response;
        // this.received = this.received.add({ client, response })
        m[5 /* received */] = m[5 /* received */] | 1 << client * 2 + response;
        let word0 = m[6 /* word 0 */] & -61441 | m[5 /* received */] << 12;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[5] = m[2];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 7 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[3 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[3 + slot] ^ m[slot];
  }

  // The initial states  specs/client-server/spec.ts:25:14
  function initial() {
    for (let matches = 0; matches < 16; matches++) {
      m[3] = matches;
      m[4 /* sent */] = 0;
      m[5 /* received */] = 0;
      for (let slot = 0; slot < 3; slot++) {
        $patchSlot(slot);
      }
      writeRow(7);
      if (++sink.count === capacity) sink.flush();
    }
  }

  return {
    words: 1,
    actions: ["ask", "respond", "receive"],
    invariants: ["receivedWasAsked"],
    steps: [],
    reachables: ["someoneIsAnswered", "antecedent of receivedWasAsked"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_ask() + action_respond() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneIsAnswered(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_receivedWasAsked(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_receivedWasAsked(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
