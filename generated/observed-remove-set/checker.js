// ObservedRemoveSet with Op=3, Replica=2, Element=1: an explicit-state model. Generated; do not edit.
// specs/or-set/spec.ts:20:14
//
// A state is 2 words of 32 bits, and 20 slots when unpacked:
//   issued: Set<Op>  slots 0  bits 0.0..0.2
//   ops: Record<Op, ({ after: Set<Op>; at: Replica; change: "add" | "remove"; element: Element }) | undefined>  slots 1..15  bits 0.3..0.0
//   seen: Record<Replica, Set<Op>>  slots 16..17  bits 0.21..0.26
//   tags: Record<Replica, Set<Op>>  slots 18..19  bits 0.27..1.2
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 2;

export function createModel(sink) {
  const m = new Int32Array(72);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $shiftOfSlot = new Int32Array([0,3,4,7,8,0,9,10,13,14,0,15,16,19,20,0,21,24,27,0]);
  const $clearMaskOfSlot = new Int32Array([-8,-9,-113,-129,-257,-1,-513,-7169,-8193,-16385,-1,-32769,-458753,-524289,-1048577,-1,-14680065,-117440513,-939524097,-8]);
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]);

  function writeRow(from) {
    const row = sink.count * 2;
    for (let i = 0; i < 2; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(20, 0, 20);
    m.copyWithin(42, 40, 42);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[40]) {
      m[40] = m[42] = word;
      m[0] = m[20] = word & 7;
      m[1] = m[21] = (word >>> 3) & 1;
      m[2] = m[22] = (word >>> 4) & 7;
      m[3] = m[23] = (word >>> 7) & 1;
      m[4] = m[24] = (word >>> 8) & 1;
      m[6] = m[26] = (word >>> 9) & 1;
      m[7] = m[27] = (word >>> 10) & 7;
      m[8] = m[28] = (word >>> 13) & 1;
      m[9] = m[29] = (word >>> 14) & 1;
      m[11] = m[31] = (word >>> 15) & 1;
      m[12] = m[32] = (word >>> 16) & 7;
      m[13] = m[33] = (word >>> 19) & 1;
      m[14] = m[34] = (word >>> 20) & 1;
      m[16] = m[36] = (word >>> 21) & 7;
      m[17] = m[37] = (word >>> 24) & 7;
      m[18] = m[38] = (word >>> 27) & 7;
    }
    word = states[offset + 1] | 0;
    if (word !== m[41]) {
      m[41] = m[43] = word;
      m[19] = m[39] = word & 7;
    }
  }

  // @invariant converges  specs/or-set/spec.ts:110:14
  function invariant_converges(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 2; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 2; b++) {
        let forall2 = 1;
        if (m[16 /* seen */ + (at + a)] === m[16 /* seen */ + (at + b)]) {
          each_element: for (let element = 0; element < 1; element++) {
            let exists = 0;
            each_tag: for (let tag$bits = m[18 /* tags */ + (at + a)]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
              const tag = 31 - Math.clz32(tag$bits & -tag$bits);
              let operation = (at + tag * 5 | 0) + 1 /* ops */ | 0;
              let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
              if (result !== 0) {
                exists = 1;
                break each_tag;
              }
            }
            let exists1 = 0;
            each_tag_2: for (let tag_2$bits = m[18 /* tags */ + (at + b)]; tag_2$bits !== 0; tag_2$bits &= tag_2$bits - 1) {
              const tag_2 = 31 - Math.clz32(tag_2$bits & -tag_2$bits);
              let operation_2 = (at + tag_2 * 5 | 0) + 1 /* ops */ | 0;
              let result1 = m[operation_2] !== 0 && m[3 + operation_2] === 0 /* "add" */ && m[4 + operation_2] === element ? 1 : 0;
              if (result1 !== 0) {
                exists1 = 1;
                break each_tag_2;
              }
            }
            if (exists !== exists1) {
              forall2 = 0;
              break each_element;
            }
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

  // @invariant whatWasAddedIsThere  specs/or-set/spec.ts:117:14
  function invariant_whatWasAddedIsThere(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_add: for (let add = 0; add < 3; add++) {
        let forall2 = 1;
        if ((m[16 /* seen */ + (at + replica)] & 1 << add) !== 0) {
          each_element: for (let element = 0; element < 1; element++) {
            let operation = (at + add * 5 | 0) + 1 /* ops */ | 0;
            let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
            let and = result;
            if (and !== 0) {
              let seen = m[16 /* seen */ + (at + replica)];
              let exists = 0;
              each_r: for (let r$bits = seen; r$bits !== 0; r$bits &= r$bits - 1) {
                const r = 31 - Math.clz32(r$bits & -r$bits);
                let removal = (at + r * 5 | 0) + 1 /* ops */ | 0;
                let result1 = m[removal] !== 0 && m[3 + removal] === 1 /* "remove" */ && m[4 + removal] === element && (m[1 + removal] & 1 << add) !== 0 ? 1 : 0;
                if (result1 !== 0) {
                  exists = 1;
                  break each_r;
                }
              }
              let result2 = exists;
              and = result2 === 0 ? 1 : 0;
            }
            let implies = and === 0 ? 1 : 0;
            if (implies === 0) {
              let exists1 = 0;
              each_tag: for (let tag$bits = m[18 /* tags */ + (at + replica)]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
                const tag = 31 - Math.clz32(tag$bits & -tag$bits);
                let operation_2 = (at + tag * 5 | 0) + 1 /* ops */ | 0;
                let result3 = m[operation_2] !== 0 && m[3 + operation_2] === 0 /* "add" */ && m[4 + operation_2] === element ? 1 : 0;
                if (result3 !== 0) {
                  exists1 = 1;
                  break each_tag;
                }
              }
              implies = exists1;
            }
            if (implies === 0) {
              forall2 = 0;
              break each_element;
            }
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_add;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @invariant whatWasRemovedIsNotThere  specs/or-set/spec.ts:127:14
  function invariant_whatWasRemovedIsNotThere(at) {
    let forall = 1;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let forall1 = 1;
      each_element: for (let element = 0; element < 1; element++) {
        let exists = 0;
        each_tag: for (let tag$bits = m[18 /* tags */ + (at + replica)]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
          const tag = 31 - Math.clz32(tag$bits & -tag$bits);
          let operation = (at + tag * 5 | 0) + 1 /* ops */ | 0;
          let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
          if (result !== 0) {
            exists = 1;
            break each_tag;
          }
        }
        let implies = exists === 0 ? 1 : 0;
        if (implies === 0) {
          let exists1 = 0;
          each_add: for (let add$bits = m[16 /* seen */ + (at + replica)]; add$bits !== 0; add$bits &= add$bits - 1) {
            const add = 31 - Math.clz32(add$bits & -add$bits);
            let operation_2 = (at + add * 5 | 0) + 1 /* ops */ | 0;
            let result1 = m[operation_2] !== 0 && m[3 + operation_2] === 0 /* "add" */ && m[4 + operation_2] === element ? 1 : 0;
            let and = result1;
            if (and !== 0) {
              let seen = m[16 /* seen */ + (at + replica)];
              let exists2 = 0;
              each_r: for (let r$bits = seen; r$bits !== 0; r$bits &= r$bits - 1) {
                const r = 31 - Math.clz32(r$bits & -r$bits);
                let removal = (at + r * 5 | 0) + 1 /* ops */ | 0;
                let result2 = m[removal] !== 0 && m[3 + removal] === 1 /* "remove" */ && m[4 + removal] === element && (m[1 + removal] & 1 << add) !== 0 ? 1 : 0;
                if (result2 !== 0) {
                  exists2 = 1;
                  break each_r;
                }
              }
              let result3 = exists2;
              and = result3 === 0 ? 1 : 0;
            }
            if (and !== 0) {
              exists1 = 1;
              break each_add;
            }
          }
          implies = exists1;
        }
        if (implies === 0) {
          forall1 = 0;
          break each_element;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_replica;
      }
    }
    return forall;
  }

  // @reachable isAddedAgain  specs/or-set/spec.ts:136:14
  function reachable_isAddedAgain(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_element: for (let element = 0; element < 1; element++) {
        let exists2 = 0;
        each_add: for (let add = 0; add < 3; add++) {
          let and = (m[16 /* seen */ + (at + replica)] & 1 << add) !== 0 ? 1 : 0;
          if (and !== 0) {
            let operation = (at + add * 5 | 0) + 1 /* ops */ | 0;
            let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
            and = result;
          }
          let and1 = and;
          if (and1 !== 0) {
            let seen = m[16 /* seen */ + (at + replica)];
            let exists3 = 0;
            each_r: for (let r$bits = seen; r$bits !== 0; r$bits &= r$bits - 1) {
              const r = 31 - Math.clz32(r$bits & -r$bits);
              let removal = (at + r * 5 | 0) + 1 /* ops */ | 0;
              let result1 = m[removal] !== 0 && m[3 + removal] === 1 /* "remove" */ && m[4 + removal] === element && (m[1 + removal] & 1 << add) !== 0 ? 1 : 0;
              if (result1 !== 0) {
                exists3 = 1;
                break each_r;
              }
            }
            let result2 = exists3;
            and1 = result2;
          }
          let and2 = and1;
          if (and2 !== 0) {
            let exists4 = 0;
            each_tag: for (let tag$bits = m[18 /* tags */ + (at + replica)]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
              const tag = 31 - Math.clz32(tag$bits & -tag$bits);
              let operation_2 = (at + tag * 5 | 0) + 1 /* ops */ | 0;
              let result3 = m[operation_2] !== 0 && m[3 + operation_2] === 0 /* "add" */ && m[4 + operation_2] === element ? 1 : 0;
              if (result3 !== 0) {
                exists4 = 1;
                break each_tag;
              }
            }
            and2 = exists4;
          }
          if (and2 !== 0) {
            exists2 = 1;
            break each_add;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_element;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @reachable additionWinsOverConcurrentRemoval  specs/or-set/spec.ts:142:14
  function reachable_additionWinsOverConcurrentRemoval(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_r: for (let r = 0; r < 3; r++) {
          let addition = (at + a * 5 | 0) + 1 /* ops */ | 0;
          let removal = (at + r * 5 | 0) + 1 /* ops */ | 0;
          let result = m[addition] !== 0 && m[removal] !== 0 && (m[16 /* seen */ + (at + replica)] & 1 << a) !== 0 && (m[16 /* seen */ + (at + replica)] & 1 << r) !== 0 && m[3 + addition] === 0 /* "add" */ && m[3 + removal] === 1 /* "remove" */ && m[4 + addition] === m[4 + removal] && (m[1 + removal] & 1 << a) === 0 && (m[1 + addition] & 1 << r) === 0 ? 1 : 0;
          if (result !== 0) {
            exists2 = 1;
            break each_r;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @reachable antecedent of converges  specs/or-set/spec.ts:111:12
  function reachable_antecedent_of_converges(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 2; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 2; b++) {
        let exists2 = 0;
        if (m[16 /* seen */ + (at + a)] === m[16 /* seen */ + (at + b)]) {
          each_element: for (let element = 0; element < 1; element++) {
            exists2 = 1;
            break each_element;
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

  // @reachable antecedent of whatWasAddedIsThere  specs/or-set/spec.ts:118:12
  function reachable_antecedent_of_whatWasAddedIsThere(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_add: for (let add = 0; add < 3; add++) {
        let exists2 = 0;
        if ((m[16 /* seen */ + (at + replica)] & 1 << add) !== 0) {
          each_element: for (let element = 0; element < 1; element++) {
            let operation = (at + add * 5 | 0) + 1 /* ops */ | 0;
            let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
            let and = result;
            if (and !== 0) {
              let seen = m[16 /* seen */ + (at + replica)];
              let exists3 = 0;
              each_r: for (let r$bits = seen; r$bits !== 0; r$bits &= r$bits - 1) {
                const r = 31 - Math.clz32(r$bits & -r$bits);
                let removal = (at + r * 5 | 0) + 1 /* ops */ | 0;
                let result1 = m[removal] !== 0 && m[3 + removal] === 1 /* "remove" */ && m[4 + removal] === element && (m[1 + removal] & 1 << add) !== 0 ? 1 : 0;
                if (result1 !== 0) {
                  exists3 = 1;
                  break each_r;
                }
              }
              let result2 = exists3;
              and = result2 === 0 ? 1 : 0;
            }
            if (and !== 0) {
              exists2 = 1;
              break each_element;
            }
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_add;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @reachable antecedent of whatWasRemovedIsNotThere  specs/or-set/spec.ts:128:12
  function reachable_antecedent_of_whatWasRemovedIsNotThere(at) {
    let exists = 0;
    each_replica: for (let replica = 0; replica < 2; replica++) {
      let exists1 = 0;
      each_element: for (let element = 0; element < 1; element++) {
        let exists2 = 0;
        each_tag: for (let tag$bits = m[18 /* tags */ + (at + replica)]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
          const tag = 31 - Math.clz32(tag$bits & -tag$bits);
          let operation = (at + tag * 5 | 0) + 1 /* ops */ | 0;
          let result = m[operation] !== 0 && m[3 + operation] === 0 /* "add" */ && m[4 + operation] === element ? 1 : 0;
          if (result !== 0) {
            exists2 = 1;
            break each_tag;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_element;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_replica;
      }
    }
    return exists;
  }

  // @action add(op: Op, replica: Replica, element: Element)  specs/or-set/spec.ts:54:11
  function action_add() {
    let enabledHere = 0;
    for (let op = 0; op < 3; op++) {
      for (let replica = 0; replica < 2; replica++) {
        for (let element = 0; element < 1; element++) {
          skip: {
            m[44] = m[36 /* seen */ + replica];
            m[45] = replica;
            m[46] = 0 /* "add" */;
            m[47] = element;
            // require(!this.issued.has(op))
            if ((m[20] & 1 << op) !== 0) break skip;
            // this.issued = this.issued.add(op)
            m[20] = m[20] | 1 << op;
            // this.ops[op] = operation
            m[21 /* ops */ + op * 5] = 1;
            m[22 /* ops */ + op * 5] = m[44];
            m[23 /* ops */ + op * 5] = m[45];
            m[24 /* ops */ + op * 5] = m[46];
            m[25 /* ops */ + op * 5] = m[47];
            let replica_2 = m[45];
            if (m[46] === 0 /* "add" */) {
              // this.tags[replica$2] = this.tags[replica$2].add(op)
              m[38 /* tags */ + replica_2] = m[38 /* tags */ + replica_2] | 1 << op;
            } else {
              // this.tags[replica$2] = filter(this.tags[replica$2], (tag) => !operation.after.has(tag) || !{   })
              let set = 0;
              for (let tag$bits = m[38 /* tags */ + replica_2]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
                const tag = 31 - Math.clz32(tag$bits & -tag$bits);
                let or = (m[44] & 1 << tag) === 0 ? 1 : 0;
                if (or === 0) {
                  m.copyWithin(48, 21 /* ops */ + tag * 5, 26 /* ops */ + tag * 5);
                  let result = m[48] !== 0 && m[51] === 0 /* "add" */ && m[52] === m[47] ? 1 : 0;
                  or = result === 0 ? 1 : 0;
                }
                if (or !== 0) set = set | 1 << tag;
              }
              m[38 /* tags */ + replica_2] = set;
            }
            // this.seen[replica$2] = this.seen[replica$2].add(op)
            m[36 /* seen */ + replica_2] = m[36 /* seen */ + replica_2] | 1 << op;
            let word0 = m[40 /* word 0 */] & -1071644680 | m[20 /* issued */] | m[36 /* seen 0 */] << 21 | m[37 /* seen 1 */] << 24 | m[38 /* tags 0 */] << 27;
            let word1 = m[39 /* tags 1 */];
            word0 = word0 & $clearMaskOfSlot[1 /* ops */ + op * 5] | m[21 /* ops */ + op * 5] << $shiftOfSlot[1 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[2 /* ops */ + op * 5] | m[22 /* ops */ + op * 5] << $shiftOfSlot[2 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[3 /* ops */ + op * 5] | m[23 /* ops */ + op * 5] << $shiftOfSlot[3 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[4 /* ops */ + op * 5] | m[24 /* ops */ + op * 5] << $shiftOfSlot[4 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[5 /* ops */ + op * 5] | m[25 /* ops */ + op * 5] << $shiftOfSlot[5 /* ops */ + op * 5];
            enabledHere = enabledHere + 1 | 0;
            if (word0 !== m[40 /* word 0 */] || word1 !== m[41 /* word 1 */]) {
              {
                const row = sink.count * 2;
                rows[row] = word0;
                rows[row + 1] = word1;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[20] = m[0];
            m[36] = m[16];
            m[37] = m[17];
            m[38] = m[18];
            m[39] = m[19];
            m.copyWithin(21 /* ops */ + op * 5, 1 /* ops */ + op * 5, 6 /* ops */ + op * 5);
          }
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action remove(op: Op, replica: Replica, element: Element)  specs/or-set/spec.ts:58:11
  function action_remove() {
    let enabledHere = 0;
    for (let op = 0; op < 3; op++) {
      for (let replica = 0; replica < 2; replica++) {
        for (let element = 0; element < 1; element++) {
          skip: {
            // require(exists(this.tags[replica], (tag) => {   }))
            let exists = 0;
            each_tag: for (let tag$bits = m[38 /* tags */ + replica]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
              const tag = 31 - Math.clz32(tag$bits & -tag$bits);
              m.copyWithin(53, 21 /* ops */ + tag * 5, 26 /* ops */ + tag * 5);
              let result = m[53] !== 0 && m[56] === 0 /* "add" */ && m[57] === element ? 1 : 0;
              if (result !== 0) {
                exists = 1;
                break each_tag;
              }
            }
            if (exists === 0) break skip;
            m[58] = m[36 /* seen */ + replica];
            m[59] = replica;
            m[60] = 1 /* "remove" */;
            m[61] = element;
            // require(!this.issued.has(op))
            if ((m[20] & 1 << op) !== 0) break skip;
            // this.issued = this.issued.add(op)
            m[20] = m[20] | 1 << op;
            // this.ops[op] = operation$2
            m[21 /* ops */ + op * 5] = 1;
            m[22 /* ops */ + op * 5] = m[58];
            m[23 /* ops */ + op * 5] = m[59];
            m[24 /* ops */ + op * 5] = m[60];
            m[25 /* ops */ + op * 5] = m[61];
            let replica_2 = m[59];
            if (m[60] === 0 /* "add" */) {
              // this.tags[replica$2] = this.tags[replica$2].add(op)
              m[38 /* tags */ + replica_2] = m[38 /* tags */ + replica_2] | 1 << op;
            } else {
              // this.tags[replica$2] = filter(this.tags[replica$2], (tag$2) => !operation$2.after.has(tag$2) || !{   })
              let set = 0;
              for (let tag_2$bits = m[38 /* tags */ + replica_2]; tag_2$bits !== 0; tag_2$bits &= tag_2$bits - 1) {
                const tag_2 = 31 - Math.clz32(tag_2$bits & -tag_2$bits);
                let or = (m[58] & 1 << tag_2) === 0 ? 1 : 0;
                if (or === 0) {
                  m.copyWithin(62, 21 /* ops */ + tag_2 * 5, 26 /* ops */ + tag_2 * 5);
                  let result1 = m[62] !== 0 && m[65] === 0 /* "add" */ && m[66] === m[61] ? 1 : 0;
                  or = result1 === 0 ? 1 : 0;
                }
                if (or !== 0) set = set | 1 << tag_2;
              }
              m[38 /* tags */ + replica_2] = set;
            }
            // this.seen[replica$2] = this.seen[replica$2].add(op)
            m[36 /* seen */ + replica_2] = m[36 /* seen */ + replica_2] | 1 << op;
            let word0 = m[40 /* word 0 */] & -1071644680 | m[20 /* issued */] | m[36 /* seen 0 */] << 21 | m[37 /* seen 1 */] << 24 | m[38 /* tags 0 */] << 27;
            let word1 = m[39 /* tags 1 */];
            word0 = word0 & $clearMaskOfSlot[1 /* ops */ + op * 5] | m[21 /* ops */ + op * 5] << $shiftOfSlot[1 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[2 /* ops */ + op * 5] | m[22 /* ops */ + op * 5] << $shiftOfSlot[2 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[3 /* ops */ + op * 5] | m[23 /* ops */ + op * 5] << $shiftOfSlot[3 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[4 /* ops */ + op * 5] | m[24 /* ops */ + op * 5] << $shiftOfSlot[4 /* ops */ + op * 5];
            word0 = word0 & $clearMaskOfSlot[5 /* ops */ + op * 5] | m[25 /* ops */ + op * 5] << $shiftOfSlot[5 /* ops */ + op * 5];
            enabledHere = enabledHere + 1 | 0;
            if (word0 !== m[40 /* word 0 */] || word1 !== m[41 /* word 1 */]) {
              {
                const row = sink.count * 2;
                rows[row] = word0;
                rows[row + 1] = word1;
              }
              if (++sink.count === capacity) sink.flush();
            }
            m[20] = m[0];
            m[36] = m[16];
            m[37] = m[17];
            m[38] = m[18];
            m[39] = m[19];
            m.copyWithin(21 /* ops */ + op * 5, 1 /* ops */ + op * 5, 6 /* ops */ + op * 5);
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 42 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[20 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[20 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[42 + word] = m[40 + word];
  }

  // @action receive(replica: Replica, op: Op)  specs/or-set/spec.ts:64:11
  function action_receive() {
    let enabledHere = 0;
    for (let replica = 0; replica < 2; replica++) {
      for (let op = 0; op < 3; op++) {
        skip: {
          let operation = op * 5 + 21 /* ops */;
          // require(operation !== undefined)
          if (m[operation] === 0) break skip;
          // require(!this.seen[replica].has(op))
          if ((m[36 /* seen */ + replica] & 1 << op) !== 0) break skip;
          // require(operation.after.isSubsetOf(this.seen[replica]))
          if ((m[1 + operation] & (m[36 /* seen */ + replica] ^ -1)) !== 0) break skip;
          let argument = operation + 1 | 0;
          if (m[2 + argument] === 0 /* "add" */) {
            // this.tags[replica] = this.tags[replica].add(op)
            m[38 /* tags */ + replica] = m[38 /* tags */ + replica] | 1 << op;
          } else {
            // this.tags[replica] = filter(this.tags[replica], (tag) => !argument.after.has(tag) || !{   })
            let set = 0;
            for (let tag$bits = m[38 /* tags */ + replica]; tag$bits !== 0; tag$bits &= tag$bits - 1) {
              const tag = 31 - Math.clz32(tag$bits & -tag$bits);
              let or = (m[argument] & 1 << tag) === 0 ? 1 : 0;
              if (or === 0) {
                let operation_2 = tag * 5 + 21 /* ops */;
                let result = m[operation_2] !== 0 && m[3 + operation_2] === 0 /* "add" */ && m[4 + operation_2] === m[3 + argument] ? 1 : 0;
                or = result === 0 ? 1 : 0;
              }
              if (or !== 0) set = set | 1 << tag;
            }
            m[38 /* tags */ + replica] = set;
          }
          // this.seen[replica] = this.seen[replica].add(op)
          m[36 /* seen */ + replica] = m[36 /* seen */ + replica] | 1 << op;
          let changed = 0;
          changed = changed | $patchSlot(replica + 18 /* tags */);
          changed = changed | $patchSlot(replica + 18 /* tags */);
          changed = changed | $patchSlot(replica + 16 /* seen */);
          enabledHere = enabledHere + 1 | 0;
          if (changed !== 0) {
            writeRow(42);
            if (++sink.count === capacity) sink.flush();
          }
          m[38 /* tags */ + replica] = m[18 /* tags */ + replica];
          $unpatchSlot(replica + 18 /* tags */);
          m[38 /* tags */ + replica] = m[18 /* tags */ + replica];
          $unpatchSlot(replica + 18 /* tags */);
          m[36 /* seen */ + replica] = m[16 /* seen */ + replica];
          $unpatchSlot(replica + 16 /* seen */);
        }
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/or-set/spec.ts:20:14
  function initial() {
    m[20] = 0;
    for (let k = 0; k < 3; k++) {
      m.copyWithin(21 /* ops */ + k * 5, 67, 72);
    }
    for (let k1 = 0; k1 < 2; k1++) {
      m[36 /* seen */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 2; k2++) {
      m[38 /* tags */ + k2] = 0;
    }
    for (let slot = 0; slot < 20; slot++) {
      $patchSlot(slot);
    }
    writeRow(42);
    if (++sink.count === capacity) sink.flush();
  }

  return {
    words: 2,
    actions: ["add", "remove", "receive"],
    invariants: ["converges", "whatWasAddedIsThere", "whatWasRemovedIsNotThere"],
    steps: [],
    reachables: ["isAddedAgain", "additionWinsOverConcurrentRemoval", "antecedent of converges", "antecedent of whatWasAddedIsThere", "antecedent of whatWasRemovedIsNotThere"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_add() + action_remove() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_isAddedAgain(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_additionWinsOverConcurrentRemoval(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_antecedent_of_converges(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_antecedent_of_whatWasAddedIsThere(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_antecedent_of_whatWasRemovedIsNotThere(0) !== 0) pending[4] = 0;
      if (skip[0] === 0 && invariant_converges(0) === 0) return 0;
      if (skip[1] === 0 && invariant_whatWasAddedIsThere(0) === 0) return 1;
      if (skip[2] === 0 && invariant_whatWasRemovedIsNotThere(0) === 0) return 2;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
