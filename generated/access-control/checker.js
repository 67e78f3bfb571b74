// AccessControl with Member=3, Op=3: an explicit-state model. Generated; do not edit.
// specs/access-control/spec.ts:49:14
//
// A state is 3 words of 32 bits, and 31 slots when unpacked:
//   founders: Set<Member>  slots 0  bits 0.0..0.2
//   written: Set<Op>  slots 1  bits 0.3..0.5
//   ops: Record<Op, { author: Member; change: "add" | "revoke"; knows: Set<Op>; saw: Set<Op>; subject: Member; time: Int<0, 3> }>  slots 2..19  bits 0.6..1.12
//   authorised: Set<Op>  slots 20  bits 1.13..1.15
//   seen: Record<Member, Set<Op>>  slots 21..23  bits 1.16..1.24
//   counted: Record<Member, Set<Op>>  slots 24..26  bits 1.25..2.2
//   members: Record<Member, Set<Member>>  slots 27..29  bits 2.3..2.11
//   forged: Int<0, 7>  slots 30  bits 2.12..2.14
//
// Memory: the source state, the state being made (the target), both again packed, then temporaries.

export const words = 3;

export function createModel(sink) {
  const m = new Int32Array(151);
  const { rows, capacity } = sink;
  const enabled = new Float64Array(3);
  // Whether the target state may differ from the source, because a sink threw.
  let dirty = false;
  const $wordOfSlot = new Int32Array([0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2]);
  const $clearMaskOfSlot = new Int32Array([-8,-57,-193,-257,-3585,-28673,-98305,-393217,-1572865,-2097153,-29360129,-234881025,-805306369,1073741823,-4,-5,-57,-449,-1537,-6145,-57345,-458753,-3670017,-29360129,-234881025,-1879048193,-8,-57,-449,-3585,-28673]);
  const $shiftOfSlot = new Int32Array([0,3,6,8,9,12,15,17,19,21,22,25,28,30,0,2,3,6,9,11,13,16,19,22,25,28,0,3,6,9,12]);

  function popcount(x) {
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function writeRow(from) {
    const row = sink.count * 3;
    for (let i = 0; i < 3; i++) rows[row + i] = m[from + i];
  }

  function reset() {
    m.copyWithin(31, 0, 31);
    m.copyWithin(65, 62, 65);
    dirty = false;
  }

  function load(states, offset) {
    if (dirty) reset();
    let word = states[offset] | 0;
    if (word !== m[62]) {
      m[62] = m[65] = word;
      m[0] = m[31] = word & 7;
      m[1] = m[32] = (word >>> 3) & 7;
      m[2] = m[33] = (word >>> 6) & 3;
      m[3] = m[34] = (word >>> 8) & 1;
      m[4] = m[35] = (word >>> 9) & 7;
      m[5] = m[36] = (word >>> 12) & 7;
      m[6] = m[37] = (word >>> 15) & 3;
      m[7] = m[38] = (word >>> 17) & 3;
      m[8] = m[39] = (word >>> 19) & 3;
      m[9] = m[40] = (word >>> 21) & 1;
      m[10] = m[41] = (word >>> 22) & 7;
      m[11] = m[42] = (word >>> 25) & 7;
      m[12] = m[43] = (word >>> 28) & 3;
      m[13] = m[44] = word >>> 30;
    }
    word = states[offset + 1] | 0;
    if (word !== m[63]) {
      m[63] = m[66] = word;
      m[14] = m[45] = word & 3;
      m[15] = m[46] = (word >>> 2) & 1;
      m[16] = m[47] = (word >>> 3) & 7;
      m[17] = m[48] = (word >>> 6) & 7;
      m[18] = m[49] = (word >>> 9) & 3;
      m[19] = m[50] = (word >>> 11) & 3;
      m[20] = m[51] = (word >>> 13) & 7;
      m[21] = m[52] = (word >>> 16) & 7;
      m[22] = m[53] = (word >>> 19) & 7;
      m[23] = m[54] = (word >>> 22) & 7;
      m[24] = m[55] = (word >>> 25) & 7;
      m[25] = m[56] = (word >>> 28) & 7;
    }
    word = states[offset + 2] | 0;
    if (word !== m[64]) {
      m[64] = m[67] = word;
      m[26] = m[57] = word & 7;
      m[27] = m[58] = (word >>> 3) & 7;
      m[28] = m[59] = (word >>> 6) & 7;
      m[29] = m[60] = (word >>> 9) & 7;
      m[30] = m[61] = (word >>> 12) & 7;
    }
  }

  // @invariant sameOperationsSameMembers  specs/access-control/spec.ts:264:14
  function invariant_sameOperationsSameMembers(at) {
    let forall = 1;
    each_a: for (let a = 0; a < 3; a++) {
      let forall1 = 1;
      each_b: for (let b = 0; b < 3; b++) {
        if (!(m[21 /* seen */ + (at + a)] !== m[21 /* seen */ + (at + b)] || m[27 /* members */ + (at + a)] === m[27 /* members */ + (at + b)])) {
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

  // @invariant whatIsWrittenInTurnCounts  specs/access-control/spec.ts:269:14
  function invariant_whatIsWrittenInTurnCounts(at) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let ops = m[21 /* seen */ + (at + device)];
      let forall1 = 1;
      each_a: for (let a$bits = ops; a$bits !== 0; a$bits &= a$bits - 1) {
        const a = 31 - Math.clz32(a$bits & -a$bits);
        let and = (m[20 /* authorised */ + at] & 1 << a) !== 0 && m[4 /* ops */ + (at + a * 6)] === m[5 /* ops */ + (at + a * 6)] ? 1 : 0;
        if (and !== 0) {
          let exists = 0;
          each_b: for (let b$bits = ops; b$bits !== 0; b$bits &= b$bits - 1) {
            const b = 31 - Math.clz32(b$bits & -b$bits);
            if (a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0) {
              exists = 1;
              break each_b;
            }
          }
          and = exists === 0 ? 1 : 0;
        }
        if (and === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      let result = forall1;
      if (!(result === 0 || m[24 /* counted */ + (at + device)] === m[21 /* seen */ + (at + device)])) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @invariant aDuelIsDecided  specs/access-control/spec.ts:274:14
  function invariant_aDuelIsDecided(at) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_a: for (let a = 0; a < 3; a++) {
        let forall2 = 1;
        each_b: for (let b = 0; b < 3; b++) {
          let seen = m[21 /* seen */ + (at + device)];
          let and = (seen & 1 << a) !== 0 && (seen & 1 << b) !== 0 && a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0 && ((m[20 /* authorised */ + at] & 1 << a) !== 0 || (m[20 /* authorised */ + at] & 1 << b) !== 0) ? 1 : 0;
          if (and !== 0) {
            let member = m[2 /* ops */ + (at + b * 6)];
            let result = m[3 /* ops */ + (at + a * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + a * 6)] === member ? 1 : 0;
            and = result;
          }
          let and1 = and;
          if (and1 !== 0) {
            let member_2 = m[2 /* ops */ + (at + a * 6)];
            let result1 = m[3 /* ops */ + (at + b * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + b * 6)] === member_2 ? 1 : 0;
            and1 = result1;
          }
          let and2 = and1;
          if (and2 !== 0) {
            let exists = 0;
            each_g: for (let g$bits = seen; g$bits !== 0; g$bits &= g$bits - 1) {
              const g = 31 - Math.clz32(g$bits & -g$bits);
              let member_3 = m[2 /* ops */ + (at + a * 6)];
              let result2 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_3 ? 1 : 0;
              let or = result2;
              if (or === 0) {
                let member_4 = m[2 /* ops */ + (at + b * 6)];
                let result3 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_4 ? 1 : 0;
                or = result3;
              }
              if (or !== 0) {
                exists = 1;
                break each_g;
              }
            }
            and2 = exists === 0 ? 1 : 0;
          }
          let result4 = and2;
          if (!(result4 === 0 || (m[27 /* members */ + (at + device)] & 1 << m[2 /* ops */ + (at + a * 6)]) === 0 || (m[27 /* members */ + (at + device)] & 1 << m[2 /* ops */ + (at + b * 6)]) === 0)) {
            forall2 = 0;
            break each_b;
          }
        }
        if (forall2 === 0) {
          forall1 = 0;
          break each_a;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @invariant theFounderStaysInAHierarchy  specs/access-control/spec.ts:309:14
  function invariant_theFounderStaysInAHierarchy(at) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      if ((m[27 /* members */ + (at + device)] & 1) === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @invariant nothingCountsBeforeTheArbiterHasSeenIt  specs/access-control/spec.ts:314:14
  function invariant_nothingCountsBeforeTheArbiterHasSeenIt(at) {
    return 1;
  }

  // @step nothingFollowsAKnownRevocation  specs/access-control/spec.ts:281:9
  function step_nothingFollowsAKnownRevocation(at, next) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        let and1 = (m[21 /* seen */ + (at + device)] & 1 << op) === 0 && (m[21 /* seen */ + (next + device)] & 1 << op) !== 0 ? 1 : 0;
        if (and1 !== 0) {
          let member = m[2 /* ops */ + (next + op * 6)];
          let known = m[4 /* ops */ + (next + op * 6)];
          let inForce = m[24 /* counted */ + (at + device)] & known;
          let exists = 0;
          each_r: for (let r$bits = inForce; r$bits !== 0; r$bits &= r$bits - 1) {
            const r = 31 - Math.clz32(r$bits & -r$bits);
            let and = m[3 /* ops */ + (at + r * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + r * 6)] === member ? 1 : 0;
            if (and !== 0) {
              let exists1 = 0;
              each_g: for (let g$bits = inForce; g$bits !== 0; g$bits &= g$bits - 1) {
                const g = 31 - Math.clz32(g$bits & -g$bits);
                if (m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member && (m[4 /* ops */ + (at + g * 6)] & 1 << r) !== 0) {
                  exists1 = 1;
                  break each_g;
                }
              }
              and = exists1 === 0 ? 1 : 0;
            }
            if (and !== 0) {
              exists = 1;
              break each_r;
            }
          }
          let result = exists;
          and1 = result;
        }
        if (!(and1 === 0 || m[27 /* members */ + (next + device)] === m[27 /* members */ + (at + device)])) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @step backdatingHasNoEffect  specs/access-control/spec.ts:288:9
  function step_backdatingHasNoEffect(at, next) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        let and1 = (m[21 /* seen */ + (at + device)] & 1 << op) === 0 && (m[21 /* seen */ + (next + device)] & 1 << op) !== 0 ? 1 : 0;
        if (and1 !== 0) {
          let member = m[2 /* ops */ + (next + op * 6)];
          let known = m[5 /* ops */ + (next + op * 6)];
          let inForce = m[24 /* counted */ + (at + device)] & known;
          let exists = 0;
          each_r: for (let r$bits = inForce; r$bits !== 0; r$bits &= r$bits - 1) {
            const r = 31 - Math.clz32(r$bits & -r$bits);
            let and = m[3 /* ops */ + (at + r * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + r * 6)] === member ? 1 : 0;
            if (and !== 0) {
              let exists1 = 0;
              each_g: for (let g$bits = inForce; g$bits !== 0; g$bits &= g$bits - 1) {
                const g = 31 - Math.clz32(g$bits & -g$bits);
                if (m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member && (m[4 /* ops */ + (at + g * 6)] & 1 << r) !== 0) {
                  exists1 = 1;
                  break each_g;
                }
              }
              and = exists1 === 0 ? 1 : 0;
            }
            if (and !== 0) {
              exists = 1;
              break each_r;
            }
          }
          let result = exists;
          and1 = result;
        }
        if (!(and1 === 0 || m[27 /* members */ + (next + device)] === m[27 /* members */ + (at + device)])) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @step backdatingLetsNobodyIn  specs/access-control/spec.ts:295:9
  function step_backdatingLetsNobodyIn(at, next) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        let and1 = (m[21 /* seen */ + (at + device)] & 1 << op) === 0 && (m[21 /* seen */ + (next + device)] & 1 << op) !== 0 ? 1 : 0;
        if (and1 !== 0) {
          let member = m[2 /* ops */ + (next + op * 6)];
          let known = m[5 /* ops */ + (next + op * 6)];
          let inForce = m[24 /* counted */ + (at + device)] & known;
          let exists = 0;
          each_r: for (let r$bits = inForce; r$bits !== 0; r$bits &= r$bits - 1) {
            const r = 31 - Math.clz32(r$bits & -r$bits);
            let and = m[3 /* ops */ + (at + r * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + r * 6)] === member ? 1 : 0;
            if (and !== 0) {
              let exists1 = 0;
              each_g: for (let g$bits = inForce; g$bits !== 0; g$bits &= g$bits - 1) {
                const g = 31 - Math.clz32(g$bits & -g$bits);
                if (m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member && (m[4 /* ops */ + (at + g * 6)] & 1 << r) !== 0) {
                  exists1 = 1;
                  break each_g;
                }
              }
              and = exists1 === 0 ? 1 : 0;
            }
            if (and !== 0) {
              exists = 1;
              break each_r;
            }
          }
          let result = exists;
          and1 = result;
        }
        if (!(and1 === 0 || (m[27 /* members */ + (next + device)] & (m[27 /* members */ + (at + device)] ^ -1)) === 0)) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @step whatTheAuthorKnewStays  specs/access-control/spec.ts:302:9
  function step_whatTheAuthorKnewStays(at, next) {
    let forall = 1;
    each_device: for (let device = 0; device < 3; device++) {
      let forall1 = 1;
      each_op: for (let op = 0; op < 3; op++) {
        if (!(!((m[21 /* seen */ + (at + device)] & 1 << op) === 0 && (m[21 /* seen */ + (next + device)] & 1 << op) !== 0 && (m[21 /* seen */ + (at + device)] & (m[4 /* ops */ + (next + op * 6)] ^ -1)) === 0) || (m[24 /* counted */ + (at + device)] & (m[24 /* counted */ + (next + device)] ^ -1)) === 0)) {
          forall1 = 0;
          break each_op;
        }
      }
      if (forall1 === 0) {
        forall = 0;
        break each_device;
      }
    }
    return forall;
  }

  // @reachable someoneComesBack  specs/access-control/spec.ts:354:14
  function reachable_someoneComesBack(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_m: for (let m1 = 0; m1 < 3; m1++) {
        let and = (m[27 /* members */ + (at + device)] & 1 << m1) !== 0 ? 1 : 0;
        if (and !== 0) {
          let exists2 = 0;
          each_r: for (let r$bits = m[24 /* counted */ + (at + device)]; r$bits !== 0; r$bits &= r$bits - 1) {
            const r = 31 - Math.clz32(r$bits & -r$bits);
            if (m[3 /* ops */ + (at + r * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + r * 6)] === m1) {
              exists2 = 1;
              break each_r;
            }
          }
          and = exists2;
        }
        if (and !== 0) {
          exists1 = 1;
          break each_m;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable twoRevokeEachOther  specs/access-control/spec.ts:358:14
  function reachable_twoRevokeEachOther(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          let seen = m[21 /* seen */ + (at + device)];
          let and = (seen & 1 << a) !== 0 && (seen & 1 << b) !== 0 && a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0 && ((m[20 /* authorised */ + at] & 1 << a) !== 0 || (m[20 /* authorised */ + at] & 1 << b) !== 0) ? 1 : 0;
          if (and !== 0) {
            let member = m[2 /* ops */ + (at + b * 6)];
            let result = m[3 /* ops */ + (at + a * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + a * 6)] === member ? 1 : 0;
            and = result;
          }
          let and1 = and;
          if (and1 !== 0) {
            let member_2 = m[2 /* ops */ + (at + a * 6)];
            let result1 = m[3 /* ops */ + (at + b * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + b * 6)] === member_2 ? 1 : 0;
            and1 = result1;
          }
          let and2 = and1;
          if (and2 !== 0) {
            let exists3 = 0;
            each_g: for (let g$bits = seen; g$bits !== 0; g$bits &= g$bits - 1) {
              const g = 31 - Math.clz32(g$bits & -g$bits);
              let member_3 = m[2 /* ops */ + (at + a * 6)];
              let result2 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_3 ? 1 : 0;
              let or = result2;
              if (or === 0) {
                let member_4 = m[2 /* ops */ + (at + b * 6)];
                let result3 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_4 ? 1 : 0;
                or = result3;
              }
              if (or !== 0) {
                exists3 = 1;
                break each_g;
              }
            }
            and2 = exists3 === 0 ? 1 : 0;
          }
          let result4 = and2;
          if (result4 !== 0) {
            exists2 = 1;
            break each_b;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable aRevocationIsUndone  specs/access-control/spec.ts:363:14
  function reachable_aRevocationIsUndone(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          let and = a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0 && (m[24 /* counted */ + (at + device)] & 1 << b) !== 0 ? 1 : 0;
          if (and !== 0) {
            let member = m[2 /* ops */ + (at + a * 6)];
            let result = m[3 /* ops */ + (at + b * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + b * 6)] === member ? 1 : 0;
            and = result;
          }
          if (and !== 0 && (m[21 /* seen */ + (at + device)] & 1 << a) !== 0 && (m[24 /* counted */ + (at + device)] & 1 << a) === 0 && (m[27 /* members */ + (at + device)] & 1 << m[6 /* ops */ + (at + a * 6)]) !== 0 && m[3 /* ops */ + (at + a * 6)] === 1 /* "revoke" */) {
            exists2 = 1;
            break each_b;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable aSeniorIsRevoked  specs/access-control/spec.ts:370:14
  function reachable_aSeniorIsRevoked(at) {
    return 1;
  }

  // @reachable aRevocationCountsAtOnce  specs/access-control/spec.ts:374:14
  function reachable_aRevocationCountsAtOnce(at) {
    let exists = 0;
    each_m: for (let m1 = 0; m1 < 3; m1++) {
      let exists1 = 0;
      each_r: for (let r = 0; r < 3; r++) {
        let and = (m[24 /* counted */ + (at + m1)] & 1 << r) !== 0 ? 1 : 0;
        if (and !== 0) {
          let forall = 1;
          each_d: for (let d = 0; d < 3; d++) {
            if (!(d === m1 || (m[21 /* seen */ + (at + d)] & 1 << r) === 0)) {
              forall = 0;
              break each_d;
            }
          }
          and = forall;
        }
        if (and !== 0) {
          exists1 = 1;
          break each_r;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_m;
      }
    }
    return exists;
  }

  // @reachable antecedent of sameOperationsSameMembers  specs/access-control/spec.ts:265:12
  function reachable_antecedent_of_sameOperationsSameMembers(at) {
    let exists = 0;
    each_a: for (let a = 0; a < 3; a++) {
      let exists1 = 0;
      each_b: for (let b = 0; b < 3; b++) {
        if (m[21 /* seen */ + (at + a)] === m[21 /* seen */ + (at + b)]) {
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

  // @reachable antecedent of whatIsWrittenInTurnCounts  specs/access-control/spec.ts:270:12
  function reachable_antecedent_of_whatIsWrittenInTurnCounts(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let ops = m[21 /* seen */ + (at + device)];
      let forall = 1;
      each_a: for (let a$bits = ops; a$bits !== 0; a$bits &= a$bits - 1) {
        const a = 31 - Math.clz32(a$bits & -a$bits);
        let and = (m[20 /* authorised */ + at] & 1 << a) !== 0 && m[4 /* ops */ + (at + a * 6)] === m[5 /* ops */ + (at + a * 6)] ? 1 : 0;
        if (and !== 0) {
          let exists1 = 0;
          each_b: for (let b$bits = ops; b$bits !== 0; b$bits &= b$bits - 1) {
            const b = 31 - Math.clz32(b$bits & -b$bits);
            if (a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0) {
              exists1 = 1;
              break each_b;
            }
          }
          and = exists1 === 0 ? 1 : 0;
        }
        if (and === 0) {
          forall = 0;
          break each_a;
        }
      }
      let result = forall;
      if (result !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable antecedent of aDuelIsDecided  specs/access-control/spec.ts:275:12
  function reachable_antecedent_of_aDuelIsDecided(at) {
    let exists = 0;
    each_device: for (let device = 0; device < 3; device++) {
      let exists1 = 0;
      each_a: for (let a = 0; a < 3; a++) {
        let exists2 = 0;
        each_b: for (let b = 0; b < 3; b++) {
          let seen = m[21 /* seen */ + (at + device)];
          let and = (seen & 1 << a) !== 0 && (seen & 1 << b) !== 0 && a !== b && (m[4 /* ops */ + (at + a * 6)] & 1 << b) === 0 && (m[4 /* ops */ + (at + b * 6)] & 1 << a) === 0 && ((m[20 /* authorised */ + at] & 1 << a) !== 0 || (m[20 /* authorised */ + at] & 1 << b) !== 0) ? 1 : 0;
          if (and !== 0) {
            let member = m[2 /* ops */ + (at + b * 6)];
            let result = m[3 /* ops */ + (at + a * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + a * 6)] === member ? 1 : 0;
            and = result;
          }
          let and1 = and;
          if (and1 !== 0) {
            let member_2 = m[2 /* ops */ + (at + a * 6)];
            let result1 = m[3 /* ops */ + (at + b * 6)] === 1 /* "revoke" */ && m[6 /* ops */ + (at + b * 6)] === member_2 ? 1 : 0;
            and1 = result1;
          }
          let and2 = and1;
          if (and2 !== 0) {
            let exists3 = 0;
            each_g: for (let g$bits = seen; g$bits !== 0; g$bits &= g$bits - 1) {
              const g = 31 - Math.clz32(g$bits & -g$bits);
              let member_3 = m[2 /* ops */ + (at + a * 6)];
              let result2 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_3 ? 1 : 0;
              let or = result2;
              if (or === 0) {
                let member_4 = m[2 /* ops */ + (at + b * 6)];
                let result3 = m[3 /* ops */ + (at + g * 6)] === 0 /* "add" */ && m[6 /* ops */ + (at + g * 6)] === member_4 ? 1 : 0;
                or = result3;
              }
              if (or !== 0) {
                exists3 = 1;
                break each_g;
              }
            }
            and2 = exists3 === 0 ? 1 : 0;
          }
          let result4 = and2;
          if (result4 !== 0 && (m[27 /* members */ + (at + device)] & 1 << m[2 /* ops */ + (at + a * 6)]) !== 0) {
            exists2 = 1;
            break each_b;
          }
        }
        if (exists2 !== 0) {
          exists1 = 1;
          break each_a;
        }
      }
      if (exists1 !== 0) {
        exists = 1;
        break each_device;
      }
    }
    return exists;
  }

  // @reachable antecedent of theFounderStaysInAHierarchy  specs/access-control/spec.ts:310:12
  function reachable_antecedent_of_theFounderStaysInAHierarchy(at) {
    return 1;
  }

  // @reachable antecedent of nothingCountsBeforeTheArbiterHasSeenIt  specs/access-control/spec.ts:315:12
  function reachable_antecedent_of_nothingCountsBeforeTheArbiterHasSeen(at) {
    return 0;
  }

  // Packs one slot of the target state. Not 0 if it differs from the source.
  function $patchSlot(slot) {
    let word = $wordOfSlot[slot];
    let at = word + 65 | 0;
    let value = m[at] & $clearMaskOfSlot[slot] | m[31 + slot] << $shiftOfSlot[slot];
    m[at] = value;
    return m[31 + slot] ^ m[slot];
  }

  // Makes the packed word of a slot equal to the source again.
  function $unpatchSlot(slot) {
    let word = $wordOfSlot[slot];
    m[65 + word] = m[62 + word];
  }

  // @action write(id: Op, author: Member, change: "add" | "revoke", subject: Member)  specs/access-control/spec.ts:97:11
  function action_write() {
    let enabledHere = 0;
    for (let id = 0; id < 3; id++) {
      each_author: for (let author = 0; author < 3; author++) {
        // require(this.members[author].has(author))
        if ((m[58 /* members */ + author] & 1 << author) === 0) continue each_author;
        for (let change = 0; change < 2; change++) {
          each_subject: for (let subject = 0; subject < 3; subject++) {
            // require(this.members[author].has(subject) === (change === "revoke"))
            if (((m[58 /* members */ + author] & 1 << subject) !== 0 ? 1 : 0) !== (change === 1 /* "revoke" */ ? 1 : 0)) continue each_subject;
            // require(author < subject)
            if (subject <= author) continue each_subject;
            skip: {
              m[68] = author;
              m[69] = change;
              m[70] = m[52 /* seen */ + author];
              m[71] = m[52 /* seen */ + author];
              m[72] = subject;
              m[73] = 0;
              // require(op.subject !== op.author)
              if (m[72] === m[68]) break skip;
              // require(!this.written.has(id))
              if ((m[32 /* written */] & 1 << id) !== 0) break skip;
              // require(forall((o: Op) => implies(o < id, this.written.has(o))))
              let forall = 1;
              each_o: for (let o = 0; o < 3; o++) {
                if (!(id <= o || (m[32 /* written */] & 1 << o) !== 0)) {
                  forall = 0;
                  break each_o;
                }
              }
              if (forall === 0) break skip;
              // this.written = this.written.add(id)
              m[32 /* written */] = m[32 /* written */] | 1 << id;
              // this.ops[id] = op
              m.copyWithin(33 /* ops */ + id * 6, 68, 74);
              let counted = 0;
              let set = 0;
              for (let _m = 0; _m < 3; _m++) {
                set = set | 1 << _m;
              }
              let member = set;
              for (let member1$bits = member; member1$bits !== 0; member1$bits &= member1$bits - 1) {
                const member1 = 31 - Math.clz32(member1$bits & -member1$bits);
                let set1 = 0;
                for (let o_2$bits = m[70]; o_2$bits !== 0; o_2$bits &= o_2$bits - 1) {
                  const o_2 = 31 - Math.clz32(o_2$bits & -o_2$bits);
                  if (m[33 /* ops */ + o_2 * 6] === member1 && (m[51 /* authorised */] & 1 << o_2) !== 0) set1 = set1 | 1 << o_2;
                }
                let own = set1;
                // counted = counted.union(filter(own, (o$4) => !exists(counted, (r) => {   })))
                let set2 = 0;
                for (let o_4$bits = own; o_4$bits !== 0; o_4$bits &= o_4$bits - 1) {
                  const o_4 = 31 - Math.clz32(o_4$bits & -o_4$bits);
                  let exists = 0;
                  each_r: for (let r$bits = counted; r$bits !== 0; r$bits &= r$bits - 1) {
                    const r = 31 - Math.clz32(r$bits & -r$bits);
                    m.copyWithin(74, 33 /* ops */ + o_4 * 6, 39 /* ops */ + o_4 * 6);
                    let author_2 = m[74];
                    let knows = m[76];
                    let and = m[34 /* ops */ + r * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r * 6] === author_2 && (m[35 /* ops */ + r * 6] & 1 << o_4) === 0 && r !== o_4 ? 1 : 0;
                    if (and !== 0) {
                      let known = knows & counted;
                      let exists1 = 0;
                      each_g: for (let g$bits = known; g$bits !== 0; g$bits &= g$bits - 1) {
                        const g = 31 - Math.clz32(g$bits & -g$bits);
                        if (m[34 /* ops */ + g * 6] === 0 /* "add" */ && m[37 /* ops */ + g * 6] === author_2 && (m[35 /* ops */ + g * 6] & 1 << r) !== 0) {
                          exists1 = 1;
                          break each_g;
                        }
                      }
                      let result = exists1;
                      and = result === 0 ? 1 : 0;
                    }
                    let result1 = and;
                    if (result1 !== 0) {
                      exists = 1;
                      break each_r;
                    }
                  }
                  if (exists === 0) set2 = set2 | 1 << o_4;
                }
                counted = counted | set2;
              }
              let result2 = counted;
              m[80] = result2;
              let set3 = 0;
              for (let m1 = 0; m1 < 3; m1++) {
                let set4 = 0;
                for (let r_2$bits = result2; r_2$bits !== 0; r_2$bits &= r_2$bits - 1) {
                  const r_2 = 31 - Math.clz32(r_2$bits & -r_2$bits);
                  if (m[34 /* ops */ + r_2 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_2 * 6] === m1) set4 = set4 | 1 << r_2;
                }
                let revocations = set4;
                let or = (m[31] & 1 << m1) !== 0 && popcount(revocations) === 0 ? 1 : 0;
                if (or === 0) {
                  let exists2 = 0;
                  each_g_2: for (let g_2$bits = result2; g_2$bits !== 0; g_2$bits &= g_2$bits - 1) {
                    const g_2 = 31 - Math.clz32(g_2$bits & -g_2$bits);
                    if (m[34 /* ops */ + g_2 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_2 * 6] === m1 && (revocations & (m[35 /* ops */ + g_2 * 6] ^ -1)) === 0) {
                      exists2 = 1;
                      break each_g_2;
                    }
                  }
                  or = exists2;
                }
                let result3 = or;
                if (result3 !== 0) set3 = set3 | 1 << m1;
              }
              m[81] = set3;
              let members = m[81];
              if ((members & 1 << m[68]) !== 0 && m[68] < m[72]) {
                // this.authorised = this.authorised.add(id)
                m[51 /* authorised */] = m[51 /* authorised */] | 1 << id;
              }
              let device = m[68];
              // this.seen[device] = this.seen[device].add(id)
              m[52 /* seen */ + device] = m[52 /* seen */ + device] | 1 << id;
              let ops = m[52 /* seen */ + device];
              let counted_5 = 0;
              let set5 = 0;
              for (let _m_3 = 0; _m_3 < 3; _m_3++) {
                set5 = set5 | 1 << _m_3;
              }
              let member_2 = set5;
              for (let member_21$bits = member_2; member_21$bits !== 0; member_21$bits &= member_21$bits - 1) {
                const member_21 = 31 - Math.clz32(member_21$bits & -member_21$bits);
                let set6 = 0;
                for (let o_16$bits = ops; o_16$bits !== 0; o_16$bits &= o_16$bits - 1) {
                  const o_16 = 31 - Math.clz32(o_16$bits & -o_16$bits);
                  if (m[33 /* ops */ + o_16 * 6] === member_21 && (m[51 /* authorised */] & 1 << o_16) !== 0) set6 = set6 | 1 << o_16;
                }
                let own_2 = set6;
                // counted$5 = counted$5.union(filter(own$2, (o$18) => !exists(counted$5, (r$10) => {   })))
                let set7 = 0;
                for (let o_18$bits = own_2; o_18$bits !== 0; o_18$bits &= o_18$bits - 1) {
                  const o_18 = 31 - Math.clz32(o_18$bits & -o_18$bits);
                  let exists3 = 0;
                  each_r_10: for (let r_10$bits = counted_5; r_10$bits !== 0; r_10$bits &= r_10$bits - 1) {
                    const r_10 = 31 - Math.clz32(r_10$bits & -r_10$bits);
                    m.copyWithin(82, 33 /* ops */ + o_18 * 6, 39 /* ops */ + o_18 * 6);
                    let author_9 = m[82];
                    let knows_6 = m[84];
                    let and1 = m[34 /* ops */ + r_10 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_10 * 6] === author_9 && (m[35 /* ops */ + r_10 * 6] & 1 << o_18) === 0 && r_10 !== o_18 ? 1 : 0;
                    if (and1 !== 0) {
                      let known_6 = knows_6 & counted_5;
                      let exists4 = 0;
                      each_g_8: for (let g_8$bits = known_6; g_8$bits !== 0; g_8$bits &= g_8$bits - 1) {
                        const g_8 = 31 - Math.clz32(g_8$bits & -g_8$bits);
                        if (m[34 /* ops */ + g_8 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_8 * 6] === author_9 && (m[35 /* ops */ + g_8 * 6] & 1 << r_10) !== 0) {
                          exists4 = 1;
                          break each_g_8;
                        }
                      }
                      let result4 = exists4;
                      and1 = result4 === 0 ? 1 : 0;
                    }
                    let result5 = and1;
                    if (result5 !== 0) {
                      exists3 = 1;
                      break each_r_10;
                    }
                  }
                  if (exists3 === 0) set7 = set7 | 1 << o_18;
                }
                counted_5 = counted_5 | set7;
              }
              let result6 = counted_5;
              m[88] = result6;
              let set8 = 0;
              for (let m_5 = 0; m_5 < 3; m_5++) {
                let set9 = 0;
                for (let r_11$bits = result6; r_11$bits !== 0; r_11$bits &= r_11$bits - 1) {
                  const r_11 = 31 - Math.clz32(r_11$bits & -r_11$bits);
                  if (m[34 /* ops */ + r_11 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_11 * 6] === m_5) set9 = set9 | 1 << r_11;
                }
                let revocations_3 = set9;
                let or1 = (m[31] & 1 << m_5) !== 0 && popcount(revocations_3) === 0 ? 1 : 0;
                if (or1 === 0) {
                  let exists5 = 0;
                  each_g_9: for (let g_9$bits = result6; g_9$bits !== 0; g_9$bits &= g_9$bits - 1) {
                    const g_9 = 31 - Math.clz32(g_9$bits & -g_9$bits);
                    if (m[34 /* ops */ + g_9 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_9 * 6] === m_5 && (revocations_3 & (m[35 /* ops */ + g_9 * 6] ^ -1)) === 0) {
                      exists5 = 1;
                      break each_g_9;
                    }
                  }
                  or1 = exists5;
                }
                let result7 = or1;
                if (result7 !== 0) set8 = set8 | 1 << m_5;
              }
              m[89] = set8;
              let counted_9 = m[88];
              let members_2 = m[89];
              // this.counted[device] = counted$9
              m[55 /* counted */ + device] = counted_9;
              // this.members[device] = members$2
              m[58 /* members */ + device] = members_2;
              let changed = 0;
              m[65] = m[62 /* word 0 */] & -57 | m[32 /* written */] << 3;
              changed = changed | m[65] ^ m[62 /* word 0 */];
              m[66] = m[63 /* word 1 */] & -2147475457 | m[51 /* authorised */] << 13 | m[52 /* seen 0 */] << 16 | m[53 /* seen 1 */] << 19 | m[54 /* seen 2 */] << 22 | m[55 /* counted 0 */] << 25 | m[56 /* counted 1 */] << 28;
              changed = changed | m[66] ^ m[63 /* word 1 */];
              m[67] = m[64 /* word 2 */] & -4096 | m[57 /* counted 2 */] | m[58 /* members 0 */] << 3 | m[59 /* members 1 */] << 6 | m[60 /* members 2 */] << 9;
              changed = changed | m[67] ^ m[64 /* word 2 */];
              changed = changed | $patchSlot(id * 6 + 2 /* ops */);
              changed = changed | $patchSlot(id * 6 + 3 /* ops */);
              changed = changed | $patchSlot(id * 6 + 4 /* ops */);
              changed = changed | $patchSlot(id * 6 + 5 /* ops */);
              changed = changed | $patchSlot(id * 6 + 6 /* ops */);
              changed = changed | $patchSlot(id * 6 + 7 /* ops */);
              enabledHere = enabledHere + 1 | 0;
              if (step_nothingFollowsAKnownRevocation(0, 31) === 0) {
                writeRow(65);
                sink.violation("step", 0, 0);
              }
              if (step_backdatingHasNoEffect(0, 31) === 0) {
                writeRow(65);
                sink.violation("step", 1, 0);
              }
              if (step_backdatingLetsNobodyIn(0, 31) === 0) {
                writeRow(65);
                sink.violation("step", 2, 0);
              }
              if (step_whatTheAuthorKnewStays(0, 31) === 0) {
                writeRow(65);
                sink.violation("step", 3, 0);
              }
              if (changed !== 0) {
                writeRow(65);
                if (++sink.count === capacity) sink.flush();
              }
              m[32] = m[1];
              m.copyWithin(51, 20, 30);
              m[65] = m[62 /* word 0 */];
              m[66] = m[63 /* word 1 */];
              m[67] = m[64 /* word 2 */];
              m.copyWithin(33 /* ops */ + id * 6, 2 /* ops */ + id * 6, 8 /* ops */ + id * 6);
              $unpatchSlot(id * 6 + 2 /* ops */);
              $unpatchSlot(id * 6 + 3 /* ops */);
              $unpatchSlot(id * 6 + 4 /* ops */);
              $unpatchSlot(id * 6 + 5 /* ops */);
              $unpatchSlot(id * 6 + 6 /* ops */);
              $unpatchSlot(id * 6 + 7 /* ops */);
            }
          }
        }
      }
    }
    enabled[0] += enabledHere;
    return enabledHere;
  }

  // @action forge(id: Op, author: Member, change: "add" | "revoke", subject: Member, knows: Set<Op>)  specs/access-control/spec.ts:111:10
  function action_forge() {
    let enabledHere = 0;
    for (let id = 0; id < 3; id++) {
      for (let author = 0; author < 3; author++) {
        for (let change = 0; change < 2; change++) {
          for (let subject = 0; subject < 3; subject++) {
            for (let knows = 0; knows < 8; knows++) {
              skip: {
                instance: {
                  let used = m[61 /* forged */];
                  // require(used < 1)
                  if (1 <= used) break skip;
                  // this.forged = used + 1
                  let value = used + 1;
                  if (7 < value) {
                    sink.violation("failure", 0, 1);
                    break instance;
                  }
                  m[61 /* forged */] = value;
                  // require(!this.members[author].has(author))
                  if ((m[58 /* members */ + author] & 1 << author) !== 0) break instance;
                  // require(exists(this.seen[author], (r) => this.ops[r].change === "revoke" && this.ops[r].subject === author))
                  let exists = 0;
                  each_r: for (let r$bits = m[52 /* seen */ + author]; r$bits !== 0; r$bits &= r$bits - 1) {
                    const r = 31 - Math.clz32(r$bits & -r$bits);
                    if (m[34 /* ops */ + r * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r * 6] === author) {
                      exists = 1;
                      break each_r;
                    }
                  }
                  if (exists === 0) break instance;
                  // require(knows.isSubsetOf(this.seen[author]))
                  if ((knows & (m[52 /* seen */ + author] ^ -1)) !== 0) break instance;
                  // require(forall(knows, (o) => this.ops[o].knows.isSubsetOf(knows)))
                  let forall = 1;
                  each_o: for (let o$bits = knows; o$bits !== 0; o$bits &= o$bits - 1) {
                    const o = 31 - Math.clz32(o$bits & -o$bits);
                    if ((m[35 /* ops */ + o * 6] & (knows ^ -1)) !== 0) {
                      forall = 0;
                      break each_o;
                    }
                  }
                  if (forall === 0) break instance;
                  m[90] = author;
                  m[91] = change;
                  m[92] = knows;
                  m[93] = m[52 /* seen */ + author];
                  m[94] = subject;
                  m[95] = 0;
                  // require(op.subject !== op.author)
                  if (m[94] === m[90]) break instance;
                  // require(!this.written.has(id))
                  if ((m[32 /* written */] & 1 << id) !== 0) break instance;
                  // require(forall((o$2: Op) => implies(o$2 < id, this.written.has(o$2))))
                  let forall1 = 1;
                  each_o_2: for (let o_2 = 0; o_2 < 3; o_2++) {
                    if (!(id <= o_2 || (m[32 /* written */] & 1 << o_2) !== 0)) {
                      forall1 = 0;
                      break each_o_2;
                    }
                  }
                  if (forall1 === 0) break instance;
                  // this.written = this.written.add(id)
                  m[32 /* written */] = m[32 /* written */] | 1 << id;
                  // this.ops[id] = op
                  m.copyWithin(33 /* ops */ + id * 6, 90, 96);
                  let counted = 0;
                  let set = 0;
                  for (let _m = 0; _m < 3; _m++) {
                    set = set | 1 << _m;
                  }
                  let member = set;
                  for (let member1$bits = member; member1$bits !== 0; member1$bits &= member1$bits - 1) {
                    const member1 = 31 - Math.clz32(member1$bits & -member1$bits);
                    let set1 = 0;
                    for (let o_3$bits = m[92]; o_3$bits !== 0; o_3$bits &= o_3$bits - 1) {
                      const o_3 = 31 - Math.clz32(o_3$bits & -o_3$bits);
                      if (m[33 /* ops */ + o_3 * 6] === member1 && (m[51 /* authorised */] & 1 << o_3) !== 0) set1 = set1 | 1 << o_3;
                    }
                    let own = set1;
                    // counted = counted.union(filter(own, (o$5) => !exists(counted, (r$2) => {   })))
                    let set2 = 0;
                    for (let o_5$bits = own; o_5$bits !== 0; o_5$bits &= o_5$bits - 1) {
                      const o_5 = 31 - Math.clz32(o_5$bits & -o_5$bits);
                      let exists1 = 0;
                      each_r_2: for (let r_2$bits = counted; r_2$bits !== 0; r_2$bits &= r_2$bits - 1) {
                        const r_2 = 31 - Math.clz32(r_2$bits & -r_2$bits);
                        m.copyWithin(96, 33 /* ops */ + o_5 * 6, 39 /* ops */ + o_5 * 6);
                        let author_2 = m[96];
                        let knows_2 = m[98];
                        let and = m[34 /* ops */ + r_2 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_2 * 6] === author_2 && (m[35 /* ops */ + r_2 * 6] & 1 << o_5) === 0 && r_2 !== o_5 ? 1 : 0;
                        if (and !== 0) {
                          let known = knows_2 & counted;
                          let exists2 = 0;
                          each_g: for (let g$bits = known; g$bits !== 0; g$bits &= g$bits - 1) {
                            const g = 31 - Math.clz32(g$bits & -g$bits);
                            if (m[34 /* ops */ + g * 6] === 0 /* "add" */ && m[37 /* ops */ + g * 6] === author_2 && (m[35 /* ops */ + g * 6] & 1 << r_2) !== 0) {
                              exists2 = 1;
                              break each_g;
                            }
                          }
                          let result = exists2;
                          and = result === 0 ? 1 : 0;
                        }
                        let result1 = and;
                        if (result1 !== 0) {
                          exists1 = 1;
                          break each_r_2;
                        }
                      }
                      if (exists1 === 0) set2 = set2 | 1 << o_5;
                    }
                    counted = counted | set2;
                  }
                  let result2 = counted;
                  m[102] = result2;
                  let set3 = 0;
                  for (let m1 = 0; m1 < 3; m1++) {
                    let set4 = 0;
                    for (let r_3$bits = result2; r_3$bits !== 0; r_3$bits &= r_3$bits - 1) {
                      const r_3 = 31 - Math.clz32(r_3$bits & -r_3$bits);
                      if (m[34 /* ops */ + r_3 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_3 * 6] === m1) set4 = set4 | 1 << r_3;
                    }
                    let revocations = set4;
                    let or = (m[31] & 1 << m1) !== 0 && popcount(revocations) === 0 ? 1 : 0;
                    if (or === 0) {
                      let exists3 = 0;
                      each_g_2: for (let g_2$bits = result2; g_2$bits !== 0; g_2$bits &= g_2$bits - 1) {
                        const g_2 = 31 - Math.clz32(g_2$bits & -g_2$bits);
                        if (m[34 /* ops */ + g_2 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_2 * 6] === m1 && (revocations & (m[35 /* ops */ + g_2 * 6] ^ -1)) === 0) {
                          exists3 = 1;
                          break each_g_2;
                        }
                      }
                      or = exists3;
                    }
                    let result3 = or;
                    if (result3 !== 0) set3 = set3 | 1 << m1;
                  }
                  m[103] = set3;
                  let members = m[103];
                  if ((members & 1 << m[90]) !== 0 && m[90] < m[94]) {
                    // this.authorised = this.authorised.add(id)
                    m[51 /* authorised */] = m[51 /* authorised */] | 1 << id;
                  }
                  let device = m[90];
                  // this.seen[device] = this.seen[device].add(id)
                  m[52 /* seen */ + device] = m[52 /* seen */ + device] | 1 << id;
                  let ops = m[52 /* seen */ + device];
                  let counted_5 = 0;
                  let set5 = 0;
                  for (let _m_3 = 0; _m_3 < 3; _m_3++) {
                    set5 = set5 | 1 << _m_3;
                  }
                  let member_2 = set5;
                  for (let member_21$bits = member_2; member_21$bits !== 0; member_21$bits &= member_21$bits - 1) {
                    const member_21 = 31 - Math.clz32(member_21$bits & -member_21$bits);
                    let set6 = 0;
                    for (let o_17$bits = ops; o_17$bits !== 0; o_17$bits &= o_17$bits - 1) {
                      const o_17 = 31 - Math.clz32(o_17$bits & -o_17$bits);
                      if (m[33 /* ops */ + o_17 * 6] === member_21 && (m[51 /* authorised */] & 1 << o_17) !== 0) set6 = set6 | 1 << o_17;
                    }
                    let own_2 = set6;
                    // counted$5 = counted$5.union(filter(own$2, (o$19) => !exists(counted$5, (r$11) => {   })))
                    let set7 = 0;
                    for (let o_19$bits = own_2; o_19$bits !== 0; o_19$bits &= o_19$bits - 1) {
                      const o_19 = 31 - Math.clz32(o_19$bits & -o_19$bits);
                      let exists4 = 0;
                      each_r_11: for (let r_11$bits = counted_5; r_11$bits !== 0; r_11$bits &= r_11$bits - 1) {
                        const r_11 = 31 - Math.clz32(r_11$bits & -r_11$bits);
                        m.copyWithin(104, 33 /* ops */ + o_19 * 6, 39 /* ops */ + o_19 * 6);
                        let author_9 = m[104];
                        let knows_7 = m[106];
                        let and1 = m[34 /* ops */ + r_11 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_11 * 6] === author_9 && (m[35 /* ops */ + r_11 * 6] & 1 << o_19) === 0 && r_11 !== o_19 ? 1 : 0;
                        if (and1 !== 0) {
                          let known_6 = knows_7 & counted_5;
                          let exists5 = 0;
                          each_g_8: for (let g_8$bits = known_6; g_8$bits !== 0; g_8$bits &= g_8$bits - 1) {
                            const g_8 = 31 - Math.clz32(g_8$bits & -g_8$bits);
                            if (m[34 /* ops */ + g_8 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_8 * 6] === author_9 && (m[35 /* ops */ + g_8 * 6] & 1 << r_11) !== 0) {
                              exists5 = 1;
                              break each_g_8;
                            }
                          }
                          let result4 = exists5;
                          and1 = result4 === 0 ? 1 : 0;
                        }
                        let result5 = and1;
                        if (result5 !== 0) {
                          exists4 = 1;
                          break each_r_11;
                        }
                      }
                      if (exists4 === 0) set7 = set7 | 1 << o_19;
                    }
                    counted_5 = counted_5 | set7;
                  }
                  let result6 = counted_5;
                  m[110] = result6;
                  let set8 = 0;
                  for (let m_5 = 0; m_5 < 3; m_5++) {
                    let set9 = 0;
                    for (let r_12$bits = result6; r_12$bits !== 0; r_12$bits &= r_12$bits - 1) {
                      const r_12 = 31 - Math.clz32(r_12$bits & -r_12$bits);
                      if (m[34 /* ops */ + r_12 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_12 * 6] === m_5) set9 = set9 | 1 << r_12;
                    }
                    let revocations_3 = set9;
                    let or1 = (m[31] & 1 << m_5) !== 0 && popcount(revocations_3) === 0 ? 1 : 0;
                    if (or1 === 0) {
                      let exists6 = 0;
                      each_g_9: for (let g_9$bits = result6; g_9$bits !== 0; g_9$bits &= g_9$bits - 1) {
                        const g_9 = 31 - Math.clz32(g_9$bits & -g_9$bits);
                        if (m[34 /* ops */ + g_9 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_9 * 6] === m_5 && (revocations_3 & (m[35 /* ops */ + g_9 * 6] ^ -1)) === 0) {
                          exists6 = 1;
                          break each_g_9;
                        }
                      }
                      or1 = exists6;
                    }
                    let result7 = or1;
                    if (result7 !== 0) set8 = set8 | 1 << m_5;
                  }
                  m[111] = set8;
                  let counted_9 = m[110];
                  let members_2 = m[111];
                  // this.counted[device] = counted$9
                  m[55 /* counted */ + device] = counted_9;
                  // this.members[device] = members$2
                  m[58 /* members */ + device] = members_2;
                  let changed = 0;
                  m[65] = m[62 /* word 0 */] & -57 | m[32 /* written */] << 3;
                  changed = changed | m[65] ^ m[62 /* word 0 */];
                  m[66] = m[63 /* word 1 */] & -2147475457 | m[51 /* authorised */] << 13 | m[52 /* seen 0 */] << 16 | m[53 /* seen 1 */] << 19 | m[54 /* seen 2 */] << 22 | m[55 /* counted 0 */] << 25 | m[56 /* counted 1 */] << 28;
                  changed = changed | m[66] ^ m[63 /* word 1 */];
                  m[67] = m[57 /* counted 2 */] | m[58 /* members 0 */] << 3 | m[59 /* members 1 */] << 6 | m[60 /* members 2 */] << 9 | m[61 /* forged */] << 12;
                  changed = changed | m[67] ^ m[64 /* word 2 */];
                  changed = changed | $patchSlot(id * 6 + 2 /* ops */);
                  changed = changed | $patchSlot(id * 6 + 3 /* ops */);
                  changed = changed | $patchSlot(id * 6 + 4 /* ops */);
                  changed = changed | $patchSlot(id * 6 + 5 /* ops */);
                  changed = changed | $patchSlot(id * 6 + 6 /* ops */);
                  changed = changed | $patchSlot(id * 6 + 7 /* ops */);
                  enabledHere = enabledHere + 1 | 0;
                  if (step_nothingFollowsAKnownRevocation(0, 31) === 0) {
                    writeRow(65);
                    sink.violation("step", 0, 1);
                  }
                  if (step_backdatingHasNoEffect(0, 31) === 0) {
                    writeRow(65);
                    sink.violation("step", 1, 1);
                  }
                  if (step_backdatingLetsNobodyIn(0, 31) === 0) {
                    writeRow(65);
                    sink.violation("step", 2, 1);
                  }
                  if (step_whatTheAuthorKnewStays(0, 31) === 0) {
                    writeRow(65);
                    sink.violation("step", 3, 1);
                  }
                  if (changed !== 0) {
                    writeRow(65);
                    if (++sink.count === capacity) sink.flush();
                  }
                }
                m[32] = m[1];
                m.copyWithin(51, 20, 31);
                m[65] = m[62 /* word 0 */];
                m[66] = m[63 /* word 1 */];
                m[67] = m[64 /* word 2 */];
                m.copyWithin(33 /* ops */ + id * 6, 2 /* ops */ + id * 6, 8 /* ops */ + id * 6);
                $unpatchSlot(id * 6 + 2 /* ops */);
                $unpatchSlot(id * 6 + 3 /* ops */);
                $unpatchSlot(id * 6 + 4 /* ops */);
                $unpatchSlot(id * 6 + 5 /* ops */);
                $unpatchSlot(id * 6 + 6 /* ops */);
                $unpatchSlot(id * 6 + 7 /* ops */);
              }
            }
          }
        }
      }
    }
    enabled[1] += enabledHere;
    return enabledHere;
  }

  // @action receive(device: Member, op: Op)  specs/access-control/spec.ts:118:11
  function action_receive() {
    let enabledHere = 0;
    for (let device = 0; device < 3; device++) {
      each_op: for (let op$bits = m[32 /* written */] & 7; op$bits !== 0; op$bits &= op$bits - 1) {
        const op = 31 - Math.clz32(op$bits & -op$bits);
        // require(!this.seen[device].has(op))
        if ((m[52 /* seen */ + device] & 1 << op) !== 0) continue each_op;
        // require(this.ops[op].knows.isSubsetOf(this.seen[device]))
        if ((m[35 /* ops */ + op * 6] & (m[52 /* seen */ + device] ^ -1)) !== 0) continue each_op;
        // this.seen[device] = this.seen[device].add(op)
        m[52 /* seen */ + device] = m[52 /* seen */ + device] | 1 << op;
        let ops = m[52 /* seen */ + device];
        let counted = 0;
        let set = 0;
        for (let _m = 0; _m < 3; _m++) {
          set = set | 1 << _m;
        }
        let member = set;
        for (let member1$bits = member; member1$bits !== 0; member1$bits &= member1$bits - 1) {
          const member1 = 31 - Math.clz32(member1$bits & -member1$bits);
          let set1 = 0;
          for (let o$bits = ops; o$bits !== 0; o$bits &= o$bits - 1) {
            const o = 31 - Math.clz32(o$bits & -o$bits);
            if (m[33 /* ops */ + o * 6] === member1 && (m[51 /* authorised */] & 1 << o) !== 0) set1 = set1 | 1 << o;
          }
          let own = set1;
          // counted = counted.union(filter(own, (o$3) => !exists(counted, (r$2) => {   })))
          let set2 = 0;
          for (let o_3$bits = own; o_3$bits !== 0; o_3$bits &= o_3$bits - 1) {
            const o_3 = 31 - Math.clz32(o_3$bits & -o_3$bits);
            let exists = 0;
            each_r_2: for (let r_2$bits = counted; r_2$bits !== 0; r_2$bits &= r_2$bits - 1) {
              const r_2 = 31 - Math.clz32(r_2$bits & -r_2$bits);
              let value_3 = o_3 * 6 + 33 /* ops */;
              let author_3 = m[value_3];
              let knows_2 = m[2 + value_3];
              let and = m[34 /* ops */ + r_2 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_2 * 6] === author_3 && (m[35 /* ops */ + r_2 * 6] & 1 << o_3) === 0 && r_2 !== o_3 ? 1 : 0;
              if (and !== 0) {
                let known_2 = knows_2 & counted;
                let exists1 = 0;
                each_g_2: for (let g_2$bits = known_2; g_2$bits !== 0; g_2$bits &= g_2$bits - 1) {
                  const g_2 = 31 - Math.clz32(g_2$bits & -g_2$bits);
                  if (m[34 /* ops */ + g_2 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_2 * 6] === author_3 && (m[35 /* ops */ + g_2 * 6] & 1 << r_2) !== 0) {
                    exists1 = 1;
                    break each_g_2;
                  }
                }
                let result = exists1;
                and = result === 0 ? 1 : 0;
              }
              let result1 = and;
              if (result1 !== 0) {
                exists = 1;
                break each_r_2;
              }
            }
            if (exists === 0) set2 = set2 | 1 << o_3;
          }
          counted = counted | set2;
        }
        let result2 = counted;
        m[112] = result2;
        let set3 = 0;
        for (let m1 = 0; m1 < 3; m1++) {
          let set4 = 0;
          for (let r_3$bits = result2; r_3$bits !== 0; r_3$bits &= r_3$bits - 1) {
            const r_3 = 31 - Math.clz32(r_3$bits & -r_3$bits);
            if (m[34 /* ops */ + r_3 * 6] === 1 /* "revoke" */ && m[37 /* ops */ + r_3 * 6] === m1) set4 = set4 | 1 << r_3;
          }
          let revocations = set4;
          let or = (m[31] & 1 << m1) !== 0 && popcount(revocations) === 0 ? 1 : 0;
          if (or === 0) {
            let exists2 = 0;
            each_g_3: for (let g_3$bits = result2; g_3$bits !== 0; g_3$bits &= g_3$bits - 1) {
              const g_3 = 31 - Math.clz32(g_3$bits & -g_3$bits);
              if (m[34 /* ops */ + g_3 * 6] === 0 /* "add" */ && m[37 /* ops */ + g_3 * 6] === m1 && (revocations & (m[35 /* ops */ + g_3 * 6] ^ -1)) === 0) {
                exists2 = 1;
                break each_g_3;
              }
            }
            or = exists2;
          }
          let result3 = or;
          if (result3 !== 0) set3 = set3 | 1 << m1;
        }
        m[113] = set3;
        let counted_5 = m[112];
        let members = m[113];
        // this.counted[device] = counted$5
        m[55 /* counted */ + device] = counted_5;
        // this.members[device] = members
        m[58 /* members */ + device] = members;
        let changed = 0;
        changed = changed | $patchSlot(device + 21 /* seen */);
        changed = changed | $patchSlot(device + 24 /* counted */);
        changed = changed | $patchSlot(device + 27 /* members */);
        enabledHere = enabledHere + 1 | 0;
        if (step_nothingFollowsAKnownRevocation(0, 31) === 0) {
          writeRow(65);
          sink.violation("step", 0, 2);
        }
        if (step_backdatingHasNoEffect(0, 31) === 0) {
          writeRow(65);
          sink.violation("step", 1, 2);
        }
        if (step_backdatingLetsNobodyIn(0, 31) === 0) {
          writeRow(65);
          sink.violation("step", 2, 2);
        }
        if (step_whatTheAuthorKnewStays(0, 31) === 0) {
          writeRow(65);
          sink.violation("step", 3, 2);
        }
        if (changed !== 0) {
          writeRow(65);
          if (++sink.count === capacity) sink.flush();
        }
        m[52 /* seen */ + device] = m[21 /* seen */ + device];
        $unpatchSlot(device + 21 /* seen */);
        m[55 /* counted */ + device] = m[24 /* counted */ + device];
        $unpatchSlot(device + 24 /* counted */);
        m[58 /* members */ + device] = m[27 /* members */ + device];
        $unpatchSlot(device + 27 /* members */);
      }
    }
    enabled[2] += enabledHere;
    return enabledHere;
  }

  // The initial states  specs/access-control/spec.ts:49:14
  function initial() {
    m[31] = 0;
    m[32 /* written */] = 0;
    m[114] = 0;
    m[115] = 0 /* "add" */;
    m[116] = 0;
    m[117] = 0;
    m[118] = 0;
    m[119] = 0;
    for (let k = 0; k < 3; k++) {
      m.copyWithin(33 /* ops */ + k * 6, 114, 120);
    }
    m[51 /* authorised */] = 0;
    for (let k1 = 0; k1 < 3; k1++) {
      m[52 /* seen */ + k1] = 0;
    }
    for (let k2 = 0; k2 < 3; k2++) {
      m[55 /* counted */ + k2] = 0;
    }
    for (let k3 = 0; k3 < 3; k3++) {
      m[58 /* members */ + k3] = 0;
    }
    m[61 /* forged */] = 0;
    m.copyWithin(120, 31, 62);
    for (let outsider = 0; outsider < 2; outsider++) {
      // this.founders = filter((m: Member) => !outsider || m === first() || m < last())
      let set = 0;
      for (let m1 = 0; m1 < 3; m1++) {
        if (outsider === 0 || m1 === 0 || m1 < 2) set = set | 1 << m1;
      }
      m[31] = set;
      // this.members = fill(this.founders)
      let value = m[31];
      for (let k4 = 0; k4 < 3; k4++) {
        m[58 /* members */ + k4] = value;
      }
      for (let slot = 0; slot < 31; slot++) {
        $patchSlot(slot);
      }
      writeRow(65);
      if (++sink.count === capacity) sink.flush();
      m.copyWithin(31, 120, 151);
    }
  }

  return {
    words: 3,
    actions: ["write", "forge", "receive"],
    invariants: ["sameOperationsSameMembers", "whatIsWrittenInTurnCounts", "aDuelIsDecided", "theFounderStaysInAHierarchy", "nothingCountsBeforeTheArbiterHasSeenIt"],
    steps: ["nothingFollowsAKnownRevocation", "backdatingHasNoEffect", "backdatingLetsNobodyIn", "whatTheAuthorKnewStays"],
    reachables: ["someoneComesBack", "twoRevokeEachOther", "aRevocationIsUndone", "aSeniorIsRevoked", "aRevocationCountsAtOnce", "antecedent of sameOperationsSameMembers", "antecedent of whatIsWrittenInTurnCounts", "antecedent of aDuelIsDecided", "antecedent of theFounderStaysInAHierarchy", "antecedent of nothingCountsBeforeTheArbiterHasSeenIt"],
    hasTerminal: false,
    enabled,
    initial() {
      dirty = true;
      initial();
    },
    expand(states, offset) {
      load(states, offset);
      dirty = true;
      const n = action_write() + action_forge() + action_receive();
      dirty = false;
      return n;
    },
    check(states, offset, skip, pending) {
      load(states, offset);
      if (pending[0] !== 0 && reachable_someoneComesBack(0) !== 0) pending[0] = 0;
      if (pending[1] !== 0 && reachable_twoRevokeEachOther(0) !== 0) pending[1] = 0;
      if (pending[2] !== 0 && reachable_aRevocationIsUndone(0) !== 0) pending[2] = 0;
      if (pending[3] !== 0 && reachable_aSeniorIsRevoked(0) !== 0) pending[3] = 0;
      if (pending[4] !== 0 && reachable_aRevocationCountsAtOnce(0) !== 0) pending[4] = 0;
      if (pending[5] !== 0 && reachable_antecedent_of_sameOperationsSameMembers(0) !== 0) pending[5] = 0;
      if (pending[6] !== 0 && reachable_antecedent_of_whatIsWrittenInTurnCounts(0) !== 0) pending[6] = 0;
      if (pending[7] !== 0 && reachable_antecedent_of_aDuelIsDecided(0) !== 0) pending[7] = 0;
      if (pending[8] !== 0 && reachable_antecedent_of_theFounderStaysInAHierarchy(0) !== 0) pending[8] = 0;
      if (pending[9] !== 0 && reachable_antecedent_of_nothingCountsBeforeTheArbiterHasSeen(0) !== 0) pending[9] = 0;
      if (skip[0] === 0 && invariant_sameOperationsSameMembers(0) === 0) return 0;
      if (skip[1] === 0 && invariant_whatIsWrittenInTurnCounts(0) === 0) return 1;
      if (skip[2] === 0 && invariant_aDuelIsDecided(0) === 0) return 2;
      if (skip[3] === 0 && invariant_theFounderStaysInAHierarchy(0) === 0) return 3;
      if (skip[4] === 0 && invariant_nothingCountsBeforeTheArbiterHasSeenIt(0) === 0) return 4;
      return -1;
    },
    terminal(states, offset) {
      load(states, offset);
      return true;
    },
  };
}
