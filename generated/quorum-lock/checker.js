// QuorumLock with Server=3, Client=2: an explicit-state model. Generated; do not edit.
// specs/quorum-lock/spec.ts:20:14
//
// A state is 2 words of 32 bits, and 16 slots when unpacked:
//   servers.crashed: Int<0, 7>  slots 0  bits 0.0..0.2
//   left: Record<Server, Int<0, 2>>  slots 1..3  bits 0.3..0.8
//   ahead: Record<Server, Int<0, 7>>  slots 4..6  bits 0.9..0.17
//   phase: Record<Client, "asking" | "done" | "holding" | "idle" | "refused" | "updating">  slots 7..8  bits 0.18..0.23
//   timeLeft: Record<Client, Int<0, 2>>  slots 9..10  bits 0.24..0.27
//   given: Record<Client, Set<Server>>  slots 11..12  bits 0.28..1.2
//   seen: Record<Client, (Client) | undefined>  slots 13..14  bits 1.3..1.6
//   stored: (Client) | undefined  slots 15  bits 1.7..1.8
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(41);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(8);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1]);
  const $clearMaskOfSlot = new Int32Array([-8,-25,-97,-385,-3585,-28673,-229377,-1835009,-14680065,-50331649,-201326593,-1879048193,-8,-25,-97,-385]);
  const $shiftOfSlot = new Int32Array([0,3,5,7,9,12,15,18,21,24,26,28,0,3,5,7]);
  const $majoritiesServer = new Int32Array([3,5,6,7]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(16, 0, 16);
    m.copyWithin(34, 32, 34);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[32]) {
      m[32] = m[34] = word;
      m[0] = m[16] = word & 7;
      m[1] = m[17] = (word >>> 3) & 3;
      m[2] = m[18] = (word >>> 5) & 3;
      m[3] = m[19] = (word >>> 7) & 3;
      m[4] = m[20] = (word >>> 9) & 7;
      m[5] = m[21] = (word >>> 12) & 7;
      m[6] = m[22] = (word >>> 15) & 7;
      m[7] = m[23] = (word >>> 18) & 7;
      m[8] = m[24] = (word >>> 21) & 7;
      m[9] = m[25] = (word >>> 24) & 3;
      m[10] = m[26] = (word >>> 26) & 3;
      m[11] = m[27] = (word >>> 28) & 7;
    }
    word = states[offset + 1] | 0;
    if (word !== m[33]) {
      m[33] = m[35] = word;
      m[12] = m[28] = word & 7;
      m[13] = m[29] = (word >>> 3) & 3;
      m[14] = m[30] = (word >>> 5) & 3;
      m[15] = m[31] = (word >>> 7) & 3;
    }
  }

  // @invariant oneHolderAtATime  specs/quorum-lock/spec.ts:122:14
  function invariant_oneHolderAtATime(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      if (0 < m[9 /* timeLeft */ + (at + a)]) {
        if (m[7 /* phase */ + (at + a)] === 2 /* "holding" */ || m[7 /* phase */ + (at + a)] === 5 /* "updating" */) {
          each_b: for (let b = 0; b < 2; b++) {
            if (!(!(0 < m[9 /* timeLeft */ + (at + b)] && (m[7 /* phase */ + (at + b)] === 2 /* "holding" */ || m[7 /* phase */ + (at + b)] === 5 /* "updating" */)) || a === b)) {
              forall1 = 0;
              break each_b;
            }
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

  // @step noUpdateIsLost  specs/quorum-lock/spec.ts:127:9
  function step_noUpdateIsLost(at, next) {
    let forall = 1;
    each_client: for (let client = 0; client < 2; client++) {
      if (!(!(m[7 /* phase */ + (at + client)] !== 1 /* "done" */ && m[7 /* phase */ + (next + client)] === 1 /* "done" */) || m[15 /* stored */ + at] === m[13 /* seen */ + (at + client)])) {
        forall = 0;
        break each_client;
      }
    }
    return forall;
  }

  // @reachable updatesBuildOnEachOther  specs/quorum-lock/spec.ts:141:14
  function reachable_updatesBuildOnEachOther(at) {
    let exists = 0;
    each_client: for (let client = 0; client < 2; client++) {
      if (m[7 /* phase */ + (at + client)] === 1 /* "done" */ && m[13 /* seen */ + (at + client)] !== 0) {
        exists = 1;
        break each_client;
      }
    }
    return exists;
  }

  // @reachable antecedent of oneHolderAtATime  specs/quorum-lock/spec.ts:123:12
  function reachable_antecedent_of_oneHolderAtATime(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      if (0 < m[9 /* timeLeft */ + (at + a)]) {
        if (m[7 /* phase */ + (at + a)] === 2 /* "holding" */ || m[7 /* phase */ + (at + a)] === 5 /* "updating" */) {
          each_b: for (let b = 0; b < 2; b++) {
            if (0 < m[9 /* timeLeft */ + (at + b)] && (m[7 /* phase */ + (at + b)] === 2 /* "holding" */ || m[7 /* phase */ + (at + b)] === 5 /* "updating" */)) {
              exists1 = 1;
              break each_b;
            }
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

  // @action servers.crash(node: Server)  tenet/faults:319:10
  function action_servers_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 3; node++) {
      skip: {
        instance: {
          let used = m[16];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.servers.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[16] = value;
          // this.left[node] = 2
          m[17 /* left */ + node] = 2;
          let word0 = m[32 /* word 0 */] & -8 | m[16 /* servers.crashed */];
          word0 = word0 & (3 << node * 2 + 3 ^ -1) | m[17 /* left */ + node] << node * 2 + 3;
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 16) === 0) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[33 /* word 1 */];
            }
            sink.violation("step", 0, 0);
          }
          if (word0 !== m[32 /* word 0 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[33 /* word 1 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[16] = m[0];
        m[17 /* left */ + node] = m[1 /* left */ + node];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action tick()  specs/quorum-lock/spec.ts:68:11
  function action_tick() {
    let enabledHere = 0;
    none: {
      // require(exists((server: Server) => 0 < this.left[server]) || exists((client: Client) => 0 < this.timeLeft[client]))
      let exists = 0;
      each_server: for (let server = 0; server < 3; server++) {
        if (0 < m[17 /* left */ + server]) {
          exists = 1;
          break each_server;
        }
      }
      let or = exists;
      if (or === 0) {
        let exists1 = 0;
        each_client: for (let client = 0; client < 2; client++) {
          if (0 < m[25 /* timeLeft */ + client]) {
            exists1 = 1;
            break each_client;
          }
        }
        or = exists1;
      }
      if (or === 0) break none;
      // this.left = tabulate((server$2: Server) => {   })
      for (let server_2 = 0; server_2 < 3; server_2++) {
        let left = m[17 /* left */ + server_2];
        let result = Math.max(0, left - 1 | 0);
        m[36 + server_2] = result;
      }
      m[17 /* left */] = m[36];
      m[18 /* left */] = m[37];
      m[19 /* left */] = m[38];
      // this.timeLeft = tabulate((client$2: Client) => {   })
      for (let client_2 = 0; client_2 < 2; client_2++) {
        let left_2 = m[25 /* timeLeft */ + client_2];
        let result1 = Math.max(0, left_2 - 1 | 0);
        m[39 + client_2] = result1;
      }
      m[25 /* timeLeft */] = m[39];
      m[26 /* timeLeft */] = m[40];
      let word0 = m[32 /* word 0 */] & -251658745 | m[17 /* left 0 */] << 3 | m[18 /* left 1 */] << 5 | m[19 /* left 2 */] << 7 | m[25 /* timeLeft 0 */] << 24 | m[26 /* timeLeft 1 */] << 26;
      enabledHere = enabledHere + 1 | 0;
      if (step_noUpdateIsLost(0, 16) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[33 /* word 1 */];
        }
        sink.violation("step", 0, 1);
      }
      if (word0 !== m[32 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[33 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[17] = m[1];
      m[18] = m[2];
      m[19] = m[3];
      m[25] = m[9];
      m[26] = m[10];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action drift(server: Server)  specs/quorum-lock/spec.ts:75:10
  function action_drift() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(0 < this.left[server])
      if (m[17 /* left */ + server] <= 0) continue each_server;
      skip: {
        instance: {
          let used = m[20 /* ahead */ + server];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.ahead[server] = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 2);
            break instance;
          }
          m[20 /* ahead */ + server] = value;
          // this.left[server] = this.left[server] - 1
          let value1 = m[17 /* left */ + server] - 1 | 0;
          if (value1 < 0) {
            sink.violation("failure", 1, 2);
            break instance;
          }
          m[17 /* left */ + server] = value1;
          let word0 = m[32 /* word 0 */] & (7 << server * 3 + 9 ^ -1) | m[20 /* ahead */ + server] << server * 3 + 9;
          word0 = word0 & (3 << server * 2 + 3 ^ -1) | m[17 /* left */ + server] << server * 2 + 3;
          enabledHere = enabledHere + 1 | 0;
          if (step_noUpdateIsLost(0, 16) === 0) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[33 /* word 1 */];
            }
            sink.violation("step", 0, 2);
          }
          if (word0 !== m[32 /* word 0 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[33 /* word 1 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[20 /* ahead */ + server] = m[4 /* ahead */ + server];
        m[17 /* left */ + server] = m[1 /* left */ + server];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action ask(client: Client)  specs/quorum-lock/spec.ts:85:11
  function action_ask() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 2; client++) {
      // require(this.phase[client] === "idle")
      if (m[23 /* phase */ + client] !== 3 /* "idle" */) continue each_client;
      // this.phase[client] = "asking"
      m[23 /* phase */ + client] = 0 /* "asking" */;
      // this.timeLeft[client] = 1
      m[25 /* timeLeft */ + client] = 1;
      let word0 = m[32 /* word 0 */] & (7 << client * 3 + 18 ^ -1) | m[23 /* phase */ + client] << client * 3 + 18;
      word0 = word0 & (3 << client * 2 + 24 ^ -1) | m[25 /* timeLeft */ + client] << client * 2 + 24;
      enabledHere = enabledHere + 1 | 0;
      if (step_noUpdateIsLost(0, 16) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[33 /* word 1 */];
        }
        sink.violation("step", 0, 3);
      }
      if (word0 !== m[32 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[33 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[23 /* phase */ + client] = m[7 /* phase */ + client];
      m[25 /* timeLeft */ + client] = m[9 /* timeLeft */ + client];
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 34 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[16 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[16 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[34 + word] = m[32 + word];
  }

  // @action give(server: Server, client: Client)  specs/quorum-lock/spec.ts:92:11
  function action_give() {
    let enabledHere = 0;
    each_server: for (let server = 0; server < 3; server++) {
      // require(this.left[server] === 0)
      if (m[17 /* left */ + server] !== 0) continue each_server;
      each_client: for (let client = 0; client < 2; client++) {
        // require(this.phase[client] === "asking")
        if (m[23 /* phase */ + client] !== 0 /* "asking" */) continue each_client;
        // require(!this.given[client].has(server))
        if ((m[27 /* given */ + client] & 1 << server) !== 0) continue each_client;
        // this.left[server] = 2
        m[17 /* left */ + server] = 2;
        // this.given[client] = this.given[client].add(server)
        m[27 /* given */ + client] = m[27 /* given */ + client] | 1 << server;
        let changed = 0;
        changed = changed | $patchSlot(server + 1 /* left */);
        changed = changed | $patchSlot(client + 11 /* given */);
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 16) === 0) {
          writeRow(34);
          sink.violation("step", 0, 4);
        }
        if (changed !== 0) {
          writeRow(34);
          if (++sink.count === capacity) sink.flush();
        }
        m[17 /* left */ + server] = m[1 /* left */ + server];
        $unpatchSlot(server + 1 /* left */);
        m[27 /* given */ + client] = m[11 /* given */ + client];
        $unpatchSlot(client + 11 /* given */);
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action acquire(client: Client, quorum: Majority<Server>)  specs/quorum-lock/spec.ts:99:11
  function action_acquire() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 2; client++) {
      // require(this.phase[client] === "asking")
      if (m[23 /* phase */ + client] !== 0 /* "asking" */) continue each_client;
      // require(0 < this.timeLeft[client])
      if (m[25 /* timeLeft */ + client] <= 0) continue each_client;
      each_quorum: for (let quorum = 0; quorum < 4; quorum++) {
        // require(forall(quorum, (server) => this.given[client].has(server)))
        let forall = 1;
        each_server: for (let server$bits = $majoritiesServer[quorum]; server$bits !== 0; server$bits &= server$bits - 1) {
          const server = 31 - Math.clz32(server$bits & -server$bits);
          if ((m[27 /* given */ + client] & 1 << server) === 0) {
            forall = 0;
            break each_server;
          }
        }
        if (forall === 0) continue each_quorum;
        // this.phase[client] = "holding"
        m[23 /* phase */ + client] = 2 /* "holding" */;
        let word0 = m[32 /* word 0 */] & (7 << client * 3 + 18 ^ -1) | m[23 /* phase */ + client] << client * 3 + 18;
        enabledHere = enabledHere + 1 | 0;
        if (step_noUpdateIsLost(0, 16) === 0) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[33 /* word 1 */];
          }
          sink.violation("step", 0, 5);
        }
        if (word0 !== m[32 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[33 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[23 /* phase */ + client] = m[7 /* phase */ + client];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action read(client: Client)  specs/quorum-lock/spec.ts:105:11
  function action_read() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 2; client++) {
      // require(this.phase[client] === "holding")
      if (m[23 /* phase */ + client] !== 2 /* "holding" */) continue each_client;
      // require(0 < this.timeLeft[client])
      if (m[25 /* timeLeft */ + client] <= 0) continue each_client;
      // this.phase[client] = "updating"
      m[23 /* phase */ + client] = 5 /* "updating" */;
      // this.seen[client] = this.stored
      m[29 /* seen */ + client] = m[31 /* stored */];
      let word0 = m[32 /* word 0 */] & (7 << client * 3 + 18 ^ -1) | m[23 /* phase */ + client] << client * 3 + 18;
      let word1 = m[33 /* word 1 */] & (3 << client * 2 + 3 ^ -1) | m[29 /* seen */ + client] << client * 2 + 3;
      enabledHere = enabledHere + 1 | 0;
      if (step_noUpdateIsLost(0, 16) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        sink.violation("step", 0, 6);
      }
      if (word0 !== m[32 /* word 0 */] || word1 !== m[33 /* word 1 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[23 /* phase */ + client] = m[7 /* phase */ + client];
      m[29 /* seen */ + client] = m[13 /* seen */ + client];
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action write(client: Client)  specs/quorum-lock/spec.ts:112:11
  function action_write() {
    let enabledHere = 0;
    each_client: for (let client = 0; client < 2; client++) {
      // require(this.phase[client] === "updating")
      if (m[23 /* phase */ + client] !== 5 /* "updating" */) continue each_client;
      // require(0 < this.timeLeft[client])
      if (m[25 /* timeLeft */ + client] <= 0) continue each_client;
      // this.stored = client
      m[31 /* stored */] = client + 1;
      // this.phase[client] = "done"
      m[23 /* phase */ + client] = 1 /* "done" */;
      let word1 = m[33 /* word 1 */] & -385 | m[31 /* stored */] << 7;
      let word0 = m[32 /* word 0 */] & (7 << client * 3 + 18 ^ -1) | m[23 /* phase */ + client] << client * 3 + 18;
      enabledHere = enabledHere + 1 | 0;
      if (step_noUpdateIsLost(0, 16) === 0) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        sink.violation("step", 0, 7);
      }
      if (word1 !== m[33 /* word 1 */] || word0 !== m[32 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = word1;
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[31] = m[15];
      m[23 /* phase */ + client] = m[7 /* phase */ + client];
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/quorum-lock/spec.ts:20:14
  function initial() {
    m[16] = 0;
    for (let k = 0; k < 3; k++) {
      m[17 /* left */ + k] = 0;
    }
    for (let k1 = 0; k1 < 3; k1++) {
      m[20 /* ahead */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 2; k2++) {
      m[23 /* phase */ + k2] = 3 /* "idle" */;
    }
    for (let k3 = 0; k3 < 2; k3++) {
      m[25 /* timeLeft */ + k3] = 0;
    }
    for (let k4 = 0; k4 < 2; k4++) {
      m[27 /* given */ + k4] = 0;
    }
    for (let k5 = 0; k5 < 2; k5++) {
      m[29 /* seen */ + k5] = 0;
    }
    m[31 /* stored */] = 0;
    for (let slot = 0; slot < 16; slot++) {
      $patchSlot(slot);
    }
    writeRow(34);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["servers.crash", "tick", "drift", "ask", "give", "acquire", "read", "write"],
    invariants: ["oneHolderAtATime"],
    steps: ["noUpdateIsLost"],
    reachables: ["updatesBuildOnEachOther", "antecedent of oneHolderAtATime"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_servers_crash() + action_tick() + action_drift() + action_ask() + action_give() + action_acquire() + action_read() + action_write();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_updatesBuildOnEachOther(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_antecedent_of_oneHolderAtATime(0) !== 0) pending[1] = 0;
      if (skip[0] === 0 && invariant_oneHolderAtATime(0) === 0) return 0;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
