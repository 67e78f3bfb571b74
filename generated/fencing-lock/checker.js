// FencingLock with Token=3, Client=3: an explicit-state model. Generated; do not edit.
// specs/fencing-lock/spec.ts:19:14
//
// A state is 2 words of 32 bits, and 11 slots when unpacked:
//   issued: (Token) | undefined  slots 0  bits 0.0..0.1
//   lease: ({ client: Client; token: Token }) | undefined  slots 1..3  bits 0.2..0.6
//   held: Record<Client, (Token) | undefined>  slots 4..6  bits 0.7..0.12
//   sent: Set<{ kind: "grant"; client: Client; token: Token } | { kind: "write"; client: Client; token: Token }>  slots 7  bits 0.13..0.30
//   stored: ({ client: Client; token: Token }) | undefined  slots 8..10  bits 0.31..1.3
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(26);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(6);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,1,1]);
  const $clearMaskOfSlot = new Int32Array([-4,-5,-25,-97,-385,-1537,-6145,-2147475457,2147483647,-4,-13]);
  const $shiftOfSlot = new Int32Array([0,2,3,5,7,9,11,13,31,0,2]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(11, 0, 11);
    m.copyWithin(24, 22, 24);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[22]) {
      m[22] = m[24] = word;
      m[0] = m[11] = word & 3;
      m[1] = m[12] = (word >>> 2) & 1;
      m[2] = m[13] = (word >>> 3) & 3;
      m[3] = m[14] = (word >>> 5) & 3;
      m[4] = m[15] = (word >>> 7) & 3;
      m[5] = m[16] = (word >>> 9) & 3;
      m[6] = m[17] = (word >>> 11) & 3;
      m[7] = m[18] = (word >>> 13) & 262143;
      m[8] = m[19] = word >>> 31;
    }
    word = states[offset + 1] | 0;
    if (word !== m[23]) {
      m[23] = m[25] = word;
      m[9] = m[20] = word & 3;
      m[10] = m[21] = (word >>> 2) & 3;
    }
  }

  // @invariant oneClientPerToken  specs/fencing-lock/spec.ts:70:14
  function invariant_oneClientPerToken(at) {
    let forall = 1;
    each_token: for (let token = 0; token < 3; token++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        if ((m[7 /* sent */ + at] & 1 << a * 3 + token) !== 0) {
          each_b: for (let b = 0; b < 3; b++) {
            if (!((m[7 /* sent */ + at] & 1 << b * 3 + token) === 0 || a === b)) {
              forall2 = 0;
              break each_b;
            }
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_token;
      }
    }
    return forall;
  }

  // @invariant oneHolderPerToken  specs/fencing-lock/spec.ts:76:14
  function invariant_oneHolderPerToken(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      if (m[4 /* held */ + (at + a)] !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (!(m[4 /* held */ + (at + a)] !== m[4 /* held */ + (at + b)] || a === b)) {
            forall1 = 0;
            break each_b;
          }
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_a;
      }
    }
    return forall;
  }

  // @invariant storedUnderALease  specs/fencing-lock/spec.ts:81:14
  function invariant_storedUnderALease(at) {
    return m[8 /* stored */ + at] === 0 || (m[7 /* sent */ + at] & 1 << m[9 /* stored */ + at] * 3 + m[10 /* stored */ + at]) !== 0 ? 1 : 0;
  }

  // @step writesFollowTheLeases  specs/fencing-lock/spec.ts:86:9
  function step_writesFollowTheLeases(at, next) {
    let stored = at + 8 /* stored */ | 0;
    let result = m[stored] === 0 || m[8 /* stored */ + next] !== 0 && m[2 + stored] <= m[10 /* stored */ + next] && (m[10 /* stored */ + next] !== m[2 + stored] || m[9 /* stored */ + next] === m[1 + stored]) ? 1 : 0;
    return result;
  }

  // @reachable twoClientsWrite  specs/fencing-lock/spec.ts:97:14
  function reachable_twoClientsWrite(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[4 /* held */ + (at + a)] !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (a !== b && m[4 /* held */ + (at + b)] !== 0) {
            exists1 = 1;
            break each_b;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @reachable aLateWriteIsTurnedDown  specs/fencing-lock/spec.ts:101:14
  function reachable_aLateWriteIsTurnedDown(at) {
    let stored = at + 8 /* stored */ | 0;
    let and = m[stored] !== 0 ? 1 : 0;
    if (and !== 0) {
      let exists = 0;
      each_client: for (let client = 0; client < 3; client++) {
        let exists1 = 0;
        each_token: for (let token = 0; token < 3; token++) {
          if (m[4 /* held */ + (at + client)] === token + 1 && (m[7 /* sent */ + at] & 1 << client * 3 + token + 9 /* write  */) !== 0 && token < m[2 + stored]) {
            exists1 = 1;
            break each_token;
          }
        }
        if (exists1 !== 0) {
          exists = 1;
          break each_client;
        }
      }
      and = exists;
    }
    let result = and;
    return result;
  }

  // @reachable antecedent of oneClientPerToken  specs/fencing-lock/spec.ts:71:12
  function reachable_antecedent_of_oneClientPerToken(at) {
    let exists = 0;
    each_token: for (let token = 0; token < 3; token++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        if ((m[7 /* sent */ + at] & 1 << a * 3 + token) !== 0) {
          each_b: for (let b = 0; b < 3; b++) {
            if ((m[7 /* sent */ + at] & 1 << b * 3 + token) !== 0) {
              exists2 = 1;
              break each_b;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_token;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneHolderPerToken  specs/fencing-lock/spec.ts:77:12
  function reachable_antecedent_of_oneHolderPerToken(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      if (m[4 /* held */ + (at + a)] !== 0) {
        each_b: for (let b = 0; b < 3; b++) {
          if (m[4 /* held */ + (at + a)] === m[4 /* held */ + (at + b)]) {
            exists1 = 1;
            break each_b;
          }
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_a;
      }
    }
    return exists;
  }

  // @action acquire(client: Client, token: Token)  specs/fencing-lock/spec.ts:32:11
  function action_acquire() {
    let enabledHere = 0;
    none: {
      // require(this.lease === undefined)
      if (m[12 /* lease */] !== 0) break none;
      for (let client = 0; client < 3; client++) {
        for (let token = 0; token < 3; token++) {
          skip: {
            // require(this.issued === undefined || this.issued < token)
            let or = m[11] === 0 ? 1 : 0;
            if (or === 0) {
              let value = m[11];
              if (value === 0) {
                sink.violation("failure", 0, 0);
                break skip;
              }
              or = (value - 1 | 0) < token ? 1 : 0;
            }
            if (or === 0) break skip;
            // this.issued = token
            m[11] = token + 1;
            // this.lease = { client, token }
            m[13 /* lease */] = client;
            m[14 /* lease */] = token;
            m[12 /* lease */] = 1;
            // this.sent = this.sent.add({ kind: "grant", client, token })
            m[18 /* sent */] = m[18 /* sent */] | 1 << client * 3 + token;
            let word0 = m[22 /* word 0 */] & -2147475584 | m[11 /* issued */] | m[12 /* lease 0 */] << 2 | m[13 /* lease 1 */] << 3 | m[14 /* lease 2 */] << 5 | m[18 /* sent */] << 13;
            enabledHere = enabledHere + 1 | 0;
            if (step_writesFollowTheLeases(0, 11) === 0) {
              {
                const row = sink.count * 2;
                rows[row] = word0;
                rows[row + 1] = m[23 /* word 1 */];
              }
              sink.violation("step", 0, 0);
            }
            if (word0 !== m[22 /* word 0 */]) {
              {
                const row = sink.count * 2;
                rows[row] = word0;
                rows[row + 1] = m[23 /* word 1 */];
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[11] = m[0];
            m[12] = m[1];
            m[13] = m[2];
            m[14] = m[3];
            m[18] = m[7];
          }
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action expire()  specs/fencing-lock/spec.ts:40:11
  function action_expire() {
    let enabledHere = 0;
    none: {
      // require(this.lease !== undefined)
      if (m[12 /* lease */] === 0) break none;
      // this.lease = undefined
      m[12 /* lease */] = 0;
      m[13 /* lease */] = 0;
      m[14 /* lease */] = 0;
      let word0 = m[22 /* word 0 */] & -125 | m[12 /* lease 0 */] << 2 | m[13 /* lease 1 */] << 3 | m[14 /* lease 2 */] << 5;
      enabledHere = enabledHere + 1 | 0;
      if (step_writesFollowTheLeases(0, 11) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[23 /* word 1 */];
        }
        sink.violation("step", 0, 1);
      }
      if (word0 !== m[22 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[23 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[12] = m[1];
      m[13] = m[2];
      m[14] = m[3];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receiveGrant(client: Client, token: Token)  specs/fencing-lock/spec.ts:45:11
  function action_receiveGrant() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      each_token: for (let token = 0; token < 3; token++) {
        // require(this.sent.has({ kind: "grant", client, token }))
        if ((m[18 /* sent */] & 1 << client * 3 + token) === 0) continue each_token;
        // this.held[client] = token
        m[15 /* held */ + client] = token + 1;
        let word0 = m[22 /* word 0 */] & (3 << client * 2 + 7 ^ -1) | m[15 /* held */ + client] << client * 2 + 7;
        enabledHere = enabledHere + 1 | 0;
        if (step_writesFollowTheLeases(0, 11) === 0) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[23 /* word 1 */];
          }
          sink.violation("step", 0, 2);
        }
        if (word0 !== m[22 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[23 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[15 /* held */ + client] = m[4 /* held */ + client];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action stop(client: Client)  specs/fencing-lock/spec.ts:51:11
  function action_stop() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 3; client++) {
      // require(this.held[client] !== undefined)
      if (m[15 /* held */ + client] === 0) continue each_client;
      // this.held[client] = undefined
      m[15 /* held */ + client] = 0;
      let word0 = m[22 /* word 0 */] & (3 << client * 2 + 7 ^ -1) | m[15 /* held */ + client] << client * 2 + 7;
      enabledHere = enabledHere + 1 | 0;
      if (step_writesFollowTheLeases(0, 11) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[23 /* word 1 */];
        }
        sink.violation("step", 0, 3);
      }
      if (word0 !== m[22 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[23 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[15 /* held */ + client] = m[4 /* held */ + client];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action write(client: Client)  specs/fencing-lock/spec.ts:56:11
  function action_write() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      skip: {
        let token = m[15 /* held */ + client];
        // require(token !== undefined)
        if (token === 0) break skip;
        // this.sent = this.sent.add({ kind: "write", client, token: token })
        m[18 /* sent */] = m[18 /* sent */] | 1 << client * 3 + token + 8 /* write  */;
        let word0 = m[22 /* word 0 */] & -2147475457 | m[18 /* sent */] << 13;
        enabledHere = enabledHere + 1 | 0;
        if (step_writesFollowTheLeases(0, 11) === 0) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[23 /* word 1 */];
          }
          sink.violation("step", 0, 4);
        }
        if (word0 !== m[22 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[23 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[18] = m[7];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action accept(client: Client, token: Token)  specs/fencing-lock/spec.ts:63:11
  function action_accept() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      each_token: for (let token = 0; token < 3; token++) {
        // require(this.sent.has({ kind: "write", client, token }))
        if ((m[18 /* sent */] & 1 << client * 3 + token + 9 /* write  */) === 0) continue each_token;
        skip: {
          // require(this.stored === undefined || this.stored.token <= token)
          let or = m[19 /* stored */] === 0 ? 1 : 0;
          if (or === 0) {
            if (m[19 /* stored */] === 0) {
              sink.violation("failure", 1, 5);
              break skip;
            }
            or = m[21 /* stored */] <= token ? 1 : 0;
          }
          if (or === 0) break skip;
          // this.stored = { client, token }
          m[20 /* stored */] = client;
          m[21 /* stored */] = token;
          m[19 /* stored */] = 1;
          let word0 = m[22 /* word 0 */] & 2147483647 | m[19 /* stored 0 */] << 31;
          let word1 = m[20 /* stored 1 */] | m[21 /* stored 2 */] << 2;
          enabledHere = enabledHere + 1 | 0;
          if (step_writesFollowTheLeases(0, 11) === 0) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = word1;
            }
            sink.violation("step", 0, 5);
          }
          if (word0 !== m[22 /* word 0 */] || word1 !== m[23 /* word 1 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = word1;
            }
            if (++sink.count === capacity) sink.flush();
          }
          m[19] = m[8];
          m[20] = m[9];
          m[21] = m[10];
        }
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 24 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[11 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[11 + slot] ^ m[slot];
  }

  // The initial states  specs/fencing-lock/spec.ts:19:14
  function initial() {
    m[11] = 0;
    m[12 /* lease */] = 0;
    m[13 /* lease */] = 0;
    m[14 /* lease */] = 0;
    for (let k = 0; k < 3; k++) {
      m[15 /* held */ + k] = 0;
    }
    m[18 /* sent */] = 0;
    m[19 /* stored */] = 0;
    m[20 /* stored */] = 0;
    m[21 /* stored */] = 0;
    for (let slot = 0; slot < 11; slot++) {
      $patchSlot(slot);
    }
    writeRow(24);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["acquire", "expire", "receiveGrant", "stop", "write", "accept"],
    invariants: ["oneClientPerToken", "oneHolderPerToken", "storedUnderALease"],
    steps: ["writesFollowTheLeases"],
    reachables: ["twoClientsWrite", "aLateWriteIsTurnedDown", "antecedent of oneClientPerToken", "antecedent of oneHolderPerToken"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_acquire() + action_expire() + action_receiveGrant() + action_stop() + action_write() + action_accept();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_twoClientsWrite(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_aLateWriteIsTurnedDown(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_oneClientPerToken(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_oneHolderPerToken(0) !== 0) pending[3] = 0;
      if (skip[0] === 0 && invariant_oneClientPerToken(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneHolderPerToken(0) === 0) return 1;
      if (skip[2] === 0 && invariant_storedUnderALease(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
