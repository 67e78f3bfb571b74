// LeaseLock with Machine=3, Token=2: an explicit-state model. Generated; do not edit.
// specs/lease-lock/spec.ts:21:14
//
// A state is 3 words of 32 bits, and 21 slots when unpacked:
//   timers.now: Record<Machine, Int<0, 31>>  slots 0..2  bits 0.0..0.14
//   timers.until: Record<Machine, Int<0, 31>>  slots 3..5  bits 0.15..0.29
//   net.messages: Set<{ kind: "ask"; from: Machine; to: Machine } | { kind: "grant"; from: Machine; to: Machine; token: Token }>  slots 6  bits 1.0..1.26
//   issued: (Token) | undefined  slots 7  bits 1.27..1.28
//   phase: Record<Machine, "asking" | "done" | "holding" | "idle" | "refused" | "updating">  slots 8..10  bits 1.29..2.5
//   token: Record<Machine, (Token) | undefined>  slots 11..13  bits 2.6..2.11
//   seen: Record<Machine, (Token) | undefined>  slots 14..16  bits 2.12..2.17
//   paused: Set<Machine>  slots 17  bits 2.18..2.20
//   pausesSoFar: Int<0, 7>  slots 18  bits 2.21..2.23
//   stored: (Token) | undefined  slots 19  bits 2.24..2.25
//   fence: (Token) | undefined  slots 20  bits 2.26..2.27
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(59);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(9);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,1,1,1,2,2,2,2,2,2,2,2,2,2,2,2]);
  const $clearMaskOfSlot = new Int32Array([-32,-993,-31745,-1015809,-32505857,-1040187393,-134217728,-402653185,536870911,-8,-57,-193,-769,-3073,-12289,-49153,-196609,-1835009,-14680065,-50331649,-201326593]);
  const $shiftOfSlot = new Int32Array([0,5,10,15,20,25,0,27,29,0,3,6,8,10,12,14,16,18,21,24,26]);

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(21, 0, 21);
    m.copyWithin(45, 42, 45);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[42]) {
      m[42] = m[45] = word;
      m[0] = m[21] = word & 31;
      m[1] = m[22] = (word >>> 5) & 31;
      m[2] = m[23] = (word >>> 10) & 31;
      m[3] = m[24] = (word >>> 15) & 31;
      m[4] = m[25] = (word >>> 20) & 31;
      m[5] = m[26] = (word >>> 25) & 31;
    }
    word = states[offset + 1] | 0;
    if (word !== m[43]) {
      m[43] = m[46] = word;
      m[6] = m[27] = word & 134217727;
      m[7] = m[28] = (word >>> 27) & 3;
      m[8] = m[29] = word >>> 29;
    }
    word = states[offset + 2] | 0;
    if (word !== m[44]) {
      m[44] = m[47] = word;
      m[9] = m[30] = word & 7;
      m[10] = m[31] = (word >>> 3) & 7;
      m[11] = m[32] = (word >>> 6) & 3;
      m[12] = m[33] = (word >>> 8) & 3;
      m[13] = m[34] = (word >>> 10) & 3;
      m[14] = m[35] = (word >>> 12) & 3;
      m[15] = m[36] = (word >>> 14) & 3;
      m[16] = m[37] = (word >>> 16) & 3;
      m[17] = m[38] = (word >>> 18) & 7;
      m[18] = m[39] = (word >>> 21) & 7;
      m[19] = m[40] = (word >>> 24) & 3;
      m[20] = m[41] = (word >>> 26) & 3;
    }
  }

  // @invariant oneHolderAtATime  specs/lease-lock/spec.ts:147:14
  function invariant_oneHolderAtATime(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        let phase = m[8 /* phase */ + (at + a)];
        let moment = m[3 /* timers.until */ + (at + a)];
        let result = moment <= m[at + a] ? 1 : 0;
        let result1 = result === 0 && (m[17 /* paused */ + at] & 1 << a) === 0 && (phase === 2 /* "holding" */ || phase === 5 /* "updating" */) ? 1 : 0;
        let and = result1;
        if (and !== 0) {
          let phase_2 = m[8 /* phase */ + (at + b)];
          let moment_2 = m[3 /* timers.until */ + (at + b)];
          let result2 = moment_2 <= m[at + b] ? 1 : 0;
          let result3 = result2 === 0 && (m[17 /* paused */ + at] & 1 << b) === 0 && (phase_2 === 2 /* "holding" */ || phase_2 === 5 /* "updating" */) ? 1 : 0;
          and = result3;
        }
        if (!(and === 0 || a === b)) {
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

  // @step noUpdateIsLost  specs/lease-lock/spec.ts:152:9
  function step_noUpdateIsLost(at, next) {
    let forall = 1;
    each_client: for (let client = 0; client < 3; client++) {
      if (!(!(m[8 /* phase */ + (at + client)] !== 1 /* "done" */ && m[8 /* phase */ + (next + client)] === 1 /* "done" */) || m[19 /* stored */ + at] === m[14 /* seen */ + (at + client)])) {
        forall = 0;
        break each_client;
      }
    }
    return forall;
  }

  // @step writesFollowTheLeases  specs/lease-lock/spec.ts:159:9
  function step_writesFollowTheLeases(at, next) {
    let or = m[19 /* stored */ + at] === 0 ? 1 : 0;
    if (or === 0) {
      let and = m[19 /* stored */ + next] !== 0 ? 1 : 0;
      if (and !== 0) {
        let value = m[19 /* stored */ + at];
        let value1 = m[19 /* stored */ + next];
        and = (value - 1 | 0) <= (value1 - 1 | 0) ? 1 : 0;
      }
      or = and;
    }
    return or;
  }

  // @reachable updatesBuildOnEachOther  specs/lease-lock/spec.ts:167:14
  function reachable_updatesBuildOnEachOther(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 3; client++) {
      if (m[8 /* phase */ + (at + client)] === 1 /* "done" */ && m[14 /* seen */ + (at + client)] !== 0) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @reachable aLateWriteIsRefused  specs/lease-lock/spec.ts:172:14
  function reachable_aLateWriteIsRefused(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 3; client++) {
      if (m[8 /* phase */ + (at + client)] === 4 /* "refused" */) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneHolderAtATime  specs/lease-lock/spec.ts:148:12
  function reachable_antecedent_of_oneHolderAtATime(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        let phase = m[8 /* phase */ + (at + a)];
        let moment = m[3 /* timers.until */ + (at + a)];
        let result = moment <= m[at + a] ? 1 : 0;
        let result1 = result === 0 && (m[17 /* paused */ + at] & 1 << a) === 0 && (phase === 2 /* "holding" */ || phase === 5 /* "updating" */) ? 1 : 0;
        let and = result1;
        if (and !== 0) {
          let phase_2 = m[8 /* phase */ + (at + b)];
          let moment_2 = m[3 /* timers.until */ + (at + b)];
          let result2 = moment_2 <= m[at + b] ? 1 : 0;
          let result3 = result2 === 0 && (m[17 /* paused */ + at] & 1 << b) === 0 && (phase_2 === 2 /* "holding" */ || phase_2 === 5 /* "updating" */) ? 1 : 0;
          and = result3;
        }
        if (and !== 0) {
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

  // @action timers.tick()  tenet/faults:364:11
  function action_timers_tick() {
    let enabledHere = 0;
    none: {
      // require(forall((n: Machine) => this.timers.now[n] < 6))
      let forall = 1;
      each_n: for (let n = 0; n < 3; n++) {
        if (6 <= m[21 + n]) {
          forall = 0;
          break each_n;
        }
      }
      if (forall === 0) break none;
      instance: {
        // this.timers.now = tabulate((n$2: Machine) => this.timers.now[n$2] + 1)
        for (let n_2 = 0; n_2 < 3; n_2++) {
          let value = m[21 + n_2] + 1;
          if (31 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[48 + n_2] = value;
        }
        m[21] = m[48];
        m[22] = m[49];
        m[23] = m[50];
        let word0 = m[42 /* word 0 */] & -32768 | m[21 /* timers.now 0 */] | m[22 /* timers.now 1 */] << 5 | m[23 /* timers.now 2 */] << 10;
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 21) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = m[43 /* word 1 */];
            rows[row + 2] = m[44 /* word 2 */];
          }
          sink.violation("step", 0, 0);
        }
        if (step_writesFollowTheLeases(0, 21) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = m[43 /* word 1 */];
            rows[row + 2] = m[44 /* word 2 */];
          }
          sink.violation("step", 1, 0);
        }
        if (word0 !== m[42 /* word 0 */]) {
          {
            const row = sink.count * 3;
            rows[row] = word0;
            rows[row + 1] = m[43 /* word 1 */];
            rows[row + 2] = m[44 /* word 2 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[21] = m[0];
      m[22] = m[1];
      m[23] = m[2];
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action timers.drift(node: Machine)  tenet/faults:369:10
  function action_timers_drift() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let ahead = m[21 + node] + 1;
          // require(ahead <= 6)
          if (6 < ahead) break skip;
          // require(forall((n: Machine) => ahead - this.timers.now[n] <= 1))
          let forall = 1;
          each_n: for (let n = 0; n < 3; n++) {
            if (1 < (ahead - m[21 + n] | 0)) {
              forall = 0;
              break each_n;
            }
          }
          if (forall === 0) break skip;
          // this.timers.now[node] = ahead
          if (31 < ahead) {
            sink.violation("failure", 1, 1);
            break instance;
          }
          m[21 + node] = ahead;
          let word0 = m[42 /* word 0 */] & (31 << node * 5 ^ -1) | m[21 + node] << node * 5;
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = m[44 /* word 2 */];
            }
            sink.violation("step", 0, 1);
          }
          if (step_writesFollowTheLeases(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = m[44 /* word 2 */];
            }
            sink.violation("step", 1, 1);
          }
          if (word0 !== m[42 /* word 0 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = m[44 /* word 2 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[21 + node] = m[node];
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 45 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[21 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[21 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[45 + word] = m[42 + word];
  }

  // @action ask(client: Machine)  specs/lease-lock/spec.ts:76:11
  function action_ask() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 3; client++) {
      // require(client !== first())
      if (client === 0) continue each_client;
      // require(this.phase[client] === "idle")
      if (m[29 /* phase */ + client] !== 3 /* "idle" */) continue each_client;
      instance: {
        // this.phase[client] = "asking"
        m[29 /* phase */ + client] = 0 /* "asking" */;
        // this.timers.until[client] = this.timers.now[client] + 1
        let value = m[21 + client] + 1;
        if (31 < value) {
          sink.violation("failure", 2, 2);
          break instance;
        }
        m[24 /* timers.until */ + client] = value;
        m[51] = 0 /* "ask" */;
        m[52] = client;
        m[53] = 0;
        m[54] = 0;
        // this.net.messages = this.net.messages.add(message)
        let index = 0;
        let tag = m[51];
        if (tag === 0) {
          index = m[52] * 3 + m[53];
        } else {
          index = (m[52] * 3 + m[53]) * 2 + m[54] + 9;
        }
        m[27 /* net.messages */] = m[27 /* net.messages */] | 1 << index;
        let changed = 0;
        m[46] = m[43 /* word 1 */] & -134217728 | m[27 /* net.messages */];
        changed = changed | m[46] ^ m[43 /* word 1 */];
        changed = changed | $patchSlot(client + 8 /* phase */);
        changed = changed | $patchSlot(client + 3 /* timers.until */);
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 0, 2);
        }
        if (step_writesFollowTheLeases(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 1, 2);
        }
        if (changed !== 0) {
          writeRow(45);
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[27] = m[6];
      m[46] = m[43 /* word 1 */];
      m[29 /* phase */ + client] = m[8 /* phase */ + client];
      $unpatchSlot(client + 8 /* phase */);
      m[24 /* timers.until */ + client] = m[3 /* timers.until */ + client];
      $unpatchSlot(client + 3 /* timers.until */);
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action grant(message: { kind: "ask"; from: Machine; to: Machine } | { kind: "grant"; from: Machine; to: Machine; token: Token })  specs/lease-lock/spec.ts:84:1...
  function action_grant() {
    let enabledHere = 0;
    for (let message = 0; message < 9; message++) {
      skip: {
        instance: {
          // require(!{   })
          let moment = m[24 /* timers.until */];
          let result = moment <= m[21] ? 1 : 0;
          let result1 = result === 0 ? 1 : 0;
          if (result1 !== 0) break skip;
          // require({   })
          let a = message / 3 | 0;
          let b = message % 3;
          // require(this.net.messages.has(message))
          if ((m[27 /* net.messages */] & 1 << message) === 0) break skip;
          // this.net.messages = this.net.messages.delete(message)
          m[27 /* net.messages */] = m[27 /* net.messages */] & (1 << message ^ -1);
          let choice = 0;
          if (m[28 /* issued */] === 0) {
            choice = 1;
          } else {
            let value = m[28 /* issued */];
            if (value === 0) {
              sink.violation("failure", 3, 3);
              break instance;
            }
            let value1 = value - 1 | 0;
            choice = value1 === 1 ? 0 : value1 + 2 | 0;
          }
          let token = choice;
          // require(token !== undefined)
          if (token === 0) break instance;
          // this.issued = token
          m[28 /* issued */] = token;
          // this.timers.until[node$2] = this.timers.now[node$2] + 3
          let value2 = m[21] + 3;
          if (31 < value2) {
            sink.violation("failure", 2, 3);
            break instance;
          }
          m[24 /* timers.until */] = value2;
          m[55] = 1 /* "grant" */;
          m[56] = 0;
          m[57] = message / 3 | 0;
          m[58] = token - 1 | 0;
          // this.net.messages = this.net.messages.add(message$2)
          let index = 0;
          let tag = m[55];
          if (tag === 0) {
            index = m[56] * 3 + m[57];
          } else {
            index = (m[56] * 3 + m[57]) * 2 + m[58] + 9;
          }
          m[27 /* net.messages */] = m[27 /* net.messages */] | 1 << index;
          let word0 = m[42 /* word 0 */] & -1015809 | m[24 /* timers.until 0 */] << 15;
          let word1 = m[43 /* word 1 */] & -536870912 | m[27 /* net.messages */] | m[28 /* issued */] << 27;
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = m[44 /* word 2 */];
            }
            sink.violation("step", 0, 3);
          }
          if (step_writesFollowTheLeases(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = m[44 /* word 2 */];
            }
            sink.violation("step", 1, 3);
          }
          if (word0 !== m[42 /* word 0 */] || word1 !== m[43 /* word 1 */]) {
            {
              const row = sink.count * 3;
              rows[row] = word0;
              rows[row + 1] = word1;
              rows[row + 2] = m[44 /* word 2 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[24] = m[3];
        m[27] = m[6];
        m[28] = m[7];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action receiveGrant(message: { kind: "ask"; from: Machine; to: Machine } | { kind: "grant"; from: Machine; to: Machine; token: Token })  specs/lease-lock/spec....
  function action_receiveGrant() {
    let enabledHere = 0;
    for (let message = 9; message < 27; message++) {
      skip: {
        // require({   })
        let a = (message - 9 | 0) / 6 | 0;
        let b = ((message - 9 | 0) / 2 | 0) % 3 | 0;
        // require(this.net.messages.has(message))
        if ((m[27 /* net.messages */] & 1 << message) === 0) break skip;
        // this.net.messages = this.net.messages.delete(message)
        m[27 /* net.messages */] = m[27 /* net.messages */] & (1 << message ^ -1);
        // this.phase[message.to] = "holding"
        m[29 /* phase */ + (((message - 9 | 0) / 2 | 0) % 3 | 0)] = 2 /* "holding" */;
        // this.token[message.to] = message.token
        m[32 /* token */ + (((message - 9 | 0) / 2 | 0) % 3 | 0)] = ((message - 9 | 0) % 2 | 0) + 1 | 0;
        let word1 = m[43 /* word 1 */] & 402653184 | m[27 /* net.messages */] | m[29 /* phase 0 */] << 29;
        let word2 = m[44 /* word 2 */] & -4096 | m[30 /* phase 1 */] | m[31 /* phase 2 */] << 3 | m[32 /* token 0 */] << 6 | m[33 /* token 1 */] << 8 | m[34 /* token 2 */] << 10;
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 21) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = m[42 /* word 0 */];
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 0, 4);
        }
        if (step_writesFollowTheLeases(0, 21) === 0) {
          {
            const row = sink.count * 3;
            rows[row] = m[42 /* word 0 */];
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          sink.violation("step", 1, 4);
        }
        if (word1 !== m[43 /* word 1 */] || word2 !== m[44 /* word 2 */]) {
          {
            const row = sink.count * 3;
            rows[row] = m[42 /* word 0 */];
            rows[row + 1] = word1;
            rows[row + 2] = word2;
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[27] = m[6];
        m.copyWithin(29, 8, 14);
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action read(client: Machine)  specs/lease-lock/spec.ts:101:11
  function action_read() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 3; client++) {
      // require(this.phase[client] === "holding")
      if (m[29 /* phase */ + client] !== 2 /* "holding" */) continue each_client;
      skip: {
        // require({   })
        let phase = m[29 /* phase */ + client];
        let moment = m[24 /* timers.until */ + client];
        let result = moment <= m[21 + client] ? 1 : 0;
        let result1 = result === 0 && (m[38 /* paused */] & 1 << client) === 0 && (phase === 2 /* "holding" */ || phase === 5 /* "updating" */) ? 1 : 0;
        if (result1 === 0) break skip;
        // require({   })
        let token = m[32 /* token */ + client];
        let and = token !== 0 ? 1 : 0;
        if (and !== 0) {
          let or = m[41 /* fence */] === 0 ? 1 : 0;
          if (or === 0) {
            let value = m[41 /* fence */];
            if (value === 0) {
              sink.violation("failure", 4, 5);
              break skip;
            }
            or = (value - 1 | 0) <= (token - 1 | 0) ? 1 : 0;
          }
          and = or;
        }
        let result2 = and;
        if (result2 === 0) break skip;
        // this.fence = this.token[client]
        m[41 /* fence */] = m[32 /* token */ + client];
        // this.seen[client] = this.stored
        m[35 /* seen */ + client] = m[40 /* stored */];
        // this.phase[client] = "updating"
        m[29 /* phase */ + client] = 5 /* "updating" */;
        let changed = 0;
        m[47] = m[44 /* word 2 */] & -201326593 | m[41 /* fence */] << 26;
        changed = changed | m[47] ^ m[44 /* word 2 */];
        changed = changed | $patchSlot(client + 14 /* seen */);
        changed = changed | $patchSlot(client + 8 /* phase */);
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 0, 5);
        }
        if (step_writesFollowTheLeases(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 1, 5);
        }
        if (changed !== 0) {
          writeRow(45);
          if (++sink.count === capacity) sink.flush();
        }
        m[41] = m[20];
        m[47] = m[44 /* word 2 */];
        m[35 /* seen */ + client] = m[14 /* seen */ + client];
        $unpatchSlot(client + 14 /* seen */);
        m[29 /* phase */ + client] = m[8 /* phase */ + client];
        $unpatchSlot(client + 8 /* phase */);
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action write(client: Machine)  specs/lease-lock/spec.ts:112:11
  function action_write() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 3; client++) {
      // require(this.phase[client] === "updating")
      if (m[29 /* phase */ + client] !== 5 /* "updating" */) continue each_client;
      skip: {
        instance: {
          // require({   })
          let phase = m[29 /* phase */ + client];
          let moment = m[24 /* timers.until */ + client];
          let result = moment <= m[21 + client] ? 1 : 0;
          let result1 = result === 0 && (m[38 /* paused */] & 1 << client) === 0 && (phase === 2 /* "holding" */ || phase === 5 /* "updating" */) ? 1 : 0;
          if (result1 === 0) break skip;
          let token = m[32 /* token */ + client];
          let and = token !== 0 ? 1 : 0;
          if (and !== 0) {
            let or = m[41 /* fence */] === 0 ? 1 : 0;
            if (or === 0) {
              let value = m[41 /* fence */];
              if (value === 0) {
                sink.violation("failure", 4, 6);
                break instance;
              }
              or = (value - 1 | 0) <= (token - 1 | 0) ? 1 : 0;
            }
            and = or;
          }
          let result2 = and;
          if (result2 !== 0) {
            // this.fence = this.token[client]
            m[41 /* fence */] = m[32 /* token */ + client];
            // this.stored = this.token[client]
            m[40 /* stored */] = m[32 /* token */ + client];
            // this.phase[client] = "done"
            m[29 /* phase */ + client] = 1 /* "done" */;
          } else {
            // this.phase[client] = "refused"
            m[29 /* phase */ + client] = 4 /* "refused" */;
          }
          let changed = 0;
          m[47] = m[44 /* word 2 */] & -251658241 | m[40 /* stored */] << 24 | m[41 /* fence */] << 26;
          changed = changed | m[47] ^ m[44 /* word 2 */];
          changed = changed | $patchSlot(client + 8 /* phase */);
          changed = changed | $patchSlot(client + 8 /* phase */);
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 21) === 0) {
            writeRow(45);
            sink.violation("step", 0, 6);
          }
          if (step_writesFollowTheLeases(0, 21) === 0) {
            writeRow(45);
            sink.violation("step", 1, 6);
          }
          if (changed !== 0) {
            writeRow(45);
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[40] = m[19];
        m[41] = m[20];
        m[47] = m[44 /* word 2 */];
        m[29 /* phase */ + client] = m[8 /* phase */ + client];
        $unpatchSlot(client + 8 /* phase */);
        m[29 /* phase */ + client] = m[8 /* phase */ + client];
        $unpatchSlot(client + 8 /* phase */);
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action pause(client: Machine)  specs/lease-lock/spec.ts:118:10
  function action_pause() {
    let enabledHere = 0;
    for (let client = 0; client < 3; client++) {
      skip: {
        instance: {
          let used = m[39 /* pausesSoFar */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.pausesSoFar = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 5, 7);
            break instance;
          }
          m[39 /* pausesSoFar */] = value;
          // require(this.phase[client] === "updating")
          if (m[29 /* phase */ + client] !== 5 /* "updating" */) break instance;
          // require({   })
          let phase = m[29 /* phase */ + client];
          let moment = m[24 /* timers.until */ + client];
          let result = moment <= m[21 + client] ? 1 : 0;
          let result1 = result === 0 && (m[38 /* paused */] & 1 << client) === 0 && (phase === 2 /* "holding" */ || phase === 5 /* "updating" */) ? 1 : 0;
          if (result1 === 0) break instance;
          // this.paused = this.paused.add(client)
          m[38 /* paused */] = m[38 /* paused */] | 1 << client;
          let word2 = m[44 /* word 2 */] & -16515073 | m[38 /* paused */] << 18 | m[39 /* pausesSoFar */] << 21;
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = m[42 /* word 0 */];
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = word2;
            }
            sink.violation("step", 0, 7);
          }
          if (step_writesFollowTheLeases(0, 21) === 0) {
            {
              const row = sink.count * 3;
              rows[row] = m[42 /* word 0 */];
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = word2;
            }
            sink.violation("step", 1, 7);
          }
          if (word2 !== m[44 /* word 2 */]) {
            {
              const row = sink.count * 3;
              rows[row] = m[42 /* word 0 */];
              rows[row + 1] = m[43 /* word 1 */];
              rows[row + 2] = word2;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[38] = m[17];
        m[39] = m[18];
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // @action resume(client: Machine)  specs/lease-lock/spec.ts:125:11
  function action_resume() {
    let enabledHere = 0;
    for (let client$bits = m[38 /* paused */] & 7; client$bits !== 0; client$bits &= client$bits - 1) {
      const client = 31 - Math.clz32(client$bits & -client$bits);
      instance: {
        // this.paused = this.paused.delete(client)
        m[38 /* paused */] = m[38 /* paused */] & (1 << client ^ -1);
        let token = m[32 /* token */ + client];
        let and = token !== 0 ? 1 : 0;
        if (and !== 0) {
          let or = m[41 /* fence */] === 0 ? 1 : 0;
          if (or === 0) {
            let value = m[41 /* fence */];
            if (value === 0) {
              sink.violation("failure", 4, 8);
              break instance;
            }
            or = (value - 1 | 0) <= (token - 1 | 0) ? 1 : 0;
          }
          and = or;
        }
        let result = and;
        if (result !== 0) {
          // this.fence = this.token[client]
          m[41 /* fence */] = m[32 /* token */ + client];
          // this.stored = this.token[client]
          m[40 /* stored */] = m[32 /* token */ + client];
          // this.phase[client] = "done"
          m[29 /* phase */ + client] = 1 /* "done" */;
        } else {
          // this.phase[client] = "refused"
          m[29 /* phase */ + client] = 4 /* "refused" */;
        }
        let changed = 0;
        m[47] = m[44 /* word 2 */] & -253493249 | m[38 /* paused */] << 18 | m[40 /* stored */] << 24 | m[41 /* fence */] << 26;
        changed = changed | m[47] ^ m[44 /* word 2 */];
        changed = changed | $patchSlot(client + 8 /* phase */);
        changed = changed | $patchSlot(client + 8 /* phase */);
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 0, 8);
        }
        if (step_writesFollowTheLeases(0, 21) === 0) {
          writeRow(45);
          sink.violation("step", 1, 8);
        }
        if (changed !== 0) {
          writeRow(45);
          if (++sink.count === capacity) sink.flush();
        }
      }
      m[38] = m[17];
      m[40] = m[19];
      m[41] = m[20];
      m[47] = m[44 /* word 2 */];
      m[29 /* phase */ + client] = m[8 /* phase */ + client];
      $unpatchSlot(client + 8 /* phase */);
      m[29 /* phase */ + client] = m[8 /* phase */ + client];
      $unpatchSlot(client + 8 /* phase */);
    }
    enabled[8] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/lease-lock/spec.ts:21:14
  function initial() {
    for (let k = 0; k < 3; k++) {
      m[21 + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[24 /* timers.until */ + k1] = 0;
    }
    m[27 /* net.messages */] = 0;
    m[28 /* issued */] = 0;
    for (let k2 = 0; k2 < 3; k2++) {
      m[29 /* phase */ + k2] = 3 /* "idle" */;
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[32 /* token */ + k3] = 0;
    }
    for (let k4 = 0; k4 < 3; k4++) {
      m[35 /* seen */ + k4] = 0;
    }
    m[38 /* paused */] = 0;
    m[39 /* pausesSoFar */] = 0;
    m[40 /* stored */] = 0;
    m[41 /* fence */] = 0;
    for (let slot = 0; slot < 21; slot++) {
      $patchSlot(slot);
    }
    writeRow(45);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 3,
    actions: ["timers.tick", "timers.drift", "ask", "grant", "receiveGrant", "read", "write", "pause", "resume"],
    invariants: ["oneHolderAtATime"],
    steps: ["noUpdateIsLost", "writesFollowTheLeases"],
    reachables: ["updatesBuildOnEachOther", "aLateWriteIsRefused", "antecedent of oneHolderAtATime"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_timers_tick() + action_timers_drift() + action_ask() + action_grant() + action_receiveGrant() + action_read() + action_write() + action_pause() + action_resume();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_updatesBuildOnEachOther(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_aLateWriteIsRefused(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_oneHolderAtATime(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_oneHolderAtATime(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
