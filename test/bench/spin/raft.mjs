/** specs/raft in Promela, with the options that it has by itself, but for the length of logs. */
import { majorities, model, range } from "./promela.mjs";

const follower = 0, candidate = 1, leader = 2;
const crashes = 1;

/**
 * Of a server, t: its term, v: 0 or one more than whom it voted for, r: its role, w: the votes that it has, q: what it knows to be with each.
 * a and b: the entries of its log, 0 for none, else 1 + term * servers + leader. c: bits of the entries that are committed in a place.
 * Asserted is that in no place two are.
 */
export function raft({ Server, Term, places = 1 }) {
  const servers = range(Server);
  const two = places === 2;
  const reset = (s) => `w${s} = 0; ${servers.map((o) => `q${s}_${o} = 0`).join("; ")}`;
  const follow = (s) => `r${s} = ${follower}; ${reset(s)}`;
  const followInto = (s, term) => `t${s} = ${term}; v${s} = 0; ${follow(s)}`;
  const length = (s) => (two ? `((a${s}!=0)+(b${s}!=0))` : `(a${s}!=0)`);
  const last = (s) => (two ? `(b${s} -> b${s} : a${s})` : `a${s}`);
  // Greater for a log whose last entry is of a later term, and, of the same, for a longer one.
  const standing = (s) => `((${last(s)}+${Server - 1})/${Server}*4+${length(s)})`;
  const heardOf = (s, l) => [[`t${s}<t${l}`, followInto(s, `t${l}`)], [`t${s}==t${l} && r${s}!=${follower}`, follow(s)], [`t${s}==t${l} && r${s}==${follower}`, "skip"]];

  const steps = [];
  for (const s of servers) {
    for (const t of range(Term)) steps.push([`r${s}!=${leader} && t${s}<${t}`, `t${s} = ${t}; r${s} = ${candidate}; v${s} = ${s + 1}; ${reset(s)}; w${s} = ${2 ** s}`]);
    for (const quorum of majorities(Server)) {
      const votes = quorum.reduce((bits, o) => bits + 2 ** o, 0);
      steps.push([`r${s}==${candidate} && (w${s}&${votes})==${votes}`, `r${s} = ${leader}; ${reset(s)}; q${s}_${s} = ${length(s)}`]);
      for (const n of range(places)) {
        const entry = n === 0 ? `a${s}` : `b${s}`;
        const known = quorum.map((o) => `q${s}_${o}>${n}`).join(" && ");
        steps.push([
          `r${s}==${leader} && ${known} && (${entry}-1)/${Server}==t${s}`,
          range(n + 1).map((i) => `c${i} = c${i}|(1<<(${i === 0 ? "a" : "b"}${s}-1))`).join("; "),
        ]);
      }
    }
    const command = `1+t${s}*${Server}+${s}`;
    steps.push([`r${s}==${leader} && a${s}==0`, `a${s} = ${command}; q${s}_${s} = 1`]);
    if (two) steps.push([`r${s}==${leader} && a${s}!=0 && b${s}==0`, `b${s} = ${command}; q${s}_${s} = 2`]);
    steps.push([`crashed<${crashes}`, `crashed = crashed+1; ${follow(s)}`]);
    for (const o of servers.filter((other) => other !== s)) {
      steps.push([`t${s}<t${o}`, followInto(s, `t${o}`)]);
      const votes = `v${s} = ${o + 1}; w${o} = w${o}|${2 ** s}`;
      const deserves = `r${o}==${candidate} && ${standing(s)}<=${standing(o)}`;
      steps.push([`${deserves} && t${s}<t${o}`, `${followInto(s, `t${o}`)}; ${votes}`], [`${deserves} && t${s}==t${o} && v${s}==0`, votes]);
      for (const [guard, effect] of heardOf(s, o)) {
        const append = (when, what) => steps.push([`r${o}==${leader} && ${guard} && ${when}`, `${effect}; ${what}`]);
        append(`a${o}==0`, `q${o}_${s} = 0`);
        if (!two) append(`a${o}!=0`, `a${s} = a${o}; q${o}_${s} = 1`);
        else {
          append(`a${o}!=0 && a${s}!=a${o}`, `a${s} = a${o}; b${s} = 0; q${o}_${s} = 1`);
          append(`a${o}!=0 && a${s}==a${o} && b${o}==0`, `q${o}_${s} = 1`);
          append(`a${o}!=0 && a${s}==a${o} && b${o}!=0`, `b${s} = b${o}; q${o}_${s} = 2`);
        }
      }
    }
  }
  return model({
    head: `Raft (specs/raft): ${Server} servers, ${Term} terms, logs of at most ${places}`,
    declarations: [
      ...servers.map((s) => `byte t${s}; byte v${s}; byte r${s}; byte w${s}; byte a${s};${two ? ` byte b${s};` : ""} ${servers.map((o) => `byte q${s}_${o};`).join(" ")}`),
      `byte crashed; ${range(places).map((n) => `int c${n};`).join(" ")}`,
    ].join("\n"),
    invariant: range(places).map((n) => `(c${n}&(c${n}-1))==0`).join(" && "),
    steps,
  });
}
