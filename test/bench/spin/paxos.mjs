/** specs/paxos in Promela. */
import { Bits, majorities, model, range } from "./promela.mjs";

/**
 * promised: 0 none, else the ballot + 1. voted: 0 none, else 1 + ballot * values + value; the same numbers are the bits of a 1b.
 * Messages are bits and are never taken away. Asserted is agreement.
 */
export function paxos({ Acceptor, Value, Ballot }) {
  const votes = Ballot * Value;
  const sent = new Bits("m");
  sent.group("1a", Ballot);
  for (const b of range(Ballot)) {
    sent.group(`2a ${b}`, Value);
    for (const a of range(Acceptor)) sent.group(`1b ${a} ${b}`, votes + 1);
  }
  for (const a of range(Acceptor)) sent.group(`2b ${a}`, votes);

  const steps = [];
  for (const b of range(Ballot)) {
    steps.push(["true", sent.add("1a", b)]);
    for (const a of range(Acceptor)) {
      steps.push([`${sent.has("1a", b)} && p${a}<${b + 1}`, `p${a} = ${b + 1}; ${sent.add(`1b ${a} ${b}`, `v${a}`)}`]);
      for (const v of range(Value)) {
        const vote = b * Value + v;
        steps.push([`${sent.has(`2a ${b}`, v)} && p${a}<=${b + 1}`, `p${a} = ${b + 1}; v${a} = ${vote + 1}; ${sent.add(`2b ${a}`, vote)}`]);
      }
    }
    for (const quorum of majorities(Acceptor)) {
      const joined = quorum.map((a) => sent.has(`1b ${a} ${b}`)).join(" && ");
      // The votes that the quorum tells of, without "none".
      const told = `((${quorum.map((a) => sent.read(`1b ${a} ${b}`)).join("|")})>>1)`;
      for (const v of range(Value)) {
        // Of the last ballot that somebody tells of, one vote is for this value.
        const last = range(Ballot).map((l) => `((${told}&${2 ** (l * Value + v)}) && (${told}>>${(l + 1) * Value})==0)`);
        steps.push([`!${sent.has(`2a ${b}`)} && ${joined} && (${told}==0 || ${last.join(" || ")})`, sent.add(`2a ${b}`, v)]);
      }
    }
  }
  const pairs = majorities(Acceptor, { least: true }).map((quorum) => `(${quorum.map((a) => sent.read(`2b ${a}`)).join("&")})`);
  const chosen = range(Value).map((v) => `((CHOSEN&${range(Ballot).reduce((bits, b) => bits + 2 ** (b * Value + v), 0)})!=0)`);
  return model({
    head: `Paxos (specs/paxos): ${Acceptor} acceptors, ${Value} values, ${Ballot} ballots`,
    declarations: [...range(Acceptor).map((a) => `byte p${a}; byte v${a};`), sent.declarations].join("\n"),
    macros: [["CHOSEN", pairs.join("|")]],
    invariant: `${chosen.join("+")} <= 1`,
    steps,
  });
}
