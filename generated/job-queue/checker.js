// JobQueue with Job=1, Worker=2: an explicit-state model. Generated; do not edit.
// specs/job-queue/spec.ts:19:14
//
// A state is 2 words of 32 bits, and 17 slots when unpacked:
//   job: Record<Job, "deleted" | "hidden" | "new" | "visible">  slots 0  bits 0.0..0.1
//   token: Record<Job, Int<0, 15>>  slots 1  bits 0.2..0.5
//   put: Set<Job>  slots 2  bits 0.6..0.6
//   running: Set<Worker>  slots 3  bits 0.7..0.8
//   claim: Record<Worker, ({ job: Job; token: Int<0, 15> }) | undefined>  slots 4..9  bits 0.9..0.18
//   written: Record<Worker, boolean>  slots 10..11  bits 0.19..0.20
//   result: Record<Job, Int<0, 15>>  slots 12  bits 0.21..0.24
//   results: Record<Job, Int<0, 3>>  slots 13  bits 0.25..0.26
//   overwritten: boolean  slots 14  bits 0.27..0.27
//   slow: Int<0, 7>  slots 15  bits 0.28..0.30
//   workers.crashed: Int<0, 7>  slots 16  bits 1.0..1.2
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(44);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(9);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $shiftOfSlot = new Int32Array([0,2,6,7,9,0,10,14,0,15,19,20,21,25,27,28,0]);
  const $clearMaskOfSlot = new Int32Array([-4,-61,-65,-385,-513,-1,-15361,-16385,-1,-491521,-524289,-1048577,-31457281,-100663297,-134217729,-1879048193,-8]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(17, 0, 17);
    m.copyWithin(36, 34, 36);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[34]) {
      m[34] = m[36] = word;
      m[0] = m[17] = word & 3;
      m[1] = m[18] = (word >>> 2) & 15;
      m[2] = m[19] = (word >>> 6) & 1;
      m[3] = m[20] = (word >>> 7) & 3;
      m[4] = m[21] = (word >>> 9) & 1;
      m[6] = m[23] = (word >>> 10) & 15;
      m[7] = m[24] = (word >>> 14) & 1;
      m[9] = m[26] = (word >>> 15) & 15;
      m[10] = m[27] = (word >>> 19) & 1;
      m[11] = m[28] = (word >>> 20) & 1;
      m[12] = m[29] = (word >>> 21) & 15;
      m[13] = m[30] = (word >>> 25) & 3;
      m[14] = m[31] = (word >>> 27) & 1;
      m[15] = m[32] = (word >>> 28) & 7;
    }
    word = states[offset + 1] | 0;
    if (word !== m[35]) {
      m[35] = m[37] = word;
      m[16] = m[33] = word & 7;
    }
  }

  // @invariant noJobIsLost  specs/job-queue/spec.ts:133:14
  function invariant_noJobIsLost(at) {
    let forall = 1;
    each_job: for (let job = 0; job < 1; job++) {
      let implies = m[at] !== 0 /* "deleted" */ ? 1 : 0;
      if (implies === 0) {
        let or = 0 < m[13 /* results */ + at] ? 1 : 0;
        if (or === 0) {
          let exists = 0;
          each_worker: for (let worker = 0; worker < 2; worker++) {
            if ((m[4 /* claim */ + (at + worker * 3)] === 0 ? 0 : m[5 /* claim */ + (at + worker * 3)] + 1) === job + 1) {
              exists = 1;
              break each_worker;
            }
          }
          or = exists;
        }
        implies = or;
      }
      if (implies === 0) {
        forall = 0;
        break each_job;
      }
    }
    return forall;
  }

  // @invariant oneResultForEachJob  specs/job-queue/spec.ts:139:14
  function invariant_oneResultForEachJob(at) {
    let forall = 1;
    each_job: for (let job = 0; job < 1; job++) {
      if (1 < m[13 /* results */ + at]) {
        forall = 0;
        break each_job;
      }
    }
    return forall;
  }

  // @invariant lateResultsDoNotOverwrite  specs/job-queue/spec.ts:144:14
  function invariant_lateResultsDoNotOverwrite(at) {
    return m[14 /* overwritten */ + at] === 0 ? 1 : 0;
  }

  // @reachable twoWorkAtOnce  specs/job-queue/spec.ts:163:14
  function reachable_twoWorkAtOnce(at) {
    let exists = 0;
    each_job: for (let job = 0; job < 1; job++) {
      let count = 0;
      for (let worker = 0; worker < 2; worker++) {
        if ((m[4 /* claim */ + (at + worker * 3)] === 0 ? 0 : m[5 /* claim */ + (at + worker * 3)] + 1) === job + 1) count = count + 1 | 0;
      }
      if (count === 2) {
        exists = 1;
        break each_job;
      }
    }
    return exists;
  }

  // @reachable backToZero  specs/job-queue/spec.ts:167:14
  function reachable_backToZero(at) {
    let and = popcount(m[3 /* running */ + at]) === 0 ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_job: for (let job = 0; job < 1; job++) {
        if (!(m[at] === 0 /* "deleted" */ && 0 < m[13 /* results */ + at])) {
          forall = 0;
          break each_job;
        }
      }
      and = forall;
    }
    return and;
  }

  // @reachable antecedent of noJobIsLost  specs/job-queue/spec.ts:134:12
  function reachable_antecedent_of_noJobIsLost(at) {
    let exists = 0;
    each_job: for (let job = 0; job < 1; job++) {
      if (m[at] === 0 /* "deleted" */) {
        exists = 1;
        break each_job;
      }
    }
    return exists;
  }

  // @terminal allDone  specs/job-queue/spec.ts:149:13
  function terminal_allDone(at) {
    let and = popcount(m[3 /* running */ + at]) === 0 ? 1 : 0;
    if (and !== 0) {
      let forall = 1;
      each_job: for (let job = 0; job < 1; job++) {
        if (m[at] !== 0 /* "deleted" */) {
          forall = 0;
          break each_job;
        }
      }
      and = forall;
    }
    return and;
  }

  // @action workers.crash(node: Worker)  tenet/faults:319:10
  function action_workers_crash() {
    let enabledHere = 0;
    for (let node = 0; node < 2; node++) {
      skip: {
        instance: {
          let used = m[33 /* workers.crashed */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.workers.crashed = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 0);
            break instance;
          }
          m[33 /* workers.crashed */] = value;
          // this.running = this.running.delete(node)
          m[20 /* running */] = m[20 /* running */] & (1 << node ^ -1);
          // this.claim[node] = undefined
          m[21 /* claim */ + node * 3] = 0;
          m[22 /* claim */ + node * 3] = 0;
          m[23 /* claim */ + node * 3] = 0;
          // this.written[node] = false
          m[27 /* written */ + node] = 0;
          let word0 = m[34 /* word 0 */] & -385 | m[20 /* running */] << 7;
          let word1 = m[33 /* workers.crashed */];
          word0 = word0 & $clearMaskOfSlot[4 /* claim */ + node * 3] | m[21 /* claim */ + node * 3] << $shiftOfSlot[4 /* claim */ + node * 3];
          word0 = word0 & $clearMaskOfSlot[5 /* claim */ + node * 3] | m[22 /* claim */ + node * 3] << $shiftOfSlot[5 /* claim */ + node * 3];
          word0 = word0 & $clearMaskOfSlot[6 /* claim */ + node * 3] | m[23 /* claim */ + node * 3] << $shiftOfSlot[6 /* claim */ + node * 3];
          word0 = word0 & (1 << node + 19 ^ -1) | m[27 /* written */ + node] << node + 19;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[34 /* word 0 */] || word1 !== m[35 /* word 1 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = word1;
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[20] = m[3];
        m[33] = m[16];
        m[21 /* claim */ + node * 3] = m[4 /* claim */ + node * 3];
        m[22 /* claim */ + node * 3] = m[5 /* claim */ + node * 3];
        m[23 /* claim */ + node * 3] = m[6 /* claim */ + node * 3];
        m[27 /* written */ + node] = m[10 /* written */ + node];
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action putIn(job: Job)  specs/job-queue/spec.ts:60:11
  function action_putIn() {
    let enabledHere = 0;
    each_job: for (let job = 0; job < 1; job++) {
      // require(this.job[job] === "new")
      if (m[17] !== 2 /* "new" */) continue each_job;
      // this.job[job] = "visible"
      m[17] = 3 /* "visible" */;
      // this.put = this.put.add(job)
      m[19 /* put */] = m[19 /* put */] | 1 << job;
      let word0 = m[34 /* word 0 */] & -68 | m[17 /* job */] | m[19 /* put */] << 6;
      enabledHere = enabledHere + 1 | 0;
      if (word0 !== m[34 /* word 0 */]) {
        {
          const row = sink.count * 2;
          rows[row] = word0;
          rows[row + 1] = m[35 /* word 1 */];
        }
        if (++sink.count === capacity) sink.flush();
      }
      m[17] = m[0];
      m[19] = m[2];
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action start(worker: Worker, job: Job)  specs/job-queue/spec.ts:67:11
  function action_start() {
    let enabledHere = 0;
    each_worker: for (let worker = 0; worker < 2; worker++) {
      // require(!this.running.has(worker))
      if ((m[20 /* running */] & 1 << worker) !== 0) continue each_worker;
      each_job: for (let job = 0; job < 1; job++) {
        // require(this.job[job] === "visible")
        if (m[17] !== 3 /* "visible" */) continue each_job;
        // this.put = this.put.delete(job)
        m[19 /* put */] = m[19 /* put */] & (1 << job ^ -1);
        // this.running = this.running.add(worker)
        m[20 /* running */] = m[20 /* running */] | 1 << worker;
        let word0 = m[34 /* word 0 */] & -449 | m[19 /* put */] << 6 | m[20 /* running */] << 7;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[34 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[35 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[19] = m[2];
        m[20] = m[3];
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // @action scaleDown(worker: Worker)  specs/job-queue/spec.ts:75:11
  function action_scaleDown() {
    let enabledHere = 0;
    none: {
      // require(forall((job: Job) => this.job[job] !== "visible"))
      let forall = 1;
      each_job: for (let job = 0; job < 1; job++) {
        if (m[17] === 3 /* "visible" */) {
          forall = 0;
          break each_job;
        }
      }
      if (forall === 0) break none;
      each_worker: for (let worker$bits = m[20 /* running */] & 3; worker$bits !== 0; worker$bits &= worker$bits - 1) {
        const worker = 31 - Math.clz32(worker$bits & -worker$bits);
        // require(this.claim[worker] === undefined)
        if (m[21 /* claim */ + worker * 3] !== 0) continue each_worker;
        // this.running = this.running.delete(worker)
        m[20 /* running */] = m[20 /* running */] & (1 << worker ^ -1);
        // this.claim[worker] = undefined
        m[21 /* claim */ + worker * 3] = 0;
        m[22 /* claim */ + worker * 3] = 0;
        m[23 /* claim */ + worker * 3] = 0;
        // this.written[worker] = false
        m[27 /* written */ + worker] = 0;
        let word0 = m[34 /* word 0 */] & -385 | m[20 /* running */] << 7;
        word0 = word0 & $clearMaskOfSlot[4 /* claim */ + worker * 3] | m[21 /* claim */ + worker * 3] << $shiftOfSlot[4 /* claim */ + worker * 3];
        word0 = word0 & $clearMaskOfSlot[5 /* claim */ + worker * 3] | m[22 /* claim */ + worker * 3] << $shiftOfSlot[5 /* claim */ + worker * 3];
        word0 = word0 & $clearMaskOfSlot[6 /* claim */ + worker * 3] | m[23 /* claim */ + worker * 3] << $shiftOfSlot[6 /* claim */ + worker * 3];
        word0 = word0 & (1 << worker + 19 ^ -1) | m[27 /* written */ + worker] << worker + 19;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[34 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[35 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[20] = m[3];
        m[21 /* claim */ + worker * 3] = m[4 /* claim */ + worker * 3];
        m[22 /* claim */ + worker * 3] = m[5 /* claim */ + worker * 3];
        m[23 /* claim */ + worker * 3] = m[6 /* claim */ + worker * 3];
        m[27 /* written */ + worker] = m[10 /* written */ + worker];
      }
    }
    enabled[3] += enabledHere;
    return enabledHere;
  }

  // @action take(worker: Worker, job: Job)  specs/job-queue/spec.ts:86:11
  function action_take() {
    let enabledHere = 0;
    each_worker: for (let worker$bits = m[20 /* running */] & 3; worker$bits !== 0; worker$bits &= worker$bits - 1) {
      const worker = 31 - Math.clz32(worker$bits & -worker$bits);
      // require(this.claim[worker] === undefined)
      if (m[21 /* claim */ + worker * 3] !== 0) continue each_worker;
      each_job: for (let job = 0; job < 1; job++) {
        // require(this.job[job] === "visible")
        if (m[17] !== 3 /* "visible" */) continue each_job;
        instance: {
          // this.token[job] = this.token[job] + 1
          let value = m[18 /* token */] + 1;
          if (15 < value) {
            sink.violation("failure", 1, 4);
            break instance;
          }
          m[18 /* token */] = value;
          // this.claim[worker] = { job, token: this.token[job] }
          m[22 /* claim */ + worker * 3] = job;
          m[23 /* claim */ + worker * 3] = m[18 /* token */];
          m[21 /* claim */ + worker * 3] = 1;
          // this.job[job] = "hidden"
          m[17] = 1 /* "hidden" */;
          let word0 = m[34 /* word 0 */] & -64 | m[17 /* job */] | m[18 /* token */] << 2;
          word0 = word0 & $clearMaskOfSlot[4 /* claim */ + worker * 3] | m[21 /* claim */ + worker * 3] << $shiftOfSlot[4 /* claim */ + worker * 3];
          word0 = word0 & $clearMaskOfSlot[5 /* claim */ + worker * 3] | m[22 /* claim */ + worker * 3] << $shiftOfSlot[5 /* claim */ + worker * 3];
          word0 = word0 & $clearMaskOfSlot[6 /* claim */ + worker * 3] | m[23 /* claim */ + worker * 3] << $shiftOfSlot[6 /* claim */ + worker * 3];
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[34 /* word 0 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[35 /* word 1 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[17] = m[0];
        m[18] = m[1];
        m[21 /* claim */ + worker * 3] = m[4 /* claim */ + worker * 3];
        m[22 /* claim */ + worker * 3] = m[5 /* claim */ + worker * 3];
        m[23 /* claim */ + worker * 3] = m[6 /* claim */ + worker * 3];
      }
    }
    enabled[4] += enabledHere;
    return enabledHere;
  }

  // @action work(worker: Worker)  specs/job-queue/spec.ts:94:11
  function action_work() {
    let enabledHere = 0;
    for (let worker = 0; worker < 2; worker++) {
      skip: {
        end: {
          let claim = worker * 3 + 21 /* claim */;
          // require(claim !== undefined)
          if (m[claim] === 0) break skip;
          // require(!this.written[worker])
          if (m[27 /* written */ + worker] !== 0) break skip;
          let value = claim;
          if (m[value] === 0) {
            sink.violation("failure", 2, 5);
            break skip;
          }
          let job = m[1 + value];
          if (m[value] === 0) {
            sink.violation("failure", 2, 5);
            break skip;
          }
          let token = m[2 + value];
          // this.written[worker] = true
          m[27 /* written */ + worker] = 1;
          if (0 < m[30 /* results */]) break end;
          if (token < m[29 /* result */]) {
            // this.overwritten = true
            m[31 /* overwritten */] = 1;
          }
          // this.result[job] = token
          m[29 /* result */] = token;
          // this.results[job] = Math.min(3, this.results[job] + 1)
          m[30 /* results */] = Math.min(3, m[30 /* results */] + 1);
        }
        let word0 = m[34 /* word 0 */] & -266338305 | m[29 /* result */] << 21 | m[30 /* results */] << 25 | m[31 /* overwritten */] << 27;
        word0 = word0 & (1 << worker + 19 ^ -1) | m[27 /* written */ + worker] << worker + 19;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[34 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[35 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[29] = m[12];
        m[30] = m[13];
        m[31] = m[14];
        m[27 /* written */ + worker] = m[10 /* written */ + worker];
      }
    }
    enabled[5] += enabledHere;
    return enabledHere;
  }

  // @action finish(worker: Worker)  specs/job-queue/spec.ts:107:11
  function action_finish() {
    let enabledHere = 0;
    for (let worker = 0; worker < 2; worker++) {
      skip: {
        m[38] = m[21 /* claim */ + worker * 3];
        m[39] = m[22 /* claim */ + worker * 3];
        m[40] = m[23 /* claim */ + worker * 3];
        // require(claim !== undefined)
        if (m[38] === 0) break skip;
        // require(this.written[worker])
        if (m[27 /* written */ + worker] === 0) break skip;
        // this.job[claim.job] = "deleted"
        m[17] = 0 /* "deleted" */;
        // this.claim[worker] = undefined
        m[21 /* claim */ + worker * 3] = 0;
        m[22 /* claim */ + worker * 3] = 0;
        m[23 /* claim */ + worker * 3] = 0;
        // this.written[worker] = false
        m[27 /* written */ + worker] = 0;
        let word0 = m[34 /* word 0 */] & -4 | m[17 /* job */];
        word0 = word0 & $clearMaskOfSlot[4 /* claim */ + worker * 3] | m[21 /* claim */ + worker * 3] << $shiftOfSlot[4 /* claim */ + worker * 3];
        word0 = word0 & $clearMaskOfSlot[5 /* claim */ + worker * 3] | m[22 /* claim */ + worker * 3] << $shiftOfSlot[5 /* claim */ + worker * 3];
        word0 = word0 & $clearMaskOfSlot[6 /* claim */ + worker * 3] | m[23 /* claim */ + worker * 3] << $shiftOfSlot[6 /* claim */ + worker * 3];
        word0 = word0 & (1 << worker + 19 ^ -1) | m[27 /* written */ + worker] << worker + 19;
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[34 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[35 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[17] = m[0];
        m[21 /* claim */ + worker * 3] = m[4 /* claim */ + worker * 3];
        m[22 /* claim */ + worker * 3] = m[5 /* claim */ + worker * 3];
        m[23 /* claim */ + worker * 3] = m[6 /* claim */ + worker * 3];
        m[27 /* written */ + worker] = m[10 /* written */ + worker];
      }
    }
    enabled[6] += enabledHere;
    return enabledHere;
  }

  // @action expire(job: Job)  specs/job-queue/spec.ts:120:11
  function action_expire() {
    let enabledHere = 0;
    each_job: for (let job = 0; job < 1; job++) {
      // require(this.job[job] === "hidden")
      if (m[17] !== 1 /* "hidden" */) continue each_job;
      skip: {
        // require(!exists((worker: Worker) => (this.claim[worker] === undefined ? undefined : this.claim[worker].job) === job && (this.claim[worker] === undefined ? undef...
        let exists = 0;
        each_worker: for (let worker = 0; worker < 2; worker++) {
          if ((m[21 /* claim */ + worker * 3] === 0 ? 0 : m[22 /* claim */ + worker * 3] + 1) === job + 1 && (m[21 /* claim */ + worker * 3] === 0 ? 0 : m[23 /* claim */ + worker * 3] + 1) === m[18 /* token */] + 1) {
            exists = 1;
            break each_worker;
          }
        }
        if (exists !== 0) break skip;
        // this.job[job] = "visible"
        m[17] = 3 /* "visible" */;
        let word0 = m[34 /* word 0 */] & -4 | m[17 /* job */];
        enabledHere = enabledHere + 1 | 0;
        if (word0 !== m[34 /* word 0 */]) {
          {
            const row = sink.count * 2;
            rows[row] = word0;
            rows[row + 1] = m[35 /* word 1 */];
          }
          if (++sink.count === capacity) sink.flush();
        }
        m[17] = m[0];
      }
    }
    enabled[7] += enabledHere;
    return enabledHere;
  }

  // @action expireTooEarly(job: Job)  specs/job-queue/spec.ts:126:10
  function action_expireTooEarly() {
    let enabledHere = 0;
    for (let job = 0; job < 1; job++) {
      skip: {
        instance: {
          let used = m[32 /* slow */];
          // require(used < 1)
          if (1 <= used) break skip;
          // this.slow = used + 1
          let value = used + 1;
          if (7 < value) {
            sink.violation("failure", 0, 8);
            break instance;
          }
          m[32 /* slow */] = value;
          // require(this.job[job] === "hidden")
          if (m[17] !== 1 /* "hidden" */) break instance;
          // require(exists((worker: Worker) => (this.claim[worker] === undefined ? undefined : this.claim[worker].job) === job && (this.claim[worker] === undefined ? undefi...
          let exists = 0;
          each_worker: for (let worker = 0; worker < 2; worker++) {
            if ((m[21 /* claim */ + worker * 3] === 0 ? 0 : m[22 /* claim */ + worker * 3] + 1) === job + 1 && (m[21 /* claim */ + worker * 3] === 0 ? 0 : m[23 /* claim */ + worker * 3] + 1) === m[18 /* token */] + 1) {
              exists = 1;
              break each_worker;
            }
          }
          if (exists === 0) break instance;
          // this.job[job] = "visible"
          m[17] = 3 /* "visible" */;
          let word0 = m[34 /* word 0 */] & -1879048196 | m[17 /* job */] | m[32 /* slow */] << 28;
          enabledHere = enabledHere + 1 | 0;
          if (word0 !== m[34 /* word 0 */]) {
            {
              const row = sink.count * 2;
              rows[row] = word0;
              rows[row + 1] = m[35 /* word 1 */];
            }
            if (++sink.count === capacity) sink.flush();
          }
        }
        m[17] = m[0];
        m[32] = m[15];
      }
    }
    enabled[8] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 36 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[17 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[17 + slot] ^ m[slot];
  }

  // The initial states  specs/job-queue/spec.ts:19:14
  function initial() {
    m[17] = 2 /* "new" */;
    m[18 /* token */] = 0;
    m[19 /* put */] = 0;
    m[20 /* running */] = 0;
    for (let k = 0; k < 2; k++) {
      m[21 /* claim */ + k * 3] = m[41];
      m[22 /* claim */ + k * 3] = m[42];
      m[23 /* claim */ + k * 3] = m[43];
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[27 /* written */ + k1] = 0;
    }
    m[29 /* result */] = 0;
    m[30 /* results */] = 0;
    m[31 /* overwritten */] = 0;
    m[32 /* slow */] = 0;
    m[33 /* workers.crashed */] = 0;
    for (let slot = 0; slot < 17; slot++) {
      $patchSlot(slot);
    }
    writeRow(36);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["workers.crash", "putIn", "start", "scaleDown", "take", "work", "finish", "expire", "expireTooEarly"],
    invariants: ["noJobIsLost", "oneResultForEachJob", "lateResultsDoNotOverwrite"],
    steps: [],
    reachables: ["twoWorkAtOnce", "backToZero", "antecedent of noJobIsLost"],
    hasTerminal: true,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_workers_crash() + action_putIn() + action_start() + action_scaleDown() + action_take() + action_work() + action_finish() + action_expire() + action_expireTooEarly();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_twoWorkAtOnce(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_backToZero(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_noJobIsLost(0) !== 0) pending[2] = 0;
      if (skip[0] === 0 && invariant_noJobIsLost(0) === 0) return 0;
      if (skip[1] === 0 && invariant_oneResultForEachJob(0) === 0) return 1;
      if (skip[2] === 0 && invariant_lateResultsDoNotOverwrite(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return terminal_allDone(0) !== 0;
    },
  };
}
