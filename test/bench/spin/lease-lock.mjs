/** specs/lease-lock in Promela, with the options that it has by itself. */
import { Bits, model, range } from "./promela.mjs";

const horizon = 6, skew = 1, lease = 3, margin = 2, pauses = 1;
const phases = { idle: 0, asking: 1, holding: 2, updating: 3, done: 4, refused: 5 };

/**
 * Machine 0 is the service. now: its clock; until: when its timer runs out. Of a client, ph: its phase, t: its token and s: what it has seen,
 * 0 for none, and z: whether it pauses. Messages are bits that are taken away. Asserted is that there is one holder at a time.
 */
export function leaseLock({ Machine, Token }) {
  const machines = range(Machine);
  const clients = machines.slice(1);
  const net = new Bits("m");
  net.group("ask", Machine);
  for (const c of clients) net.group(`grant ${c}`, Token);

  const holds = (c) => `(now${c}<until${c} && !z${c} && (ph${c}==${phases.holding} || ph${c}==${phases.updating}))`;
  const passes = (c) => `(t${c} && fence<=t${c})`;
  const store = (c, guard, also = "") => [
    [`${guard} && ${passes(c)}`, `${also}fence = t${c}; stored = t${c}; ph${c} = ${phases.done}`],
    [`${guard} && !${passes(c)}`, `${also}ph${c} = ${phases.refused}`],
  ];
  const steps = [
    [machines.map((m) => `now${m}<${horizon}`).join(" && "), machines.map((m) => `now${m} = now${m}+1`).join("; ")],
    ...machines.map((m) => [[`now${m}<${horizon}`, ...machines.map((other) => `now${m}-now${other}<${skew}`)].join(" && "), `now${m} = now${m}+1`]),
  ];
  for (const c of clients) {
    const updating = `ph${c}==${phases.updating} && ${holds(c)}`;
    steps.push(
      [`ph${c}==${phases.idle}`, `ph${c} = ${phases.asking}; until${c} = now${c}+${lease - margin}; ${net.add("ask", c)}`],
      ...range(Token).flatMap((t) => [
        [`${net.has("ask", c)} && now0>=until0 && issued==${t}`, `${net.remove("ask", c)}; issued = ${t + 1}; until0 = now0+${lease}; ${net.add(`grant ${c}`, t)}`],
        [net.has(`grant ${c}`, t), `${net.remove(`grant ${c}`, t)}; ph${c} = ${phases.holding}; t${c} = ${t + 1}`],
      ]),
      [`ph${c}==${phases.holding} && ${holds(c)} && ${passes(c)}`, `fence = t${c}; s${c} = stored; ph${c} = ${phases.updating}`],
      ...store(c, updating),
      [`pausesSoFar<${pauses} && ${updating}`, `pausesSoFar = pausesSoFar+1; z${c} = 1`],
      ...store(c, `z${c}`, `z${c} = 0; `),
    );
  }
  return model({
    head: `A lock with leases (specs/lease-lock): ${Machine} machines, ${Token} tokens`,
    declarations: [
      ...machines.map((m) => `byte now${m}; byte until${m};`),
      ...clients.map((c) => `byte ph${c}; byte t${c}; byte s${c}; bit z${c};`),
      "byte issued; byte stored; byte fence; byte pausesSoFar;",
      net.declarations,
    ].join("\n"),
    invariant: `${clients.map(holds).join("+")} <= 1`,
    steps,
  });
}
