/** specs/raft-log in Promela. */
import { majorities, model, range } from "./promela.mjs";

/**
 * A set of entries is an int: entry (term, index) is bit term * Index + index, so that the later of two entries is the higher bit.
 * l: the log of a server, k: what it has acknowledged, c: what is committed. Asserted is that leaders have all that is committed.
 */
export function raftLog({ Server, Term, Index }) {
  const servers = range(Server);
  const entries = range(Term).flatMap((term) => range(Index).map((index) => ({ term, index, bit: 2 ** (term * Index + index) })));
  const bits = (which) => entries.filter(which).reduce((sum, { bit }) => sum + bit, 0);
  const steps = [];
  for (const s of servers) {
    for (const t of range(Term)) {
      for (const voters of majorities(Server).filter((q) => q.includes(s))) {
        // Its last entry is none of those that only the voter has, and later than they are.
        const asked = voters.map((v) => `t${v}<${t}${v === s ? "" : ` && (l${v}&~l${s})<=l${s}`}`);
        steps.push([asked.join(" && "), voters.map((v) => `t${v} = ${t}; lead${v} = ${v === s ? 1 : 0}`).join("; ")]);
      }
      steps.push([`t${s}<${t}`, `t${s} = ${t}; lead${s} = 0`]);
    }
    for (const i of range(Index)) {
      const entry = `(1<<(t${s}*${Index}+${i}))`;
      steps.push([`lead${s} && !(l${s}&${bits(({ index }) => index >= i)})`, `l${s} = l${s}|${entry}; k${s} = k${s}|${entry}`]);
    }
    for (const leader of servers.filter((other) => other !== s)) {
      for (const { term, index, bit } of entries) {
        const upTo = bits((e) => e.index <= index);
        steps.push([
          `lead${leader} && t${s}<=t${leader} && (l${leader}&${bit})`,
          `t${s} = t${leader}; lead${s} = 0; l${s} = ((l${s}&${bit}) -> l${s} : l${leader}&${upTo}); k${s} = (t${leader}==${term} -> k${s}|${bit} : k${s})`,
        ]);
      }
    }
  }
  for (const quorum of majorities(Server)) {
    for (const { bit } of entries) steps.push([quorum.map((s) => `(k${s}&${bit})`).join(" && "), `c = c|${bit}`]);
  }
  const upToTerm = (s) => `((1<<((t${s}+1)*${Index}))-1)`;
  return model({
    head: `The log of Raft (specs/raft-log): ${Server} servers, ${Term} terms, ${Index} places`,
    declarations: [...servers.map((s) => `byte t${s}; bit lead${s}; int l${s}; int k${s};`), "int c;"].join("\n"),
    invariant: servers.map((s) => `(!lead${s} || !(c&~l${s}&${upToTerm(s)}))`).join(" && "),
    steps,
  });
}
