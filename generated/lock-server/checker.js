// LockServer with Server=2, Client=3: an explicit-state model. Generated; do not edit.
// specs/lock-server/spec.ts:12:14
//
// A state is 1 word of 32 bits, and 3 slots when unpacked:
//   semaphore: Record<Server, boolean>  slots 0..1  bits 0.0..0.1
//   links: Set<{ client: Client; server: Server }>  slots 2  bits 0.2..0.7
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 1;

export function createModel(sink) {
  const m = new Int32Array(8);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(2);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0]);
  const $clearMaskOfSlot = new Int32Array([-2,-3,-253]);
  const $shiftOfSlot = new Int32Array([0,1,2]);

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
      m[0] = m[3] = word & 1;
      m[1] = m[4] = (word >>> 1) & 1;
      m[2] = m[5] = (word >>> 2) & 63;
    }
  }

  // @invariant exclusive  specs/lock-server/spec.ts:32:14
  function invariant_exclusive(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        let forall2 = 1;
        each_server: for (let server = 0; server < 2; server++) {
          if (!(!((m[2 /* links */ + at] & 1 << a * 2 + server) !== 0 && (m[2 /* links */ + at] & 1 << b * 2 + server) !== 0) || a === b)) {
            forall2 = 0;
            break each_server;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_b;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_a;
      }
    }
    return forall;
  }

  // @reachable served  specs/lock-server/spec.ts:38:14
  function reachable_served(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 3; client++) {
      let exists1 = 0;
      each_server: for (let server = 0; server < 2; server++) {
        if ((m[2 /* links */ + at] & 1 << client * 2 + server) !== 0) {
          exists1 = 1;
          break each_server;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @reachable antecedent of exclusive  specs/lock-server/spec.ts:33:12
  function reachable_antecedent_of_exclusive(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let exists2 = 0;
        each_server: for (let server = 0; server < 2; server++) {
          if ((m[2 /* links */ + at] & 1 << a * 2 + server) !== 0 && (m[2 /* links */ + at] & 1 << b * 2 + server) !== 0) {
            exists2 = 1;
            break each_server;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_b;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action connect(client: Client, server: Server)  specs/lock-server/spec.ts:19:11
  function action_connect() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      each_server: for (let server = 0; server < 2; server++) {
        // require(this.semaphore[server])
        if (m[3 + server] === 0) continue each_server;
        // this.links = this.links.add({ client, server })
        m[5 /* links */] = m[5 /* links */] | 1 << client * 2 + server;
        // this.semaphore[server] = false
        m[3 + server] = 0;
        let word0 = m[6 /* word 0 */] & -253 | m[5 /* links */] << 2;
        word0 = word0 & (1 << server ^ -1) | m[3 + server] << server;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[5] = m[2];
        m[3 + server] = m[server];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action disconnect(client: Client, server: Server)  specs/lock-server/spec.ts:25:11
  function action_disconnect() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      each_server: for (let server = 0; server < 2; server++) {
        // require(this.links.has({ client, server }))
        if ((m[5 /* links */] & 1 << client * 2 + server) === 0) continue each_server;
        // this.links = this.links.delete({ client, server })
        m[5 /* links */] = m[5 /* links */] & (1 << client * 2 + server ^ -1);
        // this.semaphore[server] = true
        m[3 + server] = 1;
        let word0 = m[6 /* word 0 */] & -253 | m[5 /* links */] << 2;
        word0 = word0 & (1 << server ^ -1) | m[3 + server] << server;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[6 /* word 0 */]) {
          rows[sink.count] = word0;
          if (++sink.count === capacity) sink.flush();
        }
        m[5] = m[2];
        m[3 + server] = m[server];
      }
    }
    enabled[1] += enabledHere;
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

  // The initial states  specs/lock-server/spec.ts:12:14
  function initial() {
    for (let k = 0; k < 2; k++) {
      m[3 + k] = 1;
    }
    m[5 /* links */] = 0;
    for (let slot = 0; slot < 3; slot++) {
      $patchSlot(slot);
    }
    writeRow(7);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 1,
    actions: ["connect", "disconnect"],
    invariants: ["exclusive"],
    steps: [],
    reachables: ["served", "antecedent of exclusive"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_connect() + action_disconnect();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_served(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_exclusive(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_exclusive(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
